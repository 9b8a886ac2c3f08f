/// A word of an expression.
enum Token: Equatable {
  case number(Double)
  case name(String)
  case add, subtract, multiply, divide, power
  case open, close, comma
  case end
}

/// Cuts the text of an expression into words, one after another.
struct ExpressionScanner {
  /// The whole text.
  let text: String
  private let bytes: [UInt8]
  /// The byte at which the last token began.
  private(set) var tokenStart = 0
  private var position = 0

  /// Begins at the start of a text.
  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
  }

  /// The last token as it was written, shortened to 20 characters.
  var tokenText: String {
    let word = String(decoding: bytes[tokenStart..<position], as: UTF8.self)
    return word.count > 20 ? word.prefix(20) + "..." : word
  }

  /// The next token.
  mutating func next() throws(ExpressionError) -> Token {
    while let byte = peek(), byte == UInt8(ascii: " ") || (9...13).contains(byte) { position += 1 }
    tokenStart = position
    guard let byte = peek() else { return .end }
    if Self.isDigit(byte) || (byte == UInt8(ascii: ".") && peek(1).map(Self.isDigit) == true) { return try number() }
    if Self.isLetter(byte) { return name() }
    position += 1
    switch byte {
    case UInt8(ascii: "+"): return .add
    case UInt8(ascii: "-"): return .subtract
    case UInt8(ascii: "*") where peek() != UInt8(ascii: "*"): return .multiply
    case UInt8(ascii: "/"): return .divide
    case UInt8(ascii: "^"): return .power
    case UInt8(ascii: "("): return .open
    case UInt8(ascii: ")"): return .close
    case UInt8(ascii: ","): return .comma
    default:
      position -= 1
      return try typographicSign()
    }
  }

  /// An error at the start of the last token, or at another byte.
  func error(_ problem: ExpressionError.Problem, at byte: Int? = nil) -> ExpressionError {
    ExpressionError(problem, atByte: byte ?? tokenStart, of: text)
  }

  /// Digits with at most one point and, where digits follow it, an exponent: `2`, `.5`, `1e-3`; `2e` is 2 times e.
  private mutating func number() throws(ExpressionError) -> Token {
    skipDigits()
    if peek() == UInt8(ascii: ".") {
      position += 1
      skipDigits()
    }
    if let mark = peek(), mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
      let signed = peek(1) == UInt8(ascii: "+") || peek(1) == UInt8(ascii: "-")
      if peek(signed ? 2 : 1).map(Self.isDigit) == true {
        position += signed ? 2 : 1
        skipDigits()
      }
    }
    let digits = String(decoding: bytes[tokenStart..<position], as: UTF8.self)
    guard let value = Double(digits), value.isFinite else { throw error(.numberTooLarge(tokenText)) }
    return .number(value)
  }

  private mutating func name() -> Token {
    while let byte = peek(), Self.isLetter(byte) || Self.isDigit(byte) { position += 1 }
    return .name(String(decoding: bytes[tokenStart..<position], as: UTF8.self))
  }

  /// The signs that people paste from print: minus, times, middle dot and pi; anything else is an error.
  private mutating func typographicSign() throws(ExpressionError) -> Token {
    let rest = bytes[position..<min(bytes.count, position + 32)]
    guard let scalar = String(decoding: rest, as: UTF8.self).unicodeScalars.first else { return .end }
    position += scalar.utf8.count
    switch scalar {
    case "\u{2212}": return .subtract
    case "\u{00D7}", "\u{00B7}", "\u{22C5}": return .multiply
    case "\u{03C0}": return .name("pi")
    case "*":
      position += 1
      throw error(.foreignSign("**", instead: "write ^ for a power"))
    case "=": throw error(.foreignSign("=", instead: "write only what stands right of it"))
    case "|": throw error(.foreignSign("|", instead: "write abs(...)"))
    case "[", "{": throw error(.foreignSign(String(scalar), instead: "write ("))
    case "]", "}": throw error(.foreignSign(String(scalar), instead: "write )"))
    default: throw error(.unexpectedCharacter(String(scalar)))
    }
  }

  private mutating func skipDigits() {
    while let byte = peek(), Self.isDigit(byte) { position += 1 }
  }

  private func peek(_ ahead: Int = 0) -> UInt8? {
    position + ahead < bytes.count ? bytes[position + ahead] : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }
}
