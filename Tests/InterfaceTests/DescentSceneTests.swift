import Basics
import Calculus
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

@Suite("Descent scenes") struct DescentSceneTests {
  private func app(
    _ scene: SceneKind, _ settings: [(Key, String)] = [], width: Int = 120, height: Int = 40,
    glyphs: GlyphSet = .braille, depth: ColorDepth = .direct, theme: Theme.Name = .dark
  ) throws -> SteppedApp {
    var description = Description(scene)
    for (key, text) in settings { try description.set(key, to: text) }
    return SteppedApp(description, width: width, height: height, glyphs: glyphs, depth: depth, theme: theme)
  }

  // MARK: Sizes

  @Test("every size in every glyph set", arguments: ScreenTests.sizes, GlyphSet.allCases)
  func fits(size: (Int, Int), glyphs: GlyphSet) throws {
    for scene in [SceneKind.surface, .curve] {
      var app = try app(scene, [], width: size.0, height: size.1, glyphs: glyphs)
      app.press(.right, .right)
      for key: KeyPress in [
        .character("v"), .left, .up, .character("v"), .character(">"), .character("h"), .character("0"),
        .character("m"), .character("p"), .left, .enter, .character("z"), .character("d"),
      ] {
        app.press(key)
        app.expectSoundFrame()
      }
    }
  }

  @Test(
    "functions without values, without slopes, with poles and with huge values are drawn",
    arguments: [
      "log(x) + log(y)", "sqrt(-1 - x^2)", "7", "1/x + 1/y", "exp(exp(x^2 + y^2))", "x*y*1e300", "abs(x) + abs(y)",
      "max(x, y)", "0/0", "x^2*1e-300", "tan(x*y)", "1e308*x + 1e308*y",
    ])
  func hostile(function: String) throws {
    for (scene, text) in [
      (SceneKind.surface, function), (.curve, function.split(separator: "y").joined(separator: "x")),
    ] {
      var app = try app(scene, [(.function, text), (.learningRate, "0.3")], width: 100, height: 34)
      for _ in 0..<6 { app.press(.right) }
      app.expectSoundFrame()
      app.press(.character("v"), .left)
      app.expectSoundFrame()
      for key: KeyPress in [.character("v"), .character("<"), .character("<"), .character("0"), .character("y")] {
        app.press(key)
        app.expectSoundFrame()
      }
    }
  }

  @Test("a view can be enlarged and left for ever without a trap")
  func farAway() throws {
    for scene in [SceneKind.surface, .curve] {
      var app = try app(scene, width: 60, height: 20)
      for _ in 0..<120 { app.press(.character(">")) }
      app.expectSoundFrame()
      for _ in 0..<2500 { app.press(.character("<")) }
      app.expectSoundFrame()
      for _ in 0..<50 { app.press(.character("l")) }
      app.expectSoundFrame()
    }
  }

  // MARK: Keys

  @Test("the screen shows the arithmetic of a step with its factors: by hand 3 - 0.1 * 6 = 2.4 and 1 - 2 * 0.1 = 0.8")
  func arithmetic() throws {
    var app = try app(.surface)
    app.press(.right)
    let text = app.state.draw().text
    for line in [
      "(x, y) = (2.4, −1.6)", "f = 8.32", "(x, y) ← (x, y) − η·G", "x  3 − 0.1·6 = 2.4", "y  −2 − 0.1·(−4) = −1.6",
      "quadratic: λ = 2, 2", "η·λmax = 0.2 < 2", "1 − ηλ     0.8, 0.8", "measured   0.8, 0.8",
      "comes closer from one side",
    ] {
      #expect(text.contains(line), "\(line) is missing")
    }
  }

  @Test(
    "the five behaviors of the learning rate are named",
    arguments: [
      ("0.1", "comes closer from one side"), ("0.5", "one step is enough"), ("0.9", "overshoots, but less each time"),
      ("1", "jumps to and fro between two points"), ("1.1", "each step overshoots further: it diverges"),
    ])
  func behaviors(rate: String, words: String) throws {
    var app = try app(.surface, [(.learningRate, rate)])
    // With 0.5 the only step is the one that leads there.
    let start = app.state.draw().text
    app.press(.right)
    #expect((rate == "0.5" ? start : app.state.draw().text).contains(words))
  }

  @Test("a divergence is explained by the stability limit")
  func divergence() throws {
    var app = try app(.surface, [(.learningRate, "1.1")])
    for _ in 0..<45 { app.press(.right) }
    let text = app.state.draw().text
    #expect(text.contains("diverged at step 39: η 1.1 is above the stability limit here (η·λmax = 2.2 > 2)"))
    #expect(text.contains("Home, then [ to η 0.5"))
  }

  @Test("at the start the panel says in full what → does", arguments: [(80, 24), (100, 30), (120, 40), (200, 60)])
  func start(size: (Int, Int)) throws {
    let text = try app(.surface, width: size.0, height: size.1).state.draw().text
    #expect(text.contains("the start; → steps") || text.contains("the start; → makes the first step"))
  }

