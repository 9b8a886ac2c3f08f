/// A data set as a network sees it: features computed, classes encoded, example after example.
package struct NetworkExamples: Sendable, Equatable {
  /// How many examples there are.
  package let count: Int
  /// How many features an example has.
  package let inputCount: Int
  /// How many targets an example has, one an output.
  package let targetCount: Int
  /// The features: `count * inputCount` numbers, example after example.
  package let inputs: [Double]
  /// The targets t: `count * targetCount` numbers, example after example.
  package let targets: [Double]
  /// The class of each example; empty for regression.
  package let labels: [Int]
  /// How many classes there are; 0 for regression.
  package let classCount: Int

  /// Prepares a data set for a network.
  ///
  /// With one output class 0 is the hit of the loss's encoding and class 1 the miss; with several, an example hits the
  /// output of its class.
  ///
  /// - Precondition: the network has an output for each class (one is enough for two), or one output for numbers.
  package init(_ dataset: Dataset, for network: Network) {
    count = dataset.count
    inputCount = network.inputs.count
    targetCount = network.outputs
    classCount = dataset.classCount
    var inputs: [Double] = []
    inputs.reserveCapacity(count * inputCount)
    for example in 0..<count {
      let (x1, x2) = dataset.input(at: example)
      for feature in network.inputs { inputs.append(feature(x1, x2)) }
    }
    self.inputs = inputs
    switch dataset.targets {
    case .numbers(let numbers):
      precondition(network.outputs == 1, "\(network.outputs) outputs for numbers as targets")
      targets = numbers
      labels = []
    case .classes(let classes, let names):
      precondition(
        network.outputs >= names.count || (network.outputs == 1 && names.count <= 2),
        "\(network.outputs) outputs for \(names.count) classes")
      let (hit, miss) = network.loss.encoding(for: network.outputActivation)
      var targets: [Double] = []
      targets.reserveCapacity(count * network.outputs)
      for label in classes {
        for output in 0..<network.outputs { targets.append(label == output ? hit : miss) }
      }
      self.targets = targets
      labels = classes
    }
  }

  /// The features of one example.
  package func input(at index: Int) -> [Double] {
    Array(inputs[index * inputCount..<(index + 1) * inputCount])
  }

  /// The targets of one example.
  package func target(at index: Int) -> [Double] {
    Array(targets[index * targetCount..<(index + 1) * targetCount])
  }
}
