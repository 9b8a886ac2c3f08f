import Learning

extension Description {
  /// What the settings choose about a built-in data set.
  package var datasetOptions: DatasetOptions {
    // For a generated set the classes are how many there are, else which are kept.
    let classes = words(.classes)
    let count = classes.count == 1 && BuiltInDataset(rawValue: data)?.isGenerated == true ? Int(classes[0]) : nil
    return DatasetOptions(
      examples: integer(.examples), noise: isExplicit(.noise) ? number(.noise) : nil,
      labelNoise: number(.flipNoise) ?? 0, classes: count, seed: dataSeed, columns: nonEmpty(words(.columns)),
      classNames: nonEmpty(classes) ?? usualClasses)
  }

  /// The built-in set that `data` names, as generated; nil where it names a file.
  ///
  /// - Throws: `DatasetError` for an option that the set does not allow.
  package func builtInDataset() throws(DatasetError) -> Dataset? {
    try BuiltInDataset(rawValue: data)?.dataset(datasetOptions)
  }

  /// A network tells all three species apart where the perceptron is shown two.
  private var usualClasses: [String]? {
    subject == .network && data == BuiltInDataset.penguins.name ? ["Adelie", "Chinstrap", "Gentoo"] : nil
  }

  private func isExplicit(_ key: Key) -> Bool { explicit[key] != nil }

  private func nonEmpty(_ words: [String]) -> [String]? { words.isEmpty ? nil : words }
}
