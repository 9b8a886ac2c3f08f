import Learning
import Training

/// Where the same perceptron ends on the same data from other starts and, where it is shuffled, in other orders: some of the infinitely many lines that separate.
enum OtherSeeds {
  /// Trains from several seeds until the run ends or a bounded number of steps is made.
  ///
  /// - Returns: w0, w1, ... of those that converged.
  static func lines(_ description: Description, _ dataset: Dataset, count: Int) -> [[Double]] {
    (1...max(1, count)).compactMap { number in
      var other = description
      other[.weights] = nil
      other[.initializer] = .word("uniform")
      for part in [RandomPart.weights, .order] {
        other[part.key] = .integer(Int(description.seed(of: part) % 1_000_000) + number)
      }
      var run = PerceptronRun(other, dataset: dataset)
      var history = History()
      run.advance(by: min(2_000_000, max(1000, dataset.count * 500)), history: &history)
      guard run.status == .converged else { return nil }
      return [run.perceptron.bias] + run.perceptron.weights
    }
  }
}
