import Learning

/// Notices that a perceptron's weights at the end of an epoch are ones it has had before.
///
/// An epoch in the given order is a function of the weights alone, so weights that come back exactly come back for
/// ever. R. P. Brent's method ("An improved Monte Carlo factorization algorithm", 1980) remembers one set of weights and
/// doubles the distance after which it is renewed: whatever the length of the cycle, it is found, and its exact period.
struct CycleDetector: Sendable, Equatable {
  private var remembered: Perceptron
  private var distance = 0
  private var limit = 1

  /// Begins with the weights before the first epoch.
  init(start: Perceptron) {
    remembered = start
  }

  /// Takes note of the weights after an epoch.
  ///
  /// - Returns: The period in epochs when they are the remembered ones.
  mutating func period(after perceptron: Perceptron) -> Int? {
    distance += 1
    if perceptron == remembered { return distance }
    if distance == limit {
      remembered = perceptron
      distance = 0
      limit *= 2
    }
    return nil
  }
}
