import Learning
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

@Suite("LandscapeScene") struct LandscapeSceneTests: LandscapeFixture {
  // MARK: The plane

  @Test("P goes through the planes without touching the run, and W chooses among the three pairs of weights")
  func planes() throws {
    var app = try app()
    for _ in 0..<6 { app.press(.right) }
    app.press(.left, .left)
    var kinds: [LandscapePlane.Kind] = []
    for _ in 0..<3 {
      kinds.append(try picture(app).plane.kind)
      app.press(.character("P"))
    }
    #expect(kinds == [.weights, .principal, .random])
    #expect(app.state.snapshot?.head == 6 && app.state.snapshot?.step == 4)
    #expect(app.undoCount == 0)
    app.press(.character("W"))
    var pairs: Set<Set<Int>> = []
    for _ in 0..<3 {
      pairs.insert(Set(try picture(app).plane.weights))
      app.press(.right)
      pairs.insert(Set(try picture(app).plane.weights))
      app.press(.up)
    }
    #expect(pairs == [[0, 1], [0, 2], [1, 2]])
    #expect(app.state.description.words(.planeWeights).count == 2)
  }

  @Test("points placed in the data change the surface at once")
  func points() throws {
    var app = try app()
    let before = try picture(app)
    app.press(.character("p"), .right, .right, .enter, .escape)
    let after = try picture(app)
    #expect(try #require(after.subject as? PerceptronPicture).dataset.count == 5)
    #expect(after.losses != before.losses)
  }

  @Test("the loss that is shown is the lecture's: w = (0.2, 0, -0.1) errs on (1, 0) alone, by 0.1 of 4 examples")
  func loss() throws {
    let app = try app()
    #expect(abs(try picture(app).loss - 0.1 / 4) < 1e-12)
    #expect(app.state.draw().text.contains("loss 0.025, plane 0.025"))
  }

  // MARK: Reach

  @Test(
    "G opens the landscape of this very model, changes by hand included; G goes back, u comes back to where it was",
    arguments: ["perceptron", "network"])
  func reach(kind: String) throws {
    var description = Description(try #require(SceneKind(rawValue: kind)))
    if kind == "network" { try description.set(.hidden, to: "3") }
    var app = SteppedApp(description, width: 100, height: 30)
    func parameters() throws -> [Double] {
      switch app.state.snapshot?.picture {
      case let picture as LandscapePicture: picture.parameters
      case let picture as PerceptronPicture: [picture.perceptron.bias] + picture.perceptron.weights
      case let picture as NetworkPicture: picture.parameters.values
      default: []
      }
    }
    app.press(.right, .right, .right, .character("w"), .right, .escape, .character("]"), .right, .right, .right)
    app.press(.character("p"), .enter, .escape, .right, .right, .left)
    let before = try parameters()
    let step = try #require(app.state.snapshot?.step)
    let head = try #require(app.state.snapshot?.head)
    let rate = app.state.snapshot?.learningRate
    app.press(.character("G"))
    #expect(app.state.scene.kind == .landscape)
    #expect(try parameters() == before)
    #expect(app.state.snapshot?.step == step && app.state.snapshot?.head == head)
    #expect(app.state.snapshot?.learningRate == rate && app.state.description.learningRate == rate)
    #expect(app.state.dataset?.count == (app.state.snapshot?.picture as? LandscapePicture)?.exampleCount)
    app.press(.right, .right)
    let after = try parameters()
    app.press(.character("G"))
    #expect(app.state.scene.kind.rawValue == kind)
    #expect(try parameters() == after)
    app.press(.character("u"))
    #expect(app.state.scene.kind == .landscape)
    #expect(try parameters() == after)
    app.press(.character("u"))
    #expect(app.state.scene.kind.rawValue == kind)
    #expect(try parameters() == before)
    #expect(app.state.snapshot?.step == step && app.state.snapshot?.head == head)
  }

  // MARK: Sizes

  @Test(
    "every size in every glyph set", arguments: ScreenTests.sizes + [(60, 14), (60, 20), (59, 25), (160, 50)],
    GlyphSet.allCases)
  func fits(size: (Int, Int), glyphs: GlyphSet) throws {
    for subject in ["perceptron", "network"] {
      var app = try app(
        subject, [(.examples, subject == "network" ? "40" : "4")], width: size.0, height: size.1, glyphs: glyphs)
      app.press(.right, .right)
      for key: KeyPress in [
        .character("v"), .left, .up, .character("v"), .character("v"), .character("v"), .character("P"),
        .character("g"), .left, .escape, .character(">"), .character("0"), .tab, .tab, .tab, .tab, .tab,
        .character("w"), .escape, .character("p"), .escape, .character("z"),
      ] {
        app.press(key)
        app.expectSoundFrame()
      }
    }
  }

  @Test(
    "numbers that blow up, three classes, numbers to predict and no data are drawn in every view",
    arguments: [
      [("data", "plane"), ("activation", "relu"), ("learning-rate", "1000")], [("data", "blobs")], [("data", "bumps")],
      [("examples", "0")], [("examples", "1")], [("hidden", "none"), ("features", "x1")],
    ])
  func hostile(settings: [(String, String)]) throws {
    let pairs = settings.compactMap { pair in Key(rawValue: pair.0).map { ($0, pair.1) } }
    var app = try app("network", [(.examples, "30")].filter { own in !pairs.contains { $0.0 == own.0 } } + pairs)
    for _ in 0..<3 { app.press(.character("e")) }
    for _ in 0..<3 {
      for key: KeyPress in [.character("v"), .character("v"), .character("v"), .character("v"), .character("P")] {
        app.press(key)
        app.expectSoundFrame()
      }
      app.press(.character("g"), .up, .left, .enter, .character("u"), .character("<"), .character("0"))
    }
    for _ in 0..<400 { app.press(.character("<")) }
    app.expectSoundFrame()
    for _ in 0..<800 { app.press(.character(">")) }
    app.expectSoundFrame()
  }

  @Test("a banner advises only keys that mean what it says here")
  func banner() throws {
    var app = try app("perceptron", [(.data, "xor-gate")])
    for _ in 0..<8 { app.press(.character("e")) }
    let text = app.state.draw().text
    #expect(text.contains("the weights cycle") && text.contains("g moves the weights elsewhere"))
    #expect(!text.contains("P shows why"))
  }

  @Test("the panel in focus is always on the screen", arguments: [(120, 40), (80, 24), (62, 16), (50, 22), (45, 13)])
  func focus(size: (Int, Int)) throws {
    for subject in ["perceptron", "network"] {
      var app = try app(subject, width: size.0, height: size.1)
      for _ in 0..<8 {
        app.press(.tab)
        #expect(
          app.state.placedPanels.contains { $0.id == app.state.scene.focusedPanel }, "\(app.state.scene.focusedPanel)")
      }
    }
  }

