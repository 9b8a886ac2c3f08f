import Learning

/// The examples that are trained on and those that are kept for testing, with what should be known of that.
struct TestShare {
  let training: Dataset
  /// Nil where none are kept.
  let test: Dataset?
  /// Whether all are trained on although nobody asked for that: none of them can stand for the others.
  let isWhole: Bool
  let notes: [String]

  /// Sets aside what a description asks for.
  ///
  /// A complete truth table is no sample, and of very few examples none can be spared: unless a share was asked for, all
  /// of them are trained on. Where one was, it is kept, as far as each class keeps an example for training.
  init(_ description: Description, _ all: Dataset) {
    let fraction = description.testFraction
    let isAsked = description.explicit[.testFraction] != nil
    if fraction > 0, !isAsked, let reason = TestShare.reasonToKeepAll(all) {
      (training, test, isWhole) = (all, nil, true)
      notes = all.count == 0 ? [] : ["\(all.name): \(reason): all are trained on, none is kept for testing"]
      return
    }
    isWhole = false
    guard fraction > 0 else {
      (training, test, notes) = (all, nil, [])
      return
    }
    let split = all.split(testFraction: fraction, seed: description.dataSeed)
    training = split.training
    test = split.test.count > 0 ? split.test : nil
    var notes: [String] = []
    let isTable = all.isTruthTable || BuiltInDataset(rawValue: description.data)?.isTruthTable == true
    if isTable, test != nil {
      notes.append("\(all.name): a truth table is no sample: what is tested was never seen in training")
    }
    let wanted = Int((fraction * Double(all.count)).rounded())
    if split.test.count < wanted {
      notes.append(
        "\(all.name): \(split.test.count) of \(all.count) examples are kept for testing, not \(wanted): "
          + "each class keeps one for training")
    }
    self.notes = notes
  }

  private static func reasonToKeepAll(_ all: Dataset) -> String? {
    if all.isTruthTable { return "the four cases are a whole truth table" }
    guard all.count < Dataset.leastToSplit else { return nil }
    return all.count == 1 ? "1 example is too few to divide" : "\(all.count) examples are too few to divide"
  }
}

extension DatasetOption {
  /// The key that the option is set by.
  var key: Key {
    switch self {
    case .examples: .examples
    case .noise: .noise
    case .labelNoise: .flipNoise
    case .classes: .classes
    case .columns: .columns
    case .label: .label
    }
  }
}
