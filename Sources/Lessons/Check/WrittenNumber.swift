import Training

/// A number as it stands in a text: 0.590, −1.696, 1/3, ½.
package struct WrittenNumber: Sendable, Hashable {
  /// The text it was read from.
  package let text: String
  /// What it is.
  package let value: Double
  /// How many digits stand after its point; for a fraction, the most that a screen writes.
  let decimals: Int
  /// How many of its digits count.
  let significant: Int
  /// Whether a sign before it belongs to it, and not to the sum or difference that it is a part of.
  let hasOwnSign: Bool

  /// Whether a number on the screen is this one, as exactly as both are written.
  ///
  /// A screen that writes fewer digits than the words will do from three digits on: below, too many numbers look alike.
  package func isShown(by shown: WrittenNumber) -> Bool {
    let (wanted, found) = hasOwnSign && shown.hasOwnSign ? (value, shown.value) : (abs(value), abs(shown.value))
    if wanted == found { return true }
    // What is written without a point is meant exactly: a count, a step, an input.
    guard decimals > 0 else { return false }
    if shown.decimals >= decimals { return Self.isEqual(wanted, found, decimals: decimals) }
    return shown.significant >= 3 && Self.isEqual(wanted, found, decimals: shown.decimals)
  }

  private static func isEqual(_ first: Double, _ second: Double, decimals: Int) -> Bool {
    var unit = 1.0
    for _ in 0..<decimals { unit /= 10 }
    return abs(first - second) <= unit / 2 * (1 + 1e-6)
  }
}

extension WrittenNumber {
  /// A number in all its digits, or in so many that count; nil where it is not finite.
  ///
  /// - Parameter digits: How many digits count; nil for all.
  package init?(_ value: Double, digits: Int? = nil) {
    guard value.isFinite else { return nil }
    var rounded = value
    if let digits, value != 0 {
      // Cutting digits off a text would not round.
      var unit = 1.0
      while abs(value) * unit < 1 { unit *= 10 }
      while abs(value) * unit >= 10 { unit /= 10 }
      for _ in 1..<max(2, digits) { unit *= 10 }
      rounded = (value * unit).rounded() / unit
    }
    guard let number = Self.all(in: rounded.shortestText).first else { return nil }
    self = number
  }

  /// The numbers that stand in a text, in their order.
  ///
  /// Digits that are part of a name (x1), below or above the line (w₁, x²) are none.
  package static func all(in text: String) -> [WrittenNumber] {
    var scanner = WrittenNumberScanner(text)
    return scanner.numbers()
  }
}

/// Finds the numbers in a text.
private struct WrittenNumberScanner {
  private let characters: [Character]
  private var index = 0

  init(_ text: String) { characters = Array(text) }

  private static let minuses: Set<Character> = ["-", "−", "–"]
  private static let fractions: [Character: Double] = [
    "½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1.0 / 3, "⅔": 2.0 / 3, "⅛": 0.125,
  ]

  private func isDigit(_ index: Int) -> Bool {
    characters.indices.contains(index) && characters[index].isASCII && characters[index].isNumber
  }

  private func character(_ index: Int) -> Character? {
    characters.indices.contains(index) ? characters[index] : nil
  }

  mutating func numbers() -> [WrittenNumber] {
    var numbers: [WrittenNumber] = []
    while index < characters.count {
      let start = index
      if let value = Self.fractions[characters[index]] {
        index += 1
        numbers.append(number(value, decimals: 6, significant: 6, from: start))
      } else if isDigit(index) {
        if let found = decimal() { numbers.append(found) }
      } else {
        index += 1
      }
    }
    return numbers
  }

  /// Reads digits, a point and more digits, an exponent, or a fraction of two whole numbers.
  private mutating func decimal() -> WrittenNumber? {
    let start = index
    let isName = character(start - 1).map { $0.isLetter || $0 == "_" || $0 == "^" || Self.isSubscript($0) } ?? false
    func digits() -> String {
      let first = index
      while isDigit(index) { index += 1 }
      return String(characters[first..<index])
    }
    let whole = digits()
    var decimals = ""
    if character(index) == ".", isDigit(index + 1) {
      index += 1
      decimals = digits()
    }
    var exponent = 0
    if character(index) == "e" {
      let isSigned = character(index + 1).map { Self.minuses.contains($0) || $0 == "+" } ?? false
      if isDigit(index + (isSigned ? 2 : 1)) {
        let isNegative = character(index + 1).map { Self.minuses.contains($0) } ?? false
        index += isSigned ? 2 : 1
        exponent = (Int(digits()) ?? 0) * (isNegative ? -1 : 1)
      }
    }
    guard !isName, let mantissa = Double(decimals.isEmpty ? whole : "\(whole).\(decimals)") else { return nil }
    let significant = (whole + decimals).drop { $0 == "0" }.count
    if decimals.isEmpty, exponent == 0, character(index) == "/", isDigit(index + 1) {
      let slash = index
      index += 1
      let below = digits()
      if character(index) != ".", let divisor = Double(below), divisor > 0 {
        return number(mantissa / divisor, decimals: 6, significant: 6, from: start)
      }
      index = slash
    }
    let value = exponent == 0 ? mantissa : Double("\(whole).\(decimals.isEmpty ? "0" : decimals)e\(exponent)")
    return number(
      value ?? mantissa, decimals: max(0, decimals.count - exponent), significant: significant, from: start)
  }

  private static func isSubscript(_ character: Character) -> Bool {
    character.unicodeScalars.first.map { (0x2080...0x2089).contains($0.value) } ?? false
  }

  /// A number with the sign before it: its own where nothing stands before that which it could be subtracted from.
  private func number(_ magnitude: Double, decimals: Int, significant: Int, from start: Int) -> WrittenNumber {
    let text = String(characters[start..<index])
    guard let sign = character(start - 1), Self.minuses.contains(sign) else {
      let isSum = operand(before: start - 1)
      return WrittenNumber(
        text: text, value: magnitude, decimals: decimals, significant: significant, hasOwnSign: !isSum)
    }
    if let before = character(start - 2), before.isLetter || before.isNumber || before == ")" || before == "^" {
      // A difference without blanks, a shape such as 2-2-1, or the negative of a number in an exponent.
      return WrittenNumber(
        text: text, value: magnitude, decimals: decimals, significant: significant, hasOwnSign: false)
    }
    return WrittenNumber(
      text: "\(sign)\(text)", value: -magnitude, decimals: decimals, significant: significant, hasOwnSign: true)
  }

  /// Whether the last character before a place is a plus or minus with a blank after it.
  private func operand(before place: Int) -> Bool {
    guard character(place) == " ", let sign = character(place - 1) else { return false }
    return sign == "+" || Self.minuses.contains(sign)
  }
}