  @Test("panels never overlap nor leave the screen")
  func panels() throws {
    for subject in ["perceptron", "network"] {
      let context = try app(subject).state.context
      for width in stride(from: 1, through: 300, by: 13) {
        for height in stride(from: 1, through: 100, by: 7) {
          let area = Rect(x: 0, y: 1, width: width, height: height)
          let scene = LandscapeScene(of: subject == "network" ? .network : .perceptron)
          let placed = scene.layout(in: area, context: context)
          for (index, panel) in placed.enumerated() {
            #expect(panel.rect.intersection(area) == panel.rect)
            for other in placed.dropFirst(index + 1) { #expect(panel.rect.intersection(other.rect).isEmpty) }
          }
        }
      }
    }
  }

  // MARK: Looked at

  @Test("the scene, looked at", arguments: [(80, 24), (120, 40)])
  func golden(size: (Int, Int)) throws {
    var perceptron = try app(width: size.0, height: size.1)
    for _ in 0..<9 { perceptron.press(.right) }
    try Golden.expect(perceptron.state.draw(), "landscape-perceptron-\(size.0)x\(size.1)")
    var network = try app("network", [(.examples, "100"), (.hidden, "3")], width: size.0, height: size.1)
    for _ in 0..<8 { network.press(.character("e")) }
    try Golden.expect(network.state.draw(), "landscape-network-\(size.0)x\(size.1)")
    network.press(.character("v"))
    try Golden.expect(network.state.draw(), "landscape-relief-\(size.0)x\(size.1)")
    network.press(.character("v"))
    try Golden.expect(network.state.draw(), "landscape-slice-\(size.0)x\(size.1)")
  }

  @Test("in ASCII without color, looked at")
  func ascii() throws {
    var app = try app(width: 80, height: 24, glyphs: .ascii, depth: .none)
    for _ in 0..<9 { app.press(.right) }
    try Golden.expect(app.state.draw(), "landscape-ascii-80x24")
  }
}
