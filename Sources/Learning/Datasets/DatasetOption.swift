/// Something that can be chosen about a data set, as it is spelled.
package enum DatasetOption: String, CaseIterable, Sendable {
  /// How many examples there are.
  case examples
  /// How far the points are moved.
  case noise
  /// The share of labels that are changed to another class.
  case labelNoise = "flip-noise"
  /// How many classes there are, or which are kept.
  case classes
  /// Which columns are the inputs.
  case columns
  /// Which column is the label.
  case label
}

extension BuiltInDataset {
  /// Whether an option makes a difference to the set.
  ///
  /// Flipping the labels of a set that has none is refused (``DatasetError/noLabels``); any other option that makes no
  /// difference is left aside, and whoever loads the set should say so.
  package func takes(_ option: DatasetOption) -> Bool {
    switch option {
    case .examples: isGenerated
    case .noise: kind != .measured
    case .labelNoise: kind != .regression
    case .classes: classRange != nil || kind == .measured
    case .columns: kind == .measured
    case .label: false
    }
  }

  /// Whether its examples are all the cases there are, so that none can be kept for testing.
  package var isTruthTable: Bool { kind == .gate }
}
