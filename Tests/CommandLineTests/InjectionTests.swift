import Foundation
import TestSupport
import Testing

/// Foreign text in every place where it comes in: nothing of it acts on a terminal, wherever it comes out.
@Suite struct InjectionTests {
  /// What a terminal might obey, or show as something else than it is; a sanitizer's run has the first ten.
  static let payloads = Array(
    [
      "\u{1B}[2J", "\u{1B}]0;title\u{07}", "\u{1B}]52;c;cm0gLXJm\u{07}", "\u{9B}31m", "\u{08}\u{08}", "a\rb",
      "\u{202E}gnp", "\u{200B}\u{E0041}", "a\u{0301}\u{0301}\u{0301}", "</text><script>x</script>&\"'",
      // Sequences of ESC: colors, screens, modes, questions, character sets, reset.
      "\u{1B}[31m", "\u{1B}[?1049l", "\u{1B}[?1003h", "\u{1B}[?2004l", "\u{1B}[10A", "\u{1B}[6n", "\u{1B}[c",
      "\u{1B}[21t", "\u{1B}[8;1;1t", "\u{1B}[4i", "\u{1B}[!p", "\u{1B}c", "\u{1B}(0", "\u{1B}#8", "\u{1B}",
      // Strings: links, colors, files, notes, questions to the terminal, its own graphics.
      "\u{1B}]8;;http://x\u{1B}\\link", "\u{1B}]11;?\u{07}", "\u{1B}]1337;File=:AAAA\u{07}", "\u{1B}]9;x\u{07}",
      "\u{1B}P$qm\u{1B}\\", "\u{1B}P+q544e\u{1B}\\", "\u{1B}_Ga=T;AAAA\u{1B}\\", "\u{1B}^pm\u{1B}\\",
      // The same in one byte each, and lone controls.
      "\u{9D}0;t\u{9C}", "\u{90}q\u{9C}", "\u{85}", "\u{9F}x\u{9C}", "\u{07}", "\u{0B}", "\u{0C}x", "\u{0E}l\u{0F}",
      "\u{7F}", "\u{1A}",
      // Directions, invisible characters, marks on marks.
      "\u{202A}a", "\u{2066}a\u{2069}", "\u{2067}b", "\u{200F}", "\u{061C}", "\u{200D}", "\u{FEFF}x", "\u{00AD}",
      "\u{2028}", "\u{2029}x", "\u{E0001}", "\u{E000}", "\u{FFFF}", "Z" + String(repeating: "\u{0336}", count: 60),
      "\u{20DD}\u{FE0F}", "<!--", "]]>&#27;[31m",
    ].prefix(TestShare.of(payloadCount, least: 10)))
  static let payloadCount = 60

  /// All of some, for the first ten payloads; so many in turn for the others, so that each meets some twenty of those.
  private func turn<Element>(_ elements: [Element], of payload: String, most: Int) -> [Element] {
    guard let number = Self.payloads.firstIndex(of: payload), number >= 10 else { return elements }
    return (0..<most).map { elements[(number * most + $0) % elements.count] }
  }

