import Calculus

/// The rows above and below all boxes that belong to edges which skip columns.
///
/// A row serves several edges where the columns between which they run don't meet. An edge into the upper half of its
/// reader runs above, one into the lower half below.
struct GraphLanes: Sendable {
  /// How many rows there are above the boxes, and how many below.
  let above: Int
  let below: Int
  /// The place of an edge's row, counted from the boxes outward; nil for an edge to the next column.
  private let places: [[(isAbove: Bool, number: Int)?]]

  /// How many rows there are.
  var count: Int { above + below }

  /// Beyond so many skipping edges each has a row to itself.
  private static let mostShared = 1000

  private struct Skip {
    var node: Int
    var edge: Int
    var span: ClosedRange<Int>
  }

  /// Gives every edge that skips a column its row.
  ///
  /// - Complexity: O(edges log edges), for few skipping edges O(edges * rows).
  init(_ graph: ComputationGraph) {
    var places = graph.nodes.map { [(isAbove: Bool, number: Int)?](repeating: nil, count: $0.edges.count) }
    var skips: (above: [Skip], below: [Skip]) = ([], [])
    for node in graph.nodes {
      for (index, edge) in node.edges.enumerated() {
        let from = graph.nodes[edge.operand].depth
        guard node.depth > from + 1 else { continue }
        let skip = Skip(node: node.id, edge: index, span: from...node.depth)
        if index == 0 { skips.above.append(skip) } else { skips.below.append(skip) }
      }
    }
    func place(_ skips: [Skip], isAbove: Bool) -> Int {
      var rows: [[ClosedRange<Int>]] = []
      // The shortest are nearest to the boxes, so that the longer ones lead around them.
      let ordered = skips.sorted { ($0.span.count, $0.node, $0.edge) < ($1.span.count, $1.node, $1.edge) }
      for skip in ordered {
        let free =
          skips.count <= Self.mostShared
          ? rows.firstIndex { row in row.allSatisfy { !$0.overlaps(skip.span) } } : nil
        let number = free ?? rows.count
        if number == rows.count { rows.append([]) }
        rows[number].append(skip.span)
        places[skip.node][skip.edge] = (isAbove, number)
      }
      return rows.count
    }
    above = place(skips.above, isAbove: true)
    below = place(skips.below, isAbove: false)
    self.places = places
  }

  /// The row of an edge in a drawing of a height; nil for an edge to the next column.
  func row(ofEdge edge: Int, into node: Int, height: Int) -> Int? {
    places[node][edge].map { $0.isAbove ? above - 1 - $0.number : height - below + $0.number }
  }
}
