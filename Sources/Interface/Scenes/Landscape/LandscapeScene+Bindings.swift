import Basics
import Plotting
import Training

extension LandscapeScene {
  package static let appActions = AppAction.ofEpochs.union(AppAction.ofLearningRate).union(AppAction.ofData)
    .union(AppAction.ofBranches).union([.pickOptimizer, .nextPalette, .landscape])

  package static let keys: [SceneKey<LandscapeScene>] = ofModel + ofSurface + ofPoint + before

  /// What the model's own scene does.
  private static let ofModel: [SceneKey<LandscapeScene>] = [
    SceneKey(.weightsByHand) { scene, _, context in
      scene.pass(.weightsByHand, focusing: scene.inner is PerceptronScene ? .arithmetic : .unit, context)
    },
    SceneKey(.placePoints) { scene, _, context in scene.pass(.placePoints, focusing: .picture, context) },
    SceneKey(.removePoint) { _, _, _ in .done([]) },
    SceneKey(.logarithmicAxis) { scene, _, context in
      scene.isLogarithmic.toggle()
      return scene.inner.answer(.scene(.logarithmicAxis), context: scene.innerContext(context))
    },
  ]

  /// How the surface is seen.
  private static let ofSurface: [SceneKey<LandscapeScene>] = [
    SceneKey(.changeView("from above, in three dimensions, along one axis")) { scene, _, context in
      scene.focus = .surface
      return .done([.view(scene.face(context).next(in: .landscape))])
    },
    looking(.zoomIn) { view, picture in view.scaled(by: 0.7, about: picture.place) },
    looking(.zoomOut) { view, _ in view.scaled(by: 1 / 0.7, about: view.middle) },
    looking(.panLeft) { view, _ in view.moved(x: -0.1, y: 0) },
    looking(.panDown) { view, _ in view.moved(x: 0, y: -0.1) },
    looking(.panUp) { view, _ in view.moved(x: 0, y: 0.1) },
    looking(.panRight) { view, _ in view.moved(x: 0.1, y: 0) },
    SceneKey(.fitView) { scene, _, _ in
      scene.view = nil
      return .done([])
    },
  ]

  /// Where the point is, and in which plane.
  private static let ofPoint: [SceneKey<LandscapeScene>] = [
    SceneKey(
      KeyDeclaration(
        .movePoint, [.character("g")], in: .landscape, footer: "move the point",
        "move the point in weight space: arrows move, Enter stays, Esc goes back", also: .words("the mouse"))
    ) { scene, picture, _ in
      scene.drag = LandscapeDrag(picture)
      scene.active = .moving
      scene.focus = .surface
      return .done([.trainer(.pause)])
    },
    SceneKey(
      KeyDeclaration(
        .nextPlane, [.character("P")], in: .landscape, footer: "plane",
        "next plane: two weights, the path's main directions, two random ones, towards another model")
    ) { scene, picture, context in scene.showNextPlane(after: picture, context) },
    SceneKey(
      KeyDeclaration(
        .choosePlane, [.character("W")], in: .landscape,
        "choose the two weights of the plane, or draw other random directions")
    ) { scene, picture, context in
      scene.focus = .surface
      if picture.plane.kind == .random { return scene.drawOtherDirections(picture, context) }
      scene.active = .choosing(isFirst: true)
      return picture.plane.kind == .weights ? .done([]) : scene.show(.weights, picture, context)
    },
  ]

  private static let before: [SceneKey<LandscapeScene>] = [
    SceneKey(before: .nextPanel) { scene, _, context in scene.moveFocus(by: 1, context) },
    SceneKey(before: .previousPanel) { scene, _, context in scene.moveFocus(by: -1, context) },
    SceneKey(before: .pickOptimizer) { scene, _, _ in
      guard scene.inner is PerceptronScene else { return .notMine }
      return .done([.note("a perceptron has one rule; networks have optimizers")])
    },
    SceneKey(before: .escape) { scene, _, context in
      guard scene.active == nil else {
        scene.active = nil
        return .done([])
      }
      return scene.inner.answer(.app(.escape), context: scene.innerContext(context))
    },
  ]

  /// A key that looks at another part of the plane.
  private static func looking(
    _ declaration: KeyDeclaration, at part: @escaping @Sendable (PlaneRect, LandscapePicture) -> PlaneRect
  ) -> SceneKey<LandscapeScene> {
    SceneKey(declaration) { scene, picture, _ in
      scene.view = part(scene.view ?? picture.view, picture)
      return .done([])
    }
  }

  private mutating func moveFocus(by distance: Int, _ context: SceneContext) -> SceneAnswer {
    guard context.display == .panels else { return .notMine }
    moveFocus(by: distance, among: panels)
    return .done([])
  }

  /// Lets the model's own scene answer, with the focus where its answer is seen.
  private mutating func pass(
    _ action: SceneAction, focusing panel: PanelName, _ context: SceneContext
  ) -> SceneAnswer {
    active = nil
    let answer = inner.answer(.scene(action), context: innerContext(context))
    focus = panel
    return answer
  }
}
