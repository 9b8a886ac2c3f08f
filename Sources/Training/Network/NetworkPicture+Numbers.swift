import Learning

extension NetworkPicture {
  /// The number of a name.
  ///
  /// - Complexity: O(weights) for the numbers of an example.
  package func number(_ name: String, example: Int) -> Double? {
    switch name {
    case "loss": training.loss
    case "accuracy": training.accuracy
    case "test-loss": testing?.loss
    case "test-accuracy": testing?.accuracy
    case "train-test-gap": testing.map { $0.loss - training.loss }
    case "parameters": Double(parameters.values.count)
    case "units": Double(network.hidden.reduce(0) { $0 + $1.units })
    case "layers": Double(network.hidden.count)
    case "lambda-max": stability.flatMap { $0.curvature.isFinite ? $0.curvature : nil }
    case "target": target(of: example)?.first
    case "probability": passage(of: example)?.values.last?.outputs.first
    case "example-loss": passage(of: example)?.loss
    case "dL/ds": passage(of: example)?.gradients.last?.sums.first
    default: unit(name, example: example)
    }
  }

  /// The place of a weight: `h1.2.v0`, `out.1.w1`.
  package func parameterIndex(_ name: String) -> Int? {
    UnitQuantity(name)?.weightPlace(in: parameters).map(parameters.index(of:))
  }

  private func unit(_ name: String, example: Int) -> Double? {
    guard let quantity = UnitQuantity(name), let passage = passage(of: example) else { return nil }
    return quantity.value(in: passage, of: model)
  }

  private var model: ReferenceNetwork { ReferenceNetwork(network, parameters: parameters) }

  private func examples(_ index: Int) -> NetworkExamples? {
    guard dataset.count > 0, index >= 0, index < dataset.count else { return nil }
    return NetworkExamples(dataset.examples(at: [index]), for: network)
  }

  private func target(of index: Int) -> [Double]? { examples(index)?.target(at: 0) }

  private func passage(of index: Int) -> ReferenceNetwork.Passage? {
    guard let examples = examples(index) else { return nil }
    return model.backpropagate(examples.input(at: 0), targets: examples.target(at: 0))
  }
}

extension NetworkRun {
  /// What changes the shape of the network or its data takes a new start; how it is trained does not.
  package static func isLive(_ key: Key, in scene: SceneKind) -> Bool {
    key.isOfOptimizer
      || [
        .learningRate, .schedule, .decay, .decayEvery, .batchSize, .optimizer, .l1, .l2, .dropout, .epochs, .steps,
        .stopAtLoss, .patience,
      ].contains(key)
  }

  /// The mean training loss of each epoch.
  package static var judge: History.Curve { .trainLoss }

  /// Scores, and the numbers of the first units.
  package static func quantityNames(in scene: SceneKind) -> [String] {
    [
      "loss", "accuracy", "test-loss", "test-accuracy", "train-test-gap", "parameters", "units", "layers",
      "probability", "target", "example-loss", "dL/ds", "lambda-max", "h1.1.r", "h1.1.u", "h1.1.du/dr", "h1.1.dL/du",
      "h1.1.dL/dr", "h1.1.dL/dv1", "h1.1.v0", "h1.1.v1", "out.1.s", "out.1.z", "out.1.dz/ds", "out.1.dL/dz",
      "out.1.dL/ds", "out.1.dL/dw1", "out.1.w0", "out.1.w1",
    ]
  }

  /// A number of any unit.
  package static func hasQuantity(_ name: String) -> Bool { UnitQuantity(name) != nil }
}

extension UnitQuantity {
  /// The place of the weight that is named; nil where it is none, or not one of these.
  fileprivate func weightPlace(in parameters: NetworkParameters) -> NetworkParameters.Place? {
    guard case .weight(let index) = part else { return nil }
    let layer = self.layer ?? parameters.layers.count - 1
    guard layer < parameters.layers.count, self.layer == nil || layer < parameters.layers.count - 1 else { return nil }
    guard unit < parameters.layers[layer].units, index <= parameters.layers[layer].inputs else { return nil }
    return NetworkParameters.Place(layer: layer, unit: unit, input: index == 0 ? nil : index - 1)
  }
}
