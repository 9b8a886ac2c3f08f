extension LandscapeDirections {
  /// The two directions of length 1, perpendicular to one another, that explain most of a path.
  ///
  /// They are the leading right singular vectors of the matrix whose rows are the differences of the path's points to
  /// the present one, as in Li et al. 2018: the plane goes through the present point, and the rows are not centered once
  /// more around their mean. The explained shares are the squares of the two singular values among the sum of all.
  ///
  /// The first direction leads from the path's beginning to its present end, so that the beginning has a negative
  /// alpha; the second leads to the side on which the point farthest from the first lies. Where the path spans no plane
  /// - it has one point, or is straight - random directions from the seed fill up, and explain nothing.
  ///
  /// - Parameters:
  ///   - path: The parameters along the path, the oldest first.
  ///   - present: The point that the plane goes through.
  ///   - generator: What missing directions are drawn with.
  /// - Precondition: all points have as many numbers.
  /// - Complexity: O(n p min(n, p)) for n points of p numbers.
  package static func principal(
    of path: [[Double]], around present: [Double], using generator: inout SplitMix64
  ) -> LandscapeDirections {
    var rows: [[Double]] = []
    for point in path {
      precondition(point.count == present.count, "a point of \(point.count) numbers among those of \(present.count)")
      let row = zip(point, present).map { $0 - $1 }
      if row.contains(where: { $0 != 0 }), row.allSatisfy(\.isFinite) { rows.append(row) }
    }
    let components = PrincipalComponents(rows)
    var directions = components.directions
    if let first = directions.first, let start = rows.first, VectorMath.dot(first, start) > 0 {
      directions[0] = first.map { -$0 }
    }
    if directions.count > 1 {
      let sides = rows.map { VectorMath.dot($0, directions[1]) }
      if let farthest = sides.max(by: { $0.magnitude < $1.magnitude }), farthest < 0 {
        directions[1] = directions[1].map { -$0 }
      }
    }
    while directions.count < 2 {
      var drawn = present.map { _ in generator.normal() }
      for direction in directions { drawn = VectorMath.perpendicular(drawn, to: direction) }
      directions.append(VectorMath.unit(drawn) ?? drawn.map { _ in 0 })
    }
    let explained =
      rows.isEmpty ? nil : components.explained + Array(repeating: 0, count: 2 - components.explained.count)
    return LandscapeDirections(first: directions[0], second: directions[1], explained: explained)
  }
}
