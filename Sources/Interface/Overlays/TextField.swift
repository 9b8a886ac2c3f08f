import Terminal

/// One line of text being typed, with a cursor.
struct TextField: Sendable, Equatable {
  /// What has been typed.
  private(set) var text = ""
  /// How many characters are before the cursor.
  private(set) var cursor = 0
  /// Longer than anything sensible; a paste of a megabyte is cut here.
  private static let longest = 500

  init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  /// Inserts at the cursor what is printable of a text, its first line only.
  mutating func insert(_ addition: String) {
    let line = addition.prefix { !$0.isNewline }
    let printable = String(line.filter { $0.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control } })
    let room = TextField.longest - text.count
    guard room > 0 else { return }
    let fitting = printable.prefix(room)
    text.insert(contentsOf: fitting, at: text.index(text.startIndex, offsetBy: cursor))
    cursor += fitting.count
    cursor = min(cursor, text.count)
  }

  /// Replaces everything; the cursor goes to the end.
  mutating func replace(with fresh: String) {
    text = String(fresh.prefix(TextField.longest))
    cursor = text.count
  }

  /// Answers an editing key.
  ///
  /// - Returns: Whether it was one.
  mutating func press(_ key: KeyPress) -> Bool {
    switch key {
    case .character(let scalar): insert(String(Character(scalar)))
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(text.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = text.count
    case .backspace:
      guard cursor > 0 else { return true }
      cursor -= 1
      text.remove(at: text.index(text.startIndex, offsetBy: cursor))
    case .delete:
      guard cursor < text.count else { return true }
      text.remove(at: text.index(text.startIndex, offsetBy: cursor))
    case .control("u"):
      text = ""
      cursor = 0
    default: return false
    }
    return true
  }
}
