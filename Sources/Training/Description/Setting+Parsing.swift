import Learning

extension Setting {
  /// Reads a value for a key as it is written on the command line.
  ///
  /// - Parameter scene: the scene whose run it is for; of a race, the scene that is raced.
  /// - Throws: what is wrong with it.
  package init(parsing text: String, for key: Key, in scene: SceneKind) throws(DescriptionError) {
    let trimmed = text.trimmingSpaces
    switch key.specification.kind(in: scene) {
    case .number(let range): self = .number(try Setting.number(trimmed, for: key, in: range))
    case .integer(let range, let word):
      self = trimmed == word ? .word(trimmed) : .integer(try Setting.integer(trimmed, for: key, in: range))
    case .flag:
      switch trimmed {
      case "true", "yes", "on": self = .flag(true)
      case "false", "no", "off": self = .flag(false)
      default: throw .notAFlag(key, trimmed)
      }
    case .word(let known): self = .word(try Setting.word(trimmed, for: key, among: known))
    case .character(let known): self = .word(try Setting.character(text, for: key, among: known))
    case .words(let known, let most, let once):
      let words = try Setting.list(trimmed, for: key, most: most)
      var chosen: [String] = []
      for word in words {
        let word = try Setting.word(word, for: key, among: known)
        if once, chosen.contains(word) { throw .repeated(key, word) }
        chosen.append(word)
      }
      self = .words(chosen)
    case .names(let most): self = .words(try Setting.list(trimmed, for: key, most: most))
    case .text:
      guard !trimmed.isEmpty else { throw .empty(key) }
      self = .word(trimmed)
    case .integers(let range, let most):
      guard !trimmed.isEmpty, trimmed != "none" else {
        self = .integers([])
        return
      }
      var values: [Int] = []
      for part in try Setting.list(trimmed, for: key, most: most) {
        values.append(try Setting.integer(part, for: key, in: range))
      }
      self = .integers(values)
    case .assignments(let names): self = .assignments(try Setting.assignments(trimmed, for: key, to: names))
    case .variation: self = .variation(try Variation(parsing: trimmed, for: key, in: scene))
    }
  }

  private static func number(_ text: String, for key: Key, in range: NumberRange) throws(DescriptionError) -> Double {
    guard let value = Double(readingNumber: InputAlphabet.number(text)) else { throw .notANumber(key, text) }
    guard range.contains(value) else { throw .outOfRange(key, text, range) }
    return value
  }

  private static func integer(_ text: String, for key: Key, in range: ClosedRange<Int>) throws(DescriptionError) -> Int
  {
    let plain = InputAlphabet.number(text)
    guard let number = Double(readingNumber: plain) else { throw .notAWholeNumber(key, text) }
    guard NumberRange(range).contains(number) else { throw .outOfRange(key, text, NumberRange(range)) }
    // Through Int for every digit of what is written plainly, through Double for 1e6.
    guard let value = Int(plain) ?? Int(exactly: number) else { throw .notAWholeNumber(key, text) }
    guard range.contains(value) else { throw .outOfRange(key, text, NumberRange(range)) }
    return value
  }

  private static func word(_ text: String, for key: Key, among known: [String]) throws(DescriptionError) -> String {
    guard !text.isEmpty else { throw .empty(key) }
    if known.contains(text) { return text }
    guard let word = Spelling.meant(by: text, among: known) else {
      // A name that means something of its own elsewhere was not mistyped.
      let nearest = NamesElsewhere.isKnown(text) ? nil : Spelling.nearest(to: text, among: known)
      throw .unknownWord(key, text, known: known, suggestion: nearest)
    }
    return word
  }

  /// A word for a character, or the character itself; those that have a word become it.
  private static func character(
    _ text: String, for key: Key, among known: [String]
  ) throws(DescriptionError) -> String {
    let plain = text.trimmingSpaces
    if known.contains(plain) { return plain }
    let bytes = Array((plain.isEmpty ? text : plain).utf8)
    if bytes.isEmpty { throw .empty(key) }
    let byte = bytes == Array("\\t".utf8) ? UInt8(ascii: "\t") : bytes[0]
    let isMark = byte < 0x7F && !Character(Unicode.Scalar(byte)).isLetter && !Character(Unicode.Scalar(byte)).isNumber
    guard bytes.count == 1 || byte == UInt8(ascii: "\t"), isMark, byte >= 0x20 || byte == UInt8(ascii: "\t"),
      byte != UInt8(ascii: "\""), byte != UInt8(ascii: "'")
    else { throw .notACharacter(key, text, known: known) }
    if let named = Words.delimiters.first(where: { $0.byte == byte }), known.contains(named.word) { return named.word }
    return String(Unicode.Scalar(byte))
  }

