/// The change of units that gives two inputs mean 0 and standard deviation 1.
///
/// Computed on the training examples alone and applied to all, with its inverse for labeling axes in the old units.
package struct Standardization: Sendable, Hashable {
  /// The mean of x1 and x2.
  package let means: [Double]
  /// The standard deviation (of the population, divided by n) of x1 and x2; 1 for an input that does not vary.
  package let deviations: [Double]

  /// The change of units that two means and deviations stand for.
  ///
  /// - Precondition: there are two of each, finite, the deviations above 0.
  package init(means: [Double], deviations: [Double]) {
    precondition(means.count == 2 && deviations.count == 2, "\(means.count) means, \(deviations.count) deviations")
    precondition(deviations.allSatisfy { $0 > 0 && $0.isFinite }, "deviations \(deviations)")
    self.means = means
    self.deviations = deviations
  }

  /// Measures the examples of a set; without examples it changes nothing.
  ///
  /// - Complexity: O(examples).
  package init(fitting dataset: Dataset) {
    var means = [0.0, 0.0]
    var deviations = [1.0, 1.0]
    for input in 0..<2 where dataset.count > 0 {
      let values = stride(from: input, to: dataset.inputs.count, by: 2).lazy.map { dataset.inputs[$0] }
      let count = Double(dataset.count)
      // In units of the largest magnitude, so that neither 1e300 overflows nor 1e-300 vanishes.
      let scale = values.reduce(0) { max($0, abs($1)) }
      guard scale > 0, scale.isFinite else { continue }
      let mean = values.reduce(0) { $0 + $1 / scale } / count
      let variance = values.reduce(0) { $0 + ($1 / scale - mean) * ($1 / scale - mean) } / count
      means[input] = mean * scale
      let deviation = variance.squareRoot() * scale
      // Below the rounding error of its values an input does not vary.
      if variance.squareRoot() > 0x1p-50, deviation > 0 { deviations[input] = deviation }
    }
    self.means = means
    self.deviations = deviations
  }

  /// A point in the new units.
  package func apply(to x1: Double, _ x2: Double) -> (x1: Double, x2: Double) {
    ((x1 - means[0]) / deviations[0], (x2 - means[1]) / deviations[1])
  }

  /// A point in the old units.
  package func invert(_ x1: Double, _ x2: Double) -> (x1: Double, x2: Double) {
    (x1 * deviations[0] + means[0], x2 * deviations[1] + means[1])
  }

  /// A data set in the new units, which knows of them.
  ///
  /// - Complexity: O(examples).
  package func apply(to dataset: Dataset) -> Dataset {
    var inputs = dataset.inputs
    for index in 0..<dataset.count {
      let (x1, x2) = apply(to: inputs[2 * index], inputs[2 * index + 1])
      inputs[2 * index] = x1
      inputs[2 * index + 1] = x2
    }
    var result = dataset.with(inputs: inputs)
    result.standardization = self
    return result
  }
}

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
