import Training

extension LandscapeScene {
  /// The kinds of planes in the order of the key that goes through them.
  private static let kinds: [LandscapePlane.Kind] = [.weights, .principal, .random, .towards]

  /// Shows the next kind of plane; towards another model only where one was named.
  mutating func showNextPlane(after picture: LandscapePicture, _ context: SceneContext) -> SceneAnswer {
    let index = Self.kinds.firstIndex(of: picture.plane.kind) ?? 0
    let kinds = Self.kinds.indices.map { Self.kinds[(index + 1 + $0) % Self.kinds.count] }
    let next = kinds.first { $0 != .towards || context.description.word(.towards) != nil } ?? .weights
    return show(next, picture, context)
  }

  /// Shows a plane of a kind, with the weights and the seed that it had.
  mutating func show(
    _ kind: LandscapePlane.Kind, _ picture: LandscapePicture, _ context: SceneContext
  ) -> SceneAnswer {
    guard var wish = wish(picture, context) else { return .done([]) }
    wish.kind = kind
    return show(wish, picture)
  }

  /// Shows a plane: the run goes on as it was, so this is no change of it.
  private mutating func show(_ wish: LandscapeChoice, _ picture: LandscapePicture) -> SceneAnswer {
    view = nil
    var requests: [SceneRequest] = [
      .describe(.directions, .word(wish.kind.rawValue)), .describe(.planeSeed, .integer(Int(wish.seed))),
    ]
    if wish.kind == .weights {
      requests.append(.describe(.planeWeights, .words(wish.weights.map { picture.parameterNames[$0] })))
    }
    return .done(requests)
  }

  /// Which plane the description asks for; nil where nothing has weights.
  func wish(_ picture: LandscapePicture, _ context: SceneContext) -> LandscapeChoice? {
    picture.model.flatMap { try? LandscapeChoice(context.description, for: $0) }
  }

  /// Draws other random directions.
  mutating func drawOtherDirections(_ picture: LandscapePicture, _ context: SceneContext) -> SceneAnswer {
    guard var wish = wish(picture, context) else { return .done([]) }
    wish.kind = .random
    wish.seed = wish.seed % 1_000_000 + 1
    return show(wish, picture)
  }

  /// Puts another weight on one of the axes, never the one of the other axis.
  mutating func chooseWeight(
    isFirst: Bool, by distance: Int, _ picture: LandscapePicture, _ context: SceneContext
  ) -> SceneAnswer {
    let count = picture.parameterNames.count
    guard var wish = wish(picture, context), wish.weights.count == 2, count > 1 else { return .done([]) }
    let (own, other) = isFirst ? (0, 1) : (1, 0)
    var index = ((wish.weights[own] + distance) % count + count) % count
    if index == wish.weights[other] { index = (index + (distance < 0 ? count - 1 : 1)) % count }
    wish.weights[own] = index
    wish.kind = .weights
    return show(wish, picture)
  }
}
