import Learning
import Lessons
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

/// Every mark that is drawn is explained by the scene that draws it.
@Suite("Legend") struct LegendTests {
  /// A screen: a scene with what was done in it.
  struct Screen: CustomStringConvertible, Sendable {
    var scene: SceneKind
    var settings: [(key: String, value: String)] = []
    var actions: [Action] = []

    var description: String { "\(scene.rawValue) \(settings.map(\.value)) \(actions.map(\.name))" }
  }

  /// Each scene as it begins, and after every action of its that changes what is drawn.
  static let screens: [Screen] = {
    let kinds: [(SceneKind, [(key: String, value: String)])] = [
      (.perceptron, []), (.perceptron, [("data", "xor-gate")]), (.perceptron, [("data", "gauss"), ("examples", "60")]),
      (.perceptron, [("features", "x1,x2,x1*x2")]),
      (.network, [("examples", "60")]), (.network, [("data", "blobs"), ("examples", "60")]),
      (.network, [("data", "bumps"), ("examples", "60")]), (.network, [("view", "backpropagation"), ("hidden", "2")]),
      (.network, [("view", "training-loop"), ("examples", "60")]),
      (.curve, []), (.curve, [("function", "two-valleys")]), (.surface, []), (.surface, [("function", "himmelblau")]),
      (.surface, [("view", "relief")]), (.surface, [("vary", "learning-rate=0.1,0.9,1.1")]), (.graph, []),
      (.activations, []), (.race, []), (.race, [("of", "network"), ("data", "circle"), ("examples", "40")]),
      (.race, [("of", "perceptron")]), (.landscape, [("of", "perceptron")]),
      (.landscape, [("of", "network"), ("examples", "40")]), (.landscape, [("of", "perceptron"), ("view", "slice")]),
      (.landscape, [("of", "perceptron"), ("view", "relief")]),
    ]
    let looks: [Action] = [
      .scene(.proof), .scene(.manyLines), .scene(.placePoints), .scene(.weightsByHand), .scene(.probe),
      .scene(.stability), .scene(.unitActivation), .scene(.discretize), .scene(.showTest),
      .scene(.movePoint), .scene(.choosePlane), .app(.fork), .app(.enlarge), .app(.nextPanel), .scene(.logarithmicAxis),
    ]
    return kinds.flatMap { scene, settings in
      [Screen(scene: scene, settings: settings)]
        + looks.map { Screen(scene: scene, settings: settings, actions: [$0]) }
    }
  }()

  private static func app(_ screen: Screen, size: (Int, Int) = (120, 40), palette: Palette.Name = .viridis) throws
    -> SteppedApp
  {
    var app = SteppedApp(
      try Description(screen.scene, parsing: screen.settings), width: size.0, height: size.1, palette: palette)
    for _ in 0..<4 { app.press(.right) }
    app.press(.left)
    app.carryOut(screen.actions.map { .action($0) })
    if screen.actions == [.app(.fork)] { app.press(.character("]"), .right, .right) }
    return app
  }

  /// What on the screen is a mark: shapes, ticks, dots of lines, bars, parentheses around a shape, what is underlined.
  ///
  /// Letters, numbers and frames are not.
  private static func isMark(_ frame: Frame, _ x: Int, _ y: Int) -> Bool {
    let cell = frame[x, y]
    if cell.scalar == "(" { return frame[x + 2, y].scalar == ")" && isMark(frame, x + 1, y) }
    if cell.scalar == ")" { return frame[x - 2, y].scalar == "(" && isMark(frame, x - 1, y) }
    let value = cell.scalar.value
    if cell.style.attributes.contains(.underline) { return true }
    return (0x2581...0x259F).contains(value) || (0x25A0...0x27BF).contains(value) || (0x2801...0x28FF).contains(value)
  }

