extension Optimizer {
  /// The largest product of learning rate and curvature with which the update settles: 2 for plain gradient descent.
  ///
  /// On a quadratic of curvature λ a step multiplies the distance by 1 - ηλ, so it settles for ηλ < 2. With momentum β
  /// the distances obey r² - (1 + β - ηλ) r + β = 0 (heavy ball) or r² - (1 + β)(1 - ηλ) r + β (1 - ηλ) = 0
  /// (Nesterov), whose roots lie inside the unit circle for ηλ < 2 (1 + β) and ηλ < 2 (1 + β)/(1 + 2β). Nil for rules
  /// that scale every parameter for itself: what counts for them is the curvature of the scaled loss. Source: J. Cohen
  /// et al., "Gradient descent on neural networks typically occurs at the edge of stability", ICLR 2021, section 2 and
  /// appendix B.
  package var stabilityBound: Double? {
    switch self {
    case .sgd: 2
    case .momentum(let beta): 2 * (1 + beta)
    case .nesterov(let beta): 2 * (1 + beta) / (1 + 2 * beta)
    case .adagrad, .rmsprop, .adadelta, .adam, .adamw: nil
    }
  }
}
