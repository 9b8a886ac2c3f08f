extension Description {
  /// The description as JSON: the scene, then every key that means something here with the value it stands at.
  package var json: JSONValue {
    var members: [(String, JSONValue)] = [("scene", .string(scene.rawValue))]
    for key in keys {
      // What only repeats another key is said by that one.
      if case .same = key.specification.fallback, explicit[key] == nil { continue }
      if let setting = self[key] { members.append((key.rawValue, setting.json)) }
    }
    return .object(members)
  }

  /// The shortest command that leads to this run, quoted for a POSIX shell.
  ///
  /// What stands at its default is left out; a race's scene and a function are written without their keys.
  package var commandLine: String {
    (["downhill"] + commandArguments).map(ShellText.quoted).joined(separator: " ")
  }

  /// The arguments of the shortest command that leads to this run.
  package var commandArguments: [String] {
    var options: [String] = []
    var function: String?
    for key in keys {
      guard let setting = explicit[key] else { continue }
      var without = self
      without[key] = nil
      guard setting != without[key] || isDecisive(key) else { continue }
      switch (key, setting) {
      case (.of, _): break
      case (.function, _): function = setting.text
      case (_, .flag(true)): options.append("--\(key.rawValue)")
      case (_, .flag(false)): break
      default:
        let text = setting.text
        options += text.hasPrefix("-") && text != "-" ? ["--\(key.rawValue)=\(text)"] : ["--\(key.rawValue)", text]
      }
    }
    var words = [scene.rawValue]
    if scene.isOfAnother { words.append(subject.rawValue) }
    if let function, !function.hasPrefix("-") { return words + [function] + options }
    return words + options + (function.map { ["--", $0] } ?? [])
  }

  /// Reads what `commandLine` writes, with `downhill` before it or without.
  ///
  /// - Throws: all that is wrong, not only the first fault.
  package init(commandLine: String) throws(DescriptionErrors) {
    var words = ShellText.words(of: commandLine)[...]
    if words.first == "downhill" { words.removeFirst() }
    let name = words.popFirst() ?? ""
    guard let scene = SceneKind(rawValue: name) else {
      let suggestion = Spelling.nearest(to: name, among: SceneKind.allCases.map(\.rawValue))
      throw DescriptionErrors(errors: [.unknownScene(name, suggestion: suggestion.flatMap(SceneKind.init))])
    }
    var pairs: [(key: String, value: String)] = []
    // What is written without its key, in this order.
    var bare: ArraySlice<Key> = scene.isOfAnother ? [.of, .function] : [.function]
    while let word = words.popFirst() {
      guard word.hasPrefix("--"), word != "--" else {
        if word != "--" { pairs.append(((bare.popFirst() ?? .function).rawValue, word)) }
        continue
      }
      let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(
        String.init)
      if parts.count == 2 {
        pairs.append((parts[0], parts[1]))
      } else if Key(spelled: parts[0])?.specification.kind == .flag {
        pairs.append((parts[0], "true"))
      } else {
        pairs.append((parts[0], words.popFirst() ?? ""))
      }
    }
    try self.init(scene, parsing: pairs)
  }

  /// Whether having been set means more than the value: other keys look at it.
  private func isDecisive(_ key: Key) -> Bool {
    // One rate for all optimizers is another race than each at its own.
    if key == .learningRate, variation?.key == .optimizer { return true }
    return Key.allCases.contains { other in
      if case .unless(let deciding, _) = other.specification.fallback { deciding.contains(key) } else { false }
    }
  }

  /// The runs of a race, one a value; of any other description, itself alone.
  package var contestants: [Description] {
    guard let variation else { return [self] }
    return variation.values.map { value in
      var contestant = Description(subject)
      // A contestant is seen small, in its usual view.
      for (key, setting) in explicit where ![.of, .vary, .view].contains(key) { contestant[key] = setting }
      contestant[variation.key] = value
      if racesUsualRates { contestant[.learningRate] = .number(usualLearningRate(of: value.text)) }
      return contestant
    }
  }
}

/// Words as a POSIX shell takes them.
enum ShellText {
  /// The words of a line: what is between spaces, or in single quotes, or after a backslash.
  static func words(of line: String) -> [String] {
    var words: [String] = []
    var current: String?
    var (isQuoted, isEscaped) = (false, false)
    for character in line {
      switch character {
      case _ where isEscaped: (current, isEscaped) = ((current ?? "") + String(character), false)
      case "'": (current, isQuoted) = (current ?? "", !isQuoted)
      case _ where isQuoted: current = (current ?? "") + String(character)
      case "\\": isEscaped = true
      case " ":
        if let word = current { words.append(word) }
        current = nil
      default: current = (current ?? "") + String(character)
      }
    }
    if let word = current { words.append(word) }
    return words
  }

  /// The word itself when the shell has no designs on any of its characters, else the word in single quotes.
  static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-_.,/=+:@%".utf8.contains(byte)
      }
    }
    if isPlain, !word.isEmpty { return word }
    return "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
