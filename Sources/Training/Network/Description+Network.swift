import Learning

extension Description {
  /// The shape of the network for some data.
  ///
  /// What is left out goes with the data: binary cross-entropy on a sigmoid for two classes, cross-entropy on a softmax
  /// for more, squared error on an identity for numbers.
  ///
  /// - Throws: `AssembledRun.Failure` where loss, output and data do not go together.
  package func network(for dataset: Dataset) throws(AssembledRun.Failure) -> Network {
    let isNumeric = dataset.isNumeric
    let named = word(.loss).flatMap(Loss.init(rawValue:))
    let output = word(.outputActivation).flatMap(OutputActivation.init(rawValue:))
    let loss = named ?? Description.usualLoss(isNumeric: isNumeric, classes: dataset.classCount, output: output)
    let activation = output ?? (isNumeric ? .identity : loss.outputActivations[0])
    if isNumeric, loss != .squaredError || activation == .softmax { throw .needsSquaredError(dataset.name) }
    do {
      return try Network(
        inputs: features, hidden: zip(hidden, activations).map { Network.HiddenLayer(units: $0, activation: $1) },
        outputs: Network.outputs(for: dataset, activation: activation), outputActivation: activation, loss: loss)
    } catch { throw .network(error) }
  }

  private static func usualLoss(isNumeric: Bool, classes: Int, output: OutputActivation?) -> Loss {
    if isNumeric { return .squaredError }
    return switch output {
    case nil: classes > 2 ? .crossEntropy : .binaryCrossEntropy
    case .sigmoid: .binaryCrossEntropy
    case .softmax: .crossEntropy
    case .tanh, .identity: .squaredError
    }
  }

  /// The first weights of a network, drawn by the initializer from the seed of the weights.
  package func firstParameters(of network: Network) -> NetworkParameters {
    let initializer = word(.initializer).flatMap(Initializer.init(rawValue:)) ?? .xavierUniform
    var generator = SplitMix64(seed: weightSeed, stream: 1)
    return initializer.parameters(for: network, using: &generator)
  }
}

extension Description {
  /// Lets go of what stands in the way of a setting that has just been made by hand.
  ///
  /// A model of another shape, an output that does not go with a loss, activations for layers that are no longer there.
  package mutating func giveWay(to key: Key) {
    // A model of another shape has other weights.
    if [.data, .features, .hidden, .loss, .outputActivation].contains(key) { self[.planeWeights] = nil }
    if key == .data, BuiltInDataset(rawValue: data)?.takes(.labelNoise) == false { self[.flipNoise] = nil }
    if key == .initializer || key == .weightSeed { self[.weights] = nil }
    if key == .weights { (self[.initializer], self[.weightSeed]) = (nil, nil) }
    guard subject == .network else { return }
    switch key {
    case .data:
      for other in [Key.model, .loss, .outputActivation] { self[other] = nil }
    case .features, .initializer, .weightSeed: self[.model] = nil
    case .hidden, .activation:
      self[.model] = nil
      fitActivations()
    case .loss:
      self[.model] = nil
      let output = word(.outputActivation).flatMap(OutputActivation.init(rawValue:))
      let loss = word(.loss).flatMap(Loss.init(rawValue:))
      if let output, let loss, !loss.outputActivations.contains(output) { self[.outputActivation] = nil }
    case .outputActivation:
      self[.model] = nil
      let output = word(.outputActivation).flatMap(OutputActivation.init(rawValue:))
      let loss = word(.loss).flatMap(Loss.init(rawValue:))
      if let output, let loss, !loss.outputActivations.contains(output) { self[.loss] = nil }
    default: break
    }
  }

  /// One activation for each hidden layer, where they are named one by one.
  private mutating func fitActivations() {
    let names = words(.activation)
    guard names.count > 1, let last = names.last, names.count != hidden.count else { return }
    let fitted = hidden.indices.map { names.indices.contains($0) ? names[$0] : last }
    self[.activation] = .words(fitted.isEmpty ? [last] : fitted)
  }
}

extension Dataset {
  /// Whether the examples have numbers to predict, not classes.
  package var isNumeric: Bool {
    if case .numbers = targets { true } else { false }
  }
}
