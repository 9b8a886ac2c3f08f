import Plotting
import Terminal
import Training

extension Configuration {
  /// Reads the lines of a file: `NAME = VALUE`, or `key.ACTION = KEY, KEY`; `#` begins a comment.
  ///
  /// - Returns: What is right, and all that is wrong; keys that can't be given as asked for are all left alone.
  package static func read(_ text: String) -> (configuration: Configuration, errors: [ConfigurationError]) {
    var reader = Reader()
    // A line may end as on Windows.
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) { reader.take(line) }
    return reader.finish()
  }

  /// Reads line after line.
  private struct Reader {
    private var configuration = Configuration()
    private var errors: [ConfigurationError] = []
    private var number = 0
    private var lines: [String: Int] = [:]

    mutating func take(_ line: Substring) {
      number += 1
      let isMarked = number == 1 && line.hasPrefix("\u{FEFF}")
      let text = Self.trimmed(line.dropFirst(isMarked ? 1 : 0).prefix { $0 != "#" })
      guard !text.isEmpty else { return }
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = Self.trimmed(parts[0])
      guard parts.count == 2, case let value = Self.trimmed(parts[1]), !value.isEmpty else {
        return report(.noValue(name))
      }
      if let first = lines[name] { return report(.repeated(name, line: first)) }
      lines[name] = number
      if name.hasPrefix("key.") {
        set(action: String(name.dropFirst(4)), to: value)
      } else {
        set(name, to: value)
      }
    }

    private static func trimmed(_ text: some StringProtocol) -> String {
      let characters = text.drop { $0.isWhitespace }
      let end = characters.lastIndex { !$0.isWhitespace }
      return end.map { String(characters[...$0]) } ?? ""
    }

    private mutating func report(_ problem: ConfigurationError.Problem) {
      errors.append(ConfigurationError(line: number, problem: problem))
    }

    private mutating func set(_ name: String, to value: String) {
      guard let known = Name(rawValue: name) else {
        let names = Name.allCases.map(\.rawValue) + ["key."]
        return report(.unknownName(name, suggestion: Spelling.nearest(to: name, among: names)))
      }
      let isAuto = value == "auto"
      var isKnown = isAuto
      func note<Value>(_ found: Value?) -> Value? {
        isKnown = isKnown || found != nil
        return found
      }
      switch known {
      case .theme: configuration.theme = note(Theme.Name(rawValue: value))
      case .palette: configuration.palette = note(Palette.Name(rawValue: value))
      case .glyphs: configuration.glyphs = note(GlyphSet(rawValue: value))
      case .color: configuration.color = note(TerminalOptions.ColorMode(rawValue: value))
      case .speed: configuration.speed = note(Speed(name: value))
      case .mouse: configuration.mouse = note(["yes": true, "no": false][value])
      }
      if !isKnown { report(.unknownValue(name: name, value: value, expected: known.help)) }
    }

    private mutating func set(action name: String, to value: String) {
      guard let action = Action(name: name) else {
        let names = Action.allCases.map(\.name)
        return report(.unknownAction(name, suggestion: Spelling.nearest(to: name, among: names)))
      }
      var keys: [KeyPress] = []
      for word in value.split(separator: ",").map({ Self.trimmed($0) }) where !word.isEmpty {
        guard let key = KeyPress(name: word) else { return report(.unknownKey(word)) }
        keys.append(key)
      }
      guard !keys.isEmpty else { return report(.noValue("key.\(name)")) }
      configuration.keys[action] = keys
    }

    mutating func finish() -> (Configuration, [ConfigurationError]) {
      do throws(RemappingError) { _ = try configuration.keyTable() } catch {
        let line = lines["key.\(error.action.name)"] ?? number
        errors.append(ConfigurationError(line: line, problem: .remapping(error)))
        configuration.keys = [:]
      }
      return (configuration, errors.sorted { $0.line < $1.line })
    }
  }
}

extension RemappingError {
  /// The action that was to have other keys.
  package var action: Action {
    switch self {
    case .owned(_, let action), .fixed(let action), .taken(_, let action, by: _, in: _): action
    }
  }
}

extension Speed {
  /// Reads a speed: a number of steps a second, or `max`; nil for anything else.
  package init?(name: String) {
    if name == "max" {
      self = .unlimited
    } else if let rate = Double(readingNumber: name), rate > 0, rate.isFinite {
      self = Speed(stepsPerSecond: rate)
    } else {
      return nil
    }
  }

  /// The name that reads back to the speed.
  package var name: String { stepsPerSecond?.shortestText ?? "max" }
}
