/// What is known about descending a quadratic with given curvatures, before taking a step.
///
/// Along each principal direction, with curvature λ (an eigenvalue of the Hessian), gradient descent multiplies the
/// distance to the minimum by 1 - ηλ, η being the learning rate. Momentum is the frameworks' heavy ball,
/// v <- βv + g, w <- w - ηv, for which the distance obeys d' = (1 + β - ηλ) d - β d_before (Polyak 1964; Goh, "Why
/// momentum really works", Distill 2017). For other functions it holds near a minimum, with the curvatures there.
package struct StepTheory: Sendable, Equatable {
  /// What gradient descent does along one principal direction.
  package enum Behavior: Sendable, Equatable {
    /// The curvature is 0: there is nothing to descend along this direction, or a slope without end.
    case flat
    /// The curvature is negative: each step leads further away.
    case leaves
    /// 0 < ηλ < 1: the distance shrinks from one side.
    case approaches
    /// ηλ = 1: one step suffices.
    case arrives
    /// 1 < ηλ < 2: the distance shrinks from alternating sides.
    case oscillates
    /// ηλ = 2: the steps go to and fro between two points for ever.
    case circles
    /// ηλ > 2: each step overshoots further.
    case diverges
  }

  /// The curvatures, smallest first: two for a surface, one for a curve.
  package let curvatures: [Double]

  /// Takes the eigenvalues of a surface's Hessian, or the second derivative of a curve.
  package init(_ curvature: Curvature, variables: Expression.Variables) {
    let eigenvalues = curvature.eigenvalues
    curvatures = variables == .x ? [curvature.xx] : [eigenvalues.smaller, eigenvalues.larger]
  }

  private var smallest: Double { curvatures.first ?? .nan }
  private var largest: Double { curvatures.last ?? .nan }

  /// What one step of gradient descent multiplies the distance by, along each direction: 1 - ηλ.
  package func factors(learningRate: Double) -> [Double] {
    curvatures.map { 1 - learningRate * $0 }
  }

  /// What gradient descent does along each direction.
  ///
  /// The borders ηλ = 1 and 2 are met up to 1e-12.
  package func behaviors(learningRate: Double) -> [Behavior] {
    curvatures.map { curvature in
      if curvature == 0 { return .flat }
      if curvature < 0 { return .leaves }
      let product = learningRate * curvature
      if (product - 1).magnitude <= 1e-12 { return .arrives }
      if (product - 2).magnitude <= 1e-12 { return .circles }
      return product < 1 ? .approaches : product < 2 ? .oscillates : .diverges
    }
  }

  /// The learning rate above which steps diverge: 2(1 + β)/λmax, 2/λmax without momentum.
  ///
  /// Infinite when all curvatures are 0; nil when one is negative or not a number, since then no rate converges.
  package func stabilityLimit(momentum: Double = 0) -> Double? {
    guard smallest >= 0, largest.isFinite else { return nil }
    return 2 * (1 + momentum) / largest
  }

  /// The learning rate with which gradient descent converges fastest, 2/(λmin + λmax).
  ///
  /// Nil unless all curvatures are positive.
  package var bestLearningRate: Double? {
    guard smallest > 0, largest.isFinite else { return nil }
    return 2 / (smallest + largest)
  }

  /// For each direction, the momentum that neither overshoots nor lags: (1 - sqrt(ηλ))^2, critical damping.
  ///
  /// Below it the distance shrinks without crossing, above it swings. Nil where λ is not positive or no momentum below 1
  /// is stable (ηλ >= 4).
  package func criticalMomentum(learningRate: Double) -> [Double?] {
    curvatures.map { curvature in
      let product = learningRate * curvature
      guard product > 0, product < 4 else { return nil }
      let root = 1 - product.squareRoot()
      return root * root
    }
  }

  /// The learning rate and momentum with which the heavy ball converges fastest (Polyak 1964).
  ///
  /// η = (2/(sqrt λmin + sqrt λmax))^2, β = ((sqrt λmax - sqrt λmin)/(sqrt λmax + sqrt λmin))^2. Nil unless all curvatures
  /// are positive.
  package var bestWithMomentum: (learningRate: Double, momentum: Double)? {
    guard smallest > 0, largest.isFinite else { return nil }
    let (low, high) = (smallest.squareRoot(), largest.squareRoot())
    let (rate, damping) = (2 / (low + high), (high - low) / (high + low))
    return (rate * rate, damping * damping)
  }

  /// What a step multiplies the distance by in the long run, along each direction, with momentum.
  ///
  /// The larger magnitude of the two roots of r^2 - (1 + β - ηλ) r + β: sqrt(β) where they are complex.
  package func contractions(learningRate: Double, momentum: Double) -> [Double] {
    curvatures.map { curvature in
      let sum = 1 + momentum - learningRate * curvature
      let discriminant = sum * sum - 4 * momentum
      return discriminant < 0 ? momentum.squareRoot() : (sum.magnitude + discriminant.squareRoot()) / 2
    }
  }
}
