import Learning
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

/// While something is edited, and above all while something is typed, no key of the key table does what it does
/// elsewhere.
@Suite("Editors") struct EditorTests {
  /// A scene with an editor open.
  struct Place: CustomStringConvertible, Sendable {
    var scene: SceneKind
    var settings: [(key: String, value: String)] = []
    /// What opens the editor.
    var action: Action
    /// The keys that are the editor's own, by hand.
    var own: [KeyPress]

    var description: String { "\(scene.rawValue) \(settings.map(\.value)) \(action.name)" }
  }

  private static let arrows: [KeyPress] =
    [.up, .down, .left, .right, .shiftUp, .shiftDown, .shiftLeft, .shiftRight]
    + "hjkl".unicodeScalars.map { .character($0) }
  private static let numbers: [KeyPress] = "0123456789.-−+=".unicodeScalars.map { .character($0) }
  private static let dial: [KeyPress] = arrows + numbers + [.tab, .pageUp, .pageDown, .enter, .escape, .character("w")]
  private static let brush: [KeyPress] =
    arrows + numbers + [.enter, .escape, .delete] + "pcx".unicodeScalars.map { .character($0) }

  /// Every editor there is: the test of the table below fails where an action opens another one.
  static let places: [Place] = [
    Place(scene: .perceptron, action: .scene(.weightsByHand), own: dial),
    Place(scene: .perceptron, action: .scene(.placePoints), own: brush),
    Place(scene: .network, settings: [("hidden", "3"), ("examples", "40")], action: .scene(.weightsByHand), own: dial),
    Place(scene: .network, settings: [("examples", "40")], action: .scene(.placePoints), own: brush),
    Place(
      scene: .network, settings: [("examples", "40")], action: .scene(.probe),
      own: arrows + numbers + [.enter, .escape, .character("n"), .character("C")]),
    Place(
      scene: .curve, action: .scene(.placePoints),
      own: arrows + numbers + [.enter, .escape] + "pga".unicodeScalars.map { .character($0) }),
    Place(
      scene: .surface, action: .scene(.placePoints),
      own: arrows + numbers + [.enter, .escape] + "pga".unicodeScalars.map { .character($0) }),
    Place(
      scene: .landscape, settings: [("of", "perceptron")], action: .scene(.movePoint),
      own: arrows + numbers + [.enter, .escape] + "gu vctyzs".unicodeScalars.map { .character($0) }),
    Place(
      scene: .landscape, settings: [("of", "network"), ("examples", "40")], action: .scene(.movePoint),
      own: arrows + numbers + [.enter, .escape] + "gu vctyzs".unicodeScalars.map { .character($0) }),
    Place(
      scene: .landscape, settings: [("of", "perceptron")], action: .scene(.choosePlane),
      own: arrows + [.enter, .escape, .tab, .pageUp, .pageDown, .character("W")]),
    Place(
      scene: .landscape, settings: [("of", "network"), ("examples", "40")], action: .scene(.choosePlane),
      own: arrows + [.enter, .escape, .tab, .pageUp, .pageDown, .character("W")]),
    Place(scene: .landscape, settings: [("of", "perceptron")], action: .scene(.weightsByHand), own: dial),
    Place(scene: .landscape, settings: [("of", "perceptron")], action: .scene(.placePoints), own: brush),
    Place(
      scene: .landscape, settings: [("of", "network"), ("examples", "40")], action: .scene(.weightsByHand), own: dial),
    Place(
      scene: .landscape, settings: [("of", "network"), ("examples", "40")], action: .scene(.placePoints), own: brush),
  ]

  /// Every key that means anything anywhere, and every printable one.
  private static let keys: [KeyPress] = {
    var seen: Set<KeyPress> = []
    let bound = KeyBindings().bindings.flatMap(\.keys)
    let printable = (0x21...0x7E).compactMap { Unicode.Scalar($0) }.map { KeyPress.character($0) }
    return (bound + printable).filter { seen.insert($0).inserted }
  }()

  /// What a key may always do: end, suspend, draw anew, and explain the screen.
  private static func isEverywhere(_ key: KeyPress, _ table: KeyBindings, _ scene: SceneKind) -> Bool {
    switch table.action(for: key, in: .scene(scene)) {
    case .app(.interrupt)?, .app(.suspend)?, .app(.redraw)?: true
    case let action?: action.explains
    case nil: false
    }
  }

  private static func open(_ place: Place) throws -> SteppedApp {
    var app = SteppedApp(try Description(place.scene, parsing: place.settings), width: 100, height: 34)
    app.press(.right)
    app.carryOut([.action(place.action)])
    // What the opened editor wants pictured is asked for with the next message.
    app.send(.resize(width: 100, height: 34))
    return app
  }

