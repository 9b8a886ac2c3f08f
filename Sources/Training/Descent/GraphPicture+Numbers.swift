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
