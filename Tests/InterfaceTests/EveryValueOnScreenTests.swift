import TestSupport
import Testing

@testable import Interface
@testable import Training

/// Every key at the edges of what can be typed, on the `:` line of every scene: an answer on the screen, never a trap.
@Suite("Every value of every key, typed") struct EveryValueOnScreenTests {
  static let scenes: [(SceneKind, [(key: String, value: String)])] = [
    (.perceptron, [("data", "gauss"), ("examples", "12")]),
    (.network, [("data", "spiral"), ("examples", "12"), ("hidden", "2")]), (.curve, []), (.surface, []), (.graph, []),
    (.activations, []), (.race, [("of", "surface")]),
    (.landscape, [("of", "network"), ("examples", "12"), ("hidden", "2"), ("resolution", "5")]),
  ]
  /// Values whose run would take a test too long to make; the program itself is tried with them.
  static func isDear(_ key: Key, _ value: String) -> Bool {
    switch key {
    case .examples: (Double(value) ?? 0) > 2000
    case .hidden: value.split(separator: ",").contains { (Double($0) ?? 0) > 64 }
    case .resolution: (Double(value) ?? 0) > 61
    case .vary: value.contains("1024")
    default: false
    }
  }

  @Test("Typed at the start and in mid-run", arguments: Key.allCases)
  func typed(key: Key) throws {
    for (kind, settings) in Self.scenes {
      let description = try Description(kind, parsing: settings)
      let values = description.takes(key) ? EdgeValues.all : Array(EdgeValues.all.prefix(3))
      var app = SteppedApp(description, width: 80, height: 24)
      var refused = 0
      for value in values where !Self.isDear(key, value) {
        // What can't be read is answered alike: some of it is enough.
        if (try? description.setting(key, parsing: value)) == nil { refused += 1 }
        if refused > 12, (try? description.setting(key, parsing: value)) == nil { continue }
        // Pasted, as a long one would be; a key each would mean the same.
        app.press(.escape, .character(":"))
        app.send(.paste("\(key.rawValue) \(value)"))
        app.press(.enter, .character("."))
        app.expectSoundFrame()
        // What came of it may be large or no longer of this kind: the next value is tried on the first run again.
        if app.state.description != description { app = SteppedApp(description, width: 80, height: 24) }
      }
    }
  }
}
