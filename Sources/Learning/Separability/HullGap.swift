/// The shortest distance between two convex polygons that do not touch, and its direction.
struct HullGap {
  /// The distance; infinite before anything was measured.
  private(set) var distance = Double.infinity
  /// The unit vector from the second polygon to the first.
  private(set) var normal = (x: 1.0, y: 0.0)

  /// Tries all pairs of vertices, and of a vertex and an edge.
  ///
  /// - Complexity: O(a b) for polygons of a and b vertices.
  mutating func measure(
    _ verticesA: [IndexedPoint], _ verticesB: [IndexedPoint], edgesA: [(IndexedPoint, IndexedPoint)],
    edgesB: [(IndexedPoint, IndexedPoint)]
  ) {
    for a in verticesA {
      for b in verticesB { measure(a, b) }
      for edge in edgesB { measure(a, edge, sign: 1) }
    }
    for b in verticesB {
      for edge in edgesA { measure(b, edge, sign: -1) }
    }
  }

  private mutating func measure(_ a: IndexedPoint, _ b: IndexedPoint) {
    let (x, y) = (a.x - b.x, a.y - b.y)
    // In units of the longer side, so that squares neither overflow nor vanish.
    let unit = max(abs(x), abs(y))
    guard unit > 0 else { return }
    let length = ((x / unit) * (x / unit) + (y / unit) * (y / unit)).squareRoot()
    guard length * unit < distance else { return }
    distance = length * unit
    normal = (x / unit / length, y / unit / length)
  }

  /// The distance of a vertex from the inside of an edge; `sign` is 1 when the vertex is the first polygon's.
  private mutating func measure(_ point: IndexedPoint, _ edge: (IndexedPoint, IndexedPoint), sign: Double) {
    let unit = max(abs(edge.1.x - edge.0.x), abs(edge.1.y - edge.0.y))
    guard unit > 0 else { return }
    let (x, y) = ((edge.1.x - edge.0.x) / unit, (edge.1.y - edge.0.y) / unit)
    let along = ((point.x - edge.0.x) * x + (point.y - edge.0.y) * y) / unit
    let squared = x * x + y * y
    guard along > 0, along < squared else { return }
    let length = squared.squareRoot()
    let signed = orientation(edge.0, edge.1, point) / unit / length
    guard abs(signed) < distance, signed != 0 else { return }
    distance = abs(signed)
    let side: Double = (signed > 0 ? 1 : -1) * sign
    normal = (-y / length * side, x / length * side)
  }
}
