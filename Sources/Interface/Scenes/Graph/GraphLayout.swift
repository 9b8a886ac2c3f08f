import Calculus
import Plotting

/// Where the nodes of a computation graph stand: a column for each depth, values flowing to the right; and the ways of
/// the edges between them.
///
/// An edge to the next column crosses the gap between both. One that skips columns has a row of its own above or below
/// all boxes, so it never passes behind a node. The drawing may be larger than the screen; whoever shows it chooses which
/// part.
struct GraphLayout: Sendable {
  /// The boxes of the nodes, by node; the drawing begins at (0, 0).
  let boxes: [Rect]
  /// The ways of the edges into each node, in the order of its edges.
  let routes: [[GraphRoute]]
  /// How large the drawing is.
  let width: Int
  let height: Int

  /// How high a box is: a border and three lines.
  static let boxHeight = 5
  /// The most that a gap widens so that its edges come apart.
  private static let mostWidening = 48

  /// Lays a graph out.
  ///
  /// - Parameters:
  ///   - widths: How wide the text of each node is.
  ///   - room: The size that is filled where the graph is smaller.
  ///   - isTight: Whether columns may stand as near to one another as arrows allow.
  /// - Complexity: O(nodes log nodes + edges), and O(cells) in gaps of few edges.
  init(_ graph: ComputationGraph, widths: [Int], room: (width: Int, height: Int), isTight: Bool = false) {
    let nodes = graph.nodes
    let depth = nodes.map(\.depth).max() ?? 0
    var columns = Array(repeating: [Int](), count: depth + 1)
    for node in nodes { columns[node.depth].append(node.id) }
    let boxWidths = columns.map { column in (column.map { widths[$0] }.max() ?? 0) + (isTight ? 2 : 4) }
    let lanes = GraphLanes(graph)
    let tallest = columns.map(\.count).max() ?? 0
    let height = max(room.height, lanes.count + tallest * (Self.boxHeight + 1) - 1)
    let rows = Self.rows(of: columns, nodes, between: lanes.above..<(height - lanes.below))
    let ports = GraphPorts(graph, rows: rows, lanes: lanes, height: height)
    // Gaps take the room there is, and more where edges would run along one another.
    let total = boxWidths.reduce(0, +)
    let least = depth > 0 ? min(26, max(isTight ? 3 : 8, (room.width - total) / depth)) : 0
    let gaps = ports.pieces.map { Self.gap(for: $0, from: least) }
    let drawn = total + gaps.reduce(0, +)
    width = max(room.width, drawn)
    var boxes = [Rect](repeating: Rect(x: 0, y: 0, width: 0, height: 0), count: nodes.count)
    var lefts: [Int] = []
    var x = max(0, (room.width - drawn) / 2)
    for (index, column) in columns.enumerated() {
      lefts.append(x)
      for id in column { boxes[id] = Rect(x: x, y: rows[id], width: boxWidths[index], height: Self.boxHeight) }
      x += boxWidths[index] + (index < gaps.count ? gaps[index] : 0)
    }
    self.height = height
    self.boxes = boxes
    let placed = boxes
    routes = nodes.map { node in
      node.edges.indices.map { edge in
        let from = nodes[node.edges[edge].operand]
        return GraphRoute(
          start: Point(x: placed[from.id].maxX, y: ports.out[node.id][edge]),
          end: Point(x: placed[node.id].x - 1, y: ports.into[node.id][edge]),
          lane: lanes.row(ofEdge: edge, into: node.id, height: height).map {
            (row: $0, from: lefts[from.depth + 1] - 1, to: lefts[node.depth - 1] + boxWidths[node.depth - 1])
          })
      }
    }
  }

  /// The upper rows of the boxes, by node: the nodes of a column in the order of what they read, so that few edges cross.
  private static func rows(
    of columns: [[Int]], _ nodes: [ComputationGraph.Node], between room: Range<Int>
  ) -> [Int] {
    var middles = [Double](repeating: 0, count: nodes.count)
    var rows = [Int](repeating: 0, count: nodes.count)
    for column in columns {
      let ordered = column.map { id -> (id: Int, place: Double) in
        let operands = nodes[id].operands
        let mean = operands.reduce(0) { $0 + middles[$1] } / Double(max(1, operands.count))
        return (id, operands.isEmpty ? Double(id) : mean)
      }.sorted { ($0.place, $0.id) < ($1.place, $1.id) }
      let share = Double(room.count) / Double(max(1, ordered.count))
      for (position, item) in ordered.enumerated() {
        middles[item.id] = share * (Double(position) + 0.5)
        let top = clampedIndex(middles[item.id] - Double(boxHeight) / 2 + 0.5, in: 0..<max(1, room.count)) ?? 0
        rows[item.id] = room.lowerBound + top
      }
    }
    return rows
  }

  /// How wide a gap must be so that each edge has cells of its own in it, those where it ends among them.
  private static func gap(for pieces: [GraphPorts.Piece], from least: Int) -> Int {
    // Of so many, or so long ones, nobody follows a single one.
    let length = pieces.reduce(0) { $0 + abs($1.left - $1.right) }
    guard pieces.count <= 64, length <= 2000 else { return least }
    for gap in least..<least + mostWidening where areApart(pieces, gap: gap) { return gap }
    return least + mostWidening
  }

  private static func areApart(_ pieces: [GraphPorts.Piece], gap: Int) -> Bool {
    let cells = pieces.map { Set(GraphRoute.cells(from: Point(x: 0, y: $0.left), to: Point(x: gap - 1, y: $0.right))) }
    var counts: [Point: Int] = [:]
    for piece in cells {
      for cell in piece { counts[cell, default: 0] += 1 }
    }
    return zip(pieces, cells).allSatisfy { piece, own in
      counts[Point(x: gap - 1, y: piece.right)] == 1 && own.contains { counts[$0] == 1 }
    }
  }

  /// The upper left corner of the part to show in a room, with a node in sight.
  func corner(showing node: Int?, in room: (width: Int, height: Int)) -> Point {
    guard let node, boxes.indices.contains(node) else { return Point(x: 0, y: 0) }
    let box = boxes[node]
    func corner(_ middle: Int, _ room: Int, _ size: Int) -> Int { min(max(0, middle - room / 2), max(0, size - room)) }
    return Point(
      x: corner(box.x + box.width / 2, room.width, width), y: corner(box.y + box.height / 2, room.height, height))
  }
}
