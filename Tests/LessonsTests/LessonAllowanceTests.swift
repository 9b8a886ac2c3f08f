import Testing
import Training

@testable import Lessons

/// What a sheet does not allow an answer cannot do, in any of its parts.
///
/// Every action there is, and every other part of an answer, meets sheets that allow each single word, nothing, and
/// everything. Which word allows what is written out here by hand.
@Suite struct LessonAllowanceTests {
  /// A part of an answer, and the words with any of which a sheet allows it.
  private struct Part: Sendable, CustomStringConvertible {
    let text: String
    let words: Set<String>
    var description: String { text }
  }

  /// Words that let the run learn, since what they change is of no use otherwise.
  private static let learning: Set<String> = ["train", "learning-rate", "epochs", "data", "seed", "features", "order"]

  /// At least one for every action by name.
  private static let actions: [(name: String, parts: [Part])] = [
    ("step", [Part(text: "step: 4", words: learning), Part(text: "step: -1", words: learning)]),
    ("epoch", [Part(text: "epoch: 1", words: learning)]),
    ("go", [Part(text: "go: 3", words: learning), Part(text: "go: end", words: learning)]),
    ("train", [Part(text: "train: 100", words: learning)]),
    ("play", [Part(text: "play: max", words: learning)]),
    (
      "set",
      [
        Part(text: "set: {data: gauss}", words: ["data"]),
        Part(text: "set: {learning-rate: 0.5}", words: ["learning-rate"]),
        Part(text: "set: {weights: {w1: 1}}", words: ["weights"]), Part(text: "set: {seed: 2}", words: ["seed"]),
        Part(text: "set: {epochs: 3}", words: ["epochs"]), Part(text: "set: {features: [x1]}", words: ["features"]),
        Part(text: "set: {learning-rate: 0.5, data: or}", words: []),
        Part(text: "set: {order: shuffled}", words: ["order"]),
      ]
    ),
    ("weights", [Part(text: "weights: {w1: 1}", words: ["weights"])]),
    ("place", [Part(text: "place: {x: 1, y: 0.5, class: A}", words: ["place"])]),
    ("remove", [Part(text: "remove: 1", words: ["remove"])]),
    ("view", [Part(text: "view: curve", words: ["view"])]),
    ("key", [Part(text: "key: d", words: ["key"])]),
    (
      "open",
      [
        Part(text: "open: {scene: perceptron, data: or}", words: ["open", "data"]),
        Part(text: "open: {scene: perceptron, learning-rate: 0.5}", words: ["open", "learning-rate"]),
        Part(text: "open: {scene: network, data: and}", words: ["open"]),
        Part(text: "open: {scene: perceptron, data: or, seed: 4}", words: ["open"]),
      ]
    ),
    ("race", [Part(text: "race: {vary: {learning-rate: [0.1, 1]}}", words: [])]),
    (
      "fork",
      [Part(text: "fork: {learning-rate: 0.5}", words: ["learning-rate"])]
    ),
  ]

  /// Every word of a deed, and some settings.
  private static let words = LessonAllowance.Deed.allCases.map(\.rawValue) + learning.subtracting(["train"]).sorted()

  private func sheet(allowing words: [String]?) throws -> Lesson {
    let allow = words.map { "  allow: [\($0.joined(separator: ", "))]\n" } ?? ""
    let text =
      "title: S\nsection: 3\ndescription: {scene: perceptron, data: and}\ngoal:\n  say: Do.\n\(allow)  mistakes: 0\n"
    return try Lesson(Array(text.utf8), file: "sheet.yaml")
  }

  /// The faults of an answer to a sheet; none where it is read.
  private func faults(_ answer: String, _ words: [String]?) throws -> [LessonFault] {
    let sheet = try sheet(allowing: words)
    do {
      _ = try LessonAnswer(Array(answer.utf8), file: "answer.yaml", to: sheet)
      return []
    } catch { return error.faults }
  }

