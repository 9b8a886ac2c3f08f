/// Where on a plane a point of the parameter space comes nearest to, and how far from it the point is.
///
/// The least squares solution of a d + b e = p - w. The second direction is first made perpendicular to the other (one
/// step of Gram and Schmidt), which solves the normal equations without squaring their condition. Parallel directions
/// leave many solutions; then it is the smallest, as that of a pseudoinverse.
package struct PlaneProjection: Sendable, Equatable {
  /// The nearest place of the plane.
  package let place: PlanePlace
  /// How far the point is from there, in the units of the parameters.
  package let distance: Double

  /// The sine of the angle below which two directions count as parallel.
  private static let leastSine = 1e-10

  /// Projects a point at a right angle onto a plane.
  ///
  /// Numbers that are not finite give places that are not.
  ///
  /// - Precondition: the point has as many numbers as the plane's origin.
  /// - Complexity: O(parameters).
  package init(of point: [Double], onto plane: ParameterPlane) {
    precondition(
      point.count == plane.origin.count, "a point of \(point.count) numbers, a plane of \(plane.origin.count)")
    let offset = zip(point, plane.origin).map { $0 - $1 }
    let (d, e) = (plane.first, plane.second)
    let (dd, de, ee) = (VectorMath.dot(d, d), VectorMath.dot(d, e), VectorMath.dot(e, e))
    let shear = dd > 0 ? de / dd : 0
    let rest = zip(d, e).map { $1 - shear * $0 }
    let square = VectorMath.dot(rest, rest)
    let place: PlanePlace
    if dd > 0, square > Self.leastSine * Self.leastSine * ee {
      let beta = VectorMath.dot(rest, offset) / square
      let alpha = (VectorMath.dot(d, offset) - beta * de) / dd
      place = PlanePlace(alpha: alpha, beta: beta)
    } else if dd + ee > 0 {
      // One line only: its direction in (alpha, beta) is (|d|, ±|e|), and its points are worth |d|² + |e|² each.
      let (a, b) = (dd.squareRoot(), de < 0 ? -ee.squareRoot() : ee.squareRoot())
      let along = (a * VectorMath.dot(d, offset) + b * VectorMath.dot(e, offset)) / ((dd + ee) * (dd + ee))
      place = PlanePlace(alpha: along * a, beta: along * b)
    } else {
      place = PlanePlace(alpha: 0, beta: 0)
    }
    let nearest = zip(offset.indices, offset).map { index, number in
      number - place.alpha * d[index] - place.beta * e[index]
    }
    self.place = place
    distance = VectorMath.length(nearest)
  }
}
