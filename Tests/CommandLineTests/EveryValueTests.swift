import Glibc
import Learning
import TestSupport
import Testing

@testable import Training
@testable import downhill

@Suite("Every value of every key") struct EveryValueTests {
  /// A scene, small enough for time to go into the values.
  struct Scene: Sendable, CustomTestStringConvertible {
    let kind: SceneKind
    let settings: [(key: String, value: String)]
    var testDescription: String { ([kind.rawValue] + settings.map { "\($0.key)=\($0.value)" }).joined(separator: " ") }

    init(_ kind: SceneKind, _ settings: [(key: String, value: String)] = []) {
      self.kind = kind
      self.settings = settings
    }

    /// The values worth trying: where a key means nothing, that is what is said of each.
    func values(of key: Key) throws -> [String] {
      try Description(kind, parsing: settings).takes(key) ? EdgeValues.all : Array(EdgeValues.all.prefix(3))
    }

    /// What decides which keys there are.
    var frame: [(key: String, value: String)] { settings.filter { $0.key == "of" } }

    /// The settings with another one, in the place of what excludes it.
    func setting(_ key: Key, to value: String) -> [(key: String, value: String)] {
      let other: [Key: Key] = [.epochs: .steps, .steps: .epochs, .weights: .initializer, .initializer: .weights]
      return settings.filter { $0.key != key.rawValue && $0.key != other[key]?.rawValue } + [(key.rawValue, value)]
    }
  }

  static let scenes: [Scene] = [
    .init(.perceptron, [("data", "gauss"), ("examples", "12"), ("steps", "3")]),
    .init(.network, [("data", "spiral"), ("examples", "12"), ("hidden", "2"), ("steps", "3")]),
    .init(.network, [("data", "plane"), ("examples", "12"), ("hidden", "2"), ("steps", "3"), ("schedule", "step")]),
    .init(.curve, [("steps", "3"), ("optimizer", "adam")]),
    .init(.surface, [("steps", "3"), ("optimizer", "momentum")]),
    .init(.graph), .init(.activations),
    .init(.race, [("of", "surface"), ("steps", "3")]),
    .init(
      .race, [("of", "network"), ("examples", "12"), ("hidden", "2"), ("steps", "3"), ("vary", "learning-rate=0,1")]),
    .init(.landscape, [("of", "network"), ("examples", "12"), ("hidden", "2"), ("steps", "3"), ("resolution", "5")]),
    .init(.landscape, [("of", "perceptron"), ("steps", "3"), ("resolution", "5"), ("directions", "weights")]),
  ]

  /// Whether a run is so small that a test has the time to make it; the others are begun by the program itself, below.
  private func isSmall(_ description: Description) -> Bool {
    let each = description.variation == nil ? [description] : description.contestants
    return each.allSatisfy { each in
      each.hidden.reduce(0, +) <= 64 && (each.integer(.examples) ?? 0) <= 2000 && (each.integer(.resolution) ?? 0) <= 61
    }
  }

  /// Carries a description out for a few steps and draws it.
  private func play(_ description: Description) throws {
    var assembled = try AssembledRun(loading: description)
    var history = History()
    assembled.run.advance(by: 2, history: &history)
    try StillPicture(path: "/dev/null", form: .txt, width: 60, height: 20).write(
      assembled, history: history, choices: ScreenChoices())
  }

  /// What this thread has used of a processor; a clock would tell of what else goes on.
  private static var processorTime: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// What is said of an error: something, in one line each, and that it was the user's.
  private func expectWords(_ error: any Error, _ place: String) {
    let words = ErrorWords(error)
    #expect(
      !words.lines.isEmpty && words.lines.allSatisfy { !$0.isEmpty && $0.count < 1000 }, "\(place): \(words.lines)")
    #expect([.usage, .badData, .noInput].contains(words.status), "\(place): \(words)")
  }

  @Test("As on the command line: words or a run, never a trap", arguments: Key.allCases, scenes)
  func commandLine(key: Key, scene: Scene) throws {
    for value in try scene.values(of: key) {
      let place = "\(scene.testDescription) \(key.rawValue)=\(value.prefix(60))"
      let start = Self.processorTime
      do {
        let description = try Description(scene.kind, parsing: scene.setting(key, to: value))
        let read = Self.processorTime - start
        #expect(read < TestShare.patience(.milliseconds(100)), "\(place) took \(read)")
        guard isSmall(description) else { continue }
        try play(description)
      } catch {
        expectWords(error, place)
      }
      let took = Self.processorTime - start
      #expect(took < TestShare.patience(.seconds(1)), "\(place) took \(took)")
    }
  }

  /// The same in JSON and YAML, where values have types of their own.
  @Test("As in JSON and YAML: words or a description, never a trap", arguments: Key.allCases)
  func json(key: Key) throws {
    for scene in Self.scenes {
      for value in try scene.values(of: key) {
        var forms: [JSONValue] = [.string(value), .array([.string(value)]), .array([.array([.string(value)])])]
        forms += [
          .object([(value, .number(1))]), .object([(value, .string(value))]),
          .object([(value, .array([.string(value)]))]),
        ]
        if let number = Double(value) { forms += [.number(number), .array([.number(number), .number(-number)])] }
        for form in forms + [.null, .bool(true), .array([]), .object([])] {
          let base = scene.frame.filter { $0.key != key.rawValue }.map { ($0.key, JSONValue.string($0.value)) }
          do {
            _ = try Description(scene.kind, members: base + [(key.rawValue, form)])
          } catch {
            expectWords(error, "\(scene.testDescription) \(key.rawValue): \(form.text.prefix(60))")
          }
        }
      }
    }
  }

  @Test("As changes of a session: words, a refusal, or a run", arguments: Key.allCases)
  func sessions(key: Key) throws {
    for scene in Self.scenes {
      let description = try Description(scene.kind, parsing: scene.settings)
      let text = Session(description).text
      for value in try scene.values(of: key) {
        let change =
          #"{"step":0,"setting":\#(JSONValue.string(key.rawValue).text),"value":\#(JSONValue.string(value).text)}"#
        let edited = text.replacing(#""changes":[]"#, with: #""changes":[\#(change)]"#)
        let place = "\(scene.testDescription), a change of \(key.rawValue) to \(value.prefix(60))"
        do {
          let session = try Session(Array(edited.utf8), named: "session.json")
          var assembled = try AssembledRun(opening: session)
          guard isSmall(session.description) else { continue }
          var timeline = try assembled.follow(session)
          timeline.advance(by: 2)
          _ = timeline.present.picture(PictureRequest(columns: 10, rows: 5))
        } catch {
          expectWords(error, place)
        }
      }
    }
  }
}
