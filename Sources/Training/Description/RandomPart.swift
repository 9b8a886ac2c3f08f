import Learning

/// What is drawn at random in a run, each part from a seed of its own.
///
/// Every part's seed is `seed` unless it has been set by itself, so one number is enough for a run, and one part can be
/// drawn anew while the others stay as they are.
package enum RandomPart: String, CaseIterable, Sendable {
  /// The points, their noise, the labels that are flipped, and which examples are kept for testing.
  case data
  /// The first weights and biases.
  case weights
  /// The order of the examples in each epoch, and which units dropout leaves out.
  case order

  /// The key that the part's seed is set by.
  package var key: Key {
    switch self {
    case .data: .dataSeed
    case .weights: .weightSeed
    case .order: .orderSeed
    }
  }

  /// What the part is called in a list.
  package var words: String {
    switch self {
    case .data: "data"
    case .weights: "weights"
    case .order: "order"
    }
  }
}

extension Description {
  /// The seed that a part is drawn from.
  package func seed(of part: RandomPart) -> UInt64 { UInt64(integer(part.key) ?? integer(.seed) ?? 1) }

  /// The seed of the points, their noise, flipped labels and the test set.
  package var dataSeed: UInt64 { seed(of: .data) }
  /// The seed of the first weights.
  package var weightSeed: UInt64 { seed(of: .weights) }
  /// The seed of the order of the examples and of dropout.
  package var orderSeed: UInt64 { seed(of: .order) }

  /// Whether a part is drawn at all, or is the same under every seed.
  package func draws(_ part: RandomPart) -> Bool {
    guard subject.learns else { return false }
    switch part {
    case .data: return drawsData
    case .weights:
      guard word(.initializer) != Initializer.zeros.rawValue else { return false }
      return subject == .perceptron ? self[.weights] == nil : self[.model] == nil
    case .order: return isShuffled || (number(.dropout) ?? 0) > 0
    }
  }

  private var drawsData: Bool {
    if testFraction > 0 || (number(.flipNoise) ?? 0) > 0 { return true }
    guard let builtIn = BuiltInDataset(rawValue: data) else { return false }
    return builtIn.isGenerated || builtIn.takes(.noise) && (number(.noise) ?? 0) > 0
  }

  /// The parts that differ between the runs of a race over seeds; none where it varies something else.
  package var variedParts: [RandomPart] {
    guard let key = variation?.key else { return [] }
    return RandomPart.allCases.filter { part in
      let decides = key == part.key || key == .seed && explicit[part.key] == nil
      return decides && contestants.contains { $0.draws(part) }
    }
  }

  /// What should be known of the seeds: one that was set and decides nothing, and a race that changes everything.
  package var seedNotes: [String] {
    guard subject.learns else { return [] }
    let idle = RandomPart.allCases.filter { explicit[$0.key] != nil && !draws($0) }
    return (raceNote.map { [$0] } ?? []) + idle.map { "\($0.key.rawValue) changes nothing here: \(reason($0))" }
  }

  private var raceNote: String? {
    guard let key = variation?.key, key == .seed else { return nil }
    let parts = variedParts
    guard !parts.isEmpty else { return "seed changes nothing here: nothing is drawn from it" }
    let list = parts.map(\.words).joined(separator: ", ")
    guard parts.count > 1 else { return "seed changes nothing but the \(list) here" }
    let keys = parts.map(\.key.rawValue).joined(separator: ", ")
    return "seed changes \(list); \(keys) one each"
  }

  private func reason(_ part: RandomPart) -> String {
    switch part {
    case .data: "no point is drawn and none is kept for testing"
    case .weights where self[.model] != nil: "the first weights are the model's"
    case .weights where word(.initializer) == Initializer.zeros.rawValue: "the first weights are zeros"
    case .weights: "the first weights are given"
    case .order: "the examples keep the data's order"
    }
  }

  /// The seeds as a record's sentence names them: one number where all parts have the same.
  package var seedWords: String {
    let seeds = RandomPart.allCases.map { ($0.key.rawValue, seed(of: $0)) }
    guard Set(seeds.map(\.1)).count > 1 else { return "seed \(seeds[0].1)" }
    return seeds.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }
}

extension Key {
  /// The seeds that a description shows: the one of everything, and those that have been set by themselves.
  package static func seeds(shownBy description: Description) -> [Key] {
    [.seed] + RandomPart.allCases.map(\.key).filter { description.explicit[$0] != nil }
  }
}
