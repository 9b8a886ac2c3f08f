extension Standardization {
  /// A data set back in the old units.
  ///
  /// - Complexity: O(examples).
  package func invert(_ dataset: Dataset) -> Dataset {
    var inputs = dataset.inputs
    for index in 0..<dataset.count {
      let (x1, x2) = invert(inputs[2 * index], inputs[2 * index + 1])
      inputs[2 * index] = x1
      inputs[2 * index + 1] = x2
    }
    return dataset.with(inputs: inputs)
  }
}
