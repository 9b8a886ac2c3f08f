import Basics
import Learning
import Plotting
import Training

extension NetworkScene {
  package static let appActions = AppAction.ofEpochs.union(AppAction.ofLearningRate).union(AppAction.ofData)
    .union(AppAction.ofBranches).union([.pickOptimizer, .nextPalette, .race, .landscape])

  package static let keys: [SceneKey<NetworkScene>] = ofOutput + ofLayers + ofViews + ofMoves + before

  // MARK: The output

  /// What is done on the output alone.
  private static let ofOutput: [SceneKey<NetworkScene>] = [
    output(.weightsByHand) { scene, _, _ in
      if case .weights = scene.active {
        scene.active = nil
        return .done([])
      }
      if case .input = scene.selection { scene.selection = .unit(layer: 0, unit: 0) }
      scene.active = .weights(input: 0)
      scene.focus = .unit
      return .done([.trainer(.pause)])
    },
    output(.placePoints) { scene, picture, context in
      let view = DataView.rect(of: picture.dataset)
      scene.active = .points(PointBrush(in: view, for: picture.dataset, look: context.look))
      scene.focus = .picture
      return .done([])
    },
    SceneKey(.removePoint) { _, _, _ in .done([]) },
    output(
      KeyDeclaration(
        .probe, [.character("C")], in: .reading, footer: "cursor", "a cursor: what the network says there, and why")
    ) { scene, picture, _ in
      var brush = PointBrush(in: DataView.rect(of: picture.dataset))
      if let place = scene.place { (brush.x, brush.y) = (place.x, place.y) }
      scene.place = PlanePoint(x: brush.x, y: brush.y)
      scene.active = .probe(brush)
      scene.slot = .scores
      scene.focus = .picture
      return .done([])
    },
    SceneKey(
      KeyDeclaration(.discretize, [.character("D")], in: .reading, "the output as classes, without shades")
    ) { scene, picture, _ in
      if picture.dataset.isNumeric {
        return .done([.note("the output is a number: there are no classes to tell apart")])
      }
      scene.isDiscrete.toggle()
      return .done([])
    },
    SceneKey(KeyDeclaration(.showTest, [.character("T")], in: .reading, "show or hide the test points")) {
      scene, _, _ in
      scene.showsTest.toggle()
      return .done([])
    },
  ]

  /// A key that does something on the output; in a view that is gone through move by move it says so.
  private static func output(
    _ declaration: KeyDeclaration, _ answer: @escaping SceneKey<NetworkScene>.Answer
  ) -> SceneKey<NetworkScene> {
    SceneKey(declaration) { scene, picture, context in
      guard !scene.isByMove(context) else {
        return .done([.note("\(context.key(.changeView)) goes on to the output, where this is done")])
      }
      return answer(&scene, picture, context)
    }
  }

  // MARK: The layers

  private static let ofLayers: [SceneKey<NetworkScene>] = [
    SceneKey(
      KeyDeclaration(
        .addUnit, [.character("}")], in: .layers, footer: "units", "a unit more in the selected layer",
        pair: .init(.removeUnit, words: "one less", label: .before))
    ) { scene, picture, context in scene.reshape(picture, context) { resize(&$0, layer: $1, by: 1) } },
    SceneKey(
      KeyDeclaration(.removeUnit, [.character("{")], in: .layers, "a unit less in the selected layer")
    ) { scene, picture, context in scene.reshape(picture, context) { resize(&$0, layer: $1, by: -1) } },
    SceneKey(
      KeyDeclaration(
        .addLayer, [.character(">")], in: .layers, footer: "layers", "a hidden layer more",
        pair: .init(.removeLayer, words: "one less", label: .before))
    ) { scene, picture, context in scene.reshape(picture, context) { hidden, _ in hidden.append(2) } },
    SceneKey(
      KeyDeclaration(.removeLayer, [.character("<")], in: .layers, "a hidden layer less")
    ) { scene, picture, context in scene.reshape(picture, context) { hidden, _ in _ = hidden.popLast() } },
    SceneKey(
      KeyDeclaration(
        .layerActivation, [.character("A")], in: .layers, "the next activation function for the selected layer")
    ) { scene, picture, context in scene.nextActivation(picture, context) },
    SceneKey(
      KeyDeclaration(
        .toggleFeature, "1234567".unicodeScalars.map { .character($0) }, in: .layers,
        "switch an input feature on or off", isRange: true)
    ) { _, _, _ in .done([]) },
  ]

