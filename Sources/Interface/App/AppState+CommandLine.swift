import Plotting
import Training

/// A word that can be typed after a colon besides settings and actions.
///
/// Two spellings of one command share a case: `:quit` is `:q`, as fingers know it from elsewhere.
enum LineCommand: String, CaseIterable {
  case save, open, theme, palette, speed, page, help, quit

  /// What it does, for the list above the line.
  var about: String {
    switch self {
    case .save: "save the session as FILE"
    case .open: "come back to the session in FILE"
    case .theme: "the colors of text and frames"
    case .palette: "the colors of fields, classes and heights"
    case .speed: "steps a second, or max"
    case .page: "a page of the lesson by its number"
    case .help: "what the help has about WORD"
    case .quit: "leave"
    }
  }

  /// What can follow it; empty where that is free.
  var choices: [String] {
    switch self {
    case .theme: Theme.Name.allCases.map(\.rawValue)
    case .palette: Palette.Name.allCases.map(\.rawValue)
    case .speed: ["max"]
    case .save, .open, .page, .help, .quit: []
    }
  }

  /// The command of a word, also in the short forms of an editor.
  init?(spelled word: String) {
    switch word {
    case "q", "q!", "quit!", "exit", "qa", "qa!": self = .quit
    case "w", "write": self = .save
    case "e", "edit": self = .open
    case "h", "?": self = .help
    case "colorscheme", "colors": self = .theme
    default: self.init(rawValue: word)
    }
  }
}

/// Why a line typed after the colon can't be carried out.
package enum CommandError: Error, Sendable, Equatable {
  /// The word is neither a setting nor a command nor an action.
  case unknown(String, suggestion: String?)
  /// The command needs something after it.
  case needs(String, String)
  /// There is no such choice.
  case unknownChoice(String, String, known: [String], suggestion: String?)
  /// What follows is not what the command takes.
  case notTaken(String, String, expected: String)
  /// There is no lesson to turn the pages of.
  case noLesson
  /// The lesson has no such page.
  case noPage(Int, count: Int)
}

extension AppState {
  /// Carries out a line typed after the colon: a setting and its value, a command, or an action by its name.
  ///
  /// The value stands after a space, after `=`, or after `is`, as the answer to a setting alone has it.
  mutating func run(command line: String) -> [Effect] {
    let text = line.drop { $0 == " " || $0 == ":" }
    let isOption = text.hasPrefix("--")
    let end = text.dropFirst(isOption ? 2 : 0)
    let name = String(end.prefix { $0 != " " && $0 != "=" })
    let rest = String(end.dropFirst(name.count)).trimmingCommandSpace
    guard !name.isEmpty else { return [] }
    do throws(CommandError) {
      if !isOption, rest.isEmpty, let action = Action(name: name) { return act(action) }
      if !isOption, let command = LineCommand(spelled: name) { return try carryOut(command, rest) }
      return try setting(name, rest.afterSign)
    } catch {
      note = look.words(error)
      return []
    }
  }

  /// Sets a setting, or says what it stands at.
  private mutating func setting(_ name: String, _ value: String) throws(CommandError) -> [Effect] {
    let own = Key.keys(of: scene.kind, showing: description.subject)
    let beginning = own.filter { $0.rawValue.hasPrefix(name) }
    // A beginning that only one setting has is as good as its name.
    guard let key = Key(spelled: name) ?? (name.count > 1 && beginning.count == 1 ? beginning[0] : nil) else {
      throw .unknown(name, suggestion: suggestion(for: name, own))
    }
    guard own.contains(key) || !value.isEmpty else {
      note = look.words(DescriptionError.notUsed(key, in: description.subject))
      return []
    }
    guard !value.isEmpty else {
      note = "\(key.rawValue) is \(description[key]?.text ?? "not set")"
      return []
    }
    return set(key, to: value)
  }

  private func suggestion(for name: String, _ keys: [Key]) -> String? {
    let words = keys.map(\.rawValue) + LineCommand.allCases.map(\.rawValue) + Action.allCases.map(\.name)
    return Spelling.nearest(to: name, among: words)
  }

  private mutating func carryOut(_ command: LineCommand, _ rest: String) throws(CommandError) -> [Effect] {
    switch command {
    case .quit: return [.quit]
    case .save: return saveSession(to: rest.isEmpty ? nil : rest)
    case .open:
      guard !rest.isEmpty else { throw .needs(command.rawValue, "a session file") }
      return [reading(rest)]
    case .help:
      var help = HelpOverlay()
      help.search(appending: rest)
      overlay = .help(help)
    case .page:
      guard !rest.isEmpty else { throw .needs(command.rawValue, "a page's number") }
      guard let number = Int(rest) else { throw .notTaken(command.rawValue, rest, expected: "a page's number") }
      return open(page: number)
    case .theme:
      let name: Theme.Name = try choice(command, rest)
      look.theme = look.theme.named(name, palette: look.theme.palette)
      note = "theme \(name.rawValue)"
    case .palette:
      let name: Palette.Name = try choice(command, rest)
      look.theme = look.theme.named(look.theme.name, palette: name)
      note = "palette \(name.rawValue)"
    case .speed:
      guard !rest.isEmpty else {
        note = "speed is \(speed.name)"
        return []
      }
      guard let speed = Speed(name: rest) else {
        throw .notTaken(command.rawValue, rest, expected: "a number of steps a second, or max")
      }
      return change(speed: speed)
    }
    return []
  }

  private func choice<Choice: RawRepresentable<String>>(
    _ command: LineCommand, _ word: String
  ) throws(CommandError) -> Choice {
    guard let choice = Choice(rawValue: word) else {
      throw .unknownChoice(
        command.rawValue, word, known: command.choices,
        suggestion: Spelling.nearest(to: word, among: command.choices))
    }
    return choice
  }
}

extension String {
  /// The text without spaces around it.
  fileprivate var trimmingCommandSpace: String {
    guard let first = firstIndex(where: { $0 != " " }), let last = lastIndex(where: { $0 != " " }) else { return "" }
    return String(self[first...last])
  }

  /// What stands after `=` or `is`, where one of them is first.
  fileprivate var afterSign: String {
    if hasPrefix("=") { return String(dropFirst()).trimmingCommandSpace }
    if hasPrefix("is ") { return String(dropFirst(3)).trimmingCommandSpace }
    return self
  }
}
