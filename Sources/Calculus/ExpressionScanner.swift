import Learning

/// A word of an expression.
enum Token: Equatable {
  case number(Double)
  case name(String)
  case add, subtract, multiply, divide, power
  /// A small number above the line: ², ⁻¹.
  case raised(Double)
  /// A root sign, which stands before what it is the root of.
  case root
  case open, close, bar, comma
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
    skipSpace()
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
    case UInt8(ascii: "|"): return .bar
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
  ///
  /// Thousands may stand apart, as large numbers are shown: `12 345`.
  private mutating func number() throws(ExpressionError) -> Token {
    skipDigits()
    if (1...3).contains(position - tokenStart) { while skipThousands() {} }
    if peek() == UInt8(ascii: ".") {
      position += 1
      skipDigits()
    }
    var digits = String(decoding: bytes[tokenStart..<position], as: UTF8.self).filter { !$0.isWhitespace }
    if let mark = peek(), mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
      let sign = exponentSign(at: 1)
      if peek(1 + sign.length).map(Self.isDigit) == true {
        position += 1 + sign.length
        let start = position
        skipDigits()
        digits += "e\(sign.text)\(String(decoding: bytes[start..<position], as: UTF8.self))"
      }
    }
    guard let value = Double(digits), value.isFinite else { throw error(.numberTooLarge(tokenText)) }
    return .number(value)
  }

  /// The sign of an exponent, ASCII or typographic, and how many bytes it takes; none there is as good as plus.
  private func exponentSign(at ahead: Int) -> (text: String, length: Int) {
    switch peek(ahead) {
    case UInt8(ascii: "+"): return ("+", 1)
    case UInt8(ascii: "-"): return ("-", 1)
    default:
      guard let scalar = scalar(at: position + ahead), InputAlphabet.isMinus(scalar) else { return ("", 0) }
      return ("-", scalar.utf8.count)
    }
  }

  private mutating func name() -> Token {
    var word = ""
    while let byte = peek() {
      if Self.isLetter(byte) || Self.isDigit(byte) {
        word.unicodeScalars.append(Unicode.Scalar(byte))
        position += 1
      } else if let scalar = scalar(at: position), let digit = InputAlphabet.lowered(scalar) {
        word += "\(digit)"
        position += scalar.utf8.count
      } else {
        break
      }
    }
    return .name(word)
  }

  /// The signs that the program shows and that people paste from print; anything else is an error.
  private mutating func typographicSign() throws(ExpressionError) -> Token {
    guard let scalar = scalar(at: position) else { throw error(.unexpectedCharacter("\u{FFFD}")) }
    if let number = raised() { return .raised(number) }
    position += scalar.utf8.count
    if scalar == "*" {
      position += 1
      throw error(.foreignSign("**", instead: "write ^ for a power"))
    }
    if InputAlphabet.isMinus(scalar) { return .subtract }
    if InputAlphabet.isTimes(scalar) { return .multiply }
    if InputAlphabet.isDivision(scalar) { return .divide }
    switch scalar {
    case "\u{03C0}": return .name("pi")
    case "\u{03C4}": return .name("tau")
    case "\u{221A}": return .root
    case "=": throw error(.foreignSign("=", instead: "write only what stands right of it"))
    case "[", "{": throw error(.foreignSign(String(scalar), instead: "write ("))
    case "]", "}": throw error(.foreignSign(String(scalar), instead: "write )"))
    default: throw error(.unexpectedCharacter(String(scalar)))
    }
  }

  /// A whole number above the line, with its sign; nil, and nothing read, where there is none.
  private mutating func raised() -> Double? {
    guard let first = scalar(at: position), InputAlphabet.raised(first) != nil else { return nil }
    var digits = ""
    var end = position
    while let scalar = scalar(at: end), let mark = InputAlphabet.raised(scalar) {
      if mark == "-" || mark == "+", !digits.isEmpty { break }
      digits.append(mark)
      end += scalar.utf8.count
    }
    guard let number = Double(digits), number.isFinite else { return nil }
    position = end
    return number
  }

  private mutating func skipSpace() {
    while let byte = peek() {
      if byte == UInt8(ascii: " ") || (9...13).contains(byte) {
        position += 1
      } else if byte > 0x7F, let scalar = scalar(at: position), scalar.properties.isWhitespace {
        position += scalar.utf8.count
      } else {
        return
      }
    }
  }

  /// Passes a blank and three digits after it, but no more of them; says whether they were there.
  private mutating func skipThousands() -> Bool {
    guard let blank = scalar(at: position), blank.properties.isWhitespace else { return false }
    let length = blank.utf8.count
    let group = (0..<3).allSatisfy { peek(length + $0).map(Self.isDigit) == true }
    guard group, peek(length + 3).map(Self.isDigit) != true else { return false }
    position += length + 3
    return true
  }

  private mutating func skipDigits() {
    while let byte = peek(), Self.isDigit(byte) { position += 1 }
  }

  private func peek(_ ahead: Int = 0) -> UInt8? {
    position + ahead < bytes.count ? bytes[position + ahead] : nil
  }

  /// The character that begins at a byte; nil past the end.
  private func scalar(at index: Int) -> Unicode.Scalar? {
    guard index < bytes.count else { return nil }
    var decoder = UTF8()
    var rest = bytes[index..<min(bytes.count, index + 4)].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return "\u{FFFD}" }
    return scalar
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || byte == UInt8(ascii: "_")
  }
}
