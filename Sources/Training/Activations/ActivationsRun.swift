import Learning

/// A place on the axis of all activation functions at once, moving to the right step by step.
package struct ActivationsRun: Run {
  /// The function that is looked at closely.
  package private(set) var curve: ActivationCurve
  /// The place.
  package private(set) var x: Double
  /// How many steps have been made.
  package private(set) var step = 0

  /// How far the axis reaches to each side.
  package static let reach = 6.0
  /// How far a step goes.
  package static let stride = 0.1

  /// Begins at a place; one beyond the axis is moved to its end.
  package init(_ curve: ActivationCurve, at x: Double) {
    self.curve = curve
    self.x = Self.clamped(x)
  }

  /// Begins as a description of activation functions says.
  package init(_ description: Description) {
    let name = description.words(.activation).first ?? ""
    self.init(ActivationCurve(rawValue: name) ?? .relu, at: description.assignments(.at)["x"] ?? 0)
  }

  private static func clamped(_ x: Double) -> Double { x.isNaN ? 0 : min(reach, max(-reach, x)) }

  /// There are no epochs.
  package var epochsCompleted: Int { 0 }
  /// There are no epochs.
  package var stepsPerEpoch: Int { 1 }
  /// There are no epochs.
  package var stepsToEpochEnd: Int { 1 }
  /// A few numbers.
  package var checkpointSize: Int { 256 }
  /// Nothing is learned.
  package var learningRate: Double { .nan }
  /// Running until the right end of the axis.
  package var status: RunStatus { x < Self.reach ? .running : .finished(.steps) }

  /// Moves to the right; there are no curves.
  package mutating func advance(by count: Int, history: inout History) {
    var left = count
    while left > 0 && status == .running {
      // Tenths stay tenths.
      x = Self.clamped(((x + Self.stride) * 1e6).rounded() / 1e6)
      step += 1
      left -= 1
    }
  }

  /// Takes another place or another function to look at.
  package mutating func apply(_ change: Change) throws(ChangeError) {
    switch change {
    case .setting(.at, .assignments(let pairs)):
      for pair in pairs where pair.name == "x" { x = Self.clamped(pair.value) }
    case .setting(.activation, .words(let names)):
      guard let curve = names.first.flatMap(ActivationCurve.init(rawValue:)) else {
        throw .doesNotApply("no such activation")
      }
      self.curve = curve
    case .setting(let key, _): throw .needsNewStart(key)
    case .point(let numbers) where !numbers.isEmpty: x = Self.clamped(numbers[0])
    case .parameter(0, let value): x = Self.clamped(value)
    default: throw .doesNotApply("there is a place on the axis and nothing else to change")
    }
  }

  /// The place and the function that is looked at.
  package func picture(_ request: PictureRequest) -> any Picture { ActivationsPicture(curve: curve, x: x) }
}

/// What is shown of the activation functions at one step.
package struct ActivationsPicture: Picture {
  /// The function that is looked at closely.
  package let curve: ActivationCurve
  /// The place on the axis.
  package let x: Double

  /// The value of that function there.
  package var value: Double { curve(x).value }
  /// Its slope there.
  package var slope: Double { curve(x).slope }
}

extension ActivationsPicture {
  /// The place on the axis, and the value and the slope of the function there.
  package func number(_ name: String, example: Int) -> Double? {
    switch name {
    case "x": x
    case "value": value
    case "slope": slope
    default: nil
    }
  }

  /// The place of `x`.
  package func parameterIndex(_ name: String) -> Int? { name == "x" ? 0 : nil }
}

extension ActivationsRun {
  /// The place on the axis.
  package var numbers: [Double] { [x] }

  /// The place, and the function.
  package static func isLive(_ key: Key, in scene: SceneKind) -> Bool {
    [.learningRate, .at, .activation].contains(key)
  }

  /// All there is.
  package static func quantityNames(in scene: SceneKind) -> [String] { ["x", "value", "slope"] }
}
