import Basics

/// A function that is a polynomial of degree two at most, about whose descent everything is known beforehand.
package struct Quadratic: Sendable {
  /// The second derivatives, the same everywhere.
  package let curvature: Curvature
  /// What follows for steps.
  package let theory: StepTheory
  /// The one point without a gradient: the minimum where all curvatures are positive; nil when one is 0.
  package let stationaryPoint: PlanePoint?

  /// Recognizes a quadratic by the degree that its operations give; nil for anything else.
  ///
  /// Terms that cancel (`x^3 - x^3 + x^2`) are not seen through.
  ///
  /// - Complexity: O(n) in the number of operations.
  package init?(_ expression: Expression) {
    guard let degree = expression.polynomialDegree, degree <= 2 else { return nil }
    let (_, gradient, curvature) = expression.derivatives(x: 0, y: 0)
    self.curvature = curvature
    theory = StepTheory(curvature, variables: expression.variables)
    stationaryPoint = Self.stationaryPoint(gradient, curvature, expression.variables)
  }

  /// Solves H p = -g by Cramer's rule; nil when H is singular up to rounding.
  private static func stationaryPoint(
    _ gradient: PlaneGradient, _ curvature: Curvature, _ variables: Expression.Variables
  ) -> PlanePoint? {
    if variables == .x { return curvature.xx == 0 ? nil : PlanePoint(x: -gradient.x / curvature.xx) }
    let determinant = curvature.determinant
    let scale = (curvature.xx * curvature.yy).magnitude + curvature.xy * curvature.xy
    guard determinant.magnitude > 1e-14 * scale else { return nil }
    return PlanePoint(
      x: (curvature.xy * gradient.y - curvature.yy * gradient.x) / determinant,
      y: (curvature.xy * gradient.x - curvature.xx * gradient.y) / determinant)
  }
}

extension PlaneFunction {
  /// The function as a quadratic; nil when it is none.
  package var quadratic: Quadratic? { Quadratic(expression) }
}
