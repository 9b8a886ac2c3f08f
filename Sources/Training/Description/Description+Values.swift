import Learning

// Typed access to the settings. A key without a value gives nil, an empty list or, where that means the same, zero.

extension Description {
  /// The number that a key stands at.
  package func number(_ key: Key) -> Double? {
    self[key]?.number
  }

  /// The whole number that a key stands at.
  package func integer(_ key: Key) -> Int? {
    if case .integer(let value) = self[key] { value } else { nil }
  }

  /// The word or text that a key stands at.
  package func word(_ key: Key) -> String? {
    switch self[key] {
    case .word(let word): word
    case .words(let words): words.first
    default: nil
    }
  }

  /// The list of words that a key stands at.
  package func words(_ key: Key) -> [String] {
    if case .words(let words) = self[key] { words } else { [] }
  }

  /// The numbers by name that a key stands at.
  package func assignments(_ key: Key) -> [String: Double] {
    guard case .assignments(let pairs) = self[key] else { return [:] }
    return Dictionary(pairs.map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// The seed of everything random that has none of its own.
  package var seed: UInt64 { UInt64(integer(.seed) ?? 1) }
  /// How far a step goes along the gradient: finite, 0 or above.
  package var learningRate: Double { number(.learningRate) ?? 0 }
  /// The inputs.
  package var features: [Feature] { words(.features).compactMap(Feature.init) }
  /// The number of units in each hidden layer; empty for none.
  package var hidden: [Int] { if case .integers(let units) = self[.hidden] { units } else { [] } }
  /// A built-in set's name, a file's, or `-`.
  package var data: String { word(.data) ?? "" }
  /// Whether each input is shifted and scaled to mean 0 and deviation 1.
  package var isStandardized: Bool { self[.standardize] == .flag(true) }
  /// Whether a new order of the examples is drawn every epoch.
  package var isShuffled: Bool { word(.order) == "shuffled" }
  /// How many examples a step takes; nil for all of them.
  package var batchSize: Int? { integer(.batchSize) }
  /// Whether the run ends only where it was asked to, or of itself: somebody is watching who can stop it.
  ///
  /// Without a screen, a run that never converges ends after the key's default.
  package func limit(_ key: Key, isWatched: Bool) -> Int? {
    isWatched && explicit[key] == nil ? nil : integer(key)
  }
  /// After how many epochs the run ends; nil for never.
  package var epochs: Int? { integer(.epochs) }
  /// After how many steps the run ends; nil for never.
  package var steps: Int? { integer(.steps) }
  /// The share of examples kept for testing, below 1.
  package var testFraction: Double { number(.testFraction) ?? 0 }
  /// The expression, or the name of a function.
  package var function: String { word(.function) ?? "" }

  /// The activation function of each hidden layer.
  package var activations: [Activation] {
    let named = words(.activation).compactMap(Activation.init)
    return hidden.indices.compactMap { named.count == 1 ? named.first : named.dropFirst($0).first }
  }

  /// How a gradient becomes an update, with its hyper-parameters; nil for a method that needs more than a gradient.
  package var optimizer: Optimizer? {
    guard let name = word(.optimizer), var optimizer = Optimizer(name: name) else { return nil }
    for (name, _) in optimizer.hyperparameters {
      if let value = number(Key(name)) { optimizer = optimizer.setting(name, to: value) ?? optimizer }
    }
    return optimizer
  }

  /// How the learning rate changes with the epochs.
  package var schedule: Schedule {
    let epochs = integer(.decayEvery) ?? 1
    let factor = number(.decay) ?? 1
    return switch word(.schedule) {
    case "step": .step(epochs: epochs, factor: factor)
    case "exponential": .exponential(factor: factor)
    case "cosine": .cosine(epochs: epochs)
    default: .constant
    }
  }

  /// In which order an epoch goes through the examples.
  package var order: ExampleOrder { isShuffled ? .shuffled(seed: orderSeed) : .given }
}
