import Foundation
import TestSupport
import Testing

/// Foreign text in every place where it comes in: nothing of it acts on a terminal, wherever it comes out.
@Suite struct InjectionTests {
  static let payloads = [
    "\u{1B}[2J", "\u{1B}]0;title\u{07}", "\u{1B}]52;c;cm0gLXJm\u{07}", "\u{9B}31m", "\u{08}\u{08}", "a\rb",
    "\u{202E}gnp",
    "\u{200B}\u{E0041}", "a\u{0301}\u{0301}\u{0301}", "</text><script>x</script>&\"'",
  ]

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
      let rows = (0..<8).map { "\($0),\($0 * $0 % 5),\($0 % 2 == 0 ? quoted : "b")" }
      let file = folder.appendingPathComponent("x\(payload.replacing("/", with: "_")).csv")
      try Data(("\(quoted),x2,label\n" + rows.joined(separator: "\n") + "\n").utf8).write(to: file)
      for form in [["--plain"], ["--format", "csv"], ["--format", "jsonl"]] {
        let outcome = try Program.run(["perceptron", "--data", file.path, "--epochs", "2"] + form)
        #expect(outcome.status == 0, "\(outcome.messages)")
        #expect(isHarmless(outcome.output) && isHarmless(outcome.messages), "\(form)")
      }
      for form in ["txt", "ansi", "svg"] {
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
    func check(_ outcome: Program.Outcome, _ place: String) {
      #expect(
        isHarmless(outcome.output) && isHarmless(outcome.messages), "\(place): \(outcome.messages.debugDescription)")
      #expect(outcome.status != 0 && outcome.status < 128, "\(place): \(outcome.status)")
    }
    for arguments in [
      ["surface", "x^2 + \(payload)"], ["perceptron", "--data", payload], ["perceptron", "--learning-rate", payload],
      ["perceptron", "--theme", payload], ["network", "--model", "no\(payload)"], ["open", "no\(payload)"],
      ["list", payload], [payload], ["--print-config", "--config", "no\(payload)"],
      ["perceptron", "--picture", "/nowhere/\(payload).svg"],
    ] {
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
}
