import Learning
import Plotting
import TestSupport
import Testing

@testable import Interface
@testable import Terminal
@testable import Training

/// Whatever is typed, pressed or pasted: nothing traps, nothing hangs, and the state keeps its promises.
///
/// The counts are those of the reliability matrix: 1,000,000 keys, 1,000,000 bytes, 1,000 pastes and 200,000 mouse
/// events, or the share of them that is asked for (`TestShare`).
@Suite("Random input") struct RandomInputTests {
  private static let seeds: ClosedRange<UInt64> = 1...20
  private static let keyCount = TestShare.of(50_000, least: 100)
  private static let byteCount = TestShare.of(50_000, least: 100)
  private static let pasteCount = TestShare.of(50, least: 2)
  private static let mouseCount = TestShare.of(10_000, least: 100)

  /// Small runs of every kind, so that time goes into keys and not into training.
  private static func start(_ seed: UInt64) throws -> SteppedApp {
    let spellings: [(SceneKind, [(key: String, value: String)])] = [
      (.perceptron, []), (.perceptron, [("data", "xor-gate")]), (.perceptron, [("data", "gauss"), ("examples", "30")]),
      (.network, [("hidden", "3"), ("examples", "40")]),
      (.network, [("data", "blobs"), ("hidden", "2,2"), ("examples", "40")]),
      (.network, [("data", "bumps"), ("hidden", "3"), ("examples", "40")]),
      (.curve, [("function", "two-valleys")]), (.surface, [("function", "himmelblau")]),
      (.surface, [("function", "x^2*sin(y)")]), (.graph, []),
      (.race, [("of", "surface"), ("function", "sphere"), ("vary", "learning-rate=0.1,0.5,1.1")]),
      (.landscape, [("of", "perceptron")]), (.activations, []),
    ]
    // And the start screen.
    let number = Int(seed) % (spellings.count + 1)
    guard number < spellings.count else { return SteppedApp(nil, width: 80, height: 24) }
    let (scene, settings) = spellings[number]
    return SteppedApp(try Description(scene, parsing: settings), width: 80, height: 24)
  }

  /// What holds after every message.
  private static func expectSound(_ app: SteppedApp, drawing: Bool, sourceLocation: SourceLocation = #_sourceLocation) {
    if let snapshot = app.state.snapshot {
      #expect(0 <= snapshot.step && snapshot.step <= snapshot.head, sourceLocation: sourceLocation)
      #expect(snapshot.epochsCompleted >= 0, sourceLocation: sourceLocation)
    }
    if drawing { app.expectSoundFrame(sourceLocation: sourceLocation) }
  }

  /// Gives an input of the terminal to the app, as the loop does.
  private static func give(_ input: InputDecoder.Input, to app: inout SteppedApp) {
    switch input {
    case .key(let press): app.send(.key(press))
    case .mouse(let event): app.send(.mouse(event))
    case .paste(let text): app.send(.paste(text.description))
    case .reply: break
    }
  }

  private static func size(_ generator: inout SplitMix64) -> Message {
    // Small sizes are drawn quickly and have the most corners.
    generator.index(below: 8) == 0
      ? .resize(width: generator.index(below: 210), height: generator.index(below: 70))
      : .resize(width: 10 + generator.index(below: 80), height: 4 + generator.index(below: 30))
  }

  @Test("a million keys", arguments: seeds)
  func typing(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var app = try Self.start(seed)
    let bound = app.state.keys.bindings.flatMap(\.keys)
    let others: [KeyPress] =
      "abcdefghijklmnopqrstuvwxyz0123456789 .=,-/:?ăη漢\u{301}".unicodeScalars.map { .character($0) }
      + [.up, .down, .left, .right, .enter, .escape, .backspace, .delete, .pageUp, .pageDown, .home, .end, .insert]
    for count in 0..<Self.keyCount {
      // Half of the keys mean something; Escape comes often enough for every overlay to be left again.
      let key =
        switch generator.index(below: 10) {
        case 0..<5: bound[generator.index(below: bound.count)]
        case 5: KeyPress.escape
        default: others[generator.index(below: others.count)]
        }
      app.press(key)
      if count % 20 == 0 { app.play(steps: 3) }
      if count % 400 == 0 { app.send(Self.size(&generator)) }
      Self.expectSound(app, drawing: count % 100 == 0)
    }
  }

