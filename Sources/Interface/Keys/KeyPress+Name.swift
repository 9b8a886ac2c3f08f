import Terminal

/// A key as people write and read it.
extension KeyPress {
  private static let named: [(name: String, label: String, key: KeyPress)] = [
    ("space", "space", .character(" ")), ("comma", ",", .character(",")), ("hash", "#", .character("#")),
    ("enter", "Enter", .enter), ("tab", "Tab", .tab), ("shift-tab", "⇧Tab", .backTab), ("esc", "Esc", .escape),
    ("escape", "Esc", .escape),
    ("backspace", "Backspace", .backspace), ("delete", "Delete", .delete), ("insert", "Insert", .insert),
    ("up", "↑", .up), ("down", "↓", .down), ("left", "←", .left), ("right", "→", .right),
    ("shift-up", "⇧↑", .shiftUp), ("shift-down", "⇧↓", .shiftDown), ("shift-left", "⇧←", .shiftLeft),
    ("shift-right", "⇧→", .shiftRight), ("home", "Home", .home), ("end", "End", .end),
    ("page-up", "Page Up", .pageUp), ("page-down", "Page Down", .pageDown),
  ]

  /// Reads a key's name: `space`, `shift-left`, `f5`, `ctrl-x`, or the character itself; nil for anything else.
  package init?(name: String) {
    let lower = name.lowercased()
    if let found = Self.named.first(where: { $0.name == lower }) {
      self = found.key
    } else if let scalar = name.unicodeScalars.first, name.unicodeScalars.count == 1 {
      guard scalar.value > 0x20, scalar.properties.generalCategory != .control else { return nil }
      self = .character(scalar)
    } else if lower.hasPrefix("ctrl-"), let letter = lower.dropFirst(5).first, lower.count == 6 {
      guard letter.isASCII, letter.isLetter || "@\\]^_".contains(letter) else { return nil }
      self = .control(letter)
    } else if lower.hasPrefix("f"), let number = Int(lower.dropFirst()), 1...24 ~= number {
      self = .function(number)
    } else {
      return nil
    }
  }

  /// The name that reads back to the key.
  package var name: String {
    if let found = Self.named.first(where: { $0.key == self }) { return found.name }
    return switch self {
    case .character(let scalar): String(scalar)
    case .control(let letter): "ctrl-\(letter)"
    case .function(let number): "f\(number)"
    default: ""
    }
  }

  /// The key as the screen shows it.
  package var label: String {
    if let found = Self.named.first(where: { $0.key == self }) { return found.label }
    return switch self {
    case .character("-"): "−"
    case .character(let scalar): String(scalar)
    case .control(let letter): "Ctrl-\(letter.uppercased())"
    case .function(let number): "F\(number)"
    default: ""
    }
  }
}
