/// Reading numbers from bytes, exactly: the double nearest to the decimal that is written.
struct DecimalText {
  /// What a field of a column of numbers can hold.
  enum Content: Equatable {
    case number(Double)
    case infinite
    case outOfRange
    case mixedDecimalMarks
    case text
  }

  /// The character between whole and fraction in a file: a point, a comma, or not known until one is met.
  enum Mark: Sendable {
    case unknown
    case point
    case comma
  }

  /// What was met so far; the first number with a fraction decides for the rest of the file.
  var mark: Mark
  /// Whether the number read last had a decimal mark.
  private(set) var hasMark = false

  init(mark: Mark) {
    self.mark = mark
  }

  /// Reads the whole of `bytes`: digits with an optional sign, fraction and exponent, nothing around them.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Content {
    var position = 0
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { position = 1 }
    var mantissa: UInt64 = 0
    var significant = 0
    var digits = 0
    var exponent = 0
    var markSeen: UInt8 = 0
    while position < bytes.count {
      let byte = bytes[position]
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        digits += 1
        if significant > 0 || digit > 0 { significant += 1 }
        // 19 digits fit 64 bits; longer numbers are read another way below.
        if significant <= 19 { mantissa = mantissa &* 10 &+ UInt64(digit) }
        if markSeen != 0 { exponent -= 1 }
      } else if markSeen == 0, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        markSeen = byte
      } else {
        break
      }
      position += 1
    }
    guard digits > 0 else { return Self.word(bytes) }
    if position < bytes.count {
      guard let power = Self.exponent(bytes, from: position) else { return Self.word(bytes) }
      exponent += power
    }
    hasMark = markSeen != 0
    if hasMark {
      let seen: Mark = markSeen == UInt8(ascii: ".") ? .point : .comma
      if mark == .unknown { mark = seen }
      // A comma in a file of points is no number at all where the comma separates fields.
      guard mark == seen else { return .mixedDecimalMarks }
    }
    guard mantissa > 0 else { return .number(isNegative ? -0.0 : 0) }
    let value = Self.value(mantissa, significant: significant, exponent: exponent) ?? Self.slowValue(bytes)
    guard value.isFinite, value != 0 else { return .outOfRange }
    return .number(isNegative ? -value : value)
  }

  private static func word(_ bytes: UnsafeBufferPointer<UInt8>) -> Content {
    guard !bytes.isEmpty, bytes.count <= 9 else { return .text }
    return switch lowercased(bytes) {
    case "inf", "+inf", "-inf", "infinity", "+infinity", "-infinity": .infinite
    default: .text
    }
  }

  private static func lowercased(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: bytes.map { (65...90).contains($0) ? $0 + 32 : $0 }, as: UTF8.self)
  }

  /// The exponent written from `start` to the end, or nil if it is something else; beyond 9999 it stays there.
  private static func exponent(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
    var position = start + 1
    guard position < bytes.count else { return nil }
    let isNegative = bytes[position] == UInt8(ascii: "-")
    if isNegative || bytes[position] == UInt8(ascii: "+") { position += 1 }
    guard position < bytes.count else { return nil }
    var power = 0
    while position < bytes.count {
      let digit = bytes[position] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      power = min(power * 10 + Int(digit), 9999)
      position += 1
    }
    return isNegative ? -power : power
  }

  /// mantissa * 10^exponent where that takes one rounding, else nil.
  private static func value(_ mantissa: UInt64, significant: Int, exponent: Int) -> Double? {
    guard significant <= 19 else { return nil }
    // W. Clinger, "How to read floating point numbers accurately", 1990: two exact doubles and one operation.
    if mantissa <= 1 << 53, -22...22 ~= exponent {
      return exponent < 0 ? Double(mantissa) / powers[-exponent] : Double(mantissa) * powers[exponent]
    }
    guard -19..<0 ~= exponent else { return nil }
    return quotient(mantissa, wholePowers[-exponent])
  }

  /// The double nearest to the quotient of two whole numbers, neither of them 0.
  private static func quotient(_ dividend: UInt64, _ divisor: UInt64) -> Double {
    let dividendShift = dividend.leadingZeroBitCount
    let divisorShift = divisor.leadingZeroBitCount
    let (high, divisor) = (dividend << dividendShift, divisor << divisorShift)
    // 64 bits of the quotient, the highest of them set; a remainder makes the last of them 1, so that rounding to
    // 53 bits sees that there is more.
    let isLarger = high >= divisor
    let (bits, remainder) = divisor.dividingFullWidth(isLarger ? (high >> 1, high << 63) : (high, 0))
    let power = divisorShift - dividendShift - (isLarger ? 63 : 64)
    return Double(remainder == 0 ? bits : bits | 1) * Double(sign: .plus, exponent: power, significand: 1)
  }

  private static func slowValue(_ bytes: UnsafeBufferPointer<UInt8>) -> Double {
    let text = String(decoding: bytes.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
    return Double(text).map(abs) ?? .nan
  }

  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
    1e20, 1e21, 1e22,
  ]
  private static let wholePowers: [UInt64] = (0...19).map { power in (0..<power).reduce(1) { value, _ in value * 10 } }
}
