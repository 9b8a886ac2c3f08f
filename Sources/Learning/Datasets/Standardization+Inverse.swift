extension Standardization {
  /// A data set back in the old units.
  ///
  /// - Complexity: O(examples).
  public func invert(_ dataset: Dataset) -> Dataset {
    var result = dataset
    for index in 0..<dataset.count {
      let (x1, x2) = invert(dataset.inputs[2 * index], dataset.inputs[2 * index + 1])
      result.inputs[2 * index] = x1
      result.inputs[2 * index + 1] = x2
    }
    return result
  }
}
