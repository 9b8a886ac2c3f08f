/// The byte sequences that a terminal's keys send.
///
/// Those of the terminal's description come first; the shapes common to xterm and its kin are known besides, because
/// descriptions and terminals often disagree.
package struct KeySequences: Sendable {
  private var keys: [[UInt8]: KeyPress] = [:]
  private var prefixes: Set<[UInt8]> = []

  /// Makes a set of sequences; all that do not begin with Escape are left out, because single bytes speak for themselves.
  package init(_ described: [(bytes: [UInt8], key: KeyPress)] = []) {
    for (bytes, key) in described where bytes.count > 1 && bytes[0] == 0x1B && keys[bytes] == nil {
      keys[bytes] = key
      for count in 1..<bytes.count { prefixes.insert(Array(bytes[..<count])) }
    }
  }

  subscript(bytes: [UInt8]) -> KeyPress? { keys[bytes] }

  /// Whether some sequence begins with these bytes and goes on.
  func isPrefix(_ bytes: [UInt8]) -> Bool { prefixes.contains(bytes) }

  /// The names that terminal descriptions (terminfo) give to keys, and the keys they are here.
  static let described: [(capability: String, key: KeyPress)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
      ("kent", .enter), ("kbs", .backspace), ("kLFT", .shiftLeft), ("kRIT", .shiftRight), ("kri", .shiftUp),
      ("kind", .shiftDown), ("kUP", .shiftUp), ("kDN", .shiftDown), ("kHOM", .home), ("kEND", .end),
      ("kDC", .delete), ("kIC", .insert), ("kPRV", .pageUp), ("kNXT", .pageDown), ("ka1", .home), ("ka3", .pageUp),
      ("kc1", .end), ("kc3", .pageDown),
    ] + (1...20).map { ("kf\($0)", .function($0)) }

  /// `ESC [ number ~`.
  static let numbered: [Int: KeyPress] = {
    var keys: [Int: KeyPress] = [
      1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end,
    ]
    let functions = [
      11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 26, 28, 29, 31, 32, 33, 34,
    ]
    for (index, number) in functions.enumerated() { keys[number] = .function(index + 1) }
    return keys
  }()

  /// `ESC O letter` of the numeric keypad, without the letters it shares with other keys.
  static let keypad: [UInt8: KeyPress] = {
    var keys: [UInt8: KeyPress] = [UInt8(ascii: "M"): .enter, UInt8(ascii: "X"): .character("=")]
    for (letter, character) in zip("jklmnopqrstuvwxy".utf8, "*+,-./0123456789".unicodeScalars) {
      keys[letter] = .character(character)
    }
    return keys
  }()

  /// `ESC [ letter`, `ESC O letter` and `ESC [ 1 ; modifier letter`.
  ///
  /// The modifier is 1 and the sum of 1 for Shift, 2 for Alt, 4 for Control; small letters are rxvt's arrows with Shift.
  static func lettered(_ letter: UInt8, modifier: Int) -> KeyPress? {
    let hasShift = modifier > 1 && (modifier - 1) & 1 != 0
    switch letter {
    case UInt8(ascii: "A"): return hasShift ? .shiftUp : .up
    case UInt8(ascii: "B"): return hasShift ? .shiftDown : .down
    case UInt8(ascii: "C"): return hasShift ? .shiftRight : .right
    case UInt8(ascii: "D"): return hasShift ? .shiftLeft : .left
    case UInt8(ascii: "a"): return .shiftUp
    case UInt8(ascii: "b"): return .shiftDown
    case UInt8(ascii: "c"): return .shiftRight
    case UInt8(ascii: "d"): return .shiftLeft
    case UInt8(ascii: "H"): return .home
    case UInt8(ascii: "F"): return .end
    case UInt8(ascii: "Z"): return .backTab
    case UInt8(ascii: "P"): return .function(1)
    case UInt8(ascii: "Q"): return .function(2)
    case UInt8(ascii: "R"): return .function(3)
    case UInt8(ascii: "S"): return .function(4)
    default: return nil
    }
  }
}
