import Basics

/// A computation graph at a point: every value, every local derivative, and the derivative of the result with respect to
/// every node, found by going back from the result (reverse automatic differentiation).
package struct EvaluatedGraph: Sendable {
  /// The graph.
  package let graph: ComputationGraph
  /// The nodes' values.
  package let values: [Double]
  /// For each node, for each of its edges: the derivative of the node with respect to that operand.
  package let localDerivatives: [[Double]]
  /// The derivatives of the result with respect to the nodes; 1 for the result itself.
  package let adjoints: [Double]

  init(graph: ComputationGraph, values: [Double], localDerivatives: [[Double]]) {
    self.graph = graph
    self.values = values
    self.localDerivatives = localDerivatives
    var adjoints = [Double](repeating: 0, count: values.count)
    adjoints[values.count - 1] = 1
    for node in graph.nodes.reversed() {
      for (edge, slope) in zip(node.edges, localDerivatives[node.id]) {
        adjoints[edge.operand] += scaled(slope, adjoints[node.id])
      }
    }
    self.adjoints = adjoints
  }

  /// The value of the expression.
  package var value: Double { values[values.count - 1] }

  /// The gradient of the expression; 0 with respect to a variable that does not appear.
  package var gradient: PlaneGradient {
    func derivative(_ variable: Operation) -> Double {
      graph.nodes.first { $0.operation == variable }.map { adjoints[$0.id] } ?? 0
    }
    return PlaneGradient(x: derivative(.x), y: derivative(.y))
  }

  /// The single steps of both passes, to be shown one after another.
  ///
  /// Forward, each node in order; then backward from the result, each edge once, whose share is added to its operand's
  /// derivative.
  ///
  /// - Parameter number: Writes a number into the texts; by default with five significant digits.
  package func moves(number: (Double) -> String = { ShortNumber($0, significant: 5).plain }) -> [Move] {
    var moves = graph.nodes.map { node in
      Move(
        kind: .forward(node: node.id), text: forwardText(node, number), nodeValue: values[node.id])
    }
    let result = graph.result
    var sums = [Double](repeating: 0, count: values.count)
    var readers = [Int](repeating: 0, count: values.count)
    sums[result.id] = 1
    moves.append(
      Move(kind: .seed(node: result.id), text: "d\(result.name)/d\(result.name) = 1", nodeValue: 1))
    for node in graph.nodes.reversed() {
      for position in node.edges.indices {
        let operand = node.edges[position].operand
        sums[operand] += scaled(localDerivatives[node.id][position], adjoints[node.id])
        readers[operand] += 1
        let text = backwardText(node, position, sum: sums[operand], isFirst: readers[operand] == 1, number)
        moves.append(
          Move(kind: .backward(from: node.id, edge: position, to: operand), text: text, nodeValue: sums[operand]))
      }
    }
    return moves
  }

  /// `u = x^2 = 1.5^2 = 2.25`.
  private func forwardText(_ node: ComputationGraph.Node, _ number: (Double) -> String) -> String {
    let value = number(values[node.id])
    guard !node.operands.isEmpty else { return "\(node.name) = \(value)" }
    let substituted = substitute(node.formula, for: node, number)
    return "\(node.name) = \(node.formula) = \(substituted) = \(value)"
  }

  /// `dz/dx = dz/du * du/dx = -0.62817 * 2*1.5 = -1.8845`; a further reader's share is written `dz/dx += ...`.
  private func backwardText(
    _ node: ComputationGraph.Node, _ position: Int, sum: Double, isFirst: Bool, _ number: (Double) -> String
  ) -> String {
    let edge = node.edges[position]
    let (z, u, x) = (graph.result.name, node.name, graph.nodes[edge.operand].name)
    let local = substitute(edge.derivative, for: node, number)
    let total = isFirst ? "" : ", in all \(number(sum))"
    let sign = isFirst ? "=" : "+="
    let share = number(scaled(localDerivatives[node.id][position], adjoints[node.id]))
    if node.id == graph.result.id {
      let formula = local == edge.derivative ? edge.derivative : "\(edge.derivative) = \(local)"
      return "d\(z)/d\(x) \(sign) \(formula)" + (local == share ? "" : " = \(share)") + total
    }
    let factor = FormulaText.isSum(local) ? "(\(local))" : local
    return "d\(z)/d\(x) \(sign) d\(z)/d\(u) * d\(u)/d\(x) = \(number(adjoints[node.id])) * \(factor) = \(share)\(total)"
  }

  /// A formula with the numbers of a node and of its operands in place of their names.
  private func substitute(
    _ formula: String, for node: ComputationGraph.Node, _ number: (Double) -> String
  ) -> String {
    var numbers = [node.name: number(values[node.id])]
    for operand in node.operands { numbers[graph.nodes[operand].name] = number(values[operand]) }
    return FormulaText.substituting(numbers, into: formula)
  }

  /// One step of the forward or the backward pass.
  package struct Move: Sendable, Equatable {
    /// What is done.
    package enum Kind: Sendable, Equatable {
      /// A node's value is computed from its operands'.
      case forward(node: Int)
      /// The result's derivative with respect to itself is 1.
      case seed(node: Int)
      /// A share of the derivative goes back along an edge (its position among the node's) to an operand.
      case backward(from: Int, edge: Int, to: Int)
    }

    /// What is done.
    package let kind: Kind
    /// The arithmetic in names and numbers, in ASCII: `u = x^2 = 1.5^2 = 2.25`.
    package let text: String
    /// Forward the node's value; backward the derivative of the result with respect to the operand, as summed so far.
    package let nodeValue: Double
  }
}
