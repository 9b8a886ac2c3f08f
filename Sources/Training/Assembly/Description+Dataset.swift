import Learning

extension Description {
  /// What the settings choose about a built-in data set.
  public var datasetOptions: DatasetOptions {
    DatasetOptions(
      examples: integer(.examples), noise: isExplicit(.noise) ? number(.noise) : nil,
      labelNoise: number(.flipNoise) ?? 0, seed: seed, columns: nonEmpty(words(.columns)),
      classNames: nonEmpty(words(.classes)))
  }

  /// The built-in set that `data` names, as generated; nil where it names a file.
  ///
  /// - Throws: `DatasetError` for an option that the set does not allow.
  public func builtInDataset() throws(DatasetError) -> Dataset? {
    try BuiltInDataset(rawValue: data)?.dataset(datasetOptions)
  }

  private func isExplicit(_ key: Key) -> Bool { explicit[key] != nil }

  private func nonEmpty(_ words: [String]) -> [String]? { words.isEmpty ? nil : words }
}
