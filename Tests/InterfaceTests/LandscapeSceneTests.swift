import Learning
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

@Suite("LandscapeScene") struct LandscapeSceneTests {
  private func app(
    _ subject: String = "perceptron", _ settings: [(Training.Key, String)] = [], width: Int = 120, height: Int = 40,
    glyphs: GlyphSet = .braille, depth: ColorDepth = .direct, theme: Theme.Name = .dark
  ) throws -> SteppedApp {
    var description = Description(.landscape)
    try description.set(.of, to: subject)
    for (key, text) in settings { try description.set(key, to: text) }
    return SteppedApp(description, width: width, height: height, glyphs: glyphs, depth: depth, theme: theme)
  }

  private func picture(_ app: SteppedApp) throws -> LandscapePicture {
    try #require(app.state.snapshot?.picture as? LandscapePicture)
  }

  private func scene(_ app: SteppedApp) throws -> LandscapeScene {
    try #require(app.state.scene as? LandscapeScene)
  }

  /// Where the plane lies on the screen.
  private func transform(_ app: SteppedApp) throws -> PlotTransform {
    let panel = try #require(app.state.placedPanels.first { $0.id == .surface })
    let surface = LandscapeSurface(scene: try scene(app), picture: try picture(app), context: app.state.context)
    return try #require(surface.transform(in: Panel.interior(of: panel.rect)))
  }

  private func mouse(_ app: inout SteppedApp, _ kind: MouseEvent.Kind, _ place: PlotPoint) throws {
    let cell = try #require(try transform(app).cell(of: place))
    app.send(.mouse(MouseEvent(kind: kind, column: cell.x, row: cell.y)))
  }

  // MARK: The point

