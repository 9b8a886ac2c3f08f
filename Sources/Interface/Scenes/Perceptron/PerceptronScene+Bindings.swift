import Training

extension PerceptronScene {
  package static let appActions = AppAction.ofEpochs.union(AppAction.ofLearningRate).union(AppAction.ofData)
    .union(AppAction.ofBranches).union([.nextPalette, .race, .landscape])

  package static let keys: [SceneKey<PerceptronScene>] = [
    SceneKey(.weightsByHand) { scene, _, _ in
      scene.active = scene.active == nil ? .weights(selected: 1) : nil
      scene.focus = .arithmetic
      return .done([.trainer(.pause)])
    },
    SceneKey(.placePoints) { scene, picture, _ in
      scene.active = .points(PointBrush(in: DataView.rect(of: picture.dataset)))
      scene.focus = .picture
      return .done([])
    },
    SceneKey(.removePoint) { _, _, _ in .done([]) },
    SceneKey(
      KeyDeclaration(
        .proof, [.character("P")], in: .model, "can it be learned at all? the proof, in the picture")
    ) { scene, _, context in
      scene.showsProof.toggle()
      return .done(scene.showsProof && context.findings.certificate == nil ? [.certify] : [])
    },
    SceneKey(
      KeyDeclaration(
        .manyLines, [.character("m")], in: .model, "lines that other first weights and orders end on")
    ) { scene, _, context in
      scene.showsOtherLines.toggle()
      return .done(scene.showsOtherLines && context.findings.otherLines.isEmpty ? [.trainOthers(count: 12)] : [])
    },
    SceneKey(.stability) { scene, _, _ in
      scene.showsStability.toggle()
      return .done([])
    },
    SceneKey(.logarithmicAxis) { scene, _, _ in
      scene.isLogarithmic.toggle()
      return .done([])
    },
    SceneKey(before: .escape) { scene, _, _ in
      guard scene.active != nil else { return .notMine }
      scene.active = nil
      return .done([])
    },
  ]
}
