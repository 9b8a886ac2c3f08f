import RealModule

/// How wrong the outputs of a network are for one example; a batch's loss is the mean over its examples.
///
/// The raw values are the names of the command line and of the model file. With several outputs the terms are summed.
package enum Loss: String, CaseIterable, Sendable {
  /// (1/2) (z - t)².
  case squaredError = "squared-error"
  /// -[t log z + (1 - t) log(1 - z)] of a sigmoid output, computed from the logit: log(1 + e^s) - t s.
  case binaryCrossEntropy = "binary-cross-entropy"
  /// -sum t_k log z_k of a softmax output, computed from the logits: log sum e^s - sum t_k s_k.
  case crossEntropy = "cross-entropy"
  /// max(0, 1 - t s) with t = ±1, of the sum s before the output activation.
  case hinge

  /// The output activations that make sense with this loss; the first is the usual one.
  package var outputActivations: [OutputActivation] {
    switch self {
    case .squaredError: [.tanh, .identity, .sigmoid, .softmax]
    case .binaryCrossEntropy: [.sigmoid]
    case .crossEntropy: [.softmax]
    case .hinge: [.identity, .tanh]
    }
  }

  /// The numbers that stand for "it is this class" and "it is not" behind an output activation.
  ///
  /// 1 and 0 where the output is a probability, +1 and -1 elsewhere.
  package func encoding(for activation: OutputActivation) -> (hit: Double, miss: Double) {
    switch (self, activation) {
    case (.squaredError, .identity), (.squaredError, .tanh), (.hinge, _): (1, -1)
    default: (1, 0)
    }
  }

  /// The loss of one example; `sums` are the logits s, `outputs` the z = h(s), `targets` the t.
  ///
  /// Never takes the logarithm of 0: finite logits give a finite loss.
  package func value(sums: [Double], outputs: [Double], targets: [Double]) -> Double {
    var total = 0.0
    switch self {
    case .squaredError:
      for (z, t) in zip(outputs, targets) { total += 0.5 * (z - t) * (z - t) }
    case .binaryCrossEntropy:
      for (s, t) in zip(sums, targets) {
        total += (s > 0 ? s : 0) - t * s + Double.log(onePlus: Double.exp(-s.magnitude))
      }
    case .crossEntropy:
      let largest = sums.max() ?? 0
      let logOfSum = largest + Double.log(sums.reduce(0) { $0 + Double.exp($1 - largest) })
      for (s, t) in zip(sums, targets) where t != 0 { total += t * (logOfSum - s) }
    case .hinge:
      for (s, t) in zip(sums, targets) { total += Swift.max(0, 1 - t * s) }
    }
    return total
  }

  /// The gradient dL/ds of one example's loss with respect to the sums before the output activation.
  ///
  /// Both cross-entropies give z - t; hinge gives 0 at its kink.
  package func gradient(
    sums: [Double], outputs: [Double], targets: [Double], activation: OutputActivation
  ) -> [Double] {
    switch self {
    case .squaredError: activation.pullBack(zip(outputs, targets).map { $0 - $1 }, outputs: outputs)
    case .binaryCrossEntropy, .crossEntropy: zip(outputs, targets).map { $0 - $1 }
    case .hinge: zip(sums, targets).map { 1 - $1 * $0 > 0 ? -$1 : 0 }
    }
  }

  /// The gradient dL/dz of one example's loss with respect to the outputs, for showing the chain rule link by link.
  ///
  /// A saturated output makes it infinite; `gradient(sums:outputs:targets:activation:)` does not go through it. Nil for
  /// hinge, which looks at s and not at z.
  package func outputGradient(outputs: [Double], targets: [Double]) -> [Double]? {
    switch self {
    case .squaredError: zip(outputs, targets).map { $0 - $1 }
    case .binaryCrossEntropy:
      zip(outputs, targets).map { z, t in (t == 0 ? 0 : -t / z) + (t == 1 ? 0 : (1 - t) / (1 - z)) }
    case .crossEntropy: zip(outputs, targets).map { z, t in t == 0 ? 0 : -t / z }
    case .hinge: nil
    }
  }
}