  /// Whether a text can be shown by a terminal as it is, apart from the program's own colors where those are allowed.
  private func isHarmless(_ text: String, allowsColor: Bool = false) -> Bool {
    let plain = allowsColor ? text.replacing(/\u{1B}\[[0-9;]*m/, with: "") : text
    return plain.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control: scalar == "\n"
      case .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .nonspacingMark,
        .enclosingMark, .spacingMark:
        false
      default: true
      }
    }
  }

  @Test("In a file's name, header and labels: sentences, tables, JSON, pictures and messages", arguments: payloads)
  func data(payload: String) throws {
    try withScratchFolder { folder in
      let quoted = "\"\(payload.replacing("\"", with: "\"\""))\""
      // A first column without letters in its name, all different, would be passed over as an identifier.
      let rows = (0..<8).map { "\($0 % 3),\($0 * $0 % 5),\($0 % 2 == 0 ? quoted : "b")" }
      let file = folder.appendingPathComponent("x\(payload.replacing("/", with: "_")).csv")
      try Data(("\(quoted),x2,label\n" + rows.joined(separator: "\n") + "\n").utf8).write(to: file)
      for form in [["--plain"], ["--format", "csv"], ["--format", "jsonl"]] {
        let outcome = try Program.run(["perceptron", "--data", file.path, "--epochs", "2"] + form)
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(isHarmless(outcome.output) && isHarmless(outcome.messages), "\(form)")
      }
      for form in ["svg"] + turn(["txt", "ansi"], of: payload, most: 1) {
        let picture = folder.appendingPathComponent("p.\(form)")
        let outcome = try Program.run(
          ["network", "--data", file.path, "--epochs", "1", "--picture", picture.path, "--size", "100x30"])
        #expect(outcome.status == 0 && isHarmless(outcome.messages))
        let text = String(decoding: try Data(contentsOf: picture), as: UTF8.self)
        #expect(isHarmless(text, allowsColor: form == "ansi"), "\(form)")
        if form == "svg" {
          #expect(!text.contains("<script"))
          #expect(XMLIsWellFormed(text))
        }
      }
    }
  }

  /// Whether every tag is one that pictures are made of, and every ampersand begins an entity.
  private func XMLIsWellFormed(_ text: String) -> Bool {
    let names = text.matches(of: /<\/?([a-zA-Z]+)/).map { String($0.1) }
    let stray = text.matches(of: /&(?!amp;|lt;|gt;|quot;|apos;|#)/)
    return Set(names).isSubset(of: ["svg", "rect", "g", "text", "path", "title"]) && stray.isEmpty
  }

  @Test("In expressions, options, models, sessions, configurations and their files' names", arguments: payloads)
  func words(payload: String) throws {
    func check(_ outcome: Program.Outcome, _ place: String, isWrong: Bool = true) {
      #expect(
        isHarmless(outcome.output) && isHarmless(outcome.messages), "\(place): \(outcome.messages.debugDescription)")
      #expect((outcome.status != 0) == isWrong && outcome.status < 128, "\(place): \(outcome.status)")
    }
    let expression = try Program.run(["surface", "x^2 + \(payload)", "--plain", "--steps", "1"])
    // A form feed and the end of a paragraph are blanks.
    check(expression, "expression", isWrong: !["\u{0C}x", "\u{2029}x"].contains(payload))
    let places = [
      ["perceptron", "--data", payload], ["perceptron", "--learning-rate", payload],
      ["perceptron", "--theme", payload], ["network", "--model", "no\(payload)"], ["open", "no\(payload)"],
      ["list", payload], [payload], ["--print-config", "--config", "no\(payload)"],
      ["perceptron", "--picture", "/nowhere/\(payload).svg"],
    ]
    for arguments in turn(places, of: payload, most: 3) {
      check(try Program.run(arguments), "\(arguments[0])")
    }
    let string = String(decoding: try JSONEncoder().encode(payload), as: UTF8.self)
    let model =
      #"{"inputs":["x1","x2"],"layers":[{"activation":\#(string),"weights":[[1,0]],"biases":[0]}],"loss":\#(string)}"#
    check(try Program.run(["network", "--model", "FILE"], file: "m.json", Array(model.utf8)), "model")
    let session = #"{"downhill":"session","version":1,"description":{"scene":"perceptron",\#(string):1}}"#
    check(try Program.run(["open", "FILE"], file: "s.json", Array(session.utf8)), "session")
    check(
      try Program.run(["--print-config", "--config", "FILE"], file: "c", Array("theme = \(payload)\n".utf8)),
      "configuration")
  }

  @Test("In a lesson's text, as it is read, checked, and where something in it is wrong", arguments: payloads)
  func lesson(payload: String) throws {
    let text = payload.unicodeScalars.map {
      "\\U" + String(repeating: "0", count: 8 - String($0.value, radix: 16).count) + String($0.value, radix: 16)
    }
    .joined()
    let lesson = """
      title: "T\(text)"
      section: 3
      description: {scene: perceptron}
      steps:
        - say: "Hello \(text)"
          do: [{step: 1}]
          expect: {w1: 0.2}
          hint: "H\(text)"
          ask: {question: "Q\(text)", choices: ["A\(text)", B], answer: 1, because: "B\(text)"}
      """
    func outcome(_ arguments: [String], _ text: String) throws -> Program.Outcome {
      let outcome = try Program.run(["lesson"] + arguments, file: "l.yaml", Array(text.utf8))
      #expect(isHarmless(outcome.output) && isHarmless(outcome.messages), "\(outcome)")
      return outcome
    }
    let shown = try outcome(["FILE"], lesson)
    #expect(shown.status == 0 && shown.output.contains("Hello"), "\(shown)")
    // w1 is 0.1 then, which is told with the lesson's name and title.
    #expect(try outcome(["check", "FILE"], lesson).status == 1)
    for wrong in turn(["w1", "step: 1", "section", "scene", "say"], of: payload, most: 2) {
      let broken = lesson.replacing(wrong, with: "\"\(text)\"", maxReplacements: 1)
      #expect(try outcome(["check", "FILE"], broken).status == 65, "\(wrong)")
    }
  }
}
