/// A plane in the space of all parameters: the points w + a d + b e for numbers a (alpha) and b (beta).
///
/// The directions d and e need be neither of length 1 nor at a right angle, and may even be parallel or zero: then it
/// is a line or a point, and nothing traps.
package struct ParameterPlane: Sendable, Equatable {
  /// The point w where alpha and beta are 0.
  package var origin: [Double]
  /// The direction d, that of alpha.
  package var first: [Double]
  /// The direction e, that of beta.
  package var second: [Double]

  /// A plane through a point along two directions.
  ///
  /// - Precondition: the directions have as many numbers as the point.
  package init(origin: [Double], directions: LandscapeDirections) {
    precondition(
      directions.first.count == origin.count && directions.second.count == origin.count,
      "directions of \(directions.first.count) and \(directions.second.count) numbers for \(origin.count) parameters")
    self.origin = origin
    first = directions.first
    second = directions.second
  }

  /// The parameters at a place of the plane.
  package func point(_ place: PlanePlace) -> [Double] {
    origin.indices.map { (origin[$0] + place.alpha * first[$0]) + place.beta * second[$0] }
  }
}

/// A place on a plane in the space of parameters, in units of its directions.
package struct PlanePlace: Sendable, Equatable {
  /// How far along the first direction.
  package var alpha: Double
  /// How far along the second direction.
  package var beta: Double

  /// The place w + alpha d + beta e.
  package init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
  }
}