  @Test("a million bytes, escape sequences split and broken, bad UTF-8", arguments: seeds)
  func rawBytes(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed &+ 100)
    var app = try Self.start(seed)
    var decoder = InputDecoder()
    let pieces = [
      "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}[<", "0;5;7M", "0;5;7m", "\u{1B}[1;2D", "\u{1B}[200~", "\u{1B}[201~",
      "\u{1B}]11;rgb:", "\u{07}", "\u{1B}\\", "\u{1B}P", "999999999999;", "漢", "\u{1B}[A", "q", " ", ":", "\r",
    ].map { Array($0.utf8) }
    var made = 0
    while made < Self.byteCount {
      let piece =
        generator.index(below: 2) == 0
        ? pieces[generator.index(below: pieces.count)] : [UInt8(generator.index(below: 256))]
      made += piece.count
      var inputs = decoder.decode(piece)
      if generator.index(below: 20) == 0 {
        decoder.giveUp()
        inputs += decoder.take()
      }
      for input in inputs { Self.give(input, to: &app) }
      Self.expectSound(app, drawing: made % 500 < piece.count)
    }
  }

  @Test("a thousand pastes of up to a megabyte run no command", arguments: seeds)
  func pasting(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed &+ 200)
    var app = try Self.start(seed)
    for _ in 0..<Self.pasteCount {
      if generator.index(below: 2) == 0 {
        app.press([.character(":"), .character("d"), .escape][generator.index(below: 3)])
      }
      let before = (app.state.description, app.state.snapshot?.step, app.state.generation)
      // Short ones mostly, and some of a whole megabyte.
      let length = 1 << (generator.index(below: 20) == 0 ? 20 : generator.index(below: 14))
      let text = String(
        decoding: (0..<length).map { _ in UInt8(truncatingIfNeeded: generator.next()) }, as: UTF8.self)
      var decoder = InputDecoder()
      for input in decoder.decode(Array("\u{1B}[200~q\r\(text)\u{1B}[201~".utf8)) {
        // Random text may hold the end of a paste; what follows it is typed.
        guard case .paste = input else { continue }
        Self.give(input, to: &app)
      }
      #expect(app.state.description == before.0)
      #expect(app.state.snapshot?.step == before.1)
      #expect(app.state.generation == before.2)
      #expect(!app.effects.contains { if case .quit = $0 { true } else { false } })
      Self.expectSound(app, drawing: true)
      app.press(.escape)
    }
  }

  @Test("two hundred thousand mouse events with absurd coordinates", arguments: seeds)
  func pointing(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed &+ 300)
    var app = try Self.start(seed)
    let absurd = [Int.min, -1_000_000, -1, 0, 65_535, 1_000_000, Int.max]
    func coordinate(below limit: Int) -> Int {
      generator.index(below: 5) == 0 ? absurd[generator.index(below: absurd.count)] : generator.index(below: limit)
    }
    let kinds: [MouseEvent.Kind] = [.press, .drag, .release, .wheelUp, .wheelDown]
    for count in 0..<Self.mouseCount {
      if count % 50 == 0 {
        let keys: [KeyPress] = [.character("p"), .character("w"), .character("d"), .escape, .character("v"), .enter]
        app.press(keys[generator.index(below: keys.count)])
      }
      app.send(
        .mouse(
          MouseEvent(
            kind: kinds[generator.index(below: kinds.count)],
            button: [.left, .middle, .right][generator.index(below: 3)], column: coordinate(below: 90),
            row: coordinate(below: 30))))
      if count % 500 == 0 { app.send(Self.size(&generator)) }
      Self.expectSound(app, drawing: count % 100 == 0)
    }
  }
}