  @Test("keys change the view, and 0 goes back to all of it")
  func view() throws {
    var app = try app(.surface)
    func view() throws -> PlaneRect? { try #require(app.state.scene as? SurfaceScene).viewState.view }
    app.press(.character(">"))
    let closer = try #require(try view())
    #expect(abs(closer.maxX - closer.minX - 0.7 * 8) < 1e-12)
    app.press(.character("l"))
    #expect(try #require(try view()).minX > closer.minX)
    app.press(.character("0"))
    #expect(try view() == nil)
    app.press(.character("v"), .left)
    #expect(try #require(app.state.scene as? SurfaceScene).turntable.azimuth == 36)
    let panel = try #require(app.state.placedPanels.first { $0.id == .picture }).rect
    app.send(.mouse(MouseEvent(kind: .press, column: panel.x + 20, row: panel.y + 9)))
    app.send(.mouse(MouseEvent(kind: .drag, column: panel.x + 18, row: panel.y + 7)))
    let turned = try #require(app.state.scene as? SurfaceScene).turntable
    #expect(turned.azimuth == 30 && turned.elevation == 42)
    #expect(app.state.snapshot?.step == 0)
    app.press(.character("."))
    #expect(app.state.snapshot?.step == 1)
  }

  @Test("Enter in the mode for it starts at the cursor, g goes on from it, a adds a descent")
  func placing() throws {
    var app = try app(.surface)
    app.press(.character("p"), .left, .left)
    #expect(app.state.scene.mode?.name == "placing the start")
    app.press(.enter)
    // Two fortieths of the width of 8 to the left of 3.
    #expect(app.state.description[.start]?.text == "x=2.6,y=-2")
    #expect(app.state.snapshot?.step == 0)
    app.press(.right, .right, .character("p"), .up, .character("g"))
    #expect(app.state.snapshot?.step == 2)
    app.press(.character("p"), .up, .character("a"))
    #expect(app.state.description.variation?.values.count == 2)
    app.press(.escape)
    #expect(app.state.scene.mode == nil)
  }

  @Test("a click starts where it is made")
  func click() throws {
    var app = try app(.surface)
    let panel = try #require(app.state.placedPanels.first { $0.id == .picture })
    let picture = try #require(app.state.snapshot?.picture as? DescentPicture)
    let scene = try #require(app.state.scene as? SurfaceScene)
    let transform = scene.transform(picture, in: Panel.interior(of: panel.rect), context: app.state.context)
    let cell = try #require(transform.cell(of: PlanePoint(x: -2, y: 3)))
    app.send(.mouse(MouseEvent(kind: .press, column: cell.x, row: cell.y)))
    let start = app.state.description.assignments(.start)
    #expect(abs(try #require(start["x"]) - -2) < 0.15)
    #expect(abs(try #require(start["y"]) - 3) < 0.25)
  }

  @Test("m compares optimizers, then learning rates, then starts, then one alone")
  func compare() throws {
    var app = try app(.surface)
    var keys: [Key?] = []
    for _ in 0..<4 {
      app.press(.character("m"))
      keys.append(app.state.description.variation?.key)
    }
    #expect(keys == [.optimizer, .learningRate, .start, nil])
  }

  @Test("the legend says which of several diverged, where and when")
  func legend() throws {
    var app = try app(.surface, [(.vary, "learning-rate=0.1,1.1")])
    for _ in 0..<90 { app.press(.right) }
    let text = app.state.draw().text
    #expect(text.contains("✗ diverged at step 39"))
    #expect(text.contains("of 2: 1 at a minimum, 1 diverged"))
  }

  @Test("another function comes with its own start and learning rate")
  func function() throws {
    var app = try app(.surface, [(.start, "x=1,y=1"), (.learningRate, "0.3")])
    app.type(":function rosenbrock")
    app.press(.enter)
    #expect(app.state.description[.start]?.text == "x=-1.2,y=1")
    #expect(app.state.snapshot?.learningRate == 0.001)
    app.press(.character("u"))
    #expect(app.state.description[.start]?.text == "x=1,y=1")
  }

  @Test("the curve shows the tangent's promise beside what the curve keeps")
  func tangent() throws {
    let app = try app(.curve)
    // By hand: f(3) = 9, a = 6, Δx = -0.6, f + a Δx = 5.4, f(2.4) = 5.76.
    let text = app.state.draw().text
    for line in ["x = 3   f(x) = 9", "a = f′(x) = 6", "Δx = −η·a = −0.6", "= 5.4  the tangent", "= 5.76  the curve"] {
      #expect(text.contains(line), "\(line) is missing")
    }
  }

  @Test("two valleys: the local minimum is named, and where small steps lead")
  func valleys() throws {
    var app = try app(.curve, [(.function, "two-valleys")])
    for _ in 0..<60 { app.press(.right) }
    let text = app.state.draw().text
    for line in [
      "local minimum", "global minimum", "local minimum at η 0.05", "global minimum at η 0.05",
      "caught in a local minimum",
    ] {
      #expect(text.contains(line), "\(line) is missing")
    }
  }

  // MARK: Looked at

  @Test("the scenes, looked at", arguments: [(80, 24), (120, 40)])
  func golden(size: (Int, Int)) throws {
    var surface = try app(.surface, [(.function, "himmelblau")], width: size.0, height: size.1)
    for _ in 0..<8 { surface.press(.right) }
    try Golden.expect(surface.state.draw(), "surface-\(size.0)x\(size.1)")
    surface.press(.character("v"))
    try Golden.expect(surface.state.draw(), "surface-relief-\(size.0)x\(size.1)")
    var curve = try app(.curve, [(.function, "two-valleys")], width: size.0, height: size.1)
    for _ in 0..<4 { curve.press(.right) }
    try Golden.expect(curve.state.draw(), "curve-\(size.0)x\(size.1)")
  }

  @Test("in ASCII without color, looked at")
  func ascii() throws {
    var surface = try app(.surface, width: 80, height: 24, glyphs: .ascii, depth: .none)
    for _ in 0..<4 { surface.press(.right) }
    try Golden.expect(surface.state.draw(), "surface-ascii-80x24")
  }
}
