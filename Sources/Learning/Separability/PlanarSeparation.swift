/// Decides in the plane, by exact tests on the convex hulls.
struct PlanarSeparation {
  private let examples: PerceptronExamples
  private let hullA: ConvexHull
  private let hullB: ConvexHull
  /// Coordinates are the features times this power of two each, at most 1.
  private let scales: [Double]

  /// Prepares examples of both classes with one or two features, all finite.
  init(_ examples: PerceptronExamples) {
    self.examples = examples
    scales = examples.largest.map { PowerOfTwo.scaling($0) } + (examples.features.count == 1 ? [1] : [])
    var (pointsA, pointsB): ([IndexedPoint], [IndexedPoint]) = ([], [])
    for index in 0..<examples.count {
      let point = Self.point(index, examples, scales)
      if examples.signs[index] > 0 { pointsA.append(point) } else { pointsB.append(point) }
    }
    hullA = ConvexHull(pointsA)
    hullB = ConvexHull(pointsB)
  }

  private static func point(_ index: Int, _ examples: PerceptronExamples, _ scales: [Double]) -> IndexedPoint {
    let count = examples.features.count
    let first = index * count
    return IndexedPoint(
      x: examples.rows[first] * scales[0], y: count == 2 ? examples.rows[first + 1] * scales[1] : 0, index: index)
  }

  /// The answer with its proof.
  var result: Separability {
    areDisjoint ? .separable(boundary) : commonPoint.map { .inseparable($0) } ?? .undecided
  }

  // MARK: Decision

  /// Whether the hulls have no point in common.
  private var areDisjoint: Bool {
    hullA.right < hullB.left || hullB.right < hullA.left || Self.isAbove(hullA, hullB) || Self.isAbove(hullB, hullA)
  }

  /// Whether one hull lies above another wherever both are.
  ///
  /// The gap between a lower boundary, convex, and an upper one, concave, is convex and straight between their vertices,
  /// so it is enough to look at the vertices.
  private static func isAbove(_ top: ConvexHull, _ bottom: ConvexHull) -> Bool {
    top.lower.allSatisfy { point in
      point.x < bottom.left || point.x > bottom.right || ConvexHull.side(point, of: bottom.upper) > 0
    }
      && bottom.upper.allSatisfy { point in
        point.x < top.left || point.x > top.right || ConvexHull.side(point, of: top.lower) < 0
      }
  }

  // MARK: Proof that no line separates

  /// A point of both hulls: where two segments cross if there is such, else an example among three of the other class.
  ///
  /// Hulls that overlap always have one; nil only where underflow has made the tests contradict each other.
  private var commonPoint: CommonPoint? {
    let (verticesA, verticesB) = (hullA.vertices, hullB.vertices)
    let innerA = verticesA.first { hullB.contains($0) }
    let innerB = verticesB.first { hullA.contains($0) }
    if let inner = innerA, let outer = verticesA.first(where: { !hullB.contains($0) }),
      let edge = hullB.edges.first(where: { Self.cross((inner, outer), $0) })
    {
      return crossing((inner, outer), edge)
    }
    if let inner = innerB, let outer = verticesB.first(where: { !hullA.contains($0) }),
      let edge = hullA.edges.first(where: { Self.cross($0, (inner, outer)) })
    {
      return crossing(edge, (inner, outer))
    }
    if let innerA, let shares = Self.shares(of: innerA, among: verticesB) {
      return mixture([share(innerA, 1)], shares)
    }
    if let innerB, let shares = Self.shares(of: innerB, among: verticesA) {
      return mixture(shares, [share(innerB, 1)])
    }
    for edge in hullA.edges {
      if let other = Self.edge(of: hullB, crossing: edge) { return crossing(edge, other) }
    }
    return nil
  }

  private func share(_ point: IndexedPoint, _ coefficient: Double) -> CommonPoint.Share {
    CommonPoint.Share(index: point.index, coefficient: coefficient)
  }

  /// An edge of a hull that crosses a segment.
  ///
  /// - Complexity: O(log n) and the edges within the segment's reach from left to right.
  private static func edge(
    of hull: ConvexHull, crossing segment: (IndexedPoint, IndexedPoint)
  ) -> (IndexedPoint, IndexedPoint)? {
    let left = min(segment.0.x, segment.1.x)
    let right = max(segment.0.x, segment.1.x)
    for chain in [hull.lower, hull.upper] where chain.count > 1 {
      var next = max(1, ConvexHull.firstIndex(in: chain, from: left))
      while next < chain.count, chain[next - 1].x <= right {
        if cross(segment, (chain[next - 1], chain[next])) { return (chain[next - 1], chain[next]) }
        next += 1
      }
    }
    return hull.verticals.first { cross(segment, $0) }
  }

  /// Whether two segments that are not on one line have a point in common.
  private static func cross(_ first: (IndexedPoint, IndexedPoint), _ second: (IndexedPoint, IndexedPoint)) -> Bool {
    let (a, b) = (orientation(second.0, second.1, first.0), orientation(second.0, second.1, first.1))
    let (c, d) = (orientation(first.0, first.1, second.0), orientation(first.0, first.1, second.1))
    return a.sign(against: b) && c.sign(against: d) && !(a == 0 && b == 0) && !(c == 0 && d == 0)
  }

