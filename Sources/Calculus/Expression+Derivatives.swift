extension Expression {
  /// The value and the gradient at a point, exact up to rounding, never differences.
  ///
  /// Where there is no derivative: abs'(0) = 0, relu'(0) = 0, and `min` or `max` of two equal operands passes one half
  /// to each. A factor of exactly 0 wins over an infinite one, so `sqrt(x^2 + y^2)` has gradient 0 at the origin.
  /// Where the value is NaN, so is the gradient.
  ///
  /// - Complexity: O(n) in `operationCount`.
  package func valueAndGradient(x: Double, y: Double = 0) -> (value: Double, gradient: PlaneGradient) {
    let dual = program.dual(x: x, y: y)
    return (dual.value, PlaneGradient(x: dual.byX, y: dual.byY))
  }

  /// The gradient at a point.
  package func gradient(x: Double, y: Double = 0) -> PlaneGradient {
    valueAndGradient(x: x, y: y).gradient
  }

  /// The value, the gradient and the second derivatives at a point, exact up to rounding.
  ///
  /// The second derivative of abs, relu, min and max is 0, at the kink too.
  ///
  /// - Complexity: O(n) in `operationCount`.
  package func derivatives(
    x: Double, y: Double = 0
  ) -> (value: Double, gradient: PlaneGradient, curvature: Curvature) {
    let jet = program.jet(x: x, y: y)
    return (
      jet.value, PlaneGradient(x: jet.byX, y: jet.byY), Curvature(xx: jet.byXX, xy: jet.byXY, yy: jet.byYY)
    )
  }

  /// The second derivatives at a point.
  package func curvature(x: Double, y: Double = 0) -> Curvature {
    derivatives(x: x, y: y).curvature
  }

  /// A bound on the degree of the polynomial in x and y that the expression writes; nil when it is not one.
  ///
  /// It may be too large where terms cancel (`x^3 - x^3 + x`), never too small.
  package var polynomialDegree: Int? { program.polynomialDegree }
}
