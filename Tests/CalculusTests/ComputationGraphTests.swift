import Testing

@testable import Calculus

@Suite("ComputationGraph") struct ComputationGraphTests {
  private func graph(_ text: String) throws -> ComputationGraph {
    ComputationGraph(try Expression(parsing: text))
  }

  @Test("the lecture's chain: z = sin(u), u = x^2") func chain() throws {
    let graph = try graph("sin(x^2)")
    #expect(graph.nodes.map(\.name) == ["x", "u", "z"])
    #expect(graph.nodes.map(\.formula) == ["x", "x^2", "sin(u)"])
    #expect(graph.nodes.map(\.depth) == [0, 1, 2])
    #expect(graph.nodes[2].edges.map(\.derivative) == ["cos(u)"])
    #expect(graph.nodes[1].edges.map(\.derivative) == ["2*x"])
    let evaluated = graph.evaluated(x: 1.5)
    // sin(2.25), cos(2.25) and 3 cos(2.25) by mpmath.
    #expect(evaluated.values[1] == 2.25)
    #expect(isClose(evaluated.value, 0.7780731968879212, relative: 1e-15))
    #expect(isClose(evaluated.adjoints[1], -0.6281736227227391, relative: 1e-15))
    #expect(isClose(evaluated.gradient.x, -1.884520868168217, relative: 1e-15))
    #expect(evaluated.gradient.y == 0)
    #expect(
      evaluated.moves().map(\.text) == [
        "x = 1.5", "u = x^2 = 1.5^2 = 2.25", "z = sin(u) = sin(2.25) = 0.77807", "dz/dz = 1",
        "dz/du = cos(u) = cos(2.25) = -0.62817", "dz/dx = dz/du * du/dx = -0.62817 * 2*1.5 = -1.8845",
      ])
  }

  @Test("a node with two readers sums their shares") func sharing() throws {
    // z = u + v, u = x*y, v = x^2: dz/dx = y + 2x, dz/dy = x.
    let evaluated = try graph("x*y + x^2").evaluated(x: -3, y: 2)
    #expect(evaluated.value == 3)
    #expect(evaluated.gradient == PlaneGradient(x: -4, y: -3))
    #expect(
      evaluated.moves().map(\.text) == [
        "x = -3", "y = 2", "u = x*y = -3*2 = -6", "v = x^2 = (-3)^2 = 9", "z = u + v = -6 + 9 = 3", "dz/dz = 1",
        "dz/du = 1", "dz/dv = 1", "dz/dx = dz/dv * dv/dx = 1 * 2*(-3) = -6",
        "dz/dx += dz/du * du/dx = 1 * 2 = 2, in all -4", "dz/dy = dz/du * du/dy = 1 * (-3) = -3",
      ])
  }

  @Test("an operation that reads one node twice has two edges to it") func twice() throws {
    let graph = try graph("x*x")
    #expect(graph.nodes.count == 2)
    #expect(graph.result.operands == [0, 0])
    #expect(graph.evaluated(x: 5).gradient.x == 10)
  }

  @Test("constants stand in the formulas; alone they are the result") func constants() throws {
    let shifted = try graph("3x - 2")
    #expect(shifted.nodes.map(\.formula) == ["x", "3*x", "u - 2"])
    #expect(try graph("2*3").nodes.map(\.formula) == ["6"])
    #expect(try graph("2*3").evaluated(x: 0).gradient == PlaneGradient(x: 0, y: 0))
    #expect(try graph("x").evaluated(x: 7).gradient == PlaneGradient(x: 1, y: 0))
  }

  @Test("backward agrees with forward on all recorded expressions") func forward() throws {
    for recorded in try RecordedExpression.all() {
      let expression = try Expression(parsing: recorded.text)
      let backward = ComputationGraph(expression).evaluated(x: recorded.x, y: recorded.y)
      let (value, gradient) = expression.valueAndGradient(x: recorded.x, y: recorded.y)
      #expect(backward.value == value)
      let tolerance = 1e-12 * gradient.length
      #expect(abs(backward.gradient.x - gradient.x) <= tolerance, "\(recorded.text)")
      #expect(abs(backward.gradient.y - gradient.y) <= tolerance, "\(recorded.text)")
    }
  }

  @Test("local derivatives read as what they are", arguments: Operation.allCases) func formulas(
    operation: Operation
  ) throws {
    // Each derivative's formula, parsed again as an expression, has the number that the graph computed.
    guard let name = operation.functionName, operation.arity == 1 else { return }
    guard operation != .relu && operation != .elu else { return }
    // Every function's domain has one of the two.
    let x = operation.value(0.3, 0, 0).isFinite ? 0.3 : 1.3
    let evaluated = try graph("\(name)(x)").evaluated(x: x)
    let edge = evaluated.graph.result.edges[0]
    let formula = FormulaText.substituting(["x": "x", "z": "y"], into: edge.derivative)
    let value = try Expression(parsing: formula).value(x: x, y: evaluated.value)
    #expect(isClose(value, evaluated.localDerivatives[1][0], relative: 1e-14), "\(edge.derivative)")
  }

  @Test("names go on after the alphabet and stay different") func names() throws {
    let long = try graph((1...60).map { "sin(x + \($0))" }.joined(separator: "*"))
    #expect(Set(long.nodes.map(\.name)).count == long.nodes.count)
  }

  @Test("NaN and depth do not trap") func extremes() throws {
    let deep = try graph(String(repeating: "sin(", count: 10_000) + "x" + String(repeating: ")", count: 10_000))
    #expect(deep.result.depth == 10_000)
    #expect(deep.evaluated(x: .nan).gradient.x.isNaN)
    #expect(try graph("log(x)").evaluated(x: -1).gradient.x.isNaN)
  }
}
