import Basics
import Calculus

/// The passes through a computation graph, one move a step: values forward, then derivatives backward.
package struct GraphRun: Run {
  /// What a step does.
  package typealias Move = EvaluatedGraph.Move

  /// The expression as it was typed.
  package let expression: Expression
  /// Where it is evaluated.
  package private(set) var point: PlanePoint
  /// How many moves have been made.
  package private(set) var step = 0

  private var evaluated: EvaluatedGraph
  private var moves: [Move]

  /// Stands before the first move.
  package init(_ expression: Expression, at point: PlanePoint) {
    self.expression = expression
    self.point = point
    evaluated = ComputationGraph(expression).evaluated(x: point.x, y: point.y)
    moves = evaluated.moves()
  }

  /// Begins the run that a description of a graph describes.
  ///
  /// - Throws: `AssembledRun.Failure.expression` where the function is no expression.
  package init(_ description: Description) throws(AssembledRun.Failure) {
    let at = description.assignments(.at)
    do {
      self.init(
        try Expression(parsing: description.function, variables: .xAndY),
        at: PlanePoint(x: at["x"] ?? 0, y: at["y"] ?? 0))
    } catch {
      throw .expression(error)
    }
  }

  /// A graph has no epochs.
  package var epochsCompleted: Int { 0 }
  /// The number of moves of both passes.
  package var stepsPerEpoch: Int { max(1, moves.count) }
  /// How many moves are left.
  package var stepsToEpochEnd: Int { max(1, moves.count - step) }
  /// Everything but the number of moves made is shared.
  package var checkpointSize: Int { 256 }
  /// A graph learns nothing.
  package var learningRate: Double { .nan }
  /// Converged when every derivative is known.
  package var status: RunStatus { step < moves.count ? .running : .converged }

  /// Makes moves; a graph has no curves.
  package mutating func advance(by count: Int, history: inout History) {
    step += min(max(0, count), moves.count - step)
  }

  /// Takes another place to evaluate at; the moves made stay made, with other numbers.
  package mutating func apply(_ change: Change) throws(ChangeError) {
    switch change {
    case .setting(.at, .assignments(let pairs)):
      for pair in pairs {
        if pair.name == "x" { point.x = pair.value } else { point.y = pair.value }
      }
    case .setting(let key, _): throw .needsNewStart(key)
    case .point(let numbers) where numbers.count == 1 || numbers.count == 2:
      point = PlanePoint(x: numbers[0], y: numbers.count > 1 ? numbers[1] : point.y)
    case .parameter(0, let value): point.x = value
    case .parameter(1, let value): point.y = value
    default: throw .doesNotApply("a graph has a point and nothing else to change")
    }
    evaluated = evaluated.graph.evaluated(x: point.x, y: point.y)
    moves = evaluated.moves()
  }

  /// The graph with its numbers, and how far the passes are.
  package func picture(_ request: PictureRequest) -> any Picture {
    GraphPicture(expression: expression, point: point, evaluated: evaluated, moves: moves, movesMade: step)
  }
}

/// What a computation graph shows of itself at one move.
package struct GraphPicture: Picture {
  /// The expression.
  package let expression: Expression
  /// Where it is evaluated.
  package let point: PlanePoint
  /// The graph with all its numbers, those not yet found included.
  package let evaluated: EvaluatedGraph
  /// All moves of both passes.
  package let moves: [GraphRun.Move]
  /// How many of them have been made.
  package let movesMade: Int

  /// The last move made; nil at the start.
  package var lastMove: GraphRun.Move? { movesMade > 0 ? moves[movesMade - 1] : nil }

  /// What is known of every node by now: its value, and the result's derivative with respect to it, as summed so far.
  ///
  /// - Complexity: O(moves).
  package var knowledge: [(value: Double?, derivative: Double?)] {
    var known = [(value: Double?, derivative: Double?)](repeating: (nil, nil), count: evaluated.values.count)
    for move in moves.prefix(movesMade) {
      switch move.kind {
      case .forward(let node): known[node].value = move.nodeValue
      case .seed(let node), .backward(_, _, to: let node): known[node].derivative = move.nodeValue
      }
    }
    return known
  }
}

extension GraphPicture {
  /// The value of a node by its name, its derivative by `d/du` or `dz/du`; nil until the pass has come there.
  package func number(_ name: String, example: Int) -> Double? {
    let nodes = evaluated.graph.nodes
    let result = evaluated.graph.result
    let known = knowledge
    if name == "value" { return known[result.id].value }
    if let node = nodes.first(where: { $0.name == name }) { return known[node.id].value }
    let node = nodes.first { name == "d/d\($0.name)" || name == "d\(result.name)/d\($0.name)" }
    return node.flatMap { known[$0.id].derivative }
  }

  /// The place of `x` and `y`.
  package func parameterIndex(_ name: String) -> Int? { ["x", "y"].firstIndex(of: name) }
}

extension GraphRun {
  /// Where it is computed.
  package var numbers: [Double] { [point.x, point.y] }

  /// The point that it is computed at.
  package static func isLive(_ key: Key, in scene: SceneKind) -> Bool { [.learningRate, .at].contains(key) }

  /// The result, and the first nodes.
  package static func quantityNames(in scene: SceneKind) -> [String] {
    ["value", "d/dx", "d/dy", "x", "y", "u", "v", "z", "dz/du", "dz/dx"]
  }

  /// Any node may be there.
  package static func hasQuantity(_ name: String) -> Bool {
    name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "/" || $0 == "_" }
  }
}
