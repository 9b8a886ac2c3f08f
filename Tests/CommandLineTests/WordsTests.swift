import Calculus
import Foundation
import Interface
import Learning
import Lessons
import Plotting
import Terminal
import TestSupport
import Testing
import Training

@testable import downhill

/// Errors are spoken of in words, each kind of them.
@Suite("Words for errors") struct WordsTests {
  /// One of each type; the cases of each are named one by one where its words are decided, which the compiler checks.
  private static let samples: [any WordedError] = [
    DescriptionErrors(errors: [.notAnObject]), DescriptionError.unknownKey("lerning-rate", suggestion: .learningRate),
    UnknownCommand(name: "perceptorn", suggestion: "perceptron"),
    ChoiceError("format", "xml", "choose from: text, csv, jsonl"),
    CommandError.unknown("frobnicate", suggestion: nil), CommandError.unknown("them", suggestion: "theme"),
    CommandError.needs("open", "a session file"),
    CommandError.unknownChoice("theme", "pink", known: ["dark", "light"], suggestion: nil),
    CommandError.notTaken("page", "x", expected: "a page's number"), CommandError.noLesson,
    CommandError.noPage(5, count: 3), MissingRecords(scene: .race), ChangeError.needsNewStart(.data),
    ChangeError.doesNotApply("there is no coordinate 3"), ChangeError.tooManyBranches(4),
    AssembledRun.Failure.unknownData("x"), Network.Fault.noInputs, Network.Fault.softmaxOfOne,
    Output.Failure(name: "standard output", code: ENOSPC), FileError(path: "a", fault: .directory),
    DataError.unknown("irsi", suggestion: nil), DatasetError.noLabels,
    ModelFile.Fault.noLayers, SessionError(path: "s", problem: .notASession), DifferentNumbers(path: "s"),
    ConfigurationProblem(path: "c", file: nil, lines: []), RemappingError.fixed(.app(.quit)),
    FailedCheck(failed: 1, all: 2),
    UnknownLesson(name: "x"), TerminalError.notATerminal, TerminalError.unknownTerminal(name: "x"),
  ]

  /// The types that a test can't make, for want of an initializer for other modules; each is made by what throws it.
  private static func thrown() -> [any Error] {
    var errors: [any Error] = []
    func note(_ work: () throws -> Void) {
      do { try work() } catch { errors.append(error) }
    }
    note { _ = try Expression(parsing: "ln(") }
    note { _ = try JSONParser.parse("{") }
    note { _ = try Session(Array("{}".utf8), named: "s") }
    note { _ = try AssembledRun(loading: try Description(.network, parsing: [("model", "/nowhere/m.json")])) }
    note { _ = try AssembledRun(loading: try Description(.perceptron, parsing: [("data", "/nowhere/d.csv")])) }
    return errors
  }

  @Test("No line has the name of a case or of a type in it") func words() {
    for error in Self.samples as [any Error] + Self.thrown() {
      #expect(error is any WordedError, "\(type(of: error)) has no words")
      let words = ErrorWords(error)
      #expect(!words.lines.contains(""), "\(error)")
      for line in words.lines {
        #expect(line.firstMatch(of: #/[a-z][A-Za-z]+\([a-z]+: /#) == nil, "\(line)")
        #expect(!line.contains("(name:") && !line.contains("Optional("), "\(line)")
        #expect(line.first?.isUppercase != true, "\(line)")
      }
    }
  }

