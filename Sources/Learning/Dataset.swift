/// Examples in the plane: two inputs each, with the class or the number they should lead to.
///
/// Inputs are stored one after another, x1 then x2, in the units of the source, or in those of `standardization`.
package struct Dataset: Sendable, Equatable {
  /// What the examples are labeled with.
  package enum Targets: Sendable, Equatable {
    /// Class indices, one an example, each below `names.count`. With two classes, class 0 is the lecture's class A
    /// (encoded +1, or 1), class 1 its class B (encoded -1, or 0).
    case classes([Int], names: [String])
    /// A number an example, for regression.
    case numbers([Double])
  }

  /// What the set is called: the name of a built-in set, or of the file it came from.
  package var name: String
  /// What the two inputs are called; `x1` and `x2` unless a file says otherwise.
  package var inputNames: [String]
  /// The inputs, `2 * count` numbers: x1 and x2 of the first example, then of the second.
  package private(set) var inputs: [Double]
  /// What the examples are labeled with.
  package private(set) var targets: Targets
  /// How far inputs and numbers reach.
  package private(set) var extent: DataExtent

  /// The units that the inputs have been brought into; nil where they have their own.
  package var standardization: Standardization?
  /// The units that the numbers to predict have been brought into; nil where they have their own.
  package var targetScale: TargetScale?

  /// Makes a data set from its parts.
  ///
  /// - Precondition: there are two inputs for each target, and each class index has a name.
  package init(name: String, inputNames: [String] = ["x1", "x2"], inputs: [Double], targets: Targets) {
    self.name = name
    self.inputNames = inputNames
    self.inputs = inputs
    self.targets = targets
    extent = DataExtent(inputs: inputs, targets: targets)
    precondition(inputs.count == 2 * count, "\(inputs.count) inputs for \(count) examples")
  }

  /// The same set with other inputs, other targets, or other examples.
  ///
  /// - Precondition: there are two inputs for each target, and each class index has a name.
  package func with(inputs: [Double]? = nil, targets: Targets? = nil) -> Dataset {
    var other = Dataset(
      name: name, inputNames: inputNames, inputs: inputs ?? self.inputs, targets: targets ?? self.targets)
    other.standardization = standardization
    other.targetScale = targetScale
    return other
  }

  /// How many examples there are.
  package var count: Int {
    switch targets {
    case .classes(let labels, _): labels.count
    case .numbers(let values): values.count
    }
  }

  /// What a squared error in the units of the targets comes to in their own.
  package var lossUnit: Double { targetScale.map { $0.deviation * $0.deviation } ?? 1 }

  /// A number to predict, or a prediction of one, in its own units.
  package func inOwnUnits(_ number: Double) -> Double { targetScale?.invert(number) ?? number }

  /// How many classes there are; 0 for regression.
  package var classCount: Int {
    switch targets {
    case .classes(_, let names): names.count
    case .numbers: 0
    }
  }

  /// The names of the classes, by index; empty for regression.
  package var classNames: [String] {
    switch targets {
    case .classes(_, let names): names
    case .numbers: []
    }
  }

  /// The two inputs of one example.
  package func input(at index: Int) -> (x1: Double, x2: Double) {
    (inputs[2 * index], inputs[2 * index + 1])
  }
}