  @Test("no mark without an explanation", arguments: screens)
  func explained(screen: Screen) throws {
    for size in [(80, 24), (120, 40)] {
      let app = try Self.app(screen, size: size)
      let frame = app.state.draw()
      let parts = app.state.legend
      let area = app.state.rows.body.union(app.state.rows.scrub)
      var unexplained: [String: Int] = [:]
      for y in area.y..<area.maxY {
        for x in area.x..<area.maxX where Self.isMark(frame, x, y) {
          let cell = frame[x, y]
          let here = parts.filter { $0.rect.contains(x, y) }.flatMap(\.entries)
          guard !here.contains(where: { $0.isShown(by: cell, app.state.look.glyphs) }) else { continue }
          let color = "\(cell.style.foreground)"
          unexplained["\(Character(cell.scalar)) \(color) \(cell.style.attributes) at \(x),\(y)", default: 0] += 1
        }
      }
      let some = unexplained.keys.sorted().prefix(3).joined(separator: "; ")
      #expect(unexplained.isEmpty, "\(screen) at \(size): \(unexplained.count) cells, \(some)")
    }
  }

  static let faces = GlyphSet.allCases.flatMap { glyphs in Theme.Name.allCases.map { (glyphs, $0) } }

  /// What must not be said of a screen, by hand: marks of panels and views that are not there, or of what has not happened.
  static let absent: [(screen: Screen, keys: [KeyPress], words: [String])] = [
    (
      Screen(scene: .perceptron), [],
      [
        "wrong example", "before this step", "later ones", "selected", "turn while", "margin", "brush",
        "mistakes in each", "branch",
      ]
    ),
    (
      Screen(scene: .network, settings: [("view", "backpropagation"), ("hidden", "2")]), [.right],
      ["test", "loss of", "class A", "boundary", "slope"]
    ),
    (
      Screen(scene: .network, settings: [("examples", "60"), ("test-fraction", "0")]), [.right],
      ["test", "hollow", "after each epoch", "by hand", "brush"]
    ),
    (Screen(scene: .curve), [.right], ["contours", "strip: η", "gradient", "box", "bound", "cursor", "diverge"]),
    (Screen(scene: .surface), [], ["f(x)", "tangent", "strip below", "box", "the way", "descent 2"]),
    (Screen(scene: .surface, settings: [("view", "relief")]), [.right], ["contours", "global minimum", "gradient"]),
    (Screen(scene: .graph), [], ["derivative has", "flows back", "step's"]),
    (Screen(scene: .activations), [], ["later ones"]),
    (Screen(scene: .landscape, settings: [("of", "perceptron")]), [.right], ["axis alone", "box that", "you move"]),
    (Screen(scene: .race, settings: [("of", "perceptron")]), [.right], ["each step's example", "✓", "weights stay"]),
  ]

  @Test("the legend says nothing of what is not drawn", arguments: absent.indices, faces)
  func absence(index: Int, look: (GlyphSet, Theme.Name)) throws {
    let (glyphs, theme) = look
    let (screen, keys, words) = Self.absent[index]
    var app = SteppedApp(
      try Description(screen.scene, parsing: screen.settings), width: 80, height: 24, glyphs: glyphs,
      depth: theme == .monochrome ? .none : .direct, theme: theme)
    for key in keys { app.press(key) }
    let said = LegendOverlay.shown(app.state.legend, on: app.state.draw(), glyphs).map(\.meaning.description)
    for word in words {
      #expect(!said.contains { $0.contains(word) }, "\(word): \(said.filter { $0.contains(word) }) of \(screen)")
    }
  }