  /// All that a scene action could change.
  private static func standing(_ app: SteppedApp) -> String {
    let snapshot = app.state.snapshot
    return
      "\(app.state.description) \(snapshot?.step ?? -1) \(snapshot?.head ?? -1) \(app.state.generation) "
      + "\(snapshot?.isPlaying ?? false) \(app.state.look.theme.name) \(app.state.look.theme.palette) "
      + "\(app.state.isEnlarged) \(app.state.isPreviewing) \(app.state.scene.focusedPanel.name) \(app.effects.count) "
      + "\(app.state.scene.kind) \(app.state.chosenSpeed.debugDescription) \(app.state.draw().text)"
  }

  @Test("an action that opens an editor in a scene has its keys in the table of this test")
  func complete() throws {
    for scene in SceneKind.allCases {
      let subjects: [[(key: String, value: String)]] =
        scene == .landscape ? [[("of", "perceptron")], [("of", "network"), ("examples", "40")]] : [[]]
      for settings in subjects {
        for action in Action.allCases where action != .app(.quit) && action != .app(.interrupt) {
          var app = SteppedApp(try Description(scene, parsing: settings), width: 100, height: 34)
          app.press(.right)
          app.carryOut([.action(action)])
          guard app.state.scene.mode != nil, app.state.scene.kind == scene else { continue }
          let isKnown = Self.places.contains { place in
            place.scene == scene && place.action == action
              && (scene != .landscape || place.settings.first?.value == settings.first?.value)
          }
          #expect(isKnown, "\(scene) \(action)")
        }
      }
    }
  }

  @Test("in an editor a key that is not its own does nothing at all", arguments: places)
  func held(place: Place) throws {
    let app = try Self.open(place)
    try #require(app.state.scene.mode != nil)
    let before = Self.standing(app)
    for key in Self.keys where !place.own.contains(key) && !Self.isEverywhere(key, app.state.keys, place.scene) {
      var pressed = app
      pressed.press(key)
      #expect(Self.standing(pressed) == before, "\(key) in \(place)")
      #expect(pressed.state.overlay == nil, "\(key) in \(place)")
    }
  }

  @Test("while a number is typed every key is a part of it, or nothing", arguments: places)
  func typing(place: Place) throws {
    var app = try Self.open(place)
    guard app.state.scene.prompt(context: app.state.context) != nil else { return }
    app.press(.character("1"))
    guard case .number? = app.state.overlay else {
      Issue.record("a digit begins to type in \(place)")
      return
    }
    let effects = app.effects.count
    let description = app.state.description
    for key in Self.keys where !Self.isProcess(key, app.state.keys, place.scene) && key != .enter && key != .escape {
      var pressed = app
      pressed.press(key)
      guard case .number? = pressed.state.overlay else {
        Issue.record("\(key) ends the typing in \(place)")
        continue
      }
      #expect(pressed.effects.count == effects, "\(key) in \(place)")
      #expect(pressed.state.description == description, "\(key) in \(place)")
      #expect(pressed.state.snapshot?.step == app.state.snapshot?.step, "\(key) in \(place)")
    }
  }

  private static func isProcess(_ key: KeyPress, _ table: KeyBindings, _ scene: SceneKind) -> Bool {
    [Action.app(.interrupt), .app(.suspend), .app(.redraw)].contains(table.action(for: key, in: .scene(scene)))
  }

  @Test("over the page every overlay holds all keys: nothing of the scene happens", arguments: SceneKind.allCases)
  func overlays(scene: SceneKind) throws {
    let opening: [Action] = [
      .app(.help), .app(.commandLine), .app(.pickDataset), .scene(.pickFunction), .app(.pickOptimizer), .app(.legend),
    ]
    for action in opening {
      var app = SteppedApp(Description(scene), width: 100, height: 34)
      app.press(.right)
      app.carryOut([.action(action)])
      guard app.state.overlay != nil else { continue }
      let before = (app.effects.count, app.state.description, app.state.generation, app.state.look.theme.name)
      for key in Self.keys where !Self.isProcess(key, app.state.keys, scene) && key != .enter {
        var pressed = app
        pressed.press(key)
        #expect(pressed.effects.count == before.0, "\(key) in \(action) of \(scene)")
        #expect(pressed.state.description == before.1, "\(key) in \(action) of \(scene)")
        #expect(pressed.state.generation == before.2, "\(key) in \(action) of \(scene)")
        #expect(pressed.state.look.theme.name == before.3, "\(key) in \(action) of \(scene)")
      }
    }
  }

