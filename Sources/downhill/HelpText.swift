/// Commands to try, as help shows them before anything else.
enum Examples {
  static let title = "EXAMPLES:"

  /// The examples with what each is for, one a line.
  static func text(_ examples: [(command: String, meaning: String)]) -> String {
    let width = min(examples.map(\.command.count).max() ?? 0, 36)
    let lines = examples.map { example in
      let padding = String(repeating: " ", count: max(width - example.command.count, 0))
      return example.meaning.isEmpty ? "  \(example.command)" : "  \(example.command)\(padding)   \(example.meaning)"
    }
    return ([title] + lines).joined(separator: "\n")
  }
}

/// Help as the argument parser arranges it, rearranged.
enum HelpText {
  /// Moves the examples to the beginning: they are what most people come for.
  static func examplesFirst(_ help: String) -> String {
    let marker = "\n\n" + Examples.title
    guard let examples = help.firstRange(of: marker), let usage = help.firstRange(of: "\n\nUSAGE:") else { return help }
    let overview = help[..<examples.lowerBound].dropFirst("OVERVIEW: ".count)
    let body = help[examples.upperBound..<usage.lowerBound]
    return "\(Examples.title)\(body)\n\n\(overview)\(help[usage.lowerBound...])"
  }
}
