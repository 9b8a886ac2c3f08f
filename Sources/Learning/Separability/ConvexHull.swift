/// The convex hull of some points of the plane, exactly: as its lower and its upper boundary.
struct ConvexHull {
  /// The lower boundary from left to right; at each end the lowest point there.
  let lower: [IndexedPoint]
  /// The upper boundary from left to right; at each end the highest point there.
  let upper: [IndexedPoint]

  /// The hull of at least one point (Andrew's monotone chain).
  ///
  /// Of points at the same place the one with the lowest index stays. Points on an edge are no vertices.
  ///
  /// - Complexity: O(n log n); O(n) for points that fill their hull evenly.
  init(_ points: [IndexedPoint]) {
    precondition(!points.isEmpty, "the hull of no points")
    let sorted = Self.withoutInner(points).sorted { ($0.x, $0.y, $0.index) < ($1.x, $1.y, $1.index) }
    var lower = Self.chain(sorted) { $0 > 0 }
    var upper = Self.chain(sorted) { $0 < 0 }
    // Vertical sides belong to neither boundary.
    if lower.count > 1, lower[lower.count - 1].x == lower[lower.count - 2].x { lower.removeLast() }
    if upper.count > 1, upper[0].x == upper[1].x { upper.removeFirst() }
    self.lower = lower
    self.upper = upper
  }

  /// The leftmost x.
  var left: Double { lower[0].x }
  /// The rightmost x.
  var right: Double { lower[lower.count - 1].x }

  /// Every vertex once.
  var vertices: [IndexedPoint] {
    var vertices = lower
    vertices += upper.reversed().filter { point in
      !(point.x == left && point.y == lower[0].y) && !(point.x == right && point.y == lower[lower.count - 1].y)
    }
    return vertices
  }

  /// The sides, the vertical ones included; none of a single point.
  var edges: [(IndexedPoint, IndexedPoint)] {
    Array(zip(lower, lower.dropFirst())) + Array(zip(upper, upper.dropFirst())) + verticals
  }

  /// The vertical sides.
  var verticals: [(IndexedPoint, IndexedPoint)] {
    let sides = [(lower[0], upper[0]), (lower[lower.count - 1], upper[upper.count - 1])]
    return sides.filter { $0.0.y != $0.1.y }.prefix(left == right ? 1 : 2).map { $0 }
  }

  /// Whether a point lies in the hull or on its boundary.
  ///
  /// - Complexity: O(log n).
  func contains(_ point: IndexedPoint) -> Bool {
    left <= point.x && point.x <= right && Self.side(point, of: lower) >= 0 && Self.side(point, of: upper) <= 0
  }

  /// Whether a point lies above (positive), on (0) or below a boundary that spans its x.
  static func side(_ point: IndexedPoint, of chain: [IndexedPoint]) -> Double {
    let next = firstIndex(in: chain, from: point.x)
    if chain[next].x == point.x { return point.y - chain[next].y }
    return orientation(chain[next - 1], chain[next], point)
  }

  /// The first vertex of a boundary with an x of at least `x`, or the last vertex.
  static func firstIndex(in chain: [IndexedPoint], from x: Double) -> Int {
    var (low, high) = (0, chain.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if chain[middle].x < x { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The points of `sorted` that turn the way `turns` accepts.
  private static func chain(_ sorted: [IndexedPoint], turns: (Double) -> Bool) -> [IndexedPoint] {
    var chain: [IndexedPoint] = []
    for point in sorted {
      if let last = chain.last, last.x == point.x, last.y == point.y { continue }
      while chain.count >= 2, !turns(orientation(chain[chain.count - 2], chain[chain.count - 1], point)) {
        chain.removeLast()
      }
      chain.append(point)
    }
    return chain
  }

  /// The points without those that lie well inside an octagon of extreme points (Akl and Toussaint).
  private static func withoutInner(_ points: [IndexedPoint]) -> [IndexedPoint] {
    guard points.count > 64 else { return points }
    let directions: [(Double, Double)] = [(1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1)]
    var corners: [IndexedPoint] = []
    for (x, y) in directions {
      var best = points[0]
      var reach = best.x * x + best.y * y
      for point in points where point.x * x + point.y * y > reach {
        best = point
        reach = point.x * x + point.y * y
      }
      if corners.last.map({ $0.x != best.x || $0.y != best.y }) ?? true { corners.append(best) }
    }
    // Counterclockwise: inside is to the left of every side, by more than rounding.
    let sides = corners.indices.map { index in
      let (a, b) = (corners[index], corners[(index + 1) % corners.count])
      let (x, y) = (a.y - b.y, b.x - a.x)
      let slack = 1e-12 * (abs(x) * (abs(a.x) + 1) + abs(y) * (abs(a.y) + 1))
      return (x: x, y: y, level: x * a.x + y * a.y + slack)
    }
    return points.filter { point in !sides.allSatisfy { $0.x * point.x + $0.y * point.y > $0.level } }
  }
}
