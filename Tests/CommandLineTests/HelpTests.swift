import Foundation
import Testing
import Training

@Suite struct HelpTests {
  static let scenes: [SceneKind] = [.perceptron, .network, .curve, .surface, .graph, .activations]

  @Test(
    "Help begins with examples",
    arguments: [[], ["perceptron"], ["network"], ["surface"], ["race"], ["landscape"], ["list"], ["doctor"]])
  func examplesFirst(command: [String]) throws {
    let outcome = try Program.run(command + ["--help"])
    #expect(outcome.status == 0)
    #expect(outcome.lines.first == "EXAMPLES:")
    #expect(outcome.lines[1].hasPrefix("  downhill"))
    #expect(outcome.lines.allSatisfy { $0.count <= 80 })
    #expect(outcome.messages.isEmpty)
  }

  @Test("The version is a number")
  func version() throws {
    #expect(try Program.run(["--version"]).output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  /// What `--experimental-dump-help` says of one command's arguments.
  private struct Dump: Decodable {
    struct Name: Decodable { let name: String }
    struct Argument: Decodable {
      let kind: String
      let names: [Name]?
      let abstract: String?
      let valueName: String?
      let shouldDisplay: Bool
    }
    struct Command: Decodable { let arguments: [Argument]? }
    let command: Command
  }

  @Test("Options and key table say the same", arguments: scenes)
  func table(scene: SceneKind) throws {
    let text = try Program.run([scene.rawValue, "--experimental-dump-help"]).output
    let dump = try JSONDecoder().decode(Dump.self, from: Data(text.utf8))
    let arguments = dump.command.arguments ?? []
    for key in Key.allCases {
      let isUsed = Key.keys(of: scene).contains(key)
      let argument = arguments.first { $0.names?.contains { $0.name == key.rawValue } == true }
      guard let argument else {
        #expect(!isUsed || key == .function, "--\(key.rawValue) is missing")
        continue
      }
      #expect(argument.shouldDisplay == isUsed, "--\(key.rawValue)")
      #expect(argument.abstract?.hasPrefix(key.specification.help) == true, "--\(key.rawValue)")
      #expect((argument.kind == "flag") == (key.specification.kind == .flag), "--\(key.rawValue)")
      if argument.kind == "option" { #expect(argument.valueName == key.specification.placeholder) }
    }
  }

  @Test("Completion scripts are written", arguments: ["bash", "zsh", "fish"])
  func completions(shell: String) throws {
    let outcome = try Program.run(["--generate-completion-script", shell])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("learning-rate"))
  }
}