  private func crossing(
    _ edgeA: (IndexedPoint, IndexedPoint), _ edgeB: (IndexedPoint, IndexedPoint)
  ) -> CommonPoint {
    let (a0, a1) = (orientation(edgeB.0, edgeB.1, edgeA.0), orientation(edgeB.0, edgeB.1, edgeA.1))
    let (b0, b1) = (orientation(edgeA.0, edgeA.1, edgeB.0), orientation(edgeA.0, edgeA.1, edgeB.1))
    let (shareA, shareB) = (abs(a0) / (abs(a0) + abs(a1)), abs(b0) / (abs(b0) + abs(b1)))
    return mixture(
      [share(edgeA.0, 1 - shareA), share(edgeA.1, shareA)], [share(edgeB.0, 1 - shareB), share(edgeB.1, shareB)])
  }

  /// A point of a hull as a mixture of at most three vertices.
  private static func shares(of point: IndexedPoint, among vertices: [IndexedPoint]) -> [CommonPoint.Share]? {
    let first = vertices[0]
    if vertices.count == 1 { return [CommonPoint.Share(index: first.index, coefficient: 1)] }
    if vertices.count == 2 {
      let (dx, dy) = (vertices[1].x - first.x, vertices[1].y - first.y)
      let share = abs(dx) > abs(dy) ? (point.x - first.x) / dx : (point.y - first.y) / dy
      return [
        CommonPoint.Share(index: first.index, coefficient: 1 - share),
        CommonPoint.Share(index: vertices[1].index, coefficient: share),
      ]
    }
    for next in 2..<vertices.count {
      let (second, third) = (vertices[next - 1], vertices[next])
      let areas = [
        orientation(second, third, point), orientation(third, first, point), orientation(first, second, point),
      ]
      guard areas.allSatisfy({ $0 >= 0 }) else { continue }
      let total = areas.reduce(0, +)
      return zip([first, second, third], areas).map { CommonPoint.Share(index: $0.index, coefficient: $1 / total) }
    }
    return nil
  }

  /// The common point with shares of 0 left out.
  private func mixture(_ sharesA: [CommonPoint.Share], _ sharesB: [CommonPoint.Share]) -> CommonPoint {
    let (sharesA, sharesB) = (sharesA.filter { $0.coefficient > 0 }, sharesB.filter { $0.coefficient > 0 })
    // From the class with fewer shares: an example itself is not rounded.
    let shares = sharesB.count < sharesA.count ? sharesB : sharesA
    let values = examples.features.indices.map { feature in
      shares.reduce(0) { $0 + $1.coefficient * examples.values(at: $1.index)[feature] }
    }
    return CommonPoint(values: values, sharesA: sharesA, sharesB: sharesB)
  }

  // MARK: Proof that a line separates

  /// The boundary halfway between the nearest points of the hulls.
  private var boundary: SeparatingBoundary {
    // Distances need one scale for both axes.
    let scale = PowerOfTwo.scaling(examples.largest.reduce(0, max))
    let uniform = examples.features.count == 1 ? [scale, 1] : [scale, scale]
    func scaled(_ point: IndexedPoint) -> IndexedPoint { Self.point(point.index, examples, uniform) }
    func scaled(_ edge: (IndexedPoint, IndexedPoint)) -> (IndexedPoint, IndexedPoint) {
      (scaled(edge.0), scaled(edge.1))
    }
    let (verticesA, verticesB) = (hullA.vertices.map(scaled), hullB.vertices.map(scaled))
    let (edgesA, edgesB) = (hullA.edges.map(scaled), hullB.edges.map(scaled))
    var gap = HullGap()
    if verticesA.count * verticesB.count <= 1 << 22 {
      gap.measure(verticesA, verticesB, edgesA: edgesA, edgesB: edgesB)
    } else {
      // Too many to try every pair: the few around the nearest points are found first.
      let nearest = ClosestPoints(examples, scale: scale, indicesA: verticesA.map(\.index), verticesB.map(\.index))
      let (nearA, nearB) = (Set(nearest.indicesA), Set(nearest.indicesB))
      gap.measure(
        verticesA.filter { nearA.contains($0.index) }, verticesB.filter { nearB.contains($0.index) },
        edgesA: edgesA.filter { nearA.contains($0.0.index) || nearA.contains($0.1.index) },
        edgesB: edgesB.filter { nearB.contains($0.0.index) || nearB.contains($0.1.index) })
    }
    return SeparatingBoundary(
      examples, normal: examples.features.count == 1 ? [gap.normal.x] : [gap.normal.x, gap.normal.y],
      scale: scale, candidatesA: verticesA.map(\.index), candidatesB: verticesB.map(\.index), distance: gap.distance)
  }
}

extension Double {
  /// Whether two numbers have opposite signs, or one of them is 0.
  fileprivate func sign(against other: Double) -> Bool {
    (self <= 0 && other >= 0) || (self >= 0 && other <= 0)
  }
}
