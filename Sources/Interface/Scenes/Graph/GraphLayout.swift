import Calculus
import Plotting

/// Where the nodes of a computation graph stand: a column for each depth, values flowing to the right.
///
/// The drawing may be larger than the screen; whoever shows it chooses which part.
struct GraphLayout: Sendable {
  /// The boxes of the nodes, by node; the drawing begins at (0, 0).
  let boxes: [Rect]
  /// How large the drawing is.
  let width: Int
  let height: Int

  /// How high a box is: a border and three lines.
  static let boxHeight = 5

  /// Lays a graph out.
  ///
  /// - Parameters:
  ///   - widths: How wide the text of each node is.
  ///   - room: The size that is filled where the graph is smaller.
  ///   - isTight: Whether columns may stand as near to one another as arrows allow.
  /// - Complexity: O(nodes log nodes + edges).
  init(_ graph: ComputationGraph, widths: [Int], room: (width: Int, height: Int), isTight: Bool = false) {
    let nodes = graph.nodes
    let depth = nodes.map(\.depth).max() ?? 0
    var columns = Array(repeating: [Int](), count: depth + 1)
    for node in nodes { columns[node.depth].append(node.id) }
    let boxWidths = columns.map { column in (column.map { widths[$0] }.max() ?? 0) + (isTight ? 2 : 4) }
    let total = boxWidths.reduce(0, +)
    let gap = depth > 0 ? min(26, max(isTight ? 3 : 8, (room.width - total) / max(1, depth))) : 0
    width = max(room.width, total + gap * depth)
    let tallest = columns.map(\.count).max() ?? 0
    height = max(room.height, tallest * (Self.boxHeight + 1) - 1)
    // The nodes of a column in the order of what they read, so that few edges cross.
    var middles = [Double](repeating: 0, count: nodes.count)
    var boxes = [Rect](repeating: Rect(x: 0, y: 0, width: 0, height: 0), count: nodes.count)
    var x = max(0, (room.width - total - gap * depth) / 2)
    for (index, column) in columns.enumerated() {
      let ordered = column.map { id -> (id: Int, place: Double) in
        let operands = nodes[id].operands
        let mean = operands.reduce(0) { $0 + middles[$1] } / Double(max(1, operands.count))
        return (id, operands.isEmpty ? Double(id) : mean)
      }.sorted { ($0.place, $0.id) < ($1.place, $1.id) }
      let share = Double(height) / Double(max(1, ordered.count))
      for (position, item) in ordered.enumerated() {
        let middle = share * (Double(position) + 0.5)
        middles[item.id] = middle
        let top = clampedIndex(middle - Double(Self.boxHeight) / 2 + 0.5, in: 0..<max(1, height)) ?? 0
        boxes[item.id] = Rect(x: x, y: top, width: boxWidths[index], height: Self.boxHeight)
      }
      x += boxWidths[index] + gap
    }
    self.boxes = boxes
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