  @Test("a click sends the weights there, the third one stays, and one undo brings them back exactly")
  func click() throws {
    var app = try app()
    app.press(.right, .right, .right)
    let before = try picture(app).parameters
    #expect(before == [-0.2, 0.2, 0])
    let cell = try transform(app).place(of: try #require(try transform(app).cell(of: PlotPoint(x: -0.3, y: 0.25))))
    try mouse(&app, .press, PlotPoint(x: -0.3, y: 0.25))
    let after = try picture(app).parameters
    #expect(after[0] == -0.2)
    #expect(abs(after[1] - cell.x) < 0.002 && abs(after[2] - cell.y) < 0.002)
    // The boundary beside it is that of the new weights, at the same step.
    let subject = try #require(try picture(app).subject as? PerceptronPicture)
    #expect(subject.perceptron.weights == [after[1], after[2]])
    #expect(app.state.snapshot?.step == 3)
    try mouse(&app, .release, PlotPoint(x: -0.3, y: 0.25))
    app.press(.character("u"))
    #expect(try picture(app).parameters == before)
  }

  @Test("a drag takes the point along, and one undo takes all of it back")
  func drag() throws {
    var app = try app("network", [(.data, "circle"), (.hidden, "3")])
    for _ in 0..<4 { app.press(.character("e")) }
    let start = try picture(app)
    try mouse(&app, .press, start.place)
    #expect(try picture(app).parameters == start.parameters)
    let place = try transform(app)
    for share in [0.3, 0.4, 0.5] {
      try mouse(&app, .drag, PlotPoint(x: place.x.value(at: share), y: place.y.value(at: share)))
    }
    let held = try #require(try scene(app).grip)
    let dragged = try picture(app).parameters
    // By hand: the point moved by alpha and beta along the two directions of the plane where it was taken.
    let (across, up) = (held.place.x - start.position.alpha, held.place.y - start.position.beta)
    for index in dragged.indices {
      let expected =
        start.parameters[index] + across * start.plane.directions[0][index] + up * start.plane.directions[1][index]
      // A network holds its weights in single precision.
      #expect(abs(dragged[index] - expected) < 1e-6)
    }
    #expect(dragged != start.parameters)
    try mouse(&app, .release, held.place)
    #expect(try scene(app).grip == nil)
    app.press(.character("u"))
    #expect(try picture(app).parameters == start.parameters)
  }

  @Test("the surface stands still while the point is held")
  func still() throws {
    var app = try app("network", [(.data, "circle"), (.hidden, "3")])
    for _ in 0..<4 { app.press(.character("e")) }
    let before = try transform(app)
    app.press(.character("g"), .left, .left, .up)
    #expect(try transform(app) == before)
    #expect(try scene(app).mode?.name == "moving the point")
    let moved = try picture(app).parameters
    app.press(.escape)
    #expect(try picture(app).parameters != moved)
    #expect(try scene(app).mode == nil)
  }

  @Test("arrows move the point by a fortieth of the view, Esc goes back, Enter stays and u undoes it")
  func keys() throws {
    var app = try app()
    app.press(.right)
    let start = try picture(app)
    let width = start.rangeAlpha.upperBound - start.rangeAlpha.lowerBound
    app.press(.character("g"), .right, .right)
    let moved = try picture(app).parameters
    #expect(abs(moved[1] - (start.parameters[1] + width / 20)) < 0.002)
    #expect(moved[0] == start.parameters[0] && abs(moved[2] - start.parameters[2]) < 0.001)
    app.press(.escape)
    #expect(try picture(app).parameters == start.parameters)
    app.press(.character("g"), .shiftUp, .enter)
    let finely = try picture(app).parameters
    #expect(finely[2] > start.parameters[2])
    #expect(try scene(app).mode == nil)
    app.press(.character("u"))
    #expect(try picture(app).parameters == start.parameters)
  }

  @Test("after any drags, moves by keys and steps, each u brings back exactly the weights before", arguments: 1...16)
  func anyDrags(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var app = try seed % 2 == 0 ? app() : app("network", [(.examples, "40"), (.hidden, "3")])
    for _ in 0..<6 { app.press(.right) }
    var before: [[Double]] = []
    func anyPlace(_ app: SteppedApp) throws -> PlotPoint {
      let plane = try transform(app)
      let (x, y) = (Double.random(in: 0.05...0.95, using: &random), Double.random(in: 0.05...0.95, using: &random))
      return PlotPoint(x: plane.x.value(at: x), y: plane.y.value(at: y))
    }
    func undo(_ app: inout SteppedApp) throws {
      guard let expected = before.popLast() else { return }
      app.press(.character("u"))
      #expect(try picture(app).parameters == expected)
    }
    for _ in 0..<40 {
      let start = try picture(app).parameters
      let undos = app.state.undos.count
      switch Int.random(in: 0..<8, using: &random) {
      case 0...2:
        let isOnPoint = Bool.random(using: &random)
        try mouse(&app, .press, isOnPoint ? try picture(app).place : anyPlace(app))
        for _ in 0..<Int.random(in: 0...4, using: &random) { try mouse(&app, .drag, anyPlace(app)) }
        try mouse(&app, .release, anyPlace(app))
      case 3, 4:
        app.press(.character("g"))
        for _ in 0..<Int.random(in: 0...4, using: &random) {
          app.press([KeyPress.left, .up, .shiftRight, .shiftDown][Int.random(in: 0..<4, using: &random)])
        }
        app.press(Bool.random(using: &random) ? .enter : .escape)
      case 5: app.press(.right, .right)
      case 6: app.press(.left, .left, .left)
      default:
        try undo(&app)
        continue
      }
      // Whatever the hand did in between, it is one movement to take back.
      #expect(app.state.undos.count <= undos + 1)
      if app.state.undos.count > undos { before.append(start) }
    }
    while !before.isEmpty { try undo(&app) }
  }

  @Test("after learning goes on from where the point was left by keys, u brings back the weights before")
  func leftByKeys() throws {
    var app = try app()
    app.press(.right, .right)
    let before = try picture(app).parameters
    app.press(.character("g"), .left, .left, .up, .enter, .right)
    #expect(app.state.undos.count == 1 && app.state.snapshot?.step == 3)
    app.press(.character("u"))
    #expect(try picture(app).parameters == before)
    app.press(.character("u"))
    #expect(app.state.note == "nothing to undo")
    #expect(try picture(app).parameters == before)
  }

  @Test("after a click learning goes on from there: the next step is that of a perceptron with these weights")
  func road() throws {
    var app = try app()
    app.press(.right, .right, .right, .right, .left, .left)
    #expect(app.state.snapshot?.step == 2)
    try mouse(&app, .press, PlotPoint(x: 0.4, y: -0.3))
    try mouse(&app, .release, PlotPoint(x: 0.4, y: -0.3))
    let weights = try picture(app).parameters
    app.press(.right)
    // The epoch goes on: after two steps the third example has its turn.
    let dataset = try #require(try picture(app).subject as? PerceptronPicture).dataset.examples(at: [2])
    var run = PerceptronRun(
      dataset: dataset, perceptron: Perceptron(weights: [weights[1], weights[2]], bias: weights[0]), learningRate: 0.1)
    var history = History()
    run.advance(by: 1, history: &history)
    #expect(try picture(app).parameters == [run.perceptron.bias] + run.perceptron.weights)
    #expect(try picture(app).path.contains { $0.isJump })
  }

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
    #expect(app.state.undos.isEmpty)
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
    let pairs = settings.compactMap { pair in Training.Key(rawValue: pair.0).map { ($0, pair.1) } }
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
        #expect(app.state.placedPanels.contains { $0.id == app.state.scene.focus }, "\(app.state.scene.focus)")
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
