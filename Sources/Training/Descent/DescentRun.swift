import Basics
import Calculus
import Learning

/// Gradient descent on a function of one or two variables: one descent, or several in step with one another.
///
/// The several begin together and differ in one thing: the learning rate, the optimizer or the start. Each stops by
/// itself, and the run goes on while one is under way; its status is then that of the first.
package struct DescentRun: Run {
  /// The function.
  package let function: PlaneFunction
  /// The descents; the first is the current one.
  package private(set) var descents: [Descent]
  /// What the descents differ in, and its values, one a descent; nil for a single one.
  package let variation: Setting.Variation?
  /// How many steps have been made.
  package private(set) var step = 0

  private let quadratic: Quadratic?
  private let home: PlaneRect
  private var stepLimit: Int?
  private var target: Double?

  /// Begins a run of one descent.
  ///
  /// - Parameters:
  ///   - function: What to go down on.
  ///   - start: Where to begin; the function's own start when left out.
  ///   - method: How steps are chosen.
  ///   - learningRate: Finite, not negative.
  ///   - steps: After how many steps it ends; nil for never.
  ///   - target: At which value of the function it ends; nil for none.
  ///   - tolerance: At which length of the gradient it has converged.
  package init(
    _ function: PlaneFunction, start: PlanePoint? = nil, method: DescentMethod = .optimizer(.sgd),
    learningRate: Double? = nil, steps: Int? = nil, target: Double? = nil, tolerance: Double = defaultTolerance
  ) {
    let contestant = Contestant(
      start: start ?? function.start, method: method, learningRate: learningRate ?? function.learningRate)
    self.init(
      function, [contestant], variation: nil, steps: steps, target: target, tolerance: tolerance)
  }

  /// At this length of the gradient a descent has arrived, unless it is asked for otherwise.
  package static let defaultTolerance = 1e-6

  /// One of several descents of a run.
  struct Contestant {
    var start: PlanePoint
    var method: DescentMethod
    var learningRate: Double
  }

  /// Begins several descents at once.
  ///
  /// - Precondition: there is at least one.
  init(
    _ function: PlaneFunction, _ contestants: [Contestant], variation: Setting.Variation?, steps: Int?,
    target: Double?, tolerance: Double
  ) {
    precondition(!contestants.isEmpty, "a descent without a start")
    self.function = function
    self.variation = variation
    stepLimit = steps
    self.target = target
    quadratic = function.quadratic
    descents = contestants.map {
      Descent(
        function, start: $0.start, method: $0.method, learningRate: $0.learningRate, tolerance: tolerance)
    }
    home = function.home(with: contestants.map(\.start))
    checkLimits()
  }

  /// How the run stands: running while a descent is, then as the first one.
  package var status: RunStatus {
    descents.contains { $0.status == .running } ? .running : descents[0].status
  }

  /// A descent has no epochs.
  package var epochsCompleted: Int { 0 }
  /// A descent has no epochs.
  package var stepsPerEpoch: Int { 1 }
  /// A descent has no epochs.
  package var stepsToEpochEnd: Int { 1 }
  /// Mostly the paths.
  package var checkpointSize: Int { 512 + descents.count * 24_000 }
  /// The learning rate of the first descent.
  package var learningRate: Double { descents[0].learningRate }

  /// Makes steps with every descent that is under way; notes value and gradient of the first.
  package mutating func advance(by count: Int, history: inout History) {
    if step == 0 { note(in: &history) }
    var parameters = [0.0, 0]
    var slopes = [0.0, 0]
    var left = count
    while left > 0 && status == .running {
      for index in descents.indices {
        descents[index].advance(on: function, parameters: &parameters, slopes: &slopes)
      }
      // A step that nobody could make is none.
      guard descents.contains(where: { $0.step > step }) else { return }
      step += 1
      if descents[0].step == step { note(in: &history) }
      checkLimits()
      left -= 1
    }
  }

  private func note(in history: inout History) {
    history.record(.value, index: step, value: descents[0].value)
    history.record(.gradientLength, index: step, value: descents[0].gradient.length)
    // Curvatures cost as much as the step itself: often at the beginning, ever more rarely later.
    guard ThinningSchedule.includes(step, dense: 256), descents[0].method.usesLearningRate else { return }
    let curvature = function.stepTheory(at: descents[0].point).curvatures.last ?? .nan
    history.hold(.stepStability, index: step, value: descents[0].learningRate * curvature)
  }

  private mutating func checkLimits() {
    for index in descents.indices {
      descents[index].target = target
      if let target, descents[index].value <= target { descents[index].finish(.targetLoss) }
      if let stepLimit, step >= stepLimit { descents[index].finish(.steps) }
    }
  }

  // MARK: Changes

  /// Takes a learning rate, an optimizer, its numbers, a limit or a point; the start and the function need a new start.
  package mutating func apply(_ change: Change) throws(ChangeError) {
    switch change {
    case .setting(let key, let setting): try set(key, to: setting)
    case .point(let numbers), .parameters(let numbers):
      guard numbers.count == dimensions else {
        throw .doesNotApply("\(numbers.count) numbers for \(dimensions) coordinates")
      }
      place(PlanePoint(x: numbers[0], y: numbers.count > 1 ? numbers[1] : 0))
    case .parameter(let index, let value):
      guard index >= 0, index < dimensions else { throw .doesNotApply("there is no coordinate \(index)") }
      var point = descents[0].point
      if index == 0 { point.x = value } else { point.y = value }
      place(point)
    case .dataset: throw .doesNotApply("a descent has no data")
    }
    checkLimits()
  }

  private var dimensions: Int { function.variables == .x ? 1 : 2 }

  /// Puts the first descent somewhere, and the others too unless it is their starts that differ.
  private mutating func place(_ point: PlanePoint) {
    let moved = variation?.key == .start ? 0..<1 : descents.indices
    for index in moved { descents[index].place(point, on: function) }
    // Those that had ended stand where they are; those that had not go on.
    for index in descents.indices.dropFirst(moved.count) { descents[index].reconsider() }
  }

  private mutating func set(_ key: Key, to setting: Setting) throws(ChangeError) {
    guard key != variation?.key else { throw .doesNotApply("the descents differ in \(key.rawValue)") }
    switch (key, setting) {
    case (.learningRate, .number(let rate)):
      for index in descents.indices { descents[index].learningRate = rate }
    case (.optimizer, .word(let name)):
      guard let method = DescentMethod(name: name) else { throw .doesNotApply("no such optimizer") }
      for index in descents.indices { descents[index].take(method) }
    case (.steps, .integer(let count)): stepLimit = count
    case (.stopAtLoss, .number(let value)): target = value
    default:
      guard case .number(let number) = setting, let name = key.hyperparameter else {
        throw .needsNewStart(key)
      }
      try set(name, to: number)
    }
    for index in descents.indices { descents[index].reconsider() }
  }

  private mutating func set(_ name: Optimizer.Hyperparameter, to number: Double) throws(ChangeError) {
    var isKnown = false
    for index in descents.indices {
      guard case .optimizer(let optimizer) = descents[index].method,
        let changed = optimizer.setting(name, to: number)
      else { continue }
      descents[index].take(.optimizer(changed))
      isKnown = true
    }
    if !isKnown { throw .doesNotApply("\(descents[0].method.name) has no \(name.rawValue)") }
  }

  /// The descents and what theory says of the first one's present point.
  ///
  /// Whoever draws the function samples it: it doesn't change from step to step.
  package func picture(_ request: PictureRequest) -> any Picture {
    DescentPicture(
      function: function, descents: descents, variation: variation,
      theory: DescentTheory(function, quadratic, descents[0]), home: home)
  }
}

extension PlaneFunction {
  /// The part of the plane to show: the function's own range, with room for starts that lie outside.
  fileprivate func home(with starts: [PlanePoint]) -> PlaneRect {
    func range(_ own: ClosedRange<Double>, _ places: [Double]) -> (Double, Double) {
      let finite = places.filter(\.isFinite)
      let low = min(own.lowerBound, finite.min() ?? own.lowerBound)
      let high = max(own.upperBound, finite.max() ?? own.upperBound)
      let margin = (high - low) * 0.1
      return (low < own.lowerBound ? low - margin : low, high > own.upperBound ? high + margin : high)
    }
    let x = range(xRange, starts.map(\.x))
    let y = variables == .x ? (0, 0) : range(yRange, starts.map(\.y))
    return PlaneRect(minX: x.0, maxX: x.1, minY: y.0, maxY: y.1)
  }
}
