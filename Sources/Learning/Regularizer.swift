/// What the loss adds for large weights: l1 sum |w| + l2 (1/2) sum w², over weights, never biases.
package struct Regularizer: Sendable, Equatable {
  /// The strength of sum |w|.
  package var l1: Double
  /// The strength of (1/2) sum w².
  package var l2: Double

  /// No penalty at all.
  package static let none = Regularizer()

  /// A penalty with the given strengths.
  package init(l1: Double = 0, l2: Double = 0) {
    self.l1 = l1
    self.l2 = l2
  }

  /// The penalty of one weight.
  package func value(_ w: Double) -> Double {
    l1 * w.magnitude + 0.5 * l2 * w * w
  }

  /// The derivative of the penalty of one weight with respect to it; 0 for |w| at its kink.
  package func derivative(_ w: Double) -> Double {
    (w > 0 ? l1 : w < 0 ? -l1 : 0) + l2 * w
  }
}
