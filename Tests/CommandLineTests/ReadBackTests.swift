import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import Training
@testable import downhill

/// What the program prints or writes of a run, it reads: the command, the record of a start, a session.
@Suite("What is written is read") struct ReadBackTests {
  static let scenes: [(SceneKind, [(key: String, value: String)])] = [
    (.perceptron, []), (.perceptron, [("data", "xor-gate")]), (.network, []),
    (.network, [("data", "plane"), ("optimizer", "adam")]), (.curve, []), (.surface, []), (.graph, []),
    (.activations, []), (.race, []), (.race, [("of", "network"), ("vary", "hidden=2;3")]),
    (.race, [("of", "curve"), ("vary", "start=x=1;x=-2")]), (.landscape, [("of", "perceptron")]),
    (.landscape, [("of", "network")]),
  ]
  /// Names that mean something to a shell, a list, a table, a program that reads lines; and numbers at their ends.
  private static let values =
    EdgeValues.all.filter { $0.utf8.count < 300 } + [
      "9007199254740991", "9007199254740990", "1e-308", "4.9e-324", "1.7976931348623157e308", "0.1", "1e-7",
      "a'b.csv", "a\"b.csv", "a,b.csv", "a b.csv", "a\nb.csv", "a\tb.csv", "$(x).csv", "`x`.csv", "\\.csv", "*.csv",
      "é.csv", "数据.csv", "\u{1F642}.csv", "-.csv", "--data.csv", "-x", "~/x.csv", "#.csv", "!x.csv", "x=1,y=2.csv",
      "x\u{B2}", "-x^2", "\u{2212}x\u{B2}", "(3, \u{2212}2)", "x=-3", "x=-1e308", "w1=-0.1,w2=5e-324", "1,2,3",
      "optimizer=sgd,adam", "function=-x^2;x", "start=x=1;x=2", "data=and,or", "features=x1;x1,x2", "towards.json",
      "x1,x2,x1*x2,sin(x1)", "2,2", "10,10,10", "x1^2", "momentum", "adamw", "rmsprop", "cosine",
    ]

  /// Every description that one key can be brought to by one of the values, each once; made once, for it takes long.
  private static let descriptions: [Key: [Description]] = {
    var descriptions: [Key: [Description]] = [:]
    for (scene, settings) in scenes {
      guard let base = try? Description(scene, parsing: settings) else { continue }
      for key in Key.allCases {
        var found = descriptions[key] ?? []
        for value in values {
          // Most of them are nothing that the key takes, which is soon known.
          guard let setting = try? base.setting(key, parsing: value), setting != base[key] else { continue }
          var changed = base
          do throws(DescriptionError) { try changed.change(key, to: value) } catch { continue }
          if !found.contains(changed) { found.append(changed) }
        }
        descriptions[key] = found
      }
    }
    return descriptions
  }()

  /// Those of one key.
  private static func descriptions(_ key: Key) -> [Description] { descriptions[key] ?? [] }

  /// The description of a command line, as the program reads it.
  private static func read(_ arguments: [String]) throws -> Description {
    switch try Downhill.parseAsRoot(ArgumentList.parsed(arguments)) {
    case let command as PerceptronCommand: try command.run.description()
    case let command as NetworkCommand: try command.run.description()
    case let command as CurveCommand: try command.run.description(with: [(.function, command.function)])
    case let command as SurfaceCommand: try command.run.description(with: [(.function, command.function)])
    case let command as GraphCommand: try command.run.description(with: [(.function, command.function)])
    case let command as ActivationsCommand: try command.run.description()
    case let command as RaceCommand:
      try command.run.description(with: [(.of, command.scene), (.function, command.function)])
    case let command as LandscapeCommand: try command.run.description(with: [(.of, command.scene)])
    case let command: throw ValidationError("\(type(of: command))")
    }
  }

  @Test("The command that is printed on leaving is read as the same run", arguments: Key.allCases)
  func command(key: Key) throws {
    // The parser takes its time: a few of each key, and more of those that have names and formulas in them. A value that
    // begins with two minuses is taken for an option after one whose value is missing, so no command can have it.
    let all = Self.descriptions(key).filter { !$0.commandArguments.contains { $0.contains("=--") } }
    let most = key == .function || key == .data ? 30 : 3
    for index in stride(from: 0, to: all.count, by: max(1, all.count / most)) {
      let description = all[index]
      let told: Comment = "\(description.commandLine)"
      do {
        let read = try Self.read(description.commandArguments)
        #expect(read.json == description.json, told)
        #expect(read.commandLine == description.commandLine, told)
      } catch { Issue.record("\(told): \(error)") }
    }
  }

  @Test("A shell takes the printed command for the very same words") func shell() throws {
    let descriptions = Key.allCases.flatMap { Self.descriptions($0) }
    #expect(descriptions.count > 1000)
    var (script, expected) = ("", "")
    // No program can be given a NUL.
    for description in descriptions where !description.commandLine.utf8.contains(0) {
      script += "printf '%s\\001' \(description.commandLine.dropFirst("downhill ".count)); printf '\\002'\n"
      expected += description.commandArguments.map { $0 + "\u{1}" }.joined() + "\u{2}"
    }
    try withScratchFolder { folder in
      let (file, out) = (folder.appending(path: "script"), folder.appending(path: "out"))
      try Data(script.utf8).write(to: file)
      let status = try Program.spawn(
        ["/bin/sh", "-c", "sh '\(file.path)' >'\(out.path)'"], ["PATH=/usr/bin:/bin", "LC_ALL=C"])
      #expect(status == 0)
      #expect(try Data(contentsOf: out) == Data(expected.utf8))
    }
  }

  @Test("The description in a record and in a session is read as the same run", arguments: Key.allCases)
  func description(key: Key) throws {
    for (index, description) in Self.descriptions(key).enumerated() where index.isMultiple(of: 8) {
      let told: Comment = "\(description.commandLine)"
      let text = description.json.text
      do {
        let read = try Description(json: JSONParser.parse(text))
        #expect(read.json.text == text, told)
      } catch { Issue.record("\(told): \(error)") }
      var session = Session(description)
      (session.step, session.head) = (999_999_999_999, Session.lastStep)
      do {
        let again = try Session(Array(session.text.utf8), named: "s")
        #expect(again == session, told)
        #expect(again.text == session.text, told)
      } catch { Issue.record("\(told): \(error)") }
    }
  }
}
