import Foundation
import Interface
import TestSupport
import Testing
import Training

/// What the documents say is what the program does.
@Suite struct DocumentTests {
  /// The keys as a table of the README.
  private static var keyTable: String {
    let rows = KeyBindings().listed.map { binding in
      "| \(binding.label.replacing("|", with: "\\|")) | \(binding.help.replacing("|", with: "\\|")) |"
    }
    return (["| key | what it does |", "|---|---|"] + rows).joined(separator: "\n")
  }

  @Test("The README's keys are the key table's; RENEW_README=1 writes them anew")
  func keys() throws {
    let readme = try SourceTree.text("README.md")
    let start = try #require(readme.range(of: "<!-- keys -->\n"))
    let end = try #require(readme.range(of: "<!-- /keys -->"))
    let expected = Self.keyTable + "\n"
    if ProcessInfo.processInfo.environment["RENEW_README"] == "1" {
      let renewed = readme[..<start.upperBound] + expected + readme[end.lowerBound...]
      try String(renewed).write(
        to: SourceTree.root.appending(path: "README.md"), atomically: true, encoding: .utf8)
    } else {
      #expect(String(readme[start.upperBound..<end.lowerBound]) == expected)
    }
  }

  /// The commands in the README's code blocks, without comments.
  private static func commands() throws -> [[String]] {
    let blocks = try SourceTree.text("README.md").components(separatedBy: "```").enumerated().filter {
      $0.offset % 2 == 1
    }
    return blocks.flatMap { $0.element.split(separator: "\n") }.filter { $0.hasPrefix("downhill ") }.map { line in
      words(String(line.split(separator: "#")[0]))
    }
  }

  /// A command's words after the program's name, with single quotes as a shell has them.
  private static func words(_ line: String) -> [String] {
    line.components(separatedBy: "'").enumerated().flatMap { index, part in
      index % 2 == 1 ? [part] : part.split(separator: " ").map(String.init)
    }.dropFirst().map { $0 }
  }

  @Test("The README's commands work as they stand")
  func commandsWork() throws {
    let commands = try Self.commands()
    #expect(commands.count > 8)
    for command in commands where !command.contains("mine.csv") && command.first != "open" {
      let outcome = try Program.run(command)
      #expect(outcome.status == 0, "\(command): \(outcome.messages)")
    }
  }

  @Test("What the README says was tried is what the tests here try")
  func counts() throws {
    let readme = try SourceTree.text("README.md")
    let settings = [
      ExtremeNumberTests.perceptronSettings, ExtremeNumberTests.networkSettings, ExtremeNumberTests.surfaceSettings,
    ].joined()
    #expect(readme.contains("| \(settings.count) settings and \(ExtremeNumberTests.tables.count) tables,"))
    #expect(readme.contains("| \(InjectionTests.payloadCount) texts |"))
    #expect(readme.contains("| \(LocaleTests.locales.count) locales |"))
    #expect(readme.contains("| \(EdgeValues.all.count) values × \(EveryValueTests.scenes.count) scenes |"))
  }

  @Test("The man page names every key and every command")
  func manual() throws {
    let page = try Program.run(["manual"]).output.replacing("\\-", with: "-")
    for key in Key.allCases { #expect(page.contains("--\(key.rawValue)"), "\(key)") }
    for option in ["--theme", "--palette", "--record FILE.cast", "--config FILE", "--print-config", "downhill open"] {
      #expect(page.contains(option), "\(option)")
    }
    #expect(page.contains("$XDG_CONFIG_HOME/downhill/config"))
    for scene in [SceneKind.perceptron, .curve, .surface, .graph, .activations, .race] {
      #expect(page.contains("downhill \(scene.rawValue)"))
    }
  }

  /// What `--experimental-dump-help` says of the options of commands.
  private struct Dump: Decodable {
    struct Name: Decodable { let name: String }
    struct Argument: Decodable {
      let names: [Name]?
      let shouldDisplay: Bool
    }
    struct Command: Decodable {
      let commandName: String
      let subcommands: [Command]?
      let arguments: [Argument]?
    }
    let command: Command
  }

  @Test("The man page names every option that some command shows in its help")
  func options() throws {
    let page = try Program.run(["manual"]).output.replacing("\\-", with: "-")
    let text = try Program.run(["--experimental-dump-help"]).output
    var commands = [try JSONDecoder().decode(Dump.self, from: Data(text.utf8)).command]
    var seen: Set<String> = []
    while let command = commands.popLast() {
      commands += command.subcommands ?? []
      for argument in command.arguments ?? [] where argument.shouldDisplay {
        seen.formUnion((argument.names ?? []).map(\.name))
      }
    }
    #expect(seen.isSuperset(of: ["theme", "no-mouse", "format", "save-model", "slice", "answer", "learning-rate"]))
    for name in seen.subtracting(["help", "h", "version"]) { #expect(page.contains("--\(name)"), "--\(name)") }
  }

  @Test("The architecture's table of imports is the one that is tested")
  func imports() throws {
    let document = try SourceTree.text("ARCHITECTURE.md")
    for module in ImportTests.allowed.keys {
      #expect(document.contains("| \(module) |"), "\(module)")
    }
  }
}
