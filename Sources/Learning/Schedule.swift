import RealModule

/// How the learning rate changes from epoch to epoch: a factor on the rate that was asked for.
///
/// The definitions are those of PyTorch's schedulers of the same names.
package enum Schedule: Sendable, Equatable {
  /// The rate stays.
  case constant
  /// The rate is multiplied by `factor` every `epochs` epochs.
  case step(epochs: Int, factor: Double)
  /// The rate is multiplied by `factor` every epoch.
  case exponential(factor: Double)
  /// Half a cosine from 1 to 0 over `epochs` epochs; 0 from there on.
  case cosine(epochs: Int)

  /// The factor during an epoch, counted from 0.
  ///
  /// A length of no epochs counts as one.
  package func factor(epoch: Int) -> Double {
    switch self {
    case .constant: return 1
    case .step(let epochs, let factor): return Double.pow(factor, epoch / Swift.max(1, epochs))
    case .exponential(let factor): return Double.pow(factor, epoch)
    case .cosine(let epochs):
      guard epoch < epochs else { return 0 }
      return 0.5 * (1 + Double.cos(Double.pi * Double(epoch) / Double(epochs)))
    }
  }
}
