// The keys that say which scene is shown, and how.

extension KeySpecification {
  /// Which scene, and what of it is shown.
  static let scene: [KeySpecification] = [
    .init(
      .of, .scene, .word(["perceptron", "network", "curve", "surface"]), "SCENE", "the scene whose runs are shown",
      in: [.race, .landscape], else: .scenes([.race: .word("surface"), .landscape: .word("network")]),
      kinds: [.landscape: .word(["perceptron", "network"])]),
    .init(
      .vary, .scene, .variation, "KEY=A,B,C", "the key that differs between the runs, and its 2 to 16 values",
      in: [.race] + .descending,
      else: .scenes([
        .race: .variation(.init(.learningRate, [.number(0.01), .number(0.1), .number(0.5), .number(1)]))
      ]), label: "compared"),
    // What the views are is the interface's affair; how they are spelled is everybody's.
    .init(
      .view, .scene, .word(SceneView.names(of: .network)), "VIEW", "which view of the scene is shown first",
      in: [.network, .surface, .landscape],
      else: .scenes([
        .network: .word(SceneView.output.rawValue), .surface: .word(SceneView.flat.rawValue),
        .landscape: .word(SceneView.flat.rawValue),
      ]),
      kinds: [
        .surface: .word(SceneView.names(of: .surface)), .landscape: .word(SceneView.names(of: .landscape)),
      ]),
    .init(
      .directions, .scene, .word(planeKinds), "NAME", "what the loss is shown over", in: [.landscape],
      else: .scenes([.perceptron: .word("weights"), .network: .word("principal")]),
      kinds: [.perceptron: .word(planeKinds.filter { $0 != LandscapePlane.Kind.towards.rawValue })]),
    .init(
      .planeWeights, .scene, .names(most: 2), "A,B",
      "the two weights: w1,w2 of a perceptron, h1.2.v1,out.1.w0 of a network",
      in: [.landscape], needs: .init(key: .directions, words: ["weights"])),
    .init(
      .planeSeed, .scene, .integer(Words.seeds), "SEED", "decides the random directions, and nothing of the run",
      in: [.landscape], else: .always(.integer(1))),
    .init(
      .towards, .scene, .text(known: []), "FILE.json", "the other model, of the same shape", in: [.landscape],
      needs: .init(key: .directions, words: ["towards"])),
    .init(
      .span, .scene, .number(.positive), "LENGTH",
      "how far it reaches to each side, in lengths of the directions; around the path when left out",
      in: [.landscape]),
    .init(
      .resolution, .scene, .integer(2...501), "N",
      "places along each axis; when left out 61, on a screen what it can show",
      in: [.landscape]),
  ]

  private static let planeKinds = LandscapePlane.Kind.allCases.map(\.rawValue)
}
