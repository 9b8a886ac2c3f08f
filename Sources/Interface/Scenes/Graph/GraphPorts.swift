import Calculus

/// The rows at which edges leave boxes and arrive at them.
///
/// Edges into a box arrive one below another, in the order of where they come from; edges out of one leave in the order
/// of where they go, in rows of their own as far as a box has them.
struct GraphPorts: Sendable {
  /// The piece of an edge in a gap between two columns: its row at the left and at the right end.
  struct Piece: Sendable {
    var left: Int
    var right: Int
  }

  /// The rows at which the edges into each node leave their operands, in the order of its edges.
  let out: [[Int]]
  /// The rows at which they arrive.
  let into: [[Int]]
  /// What crosses each gap, from the left.
  let pieces: [[Piece]]

  /// The rows of a box at which some edges meet it: one in the middle, two apart, more over the inner three.
  static func rows(ofBoxAt top: Int, count: Int) -> [Int] {
    switch count {
    case ...0: []
    case 1: [top + 2]
    case 2: [top + 1, top + 3]
    default: (0..<count).map { top + 1 + $0 * 3 / count }
    }
  }

  /// Chooses the rows for boxes that begin at given ones.
  ///
  /// - Complexity: O(edges log edges).
  init(_ graph: ComputationGraph, rows: [Int], lanes: GraphLanes, height: Int) {
    let nodes = graph.nodes
    let into = nodes.map { node in
      // From the highest source to the lowest, so that they don't cross.
      let sources = node.edges.indices.map { edge in
        lanes.row(ofEdge: edge, into: node.id, height: height) ?? rows[node.edges[edge].operand]
      }
      let ordered = node.edges.indices.sorted { (sources[$0], $0) < (sources[$1], $1) }
      var own = [Int](repeating: 0, count: node.edges.count)
      for (edge, row) in zip(ordered, Self.rows(ofBoxAt: rows[node.id], count: ordered.count)) { own[edge] = row }
      return own
    }
    var readers = [[(node: Int, edge: Int, goal: Int)]](repeating: [], count: nodes.count)
    for node in nodes {
      for (index, edge) in node.edges.enumerated() {
        let goal = lanes.row(ofEdge: index, into: node.id, height: height) ?? into[node.id][index]
        readers[edge.operand].append((node.id, index, goal))
      }
    }
    var out = nodes.map { [Int](repeating: 0, count: $0.edges.count) }
    for node in nodes {
      let ordered = readers[node.id].sorted { ($0.goal, $0.node, $0.edge) < ($1.goal, $1.node, $1.edge) }
      for (reader, row) in zip(ordered, Self.rows(ofBoxAt: rows[node.id], count: ordered.count)) {
        out[reader.node][reader.edge] = row
      }
    }
    (self.out, self.into) = (out, into)
    var pieces = [[Piece]](repeating: [], count: nodes.map(\.depth).max() ?? 0)
    for node in nodes {
      for (index, edge) in node.edges.enumerated() {
        let from = nodes[edge.operand].depth
        if let lane = lanes.row(ofEdge: index, into: node.id, height: height) {
          pieces[from].append(Piece(left: out[node.id][index], right: lane))
          pieces[node.depth - 1].append(Piece(left: lane, right: into[node.id][index]))
        } else {
          pieces[from].append(Piece(left: out[node.id][index], right: into[node.id][index]))
        }
      }
    }
    self.pieces = pieces
  }
}