  // MARK: What is typed

  @Test("a perceptron's weight takes what is typed: sign, point, exponent, corrections")
  func perceptron() throws {
    var app = SteppedApp(Description(.perceptron))
    app.press(.character("w"))
    func weight() throws -> Double {
      try #require(app.state.snapshot?.picture as? PerceptronPicture).perceptron.weights[0]
    }
    for (typed, value) in [("-0.25", -0.25), ("1e-3", 0.001), (".5", 0.5), ("−2", -2), ("+7E1", 70)] {
      app.type(typed)
      #expect(try weight() != value)
      app.press(.enter)
      #expect(try weight() == value, "\(typed)")
      #expect(app.state.snapshot?.step == 0)
    }
    // Corrected, given up, and no number at all.
    app.type("12")
    app.press(.backspace, .backspace, .character("3"), .enter)
    #expect(try weight() == 3)
    app.type("99")
    app.press(.escape)
    #expect(try weight() == 3)
    app.type("1e")
    app.press(.enter)
    #expect(try weight() == 3)
    #expect(app.state.draw().text.contains("'1e' is not a number"))
    app.press(.character("2"), .enter)
    #expect(try weight() == 100)
    // One undo for one number.
    app.press(.escape, .character("u"))
    #expect(try weight() == 3)
    // Pasted, it is typed and waits for Enter.
    app.press(.character("w"))
    app.send(.paste("0.125\nq"))
    #expect(try weight() == 3)
    app.press(.enter)
    #expect(try weight() == 0.125)
  }

  @Test("a network's selected weight, in its own scene and in a landscape")
  func network() throws {
    var app = SteppedApp(try Description(.network, parsing: [("hidden", "2"), ("examples", "20")]))
    app.press(.character("w"))
    app.type("-1.5")
    app.press(.enter)
    let picture = try #require(app.state.snapshot?.picture as? NetworkPicture)
    #expect(picture.parameters[.init(layer: 0, unit: 0, input: 0)] == -1.5)
    app.press(.down, .down)
    app.type("0.75")
    app.press(.enter)
    let second = try #require(app.state.snapshot?.picture as? NetworkPicture)
    #expect(second.parameters[.init(layer: 0, unit: 0, input: nil)] == 0.75)
  }

  @Test("the point of a landscape goes exactly where it is typed, one coordinate or both")
  func landscape() throws {
    var app = SteppedApp(try Description(.landscape, parsing: [("of", "perceptron")]))
    app.press(.right, .character("g"))
    app.type("0.123456, -0.4")
    app.press(.enter)
    func weights() throws -> [Double] {
      try #require((app.state.snapshot?.picture as? LandscapePicture)?.subject as? PerceptronPicture).perceptron.weights
    }
    #expect(try weights() == [0.123456, -0.4])
    app.type("0.5")
    app.press(.enter)
    #expect(try weights() == [0.5, -0.4])
    app.press(.escape)
    #expect(try weights() != [0.5, -0.4])
  }

  @Test("a descent starts exactly where it is typed, also outside the view")
  func start() throws {
    var app = SteppedApp(try Description(.surface, parsing: [("function", "sphere")]))
    app.press(.character("p"))
    app.type("12.34567, -1")
    app.press(.enter, .enter)
    let picture = try #require(app.state.snapshot?.picture as? DescentPicture)
    #expect(picture.first.point.x == 12.34567 && picture.first.point.y == -1)
    app = SteppedApp(try Description(.curve, parsing: [("function", "parabola")]))
    app.press(.character("p"))
    app.type("-0.1234567")
    app.press(.enter, .enter)
    #expect(try #require(app.state.snapshot?.picture as? DescentPicture).first.point.x == -0.1234567)
  }

  @Test("a point is placed exactly where it is typed; x of the graph and of the activations is typed as well")
  func others() throws {
    var app = SteppedApp(Description(.perceptron))
    app.press(.character("p"))
    app.type("0.25 0.75")
    app.press(.enter, .enter)
    let dataset = try #require(app.state.dataset)
    #expect(dataset.count == 5 && dataset.input(at: 4) == (0.25, 0.75))
    app = SteppedApp(Description(.activations))
    app.type("2")
    app.press(.character("."), .character("5"), .enter)
    #expect(try #require(app.state.snapshot?.picture as? ActivationsPicture).x == 2.5)
    app = SteppedApp(Description(.graph))
    app.state.scene.focusedPanel = .settings
    app.press(.down)
    app.type("3")
    app.press(.enter)
    #expect(try #require(app.state.snapshot?.picture as? GraphPicture).point.x == 3)
  }
}
