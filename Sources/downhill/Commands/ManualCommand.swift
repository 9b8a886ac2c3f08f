import ArgumentParser
import Interface
import Training

/// `downhill manual`: the man page, written from the tables of keys and options; `make install` installs it.
struct ManualCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Write the man page, for man(1).",
    discussion: Examples.text([("downhill manual | man -l -", "read it")]), shouldDisplay: false)

  var files: [NamedFile] { [] }

  func carryOut(_ streams: Streams) throws {
    try streams.output.write(try ManualPage.text())
  }
}

/// The man page in the language of man(7).
enum ManualPage {
  /// The whole page.
  ///
  /// - Throws: `JSONError` where the argument parser's description of the options can't be read.
  static func text() throws(JSONError) -> String {
    let options = try options()
    return
      ([".TH DOWNHILL 1", ".SH NAME", "downhill \\- see learning happen, in a terminal", ".SH SYNOPSIS"]
      + [".B downhill", "[\\fICOMMAND\\fR] [\\fIOPTIONS\\fR]"] + commands + settings + options + keys + files
      + statuses)
      .joined(separator: "\n") + "\n"
  }

  private static var commands: [String] {
    section("COMMANDS")
      + Downhill.configuration.subcommands.map { $0.configuration }.filter { $0.shouldDisplay }.flatMap {
        entry("downhill \($0.commandName ?? "")", $0.abstract)
      }
  }

  private static var settings: [String] {
    KeySpecification.Group.allCases.flatMap { group in
      section("\(group.rawValue.uppercased()) OPTIONS")
        + Key.allCases.filter { $0.specification.group == group }.flatMap { key in
          let specification = key.specification
          let scenes = specification.scenes.map(\.rawValue).joined(separator: ", ")
          let words = specification.words(in: specification.scenes.first ?? .perceptron)
          let choice = words.isEmpty || specification.kind == .flag ? "" : " One of: \(words.joined(separator: ", "))."
          return entry("--\(key.rawValue) \(specification.placeholder)", "\(specification.help) (\(scenes)).\(choice)")
        }
    }
  }

  /// The options that are no settings, group by group.
  private static func options() throws(JSONError) -> [String] {
    let groups: [(title: String, group: any ParsableArguments.Type)] = [
      ("SCREEN OPTIONS", ScreenOptions.self), ("OPTIONS WITHOUT A SCREEN", RecordOptions.self),
      ("OPTIONS OF A NETWORK WITHOUT A SCREEN", ModelFileOptions.self),
      ("OPTIONS OF A LANDSCAPE WITHOUT A SCREEN", LandscapeOptions.self),
      ("OPTIONS OF LESSON CHECK", LessonCheckCommand.self),
    ]
    var lines: [String] = []
    for (title, group) in groups {
      lines += section(title) + (try OptionTable.entries(of: group).flatMap { entry($0.term, $0.meaning) })
    }
    return lines
  }

  private static var files: [String] {
    section("FILES")
      + entry(
        "$XDG_CONFIG_HOME/downhill/config",
        "lines of NAME = VALUE, and key.ACTION = KEY; below ~/.config where the variable is not set. The command line "
          + "goes before it, and so does NO_COLOR. Names: "
          + Configuration.Name.allCases.map { "\($0.rawValue) (\($0.help))" }.joined(separator: "; "))
  }

  private static var keys: [String] {
    section("KEYS")
      + KeyBindings().listed.flatMap { binding in entry(binding.label, binding.help) }
  }

  private static var statuses: [String] {
    section("EXIT STATUS")
      + [
        ("0", "done"), ("64", "wrong usage"), ("65", "bad data, model, lesson, session or expression"),
        ("66", "a file can't be read"), ("73, 74", "a file can't be made, or written"),
        ("1", "anything else, a divergence with --fail-on-divergence and a failed lesson check included"),
      ].flatMap { entry($0.0, $0.1) }
      + ["After a signal, that signal's own status."]
  }

  private static func section(_ title: String) -> [String] { [".SH \(title)"] }

  private static func entry(_ term: String, _ meaning: String) -> [String] {
    [".TP", ".B \(escaped(term))", escaped(meaning)]
  }

  /// Text that man(7) takes literally: no escapes, hyphens that can be copied, no request at a line's beginning.
  private static func escaped(_ text: String) -> String {
    let plain = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
    return plain.hasPrefix(".") || plain.hasPrefix("'") ? "\\&" + plain : plain
  }
}
