/// A number written for a reader: few digits, no noise at the end, a proper minus sign where there is one.
///
/// 0.30000000000000004 is "0.3", 1234567 is "1.23e6", 0.00001 is "1e-5". It rounds the shortest decimal form of the
/// number, half away from zero.
package struct ShortNumber: Sendable, Hashable {
  private let negative: Bool
  private let magnitude: String

  /// Writes a number with so many significant digits, at least 1; zeros at the end are left out.
  ///
  /// Digits before the point are always written, up to six of them; beyond that, and below 0.0001, with an exponent.
  package init(_ value: Double, significant: Int = 3) {
    guard value.isFinite, var decimal = Decimal(value) else {
      self.init(special: value)
      return
    }
    let digits = max(1, significant)
    if decimal.exponent < -4 || decimal.exponent >= 6 {
      decimal.round(toDigits: digits)
      self.init(value < 0, decimal.scientific)
    } else {
      decimal.round(toDigits: max(digits, decimal.exponent + 1))
      // 999999.6 has become a million.
      self.init(value < 0, decimal.exponent >= 6 ? decimal.scientific : decimal.positional(places: nil))
    }
  }

  /// Writes a number with exactly so many digits after the point, for columns that should not jump.
  ///
  /// From 10⁶ on it is written with an exponent. What rounds to 0 has no sign.
  package init(_ value: Double, decimals: Int) {
    guard value.isFinite, var decimal = Decimal(value) else {
      self.init(special: value, zero: decimals)
      return
    }
    let places = min(max(0, decimals), 20)
    guard decimal.exponent < 6 else {
      self.init(value, significant: 3)
      return
    }
    decimal.round(toDigits: decimal.exponent + 1 + places)
    self.init(value < 0 && !decimal.isZero, decimal.positional(places: places))
  }

  /// Writes a number with an exponent and so many significant digits.
  package init(_ value: Double, scientific digits: Int) {
    guard value.isFinite, var decimal = Decimal(value) else {
      self.init(special: value)
      return
    }
    decimal.round(toDigits: max(1, digits))
    self.init(value < 0, decimal.scientific)
  }

  private init(_ negative: Bool, _ magnitude: String) {
    self.negative = negative
    self.magnitude = magnitude
  }

  private init(special value: Double, zero decimals: Int = 0) {
    if value == 0 {
      let places = min(max(0, decimals), 20)
      self.init(false, places == 0 ? "0" : "0." + String(repeating: "0", count: places))
    } else {
      self.init(value < 0, value.isNaN ? "nan" : "inf")
    }
  }

  /// The text in ASCII, which `Double` reads: `-0.5`, `1.2e-7`, `nan`, `inf`.
  package var plain: String { negative ? "-" + magnitude : magnitude }

  /// The text as print has it, with − and ∞.
  package var printed: String {
    let body = magnitude == "inf" ? "∞" : magnitude
    return negative ? "−" + body : body
  }
}

/// The decimal digits of a positive number: d₀.d₁d₂… · 10^exponent.
private struct Decimal {
  var digits: [UInt8]
  var exponent: Int

  /// Takes the shortest digits that read back to the same number; nil for 0.
  init?(_ value: Double) {
    digits = []
    exponent = 0
    var point: Int?
    var exponentText = ""
    var inExponent = false
    for character in value.magnitude.description.utf8 {
      switch character {
      case UInt8(ascii: "e"): inExponent = true
      case UInt8(ascii: "."): point = digits.count
      case _ where inExponent: exponentText.unicodeScalars.append(Unicode.Scalar(character))
      default: digits.append(character - UInt8(ascii: "0"))
      }
    }
    exponent = (point ?? digits.count) - 1 + (Int(exponentText) ?? 0)
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    trim()
    if digits.isEmpty { return nil }
  }

  var isZero: Bool { digits.isEmpty }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
  }

  /// Keeps so many digits; none or fewer than none leaves 0 or, by rounding up, 1.
  mutating func round(toDigits count: Int) {
    guard count < digits.count else { return }
    let up = count >= 0 && digits[count] >= 5
    digits.removeLast(digits.count - max(0, count))
    guard up else {
      trim()
      return
    }
    var index = digits.count - 1
    while index >= 0 {
      if digits[index] < 9 {
        digits[index] += 1
        trim()
        return
      }
      digits[index] = 0
      index -= 1
    }
    digits = [1]
    exponent += 1
  }

  private func digit(_ index: Int) -> Character {
    guard digits.indices.contains(index) else { return "0" }
    return Character(Unicode.Scalar(digits[index] + UInt8(ascii: "0")))
  }

  /// Without an exponent; with so many digits after the point, or as many as there are.
  func positional(places: Int?) -> String {
    guard !isZero || places != nil else { return "0" }
    var text = ""
    if isZero || exponent < 0 {
      text = "0"
    } else {
      for index in 0...exponent { text.append(digit(index)) }
    }
    let after = places ?? max(0, digits.count - 1 - exponent)
    guard after > 0 else { return text }
    text.append(".")
    for place in 1...after { text.append(isZero ? "0" : digit(exponent + place)) }
    return text
  }

  /// With an exponent.
  var scientific: String {
    guard !isZero else { return "0" }
    var text = String(digit(0))
    if digits.count > 1 {
      text.append(".")
      for index in 1..<digits.count { text.append(digit(index)) }
    }
    return text + "e\(exponent)"
  }
}
