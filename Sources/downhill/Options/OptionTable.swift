import ArgumentParser
import Training

/// What the argument parser says of its own options, for the man page.
enum OptionTable {
  /// The options of a command or a group, in the order of the help: how each is written, and what it means.
  ///
  /// - Throws: `JSONError` where the parser's description of itself can't be read.
  static func entries(of group: any ParsableArguments.Type) throws(JSONError) -> [(term: String, meaning: String)] {
    let arguments = try JSONParser.parse(selfDescription(of: group))["command"]?["arguments"]?.elements ?? []
    var entries: [(term: String, meaning: String)] = []
    for argument in arguments where argument["shouldDisplay"] == true {
      let names = argument["names"]?.elements.compactMap { $0["name"]?.string } ?? []
      // These two belong to every command.
      guard !names.isEmpty, !names.contains("help"), !names.contains("version") else { continue }
      let placeholder = argument["kind"] == "option" ? argument["valueName"]?.string.map { " \($0)" } ?? "" : ""
      let term = names.map { "--\($0)" }.joined(separator: ", ") + placeholder
      let values = argument["allValues"]?.elements.compactMap(\.string) ?? []
      let choice = values.isEmpty ? "" : ". One of: \(values.joined(separator: ", "))."
      let meaning = (argument["abstract"]?.string ?? "") + choice
      // A flag and its opposite say the same.
      if let last = entries.last, last.meaning == meaning {
        entries[entries.count - 1].term += ", \(term)"
      } else {
        entries.append((term, meaning))
      }
    }
    return entries
  }

  /// What the argument parser answers a command that has these options when it is asked to describe itself.
  private static func selfDescription<Group: ParsableArguments>(of group: Group.Type) -> String {
    do {
      _ = try CommandOf<Group>.parseAsRoot(["--experimental-dump-help"])
      return ""
    } catch {
      return CommandOf<Group>.fullMessage(for: error)
    }
  }
}

/// A command that has the options of a group, and nothing else.
private struct CommandOf<Group: ParsableArguments>: ParsableCommand {
  @OptionGroup var group: Group
}

extension JSONValue {
  /// The elements of an array; none of other values.
  fileprivate var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

  /// The text of a string; nil for other values.
  fileprivate var string: String? { if case .string(let text) = self { text } else { nil } }
}
