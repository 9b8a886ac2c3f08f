import Basics

/// The computation graph of an expression: one node an elementary operation, values flowing forward from the variables,
/// derivatives flowing back from the result.
///
/// `sin(x^2)` has the nodes x, u = x^2 and z = sin(u); backward, dz/du = cos(u) and dz/dx = dz/du * du/dx. Equal
/// subexpressions are one node, so a node may have several readers: its derivative is the sum over them. Constants are
/// written into the formulas and are not nodes, unless nothing else is there.
package struct ComputationGraph: Sendable {
  /// One operation, or a variable.
  package struct Node: Sendable {
    /// Its place among the nodes; operands have smaller ones.
    package let id: Int
    /// What it is called.
    ///
    /// `x`, `y`, then `u`, `v` and so on, and `z` for the result.
    package let name: String
    /// What it does.
    package let operation: Operation
    /// The nodes it reads, in the order of its operands, without the constants.
    package let operands: [Int]
    /// Its operation on its operands' names: `x^2`, `3*u`, `sin(u)`; the name itself for a variable.
    package let formula: String
    /// One edge an operand, in the same order.
    package let edges: [Edge]
    /// How many operations lie on the longest way to it from a variable; 0 for variables.
    ///
    /// A column for a drawing.
    package let depth: Int
    /// The step of the program that computes it.
    let step: Int
  }

  /// The way from an operand to a node, which the derivative goes back.
  package struct Edge: Sendable {
    /// The operand's node.
    package let operand: Int
    /// The derivative of the node with respect to this operand, as a formula of names: `2*x`, `cos(u)`.
    package let derivative: String
    /// Whether this is the right one of two operands.
    let isRight: Bool
  }

  /// The nodes, operands before what reads them; the last is the result.
  package let nodes: [Node]
  private let program: Program

  /// Draws up the graph of an expression.
  ///
  /// - Complexity: O(n) in its operations.
  package init(_ expression: Expression) {
    let program = expression.program
    var places: [Int: Int] = [:]
    var drawn: [Node] = []
    var names = NodeNames()
    let last = program.instructions.count - 1
    for (index, step) in program.instructions.enumerated() where step.operation != .constant || index == last {
      let labels = FormulaText(
        step: step, name: names.name(of: step, isResult: index == last),
        operandNames: Self.operands(of: step).map { operand in
          places[operand].map { drawn[$0].name }
            ?? ShortNumber(program.instructions[operand].number, significant: 5).plain
        })
      let edges = Self.operands(of: step).enumerated().compactMap { position, operand in
        places[operand].map {
          Edge(operand: $0, derivative: labels.derivative(ofRight: position == 1), isRight: position == 1)
        }
      }
      places[index] = drawn.count
      drawn.append(
        Node(
          id: drawn.count, name: labels.name, operation: step.operation, operands: edges.map(\.operand),
          formula: labels.formula, edges: edges, depth: edges.map { drawn[$0.operand].depth + 1 }.max() ?? 0,
          step: index))
    }
    nodes = drawn
    self.program = program
  }

  private static func operands(of step: Instruction) -> [Int] {
    switch step.operation.arity {
    case 0: []
    case 1: [step.left]
    default: [step.left, step.right]
    }
  }

  /// The result's node.
  package var result: Node { nodes[nodes.count - 1] }

  /// Carries both passes out at a point.
  ///
  /// - Complexity: O(n) in the number of nodes.
  package func evaluated(x: Double, y: Double = 0) -> EvaluatedGraph {
    let stepValues = program.values(x: x, y: y)
    let values = nodes.map { stepValues[$0.step] }
    let slopes = nodes.map { node in
      let step = program.instructions[node.step]
      let partials = step.operation.firstPartials(
        step.operation.arity > 0 ? stepValues[step.left] : 0, step.operation.arity > 1 ? stepValues[step.right] : 0,
        step.number, value: stepValues[node.step])
      return node.edges.map { edge in
        stepValues[node.step].isNaN ? .nan : edge.isRight ? partials.right : partials.left
      }
    }
    return EvaluatedGraph(graph: self, values: values, localDerivatives: slopes)
  }
}

/// Gives intermediate nodes the letters of textbooks.
private struct NodeNames {
  private static let letters = ["u", "v", "w", "p", "q", "r", "s", "t", "a", "b", "c", "d", "g", "h", "k", "m", "n"]
  private var given = 0

  /// The name of a step: the variable's own, `z` for the result, otherwise the next letter, later with a number.
  mutating func name(of step: Instruction, isResult: Bool) -> String {
    switch step.operation {
    case .x: return "x"
    case .y: return "y"
    default: break
    }
    if isResult { return "z" }
    let round = given / Self.letters.count
    defer { given += 1 }
    return Self.letters[given % Self.letters.count] + (round == 0 ? "" : "\(round + 1)")
  }
}