  @Test("Every type of error in the sources is one that has words") func types() throws {
    // What never leaves the place it is thrown in, and becomes another error there.
    let inner: Set<String> = ["Fault", "ShapeFault", "JSONShapeFault", "WordedError"]
    let folder = SourceTree.root.appending(path: "Sources")
    let words = try SourceTree.text("Sources/downhill/WordedError.swift")
    var found = 0
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for line in text.split(separator: "\n") {
        guard let match = line.firstMatch(of: #/(?:struct|enum|class) (\w+)(?:<[^>]*>)?: (?:[^{]*\b)?Error\b/#) else {
          continue
        }
        let name = String(match.1)
        found += 1
        let isWorded = words.firstMatch(of: try Regex("extension (\\w+\\.)?\(name): WordedError")) != nil
        #expect(isWorded || inner.contains(name), "\(name) in \(file.lastPathComponent) has no words")
      }
    }
    #expect(found > 20)
  }

  @Test("The lines that had none") func lines() {
    let look = Look(
      theme: Theme(.dark, onDark: true), glyphs: .braille, depth: .direct,
      words: { SafeText(ErrorWords($0).lines.joined(separator: "; ")) })
    func note(_ line: String) -> String {
      var state = AppState(description: Description(.perceptron), look: look)
      _ = state.update(.resize(width: 80, height: 24))
      for key in [KeyPress.character(":")] + line.unicodeScalars.map(KeyPress.character) + [.enter] {
        _ = state.update(.key(key))
      }
      return state.note?.description ?? ""
    }
    #expect(
      note("lrn 0.1") == "there is neither a setting nor a command 'lrn'" || note("lrn 0.1").contains("did you mean"))
    #expect(
      note("learning-rat 0.1").contains("did you mean 'learning-rate'?")
        || note("learning-rat") == "learning-rate is 0.1")
    #expect(
      note("theme pink") == "theme: there is no 'pink'; choose from: dark, light, projector, high-contrast, monochrome")
    #expect(note("page 5") == "there is no lesson whose pages could be turned")
    #expect(note("page x") == "page: 'x' is not a page's number")
    #expect(note("open") == ":open needs a session file")
    #expect(note("hidden 3") == "hidden means nothing to a perceptron")
    #expect(note("frobnicate") == "there is neither a setting nor a command 'frobnicate'")
  }
}

/// What begins with a minus is an operand, wherever it stands.
@Suite("Operands that begin with a minus") struct ArgumentListTests {
  @Test(
    "are put where the argument parser takes them for what they are",
    arguments: [
      ("curve -x^2", "curve -- -x^2"), ("curve -x^2 --steps 3", "curve --steps 3 -- -x^2"),
      ("race curve -x^2 --vary learning-rate=1,2", "race curve --vary learning-rate=1,2 -- -x^2"),
      ("curve --start -3", "curve --start=-3"), ("curve --learning-rate -1 x", "curve --learning-rate=-1 x"),
      ("curve --speed -1", "curve --speed=-1"), ("curve -- -x", "curve -- -x"), ("curve -h", "curve -h"),
      ("network --data -", "network --data -"), ("network --standardize --data -", "network --standardize --data -"),
      ("curve --plain -x", "curve --plain -- -x"), ("curve --3", "curve -- --3"), ("curve --(x)", "curve -- --(x)"),
      ("curve \u{2212}x", "curve -- \u{2212}x"), ("curve --\u{03B7} 0.1", "curve --learning-rate 0.1"),
      ("curve --\u{03B7}=0.1", "curve --learning-rate=0.1"), ("curve --lr -1", "curve --learning-rate=-1"),
      ("curve --format csv", "curve --format csv"), ("curve --start --seed 3", "curve --start --seed 3"),
    ])
  func arranged(typed: String, parsed: String) {
    #expect(ArgumentList.parsed(typed.split(separator: " ").map(String.init)).joined(separator: " ") == parsed)
  }

  @Test("The options that stand alone are those of the commands") func flags() throws {
    for command in Downhill.configuration.subcommands {
      let arguments = try JSONParser.parse(command._dumpHelp())["command"]?["arguments"]
      guard case .array(let elements)? = arguments else { continue }
      for element in elements where element["kind"] != "positional" {
        guard case .array(let names)? = element["names"] else { continue }
        for case .string(let name)? in names.map({ $0["name"] }) where name.count > 1 {
          #expect(ArgumentList.flags.contains(name) == (element["kind"] == "flag"), "\(command): --\(name)")
        }
      }
    }
  }

