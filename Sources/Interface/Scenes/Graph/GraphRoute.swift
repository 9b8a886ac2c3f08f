import Plotting

/// The way of an edge from the box of its operand to the box that reads it.
struct GraphRoute: Sendable, Equatable {
  /// The cell beside the operand's box where it leaves.
  let start: Point
  /// The cell beside the reader's box where it arrives.
  let end: Point
  /// Where it passes by the columns that it skips: the row, from the cell before the first of them to the one after the
  /// last; nil for an edge to the next column.
  let lane: (row: Int, from: Int, to: Int)?

  /// The cells at which it turns, its ends included.
  var turns: [Point] {
    guard let lane else { return [start, end] }
    return [start, Point(x: lane.from, y: lane.row), Point(x: lane.to, y: lane.row), end]
  }

  /// All cells it passes.
  ///
  /// - Complexity: O(cells).
  var cells: [Point] { zip(turns, turns.dropFirst()).flatMap { GraphRoute.cells(from: $0, to: $1) } }

  /// The same way elsewhere.
  func moved(by distance: Point) -> GraphRoute {
    func moved(_ point: Point) -> Point { Point(x: point.x + distance.x, y: point.y + distance.y) }
    return GraphRoute(
      start: moved(start), end: moved(end),
      lane: lane.map { (row: $0.row + distance.y, from: $0.from + distance.x, to: $0.to + distance.x) })
  }

  /// The cells of a straight piece, ends included: every cell that the line between their middles passes.
  static func cells(from start: Point, to end: Point) -> [Point] {
    let (across, down) = (abs(end.x - start.x), abs(end.y - start.y))
    let (stepX, stepY) = (end.x > start.x ? 1 : -1, end.y > start.y ? 1 : -1)
    var (x, y) = (start.x, start.y)
    var (crossedX, crossedY) = (0, 0)
    var cells = [start]
    // The next border is crossed where less of the way is gone; through a corner both at once.
    while crossedX < across || crossedY < down {
      let next = (1 + 2 * crossedX) * down - (1 + 2 * crossedY) * across
      if next <= 0, crossedX < across {
        x += stepX
        crossedX += 1
      }
      if next >= 0, crossedY < down {
        y += stepY
        crossedY += 1
      }
      cells.append(Point(x: x, y: y))
    }
    return cells
  }

  static func == (first: GraphRoute, second: GraphRoute) -> Bool { first.turns == second.turns }
}
