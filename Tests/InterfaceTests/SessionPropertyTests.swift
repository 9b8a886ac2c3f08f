import Learning
import Plotting
import Terminal
import TestSupport
import Testing

@testable import Interface
@testable import Training

/// Whatever was done before a session was saved: what opens is the very picture that was left.
@Suite("Sessions after random keys") struct SessionPropertyTests {
  /// Runs that are short to make, for every scene there is.
  static let runs: [(SceneKind, [(key: String, value: String)])] = [
    (.perceptron, [("data", "gauss"), ("examples", "16")]), (.perceptron, [("data", "xor-gate")]),
    (.network, [("data", "spiral"), ("examples", "16"), ("hidden", "3")]),
    (.network, [("data", "blobs"), ("examples", "18"), ("optimizer", "adam"), ("order", "shuffled")]),
    (.network, [("data", "plane"), ("examples", "12"), ("hidden", "2,2")]), (.curve, []), (.surface, []),
    (.surface, [("function", "x^2 + 3y^2"), ("vary", "optimizer=sgd,momentum,adam")]), (.graph, []),
    (.graph, [("function", "x*exp(-y^2)")]), (.activations, []), (.race, [("of", "surface")]),
    (.race, [("of", "network"), ("examples", "12"), ("hidden", "2")]),
    (.landscape, [("of", "network"), ("examples", "12"), ("hidden", "2"), ("resolution", "9")]),
    (.landscape, [("of", "perceptron"), ("data", "gauss"), ("examples", "12"), ("resolution", "9")]),
  ]

  /// Lines that some scene takes and others refuse.
  private static let lines = [
    "learning-rate 0.2", "learning-rate 0.03", "batch-size 5", "batch-size full", "optimizer momentum",
    "optimizer adam", "optimizer sgd", "momentum 0.5", "beta1 0.8", "l2 0.01", "dropout 0.1", "schedule cosine",
    "epochs 4", "steps 30", "stop-at-loss 0.01", "hidden 2", "activation relu", "activation sigmoid", "seed 7",
    "weight-seed 3", "at x=0.5", "start x=0.7", "directions random", "plane-seed 4", "span 0.7", "resolution 7",
    "theme light", "palette magma", "speed 30", "learning-rate -1", "hidden 0", "momentum 9", "data nowhere.csv",
    "order shuffled", "order given", "standardize",
  ]

  /// What does not lead elsewhere, or out.
  private static let actions: [Action] = Action.allCases.filter { action in
    switch action {
    case .app(.quit), .app(.interrupt), .app(.suspend), .app(.home), .app(.help), .app(.legend), .app(.commandLine),
      .app(.savePicture), .app(.saveSession), .app(.playOrPause),
      .app(.lessonNext), .app(.lessonBack), .app(.lessonReturn):
      false
    default: true
    }
  }

  private static func presses(_ app: inout SteppedApp, _ random: inout SplitMix64) -> String {
    switch random.index(below: 10) {
    case 0, 1:
      let line = lines[random.index(below: lines.count)]
      app.press(.character(":"))
      app.send(.paste(line))
      app.press(.enter)
      return ":\(line)"
    case 2:
      let point = (column: random.index(below: 110), row: random.index(below: 34))
      let kind: MouseEvent.Kind = [.press, .press, .wheelUp, .wheelDown][random.index(below: 4)]
      app.send(.mouse(MouseEvent(kind: kind, column: point.column, row: point.row)))
      if kind == .press {
        app.send(.mouse(MouseEvent(kind: .drag, column: point.column + 3, row: point.row + 1)))
        app.send(.mouse(MouseEvent(kind: .release, column: point.column + 3, row: point.row + 1)))
      }
      return "\(kind) \(point)"
    case 3, 4:
      let key = [KeyPress.up, .down, .left, .right, .enter, .tab, .character("7")][random.index(below: 7)]
      app.press(key)
      return "\(key)"
    case 5, 6:
      let key = [KeyPress.character("."), .character("e"), .right, .character("f"), .character("b")][
        random.index(below: 5)]
      app.press(key)
      return "\(key)"
    default:
      let action = actions[random.index(below: actions.count)]
      app.carryOut([.action(action)])
      return "\(action)"
    }
  }

  @Test("The frame that opens is the one that was saved, cell for cell", arguments: 0..<TestShare.of(150, least: 45))
  func frame(seed: Int) throws {
    let (scene, settings) = Self.runs[seed % Self.runs.count]
    var random = SplitMix64(seed: UInt64(seed))
    let (width, height) = [(110, 34), (80, 24), (120, 40)][random.index(below: 3)]
    var first = SteppedApp(try Description(scene, parsing: settings), width: width, height: height)
    var story: [String] = []
    for _ in 0..<(5 + random.index(below: 30)) {
      story.append(Self.presses(&first, &random))
      // What is being typed or placed is finished: there S is a letter.
      for _ in 0..<4 where first.state.overlay != nil || first.state.scene.mode != nil { first.press(.escape) }
    }
    guard first.state.overlay == nil, first.state.scene.mode == nil, first.state.lesson == nil else { return }
    first.press(.character("S"))
    let told = Comment(rawValue: "seed \(seed): \(story.joined(separator: ", "))")
    let saved = try #require(first.saved, told)
    let read = try Session(Array(saved.text.utf8), named: "s")
    #expect(read == saved, told)
    #expect(read.text == saved.text, told)

    var second = SteppedApp(nil, width: width, height: height)
    second.send(.opened(read))
    #expect(second.state.note == "opened: the very numbers that were saved", told)
    #expect(second.timeline?.present.fingerprint == first.timeline?.present.fingerprint, told)
    #expect(second.state.description == first.state.description, told)
    #expect(second.state.description.commandLine == first.state.description.commandLine, told)
    // Messages differ, and nothing else.
    for _ in 0..<2 {
      (first.state.note, second.state.note) = (nil, nil)
      (first.state.dataNotes, second.state.dataNotes) = (nil, nil)
      let (before, after) = (first.state.draw(), second.state.draw())
      let differing = before.cells.indices.filter { before.cells[$0] != after.cells[$0] }
      let places = differing.prefix(3).map { "column \($0 % before.width), row \($0 / before.width)" }
      #expect(
        differing.isEmpty,
        "\(told): \(differing.count) cells differ: \(places.joined(separator: "; "))\n\(before.text)\n\(after.text)")
      guard differing.isEmpty else { return }
      // And the same one step before.
      first.press(.left)
      second.press(.left)
    }
  }
}
