/// A step of Newton's method: to the minimum of the quadratic that has the function's gradient and curvature here.
///
/// Where curvature is negative that quadratic has no minimum and Newton's own step would climb to a saddle or a
/// maximum. Then each negative curvature is replaced by its magnitude, so that the step descends along every principal
/// direction ("saddle-free" Newton; Dauphin et al. 2014, arXiv:1406.2572).
package struct NewtonStep: Sendable, Equatable {
  /// Which step was taken.
  package enum Kind: Sendable, Equatable {
    /// Newton's own, -H^-1 g: all curvatures are positive.
    case newton
    /// With the magnitudes of the curvatures, since one is negative; the gradient itself along flat directions.
    case absoluteCurvature
    /// The gradient itself, -g: there is no curvature at all, or it is not a number.
    case gradient
  }

  /// What to add to x.
  package let x: Double
  /// What to add to y; 0 for a curve.
  package let y: Double
  /// Which step it is.
  package let kind: Kind

  /// Finds the step at a point with a given gradient and curvature.
  package init(gradient: PlaneGradient, curvature: Curvature, variables: Expression.Variables) {
    if variables == .x {
      let isUsable = curvature.xx != 0 && curvature.xx.isFinite
      x = isUsable ? -gradient.x / curvature.xx.magnitude : -gradient.x
      y = 0
      kind = !isUsable ? .gradient : curvature.xx > 0 ? .newton : .absoluteCurvature
      return
    }
    let values = curvature.eigenvalues
    let steepest = max(values.smaller.magnitude, values.larger.magnitude)
    guard steepest > 0, steepest.isFinite else {
      (x, y, kind) = (-gradient.x, -gradient.y, .gradient)
      return
    }
    // Below this a curvature is rounding, and dividing by it would leap out of the world.
    let floor = 1e-13 * steepest
    let directions = curvature.principalDirections
    func part(_ curvature: Double, _ direction: PlaneGradient) -> Double {
      let slope = gradient.x * direction.x + gradient.y * direction.y
      return curvature.magnitude > floor ? -slope / curvature.magnitude : -slope
    }
    let smaller = part(values.smaller, directions.smaller)
    let larger = part(values.larger, directions.larger)
    x = smaller * directions.smaller.x + larger * directions.larger.x
    y = smaller * directions.smaller.y + larger * directions.larger.y
    kind = values.smaller > floor ? .newton : .absoluteCurvature
  }
}