  @Test(
    "no mark without an explanation in any theme, glyph set and size", arguments: GlyphSet.allCases, Theme.Name.allCases
  )
  func explainedEverywhere(glyphs: GlyphSet, theme: Theme.Name) throws {
    for screen in Self.screens where screen.actions.isEmpty || screen.actions == [.scene(.stability)] {
      for size in [(60, 20), (100, 30), (200, 60)] {
        var app = SteppedApp(
          try Description(screen.scene, parsing: screen.settings), width: size.0, height: size.1, glyphs: glyphs,
          depth: theme == .monochrome ? .none : .direct, theme: theme)
        app.press(.right, .right, .right, .left)
        app.carryOut(screen.actions.map { .action($0) })
        let unexplained = Self.unexplained(app)
        #expect(unexplained.isEmpty, "\(screen) at \(size), \(glyphs) \(theme): \(unexplained.prefix(3))")
      }
    }
  }

  @Test("no mark without an explanation on any page of a lesson", arguments: BuiltInLessons.names)
  func lessons(name: String) throws {
    let lesson = try #require(BuiltInLessons.lesson(named: name))
    var app = SteppedApp(nil, lesson: lesson, width: 80, height: 24)
    for page in lesson.steps.indices {
      let unexplained = Self.unexplained(app)
      #expect(unexplained.isEmpty, "page \(page + 1): \(unexplained.prefix(3))")
      app.press(.character("n"))
    }
  }

  /// The cells of panels whose marks no entry of their panel explains.
  private static func unexplained(_ app: SteppedApp) -> [String] {
    let frame = app.state.draw()
    let glyphs = app.state.look.glyphs
    var found: [String] = []
    for part in app.state.legend {
      let rect = part.rect
      for y in rect.y..<rect.maxY {
        for x in rect.x..<rect.maxX where isMark(frame, x, y) {
          let cell = frame[x, y]
          guard !part.entries.contains(where: { $0.isShown(by: cell, glyphs) }) else { continue }
          found.append("\(Character(cell.scalar)) \(cell.style.foreground) \(cell.style.attributes) at \(x),\(y)")
        }
      }
    }
    return found
  }

  @Test("what the legend shows is on the screen, each meaning once, and every sample is drawn", arguments: screens)
  func live(screen: Screen) throws {
    var app = try Self.app(screen)
    let shown = LegendOverlay.shown(app.state.legend, on: app.state.draw(), app.state.look.glyphs)
    #expect(Set(shown.map(\.meaning.description)).count == shown.count)
    #expect(!shown.isEmpty)
    app.press(.character("*"))
    app.expectSoundFrame()
    guard let first = shown.first?.meaning.description.split(separator: " ").first else { return }
    #expect(app.state.draw().text.contains(first))
  }

  @Test("on the start screen it explains the preview")
  func preview() {
    var app = SteppedApp(nil, width: 100, height: 34)
    app.play(steps: 3)
    app.press(.character("*"))
    guard case .legend? = app.state.overlay else {
      Issue.record("no legend on the start screen")
      return
    }
    #expect(app.state.draw().text.contains("the boundary, where s = 0"))
  }

  @Test("a mark that has gone is no longer explained")
  func gone() throws {
    func text(_ app: SteppedApp) -> String {
      var app = app
      app.press(.character("*"))
      return app.state.draw().text
    }
    var app = SteppedApp(Description(.perceptron), width: 120, height: 40)
    #expect(!text(app).contains("in parentheses"))
    app.press(.right)
    #expect(text(app).contains("in parentheses"))
    #expect(text(app).contains("gets wrong"))
    app.carryOut([.trainer(.go(100))])
    for _ in 0..<30 { app.press(.right) }
    #expect(!text(app).contains("gets wrong"))
  }

  @Test("in every glyph set, theme and size the legend is drawn", arguments: GlyphSet.allCases, Theme.Name.allCases)
  func looks(glyphs: GlyphSet, theme: Theme.Name) throws {
    for (width, height) in [(40, 12), (80, 24), (120, 40)] {
      for scene in SceneKind.allCases {
        var app = SteppedApp(
          Description(scene), width: width, height: height, glyphs: glyphs,
          depth: theme == .monochrome ? .none : .direct,
          theme: theme)
        app.press(.right, .right, .character("*"), .down, .pageDown)
        app.expectSoundFrame()
      }
    }
  }
}
