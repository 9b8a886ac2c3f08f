/// The change of units that gives numbers to predict mean 0 and standard deviation 1.
///
/// A network learns the numbers in the new units; what is shown of them, and of its loss, is in their own.
package struct TargetScale: Sendable, Hashable {
  /// The mean.
  package let mean: Double
  /// The standard deviation (of the population, divided by n), above 0; 1 for numbers that do not vary.
  package let deviation: Double

  /// The change of units that a mean and a deviation stand for.
  ///
  /// - Precondition: both are finite, and the deviation is above 0.
  package init(mean: Double, deviation: Double) {
    precondition(mean.isFinite && deviation.isFinite && deviation > 0, "mean \(mean), deviation \(deviation)")
    self.mean = mean
    self.deviation = deviation
  }

  /// Measures numbers; without any it changes nothing.
  package init(fitting numbers: [Double]) {
    // In units of the largest magnitude, so that neither 1e300 overflows nor 1e-300 vanishes.
    let scale = numbers.reduce(0) { max($0, abs($1)) }
    guard scale > 0, scale.isFinite else {
      self.init(mean: 0, deviation: 1)
      return
    }
    let count = Double(numbers.count)
    let mean = numbers.reduce(0) { $0 + $1 / scale } / count
    let variance = numbers.reduce(0) { $0 + ($1 / scale - mean) * ($1 / scale - mean) } / count
    let deviation = variance.squareRoot() * scale
    self.init(
      mean: mean * scale, deviation: variance.squareRoot() > 0x1p-50 && deviation > 0 ? deviation : 1)
  }

  /// Whether numbers of this mean and deviation can be learned as they are, at the learning rates that are usual.
  package var isModerate: Bool { abs(mean) <= 10 && (0.1...10).contains(deviation) }

  /// A number in the new units.
  package func apply(to number: Double) -> Double { (number - mean) / deviation }

  /// A number in its own units.
  package func invert(_ number: Double) -> Double { number * deviation + mean }

  /// A data set with its numbers in the new units, which knows of them; one of classes as it is.
  package func apply(to dataset: Dataset) -> Dataset {
    guard case .numbers(let numbers) = dataset.targets else { return dataset }
    var result = dataset.with(targets: .numbers(numbers.map(apply)))
    result.targetScale = self
    return result
  }
}
