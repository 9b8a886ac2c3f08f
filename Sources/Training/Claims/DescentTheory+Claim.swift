import Calculus

extension DescentTheory {
  /// What the next steps of plain gradient descent do; nil for other methods, and where a number is none.
  package func claim(of descent: Descent) -> StepClaim? {
    guard case .optimizer(.sgd) = descent.method else { return nil }
    var figures = StepClaim.Figures()
    figures.isExact = isExact
    let largest = steps.curvatures.reduce(0) { max($0, $1.magnitude) }
    let curvatures = steps.curvatures.map { $0.magnitude <= 1e-12 * largest ? 0 : $0 }
    figures.curvatures = curvatures.map { PrintedNumber($0, significant: 3) }
    // What is nothing but rounding is 0, or −1.
    figures.factors = curvatures.map { curvature in
      let factor = 1 - descent.learningRate * curvature
      let nearest = [0.0, -1, 1].first { (factor - $0).magnitude <= 1e-12 }
      guard let nearest else { return PrintedNumber.apart(factor, -1, significant: 4...10).0 }
      return PrintedNumber(nearest)
    }
    let length = descent.gradient.length
    figures.slopes = directions.map { direction in
      let slope = (descent.gradient.x * direction.x + descent.gradient.y * direction.y).magnitude
      return PrintedNumber(slope <= 1e-12 * length ? 0 : slope, significant: 3)
    }
    return StepClaim(figures)
  }
}
