/// The second derivatives of a function of x and y at a point: a symmetric matrix of two rows, the Hessian.
package struct Curvature: Sendable, Equatable {
  /// The second derivative of the function with respect to x, twice.
  package var xx: Double
  /// The second derivative of the function with respect to x and to y.
  package var xy: Double
  /// The second derivative of the function with respect to y, twice.
  package var yy: Double

  /// Makes a matrix from its three different entries.
  package init(xx: Double, xy: Double, yy: Double) {
    self.xx = xx
    self.xy = xy
    self.yy = yy
  }

  /// The product of the eigenvalues.
  package var determinant: Double { xx * yy - xy * xy }

  /// The eigenvalues: the curvatures along the two principal directions; NaN when an entry is.
  ///
  /// With m half the trace and r = sqrt(((xx - yy)/2)^2 + xy^2) they are m - r and m + r. The one in which the two
  /// terms would cancel is computed as determinant / other, so a narrow valley keeps its small curvature's digits.
  package var eigenvalues: (smaller: Double, larger: Double) {
    let middle = xx / 2 + yy / 2
    let radius = PlaneGradient(x: xx / 2 - yy / 2, y: xy).length
    guard middle.isFinite, radius.isFinite else { return (.nan, .nan) }
    if middle == 0 || radius == 0 { return (middle - radius, middle + radius) }
    let far = middle > 0 ? middle + radius : middle - radius
    let near = (xx / far) * yy - (xy / far) * xy
    return middle > 0 ? (near, far) : (far, near)
  }

  /// The directions, of length 1 and at right angles, that belong to the smaller and to the larger eigenvalue.
  ///
  /// The axes themselves when the matrix is a multiple of the identity. A direction and its opposite are equally
  /// right; the one to the right, or straight up, is given.
  package var principalDirections: (smaller: PlaneGradient, larger: PlaneGradient) {
    let difference = xx / 2 - yy / 2
    let radius = PlaneGradient(x: difference, y: xy).length
    // The larger eigenvalue's direction is (difference + radius, xy), or (xy, radius - difference) when that cancels.
    var larger =
      difference >= 0
      ? PlaneGradient(x: difference + radius, y: xy) : PlaneGradient(x: xy, y: radius - difference)
    let length = larger.length
    guard length > 0, length.isFinite else {
      return (PlaneGradient(x: 0, y: 1), PlaneGradient(x: 1, y: 0))
    }
    larger = Self.pointingRight(PlaneGradient(x: larger.x / length, y: larger.y / length))
    return (Self.pointingRight(PlaneGradient(x: -larger.y, y: larger.x)), larger)
  }

  private static func pointingRight(_ direction: PlaneGradient) -> PlaneGradient {
    let isRight = direction.x > 0 || (direction.x == 0 && direction.y > 0)
    return isRight ? direction : PlaneGradient(x: -direction.x, y: -direction.y)
  }
}