  @Test("Every action there is stands in the list of this test")
  func complete() {
    #expect(Self.actions.map(\.name) == LessonReader.actionNames)
    for (name, parts) in Self.actions { #expect(parts.allSatisfy { $0.text.hasPrefix("\(name):") }) }
  }

  @Test("An action is done where a word of the sheet allows it, and nowhere else", arguments: words)
  func single(word: String) throws {
    for part in Self.actions.flatMap(\.parts) {
      let faults = try faults("do:\n  - \(part.text)\n", [word])
      #expect(faults.isEmpty == part.words.contains(word), "\(part) on a sheet that allows \(word): \(faults)")
      guard let fault = faults.first else { continue }
      // Its place is that of the action, or of the setting in it.
      #expect(fault.place?.line == 2 && (fault.place?.column ?? 0) >= 5)
      guard case .forbidden(_, allowed: [word]) = fault.problem else {
        Issue.record("\(part): \(fault.problem)")
        continue
      }
    }
  }

  @Test("Where nothing is allowed nothing is done, where all is said to be everything is")
  func extremes() throws {
    let all = LessonAllowance.Deed.allCases.map(\.rawValue) + Key.allCases.map(\.rawValue)
    for part in Self.actions.flatMap(\.parts) {
      #expect(try !faults("do: [{\(part.text)}]", []).isEmpty, "\(part)")
      #expect(try faults("do: [{\(part.text)}]", nil).isEmpty, "\(part)")
      #expect(try faults("do: [{\(part.text)}]", all).isEmpty, "\(part)")
    }
    #expect(try faults("do: []", []).isEmpty)
  }

  @Test("A race needs leave for itself and for the setting that it varies")
  func race() throws {
    let race = "do: [{race: {vary: {learning-rate: [0.1, 1]}}}]"
    #expect(try faults(race, ["race", "learning-rate"]).isEmpty)
    #expect(try !faults(race, ["race", "seed"]).isEmpty)
  }

  @Test("One forbidden action among allowed ones is enough, wherever it stands, and each is told")
  func among() throws {
    let answer = "weights: {w1: 1}\ndo:\n  - weights: {w2: 1}\n  - remove: 1\n  - weights: {w0: -1.5}\n  - train: 5\n"
    #expect(try faults(answer, ["weights"]).map { $0.place?.line } == [4, 6])
  }

  @Test("Description and weights are held to the same", arguments: Key.allCases.map(\.rawValue) + ["train", "place"])
  func parts(word: String) throws {
    for (text, key) in [
      ("description: {data: or}", "data"), ("description: {learning-rate: 0.5}", "learning-rate"),
      ("description: {weights: {w1: 1}}", "weights"), ("description: {epochs: 2}", "epochs"),
      ("weights: {w1: 1}", "weights"),
    ] {
      let faults = try faults(text, [word])
      #expect(faults.isEmpty == (word == key), "\(text) on a sheet that allows \(word)")
    }
    // Another scene is not a setting.
    #expect(try !faults("description: {scene: network}", [word]).isEmpty)
  }

  @Test("An answer that only sets weights, or nothing, is not trained behind the sheet's back")
  func untrained() throws {
    let sheet = try sheet(allowing: ["weights"])
    for answer in ["{}", "description: {weights: {w1: 0, w2: 0, w0: 0}}", "weights: {w1: 0}"] {
      let report = sheet.grade(try LessonAnswer(Array(answer.utf8), file: "a.yaml", to: sheet))
      #expect(!report.isMet, "\(answer)")
    }
    let free = try self.sheet(allowing: ["learning-rate"])
    #expect(free.grade(try LessonAnswer(Array("{}".utf8), file: "a.yaml", to: free)).isMet)
  }

  @Test("Where a point is given by hand, its setting allows it")
  func points() throws {
    let text = "title: S\nsection: 8\ndescription: {scene: curve, function: x^2}\ngoal: {allow: [start], value: 0}"
    let sheet = try Lesson(Array(text.utf8), file: "s.yaml")
    #expect(throws: Never.self) { try LessonAnswer(Array("weights: {x: 0}".utf8), file: "a.yaml", to: sheet) }
  }

  @Test("Words of allow that are neither a key nor a deed are told")
  func unknown() throws {
    #expect(throws: LessonError.self) { try sheet(allowing: ["trian"]) }
  }
}
