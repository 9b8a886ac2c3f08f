import RealModule

/// What the output layer makes of its sums: z = h(s).
///
/// Unlike a hidden unit's activation, softmax looks at all sums of the layer at once.
package enum OutputActivation: String, CaseIterable, Sendable {
  case identity
  case sigmoid
  case tanh
  case softmax

  /// The outputs z for the sums s (the logits).
  ///
  /// Softmax is shifted by its largest sum, so no finite input overflows.
  package func callAsFunction(_ sums: [Double]) -> [Double] {
    switch self {
    case .identity: return sums
    case .sigmoid: return sums.map(Activation.logistic)
    case .tanh: return sums.map { Double.tanh($0) }
    case .softmax:
      let largest = sums.max() ?? 0
      let powers = sums.map { Double.exp($0 - largest) }
      let total = powers.reduce(0, +)
      return powers.map { $0 / total }
    }
  }

  /// Takes a gradient back through the layer: from dL/dz to dL/ds, given the outputs z.
  ///
  /// For softmax dL/ds_k = z_k (dL/dz_k - sum_j z_j dL/dz_j).
  package func pullBack(_ gradient: [Double], outputs: [Double]) -> [Double] {
    switch self {
    case .identity: return gradient
    case .sigmoid: return zip(gradient, outputs).map { $0 * $1 * (1 - $1) }
    case .tanh: return zip(gradient, outputs).map { $0 * (1 - $1 * $1) }
    case .softmax:
      let mean = zip(gradient, outputs).reduce(0) { $0 + $1.0 * $1.1 }
      return zip(gradient, outputs).map { $1 * ($0 - mean) }
    }
  }
}
