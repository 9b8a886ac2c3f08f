import Basics
import Plotting
import Training

extension DescentScene {
  /// What the app does for curves and surfaces.
  static var sharedAppActions: Set<AppAction> {
    AppAction.ofLearningRate.union(AppAction.ofBranches).union([.pickOptimizer, .race])
  }

  /// The keys that curves and surfaces share.
  static var sharedKeys: [SceneKey<Self>] {
    [
      SceneKey(.pickFunction) { _, _, _ in .done([.pick(.function)]) },
      SceneKey(
        KeyDeclaration(
          .placePoints, [.character("p")], in: .model, footer: "start",
          "place the start: arrows move, Enter starts there", also: .words("a click"))
      ) { scene, picture, context in
        scene.viewState.mode = .start(
          picture.first.point.clamped(to: scene.view(picture, context)), isTyped: false)
        scene.focus = .picture
        return .done([])
      },
      SceneKey(
        KeyDeclaration(
          .manyLines, [.character("m")], in: .model, footer: "compare",
          "several at once: optimizers, learning rates, starts, one alone")
      ) { _, picture, context in
        .done([.begin(DescentComparison.next(after: context.description, picture))])
      },
      SceneKey(.stability) { scene, _, _ in
        scene.viewState.showsStability.toggle()
        return .done([])
      },
      SceneKey(.logarithmicAxis) { scene, _, _ in
        scene.viewState.isLogarithmic.toggle()
        return .done([])
      },
    ] + planeKeys + [
      before(.learningRateUp, varies: .learningRate, "learning rate"),
      before(.learningRateDown, varies: .learningRate, "learning rate"),
      before(.pickOptimizer, varies: .optimizer, "optimizer"),
      SceneKey(before: .escape) { scene, _, _ in
        guard scene.viewState.mode != nil else { return .notMine }
        scene.viewState.mode = nil
        return .done([])
      },
    ]
  }

  /// The keys that move the view over the plane.
  private static var planeKeys: [SceneKey<Self>] {
    [
      looking(.zoomIn) { scene, view, picture in view.scaled(by: 0.7, about: scene.center(picture, in: view)) },
      looking(.zoomOut) { _, view, _ in view.scaled(by: 1 / 0.7, about: view.middle) },
      looking(.panLeft) { _, view, _ in view.moved(x: -0.1, y: 0) },
      looking(.panDown) { scene, view, _ in scene.kind == .curve ? nil : view.moved(x: 0, y: -0.1) },
      looking(.panUp) { scene, view, _ in scene.kind == .curve ? nil : view.moved(x: 0, y: 0.1) },
      looking(.panRight) { _, view, _ in view.moved(x: 0.1, y: 0) },
      SceneKey(.fitView) { scene, picture, _ in
        scene.viewState.view = scene.viewState.view == nil ? viewAroundPaths(picture) : nil
        return .done([])
      },
    ]
  }

  /// A key that looks at another part of the plane; nil where there is none in that direction.
  private static func looking(
    _ declaration: KeyDeclaration, at part: @escaping @Sendable (Self, PlaneRect, DescentPicture) -> PlaneRect?
  ) -> SceneKey<Self> {
    SceneKey(declaration) { scene, picture, context in
      if let part = part(scene, scene.view(picture, context), picture) { scene.viewState.view = part }
      return .done([])
    }
  }

  /// Says why the app can't change what the descents differ in.
  private static func before(
    _ action: AppAction, varies key: Key, _ name: SafeText
  ) -> SceneKey<Self> {
    SceneKey(before: action) { _, picture, context in
      guard picture.variation?.key == key else { return .notMine }
      return .done([
        .note("the descents differ in the \(name.description); \(context.key(.manyLines)) goes on to one alone")
      ])
    }
  }
}
