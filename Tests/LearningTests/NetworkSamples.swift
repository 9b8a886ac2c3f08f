@testable import Learning

/// Small networks and data that several suites share.
enum NetworkSamples {
  /// Every loss with every output activation that it is defined for.
  static let pairings: [(Loss, OutputActivation)] = Loss.allCases.flatMap { loss in
    loss.outputActivations.map { (loss, $0) }
  }

  /// A network with two hidden layers of the given activation.
  static func network(
    _ activation: Activation, _ loss: Loss, _ output: OutputActivation, hidden: [Int] = [4, 3], outputs: Int? = nil,
    inputs: [Feature] = [.x1, .x2]
  ) throws -> Network {
    try Network(
      inputs: inputs, hidden: hidden.map { .init(units: $0, activation: activation) },
      outputs: outputs ?? (output == .softmax ? 3 : 1), outputActivation: output, loss: loss)
  }

  /// `count` points, evenly from the square of side 4 around the origin, with labels drawn from the network's classes.
  static func examples(count: Int, for network: Network, seed: UInt64) -> NetworkExamples {
    var generator = SplitMix64(seed: seed, stream: 1)
    let classes = network.outputs == 1 ? 2 : network.outputs
    let inputs = (0..<2 * count).map { _ in generator.uniform(-2, 2) }
    let labels = (0..<count).map { _ in generator.index(below: classes) }
    let names = (0..<classes).map { "class \($0)" }
    return NetworkExamples(
      Dataset(name: "sample", inputs: inputs, targets: .classes(labels, names: names)), for: network)
  }

  /// Parameters drawn by Xavier's rule, biases included.
  static func parameters(for network: Network, seed: UInt64) -> NetworkParameters {
    var generator = SplitMix64(seed: seed)
    var parameters = Initializer.xavierUniform.parameters(for: network, using: &generator)
    for layer in parameters.layers {
      for unit in 0..<layer.units { parameters.values[layer.bias(unit: unit)] = generator.uniform(-0.5, 0.5) }
    }
    return parameters
  }
}