  @Test("An expression, a number or a place is read in every command that takes one")
  func read() throws {
    let commands = [
      ["curve", "-x^2", "--steps", "1"], ["surface", "-x^2-y^2", "--steps", "1"], ["graph", "-x^2", "--at", "x=-1"],
      ["race", "curve", "-x^2", "--steps", "1"], ["curve", "--start", "-3", "--steps", "1"],
      ["curve", "--start", "(\u{2212}3)", "--steps", "1"], ["surface", "--start", "(3, \u{2212}2)", "--steps", "1"],
      ["activations", "--at", "-1"], ["curve", "--stop-at-loss", "-3", "-x^2"],
      ["perceptron", "--weights", "w\u{2081}=\u{2212}0.5,w\u{2082}=\u{2212}1", "--epochs", "1"],
      ["network", "--features", "x\u{2081},x\u{2081}\u{00B2},x\u{2081}x\u{2082},sin x\u{2082}", "--epochs", "1"],
      ["race", "curve", "--vary", "\u{03B7}=0.1,0.2", "--steps", "1"], ["curve", "--steps", "1 000", "--every", "500"],
    ]
    for command in commands {
      let outcome = try Program.run(command + ["--format", "jsonl"])
      #expect(outcome.status == 0, "\(command): \(outcome.messages)")
    }
    for command in [
      ["curve", "--learning-rate", "-1"], ["network", "--batch-size", "-3"], ["network", "--speed", "-1"],
    ] {
      let outcome = try Program.run(command + ["--format", "jsonl"])
      #expect(outcome.status == 64 && outcome.messages.contains("-"), "\(command): \(outcome.messages)")
      #expect(!outcome.messages.contains("unknown option"), "\(command): \(outcome.messages)")
    }
    // The value that was asked for is the one that holds.
    let start = try Program.run(["curve", "--start", "-3", "--steps", "0", "--format", "csv"])
    #expect(start.lines.last?.hasPrefix("0,-3,9,-6") == true)
  }

  @Test(
    "The command that is printed on leaving is accepted, and leads to the same description",
    arguments: [
      (SceneKind.curve, [("function", "-x^2"), ("start", "-3"), ("learning-rate", "0.25")]),
      (.curve, [("function", "\u{2212}x\u{00B2}"), ("stop-at-loss", "-5")]),
      (.surface, [("function", "|x| + y^2"), ("start", "x=-1,y=-2"), ("vary", "optimizer=sgd,adam")]),
      (.race, [("of", "curve"), ("function", "-sin(x)"), ("vary", "start=x=-1;x=2")]),
      (.race, [("of", "network"), ("vary", "hidden=2;4,2"), ("epochs", "1"), ("examples", "20")]),
      (.perceptron, [("weights", "w1=-0.5,w2=-1e-7"), ("data", "xor-gate"), ("epochs", "2")]),
      (.network, [("features", "x1,x1^2,sin(x2)"), ("optimizer", "adam"), ("beta1", "0.5"), ("epochs", "1")]),
      (.graph, [("function", "x*y"), ("at", "x=-1,y=-2")]), (.activations, [("at", "x=-1.5")]),
    ] as [(SceneKind, [(String, String)])])
  func printed(scene: SceneKind, settings: [(String, String)]) throws {
    let description = try Description(scene, parsing: settings.map { (key: $0.0, value: $0.1) })
    // What stands behind "--" is no option.
    var words = description.commandArguments
    words.insert(contentsOf: ["--format", "jsonl"], at: words.firstIndex(of: "--") ?? words.count)
    let direct = try Program.run(words)
    #expect(direct.status == 0, "\(description.commandLine): \(direct.messages)")
    let start = try JSONParser.parse(try #require(direct.lines.first))
    let members = try #require(start["description"])
    let expected = description.contestants[0]
    let read = try Description(json: members)
    #expect(read.scene == expected.scene)
    // A run knows more of itself: a limit of steps without a screen, an output that follows from the data.
    for key in expected.keys where expected.explicit[key] != nil {
      #expect(read[key] == expected[key], "\(key.rawValue)")
    }
  }
}
