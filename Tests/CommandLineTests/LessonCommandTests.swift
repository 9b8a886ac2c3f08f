import Foundation
import TestSupport
import Testing

/// `downhill lesson` and `downhill lesson check`.
@Suite struct LessonCommandTests {
  private static let lesson = """
    title: T
    section: 3
    description: {scene: perceptron}
    steps:
      - say: Hello.
        do: [{step: 1}]
        expect: {w1: 0.1}
    """

  private static let two = """
    title: T
    section: 3
    description: {scene: perceptron}
    steps:
      - say: |
          One.

            s = 1

          Two.
      - say: Three.
        ask: {question: Why?, choices: [a, b], answer: 1}
    """

  private static let sheet = """
    title: S
    section: 3
    description: {scene: perceptron}
    goal:
      say: Find weights.
      allow: [learning-rate, weights]
      mistakes: 0
      w1: {at-least: 1}
    """

  private func check(_ text: String) throws -> Program.Outcome {
    try Program.run(["lesson", "check", "FILE"], file: "l.yaml", Array(text.utf8))
  }

  @Test("A lesson that holds is one line and status 0")
  func holds() throws {
    let outcome = try check(Self.lesson)
    #expect(outcome.output == "l: ok, 1 step, 1 expectation\n" && outcome.status == 0)
  }

  @Test("What does not hold is told with its line and what was found; status 1")
  func fails() throws {
    let outcome = try check(Self.lesson.replacing("w1: 0.1", with: "w1: 0.2"))
    #expect(outcome.output.hasPrefix("l.yaml:7: step 1: expected w1 0.2, found 0.1\nl: 1 not met"))
    #expect(outcome.status == 1)
  }

  @Test("A bad lesson has status 65, one that can't be read 66")
  func bad() throws {
    let outcome = try check(Self.lesson.replacing("say", with: "sai"))
    #expect(outcome.messages.hasPrefix("downhill: l.yaml:5:5: there is no key 'sai' here, did you mean 'say'?"))
    #expect(outcome.status == 65)
    #expect(try Program.run(["lesson", "check", "./nowhere.yaml"]).status == 66)
    #expect(try Program.run(["lesson", "check", "percepton"]).messages.contains("did you mean 'perceptron'?"))
  }

  @Test(
    "An answer to a lab sheet is graded",
    arguments: [
      ("weights: {w1: 1, w2: 1, w0: -1.5}", 0, "ok, all of 2 conditions met"),
      ("weights: {w1: 0.5, w2: 0.5, w0: -0.6}", 1, "expected w1 at least 1, found 0.5"),
      ("description: {learning-rate: 0.1}", 1, "expected w1 at least 1, found 0.2"),
      ("do: [{train: 3}]", 1, "0 of 2 conditions met"),
      (
        "description: {data: or}", 65,
        "expected a setting that the sheet lets change (learning-rate, weights), found data"
      ),
      (
        "do:\n  - train: 3\n  - remove: 1", 65,
        "a.yaml:3:5: expected something that the sheet allows (learning-rate, weights), found remove"
      ),
      ("descripton: {}", 65, "did you mean 'description'?"),
    ])
  func graded(answer: String, status: Int32, words: String) throws {
    let outcome = try withScratchFolder { folder in
      let paths = [("s.yaml", Self.sheet), ("a.yaml", answer)].map { (folder.appending(path: $0.0), $0.1) }
      for (path, text) in paths { try text.write(to: path, atomically: true, encoding: .utf8) }
      return try Program.run(["lesson", "check", paths[0].0.path, "--answer", paths[1].0.path])
    }
    #expect(outcome.status == status)
    #expect((outcome.output + outcome.messages).contains(words), "\(outcome)")
  }

  @Test("The names of lessons are completed, and files of YAML", arguments: ["play", "check"])
  func completed(command: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("downhill-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["mine.yaml", "mine.csv", "my.yml"] {
      try Data().write(to: folder.appendingPathComponent(name))
    }
    func completions(_ beginning: String) throws -> Set<String> {
      // As a shell's completion script asks: the argument, the word, the place in it, all words.
      let words = ["downhill", "lesson", command, beginning]
      let outcome = try Program.run(
        ["---completion", "lesson", command, "--", "positional@0", "3", "\(beginning.count)"] + words)
      #expect(outcome.status == 0, "\(outcome.messages)")
      return Set(outcome.lines.filter { !$0.isEmpty })
    }
    #expect(try completions("per") == ["perceptron", "perceptron-learning"])
    #expect(try completions(folder.path + "/m") == Set(["mine.yaml", "my.yml"].map { "\(folder.path)/\($0)" }))
    #expect(try completions("nothing-like-it").isEmpty)
  }

  @Test("Hostile text of a lesson can't reach the terminal")
  func hostile() throws {
    let text = Self.lesson.replacing("w1: 0.1", with: "\"\\e[2J\\u202E\": 0.1")
    let outcome = try check(text)
    #expect(outcome.status == 65)
    #expect(!outcome.messages.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
  }

  @Test("The lecture's table of contents, and a lesson to be read")
  func listed() throws {
    let contents = try Program.run(["lesson"])
    #expect(contents.lines.contains { $0.contains("The chain rule") } && contents.status == 0)
    #expect(try Program.run(["list", "lessons"]).lines.count == contents.lines.count)
    let text = try Program.run(["lesson", "chain-rule"])
    #expect(text.lines.first == "11. The chain rule" && text.lines.count > 20)
    // Paragraphs stay divided, and steps from one another by one empty line.
    let first = try Program.run(["lesson", "FILE"], file: "l.yaml", Array(Self.two.utf8))
    #expect(first.output == "3. T\n\n1.\nOne.\n\n  s = 1\n\nTwo.\n\n2.\nThree.\n\n? Why?\n  1  a\n  2  b\n")
    let sheet = try Program.run(["lesson", "lab-and"])
    #expect(sheet.lines.suffix(3) == ["", "- mistakes 0", "- updates 0"] && !sheet.output.contains("\u{FFFD}"))
  }
}