  // MARK: What is seen

  private static let ofViews: [SceneKey<NetworkScene>] = [
    SceneKey(
      KeyDeclaration(
        .unitActivation, [.character("F")], in: .panels,
        "the selected unit on its activation function, with r of every example")
    ) { scene, _, context in
      if case .input = scene.selection {
        return .done([.note("select a unit: its activation function is shown")])
      }
      scene.showsActivation.toggle()
      scene.slot = .unit
      scene.focus = .unit
      let isWhole = context.display == .enlarged
      return .done(scene.showsActivation == isWhole ? [] : [.action(.enlarge)])
    },
    SceneKey(.stability) { scene, _, context in
      scene.showsStability.toggle()
      if context.display == .panels { scene.focus = .curve }
      return .done([])
    },
    SceneKey(.logarithmicAxis) { scene, _, _ in
      scene.isLogarithmic.toggle()
      return .done([])
    },
    SceneKey(.changeView("next view: output, backpropagation (n next example, ↑↓ layers), training loop")) {
      scene, _, context in
      scene.active = nil
      scene.focus = .picture
      scene.steps.isPlaying = false
      return .done([.view((context.description.view ?? .output).next(in: .network))])
    },
  ]

  // MARK: Before the app

  /// What time means in a view that is gone through move by move.
  private static let ofMoves: [SceneKey<NetworkScene>] = [
    byMove(.stepForward) { scene, picture, context in
      scene.steps.isPlaying = false
      return scene.forward(picture, context)
    },
    byMove(.stepBack) { scene, picture, context in
      scene.steps.isPlaying = false
      return scene.back(picture, context)
    },
    byMove(.playOrPause) { scene, _, context in scene.playOrPause(context) },
    byMove(.faster) { scene, _, context in scene.change(speed: scene.steps.speed.faster, context) },
    byMove(.slower) { scene, _, context in scene.change(speed: scene.steps.speed.slower, context) },
    byMove(.reset, begin), byMove(.reseed, begin), byMove(.newData, begin), byMove(.goToFirst, begin),
  ]

  private static func byMove(
    _ action: AppAction, _ answer: @escaping SceneKey<NetworkScene>.Answer
  ) -> SceneKey<NetworkScene> {
    SceneKey(before: action) { scene, picture, context in
      scene.isByMove(context) ? answer(&scene, picture, context) : .notMine
    }
  }

  /// Goes to the first move, where the run begins anew.
  private static let begin: SceneKey<NetworkScene>.Answer = { scene, _, _ in
    scene.steps.begin()
    return .notMine
  }

  private static let before: [SceneKey<NetworkScene>] = [
    SceneKey(before: .nextPanel) { scene, _, context in scene.moveFocus(by: 1, context) },
    SceneKey(before: .previousPanel) { scene, _, context in scene.moveFocus(by: -1, context) },
    SceneKey(before: .escape) { scene, _, _ in
      guard scene.active != nil || scene.place != nil else { return .notMine }
      if scene.active == nil { scene.place = nil }
      scene.active = nil
      return .done([])
    },
  ]

  private mutating func moveFocus(by distance: Int, _ context: SceneContext) -> SceneAnswer {
    guard context.display == .panels else { return .notMine }
    moveFocus(by: distance, among: panels(context))
    return .done([])
  }
}