  private static func list(_ text: String, for key: Key, most: Int) throws(DescriptionError) -> [String] {
    let parts = ListText.split(text)
    guard !text.isEmpty, !parts.contains("") else { throw .empty(key) }
    guard parts.count <= most else { throw .tooMany(key, count: parts.count, most: most) }
    return parts
  }

  private static func assignments(
    _ text: String, for key: Key, to names: [String]
  ) throws(DescriptionError) -> [Assignment] {
    // A place as the screen shows it: (3, −2).
    let isVector = text.hasPrefix("(") && text.hasSuffix(")")
    let plain = isVector ? String(text.dropFirst().dropLast()).trimmingSpaces : text
    let parts = try list(plain, for: key, most: names.count)
    let isPlace = names == ["x"] || names == ["x", "y"]
    if isPlace, parts.count == names.count, parts.allSatisfy({ !$0.contains("=") }) {
      var place: [Assignment] = []
      for (name, part) in zip(names, parts) { place.append(Assignment(name, try number(part, for: key, in: .finite))) }
      return place
    }
    var pairs: [Assignment] = []
    for part in parts.map({ InputAlphabet.plain($0) }) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false).map { String($0).trimmingSpaces }
      guard sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty else { throw .notAnAssignment(key, part) }
      guard names.contains(sides[0]) else { throw .unknownName(key, sides[0], known: names) }
      guard !pairs.contains(where: { $0.name == sides[0] }) else { throw .repeated(key, sides[0]) }
      pairs.append(Assignment(sides[0], try number(sides[1], for: key, in: .finite)))
    }
    // Whatever order they were given in, they are written in one.
    return names.compactMap { name in pairs.first { $0.name == name } }
  }
}

extension Setting.Variation {
  /// How many runs a race may have.
  package static let counts = 2...16

  fileprivate init(parsing text: String, for key: Key, in scene: SceneKind) throws(DescriptionError) {
    guard let equals = text.firstIndex(of: "=") else { throw .notAnAssignment(key, text) }
    let name = String(text[..<equals]).trimmingSpaces
    guard let varied = Key(spelled: name) else { throw .unknownKey(name, suggestion: Key.nearest(to: name)) }
    guard varied != .vary, varied != .of, varied.specification.scenes.contains(scene) else {
      throw .notUsed(varied, in: scene)
    }
    let list = String(text[text.index(after: equals)...])
    let parts =
      varied.isListed
      ? list.split(separator: ";", omittingEmptySubsequences: false).map { String($0).trimmingSpaces }
      : ListText.split(list)
    guard Setting.Variation.counts.contains(parts.count) else {
      throw .valueCount(key, parts.count, Setting.Variation.counts)
    }
    var values: [Setting] = []
    for part in parts { values.append(try Setting(parsing: part, for: varied, in: scene)) }
    self.init(varied, values)
  }
}

/// Lists in one line of text: parts separated by commas, in double quotes where a part has commas itself.
enum ListText {
  /// The parts, without the spaces around them.
  static func split(_ text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var isQuoted = false
    var wasQuoted = false
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character == "\"", isQuoted, index + 1 < characters.count, characters[index + 1] == "\"" {
        part.append("\"")
        index += 1
      } else if character == "\"", isQuoted || part.allSatisfy({ $0 == " " }) {
        if !isQuoted { part = "" }
        isQuoted.toggle()
        wasQuoted = true
      } else if character == ",", !isQuoted {
        parts.append(wasQuoted ? part : part.trimmingSpaces)
        part = ""
        wasQuoted = false
      } else if !(wasQuoted && !isQuoted && character == " ") {
        part.append(character)
      }
      index += 1
    }
    parts.append(wasQuoted ? part : part.trimmingSpaces)
    return parts
  }

  /// A part as it stands in a list.
  static func quoted(_ part: String) -> String {
    let isPlain = !part.contains(",") && !part.contains("\"") && part == part.trimmingSpaces && !part.isEmpty
    return isPlain
      ? part : "\"" + part.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}

extension String {
  /// The text without spaces, tabs and line ends around it.
  var trimmingSpaces: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
      return ""
    }
    return String(self[first...last])
  }
}
