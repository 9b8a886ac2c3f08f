/// Keys that several scenes have, each with what they mean there.
extension KeyDeclaration {
  static let pickFunction = KeyDeclaration(
    .pickFunction, [.character("d")], in: .model, footer: "function", "choose the function")
  static let weightsByHand = KeyDeclaration(
    .weightsByHand, [.character("w")], in: .model, footer: "weights by hand", "turn the weights by hand")
  static let placePoints = KeyDeclaration(
    .placePoints, [.character("p")], in: .model, footer: "points",
    "place points: arrows move, Enter places, x removes")
  static let removePoint = KeyDeclaration(
    .removePoint, [.character("x"), .delete], in: .model, "remove the nearest point (while placing)")
  static let stability = KeyDeclaration(
    .stability, [.character("K")], in: .view, "the edge of stability: η·λmax against its bound, or the loss")
  static let logarithmicAxis = KeyDeclaration(
    .logarithmicAxis, [.character("y")], in: .view, "logarithmic loss axis, or linear")
  static let zoomIn = KeyDeclaration(
    .zoomIn, [.character(">")], in: .plane, "look closer",
    pair: Pair(.zoomOut, words: "looks from further away"), also: .words("the wheel"))
  static let zoomOut = KeyDeclaration(.zoomOut, [.character("<")], in: .plane, "look from further away")
  static let panLeft = KeyDeclaration(
    .panLeft, [.character("h")], in: .plane, "move the view to the left",
    pair: Pair(.panDown, .panUp, .panRight, words: "the other ways"))
  static let panDown = KeyDeclaration(.panDown, [.character("j")], in: .plane, "move the view down")
  static let panUp = KeyDeclaration(.panUp, [.character("k")], in: .plane, "move the view up")
  static let panRight = KeyDeclaration(.panRight, [.character("l")], in: .plane, "move the view to the right")
  static let fitView = KeyDeclaration(
    .fitView, [.character("0")], in: .plane, "the whole view", again: "all of the path")

  /// Goes to the next view of a scene.
  static func changeView(_ help: String) -> KeyDeclaration {
    KeyDeclaration(.changeView, [.character("v")], in: .view, footer: "view", help)
  }
}
