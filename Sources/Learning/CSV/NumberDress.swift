/// The character between whole and fraction.
package enum DecimalMark: String, CaseIterable, Sendable {
  case point, comma

  /// How fractions look with it, and what then can't be.
  package var summary: String {
    switch self {
    case .point: "Fractions as 0.5. A comma can then only stand between thousands."
    case .comma: "Fractions as 0,5. A point can then only stand between thousands."
    }
  }

  /// The other one.
  var other: DecimalMark { self == .point ? .comma : .point }
  var byte: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }

  init?(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "."): self = .point
    case UInt8(ascii: ","): self = .comma
    default: return nil
    }
  }
}

/// The character between groups of three digits.
package enum ThousandsMark: String, CaseIterable, Sendable {
  case none, comma, point, space

  /// How thousands look with it, and what then can't be.
  package var summary: String {
    switch self {
    case .none: "Thousands as 1234. A mark between digits can then only begin a fraction."
    case .comma: "Thousands as 1,234. Fractions then need a point."
    case .point: "Thousands as 1.234. Fractions then need a comma."
    case .space: "Thousands as 1 234. Fields then can't have spaces between them."
    }
  }
}

/// A number as a spreadsheet or a person writes it, taken apart: sign, digits and the marks between them, exponent, unit.
///
/// Minus signs of typography, no-break spaces, powers of ten, Fortran's D, a percent sign or a currency around it.
struct NumberDress {
  private(set) var isNegative = false
  /// The digits between the marks.
  private(set) var groups: [[UInt8]] = []
  /// The marks between the digits: point, comma, space or apostrophe.
  private(set) var marks: [UInt8] = []
  private(set) var exponent: Int?
  /// `%` or a currency; empty for none.
  private(set) var unit = ""
  /// Whether there was a minus sign, a space or a power of ten that is not ASCII's.
  private(set) var isTypographic = false
  /// Whether the exponent is written with a D.
  private(set) var hasFortranExponent = false

  private static let space = UInt8(ascii: " ")
  private static let apostrophe = UInt8(ascii: "'")
  /// Stands for "times ten to the power of", however it is written.
  private static let times = UInt8(ascii: "*")

  /// Takes a cell apart; nil where it is no number.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    // No number is longer than a double with all its digits, in groups.
    guard bytes.count < 1200, let text = plain(bytes) else { return nil }
    var rest = text[...]
    takeBlanks(&rest)
    takeSign(&rest)
    if takeCurrency(&rest) {
      takeBlanks(&rest)
      if !isNegative { takeSign(&rest) }
    }
    guard takeDigits(&rest), takeExponent(&rest) else { return nil }
    takeBlanks(&rest)
    if let last = rest.first, last == UInt8(ascii: "%"), unit.isEmpty {
      unit = "%"
      rest.removeFirst()
    } else if unit.isEmpty {
      _ = takeCurrency(&rest)
    }
    takeBlanks(&rest)
    guard rest.isEmpty else { return nil }
  }

  /// ASCII alone, with one byte for each character that stands for one; currencies are `$` in what is left.
  private mutating func plain(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    if bytes.allSatisfy({ $0 < 0x80 }) { return Array(bytes) }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isRaised = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if let mark = InputAlphabet.raised(scalar) {
        if !isRaised { result.append(UInt8(ascii: "^")) }
        isRaised = true
        result += mark.utf8
        continue
      }
      isRaised = false
      switch scalar.value {
      case 0..<0x80: result.append(UInt8(truncatingIfNeeded: scalar.value))
      case _ where InputAlphabet.isMinus(scalar):
        result.append(UInt8(ascii: "-"))
        isTypographic = true
      case 0xA0, 0x2002...0x200A, 0x202F, 0x205F:
        result.append(Self.space)
        isTypographic = true
      case 0x2019: result.append(Self.apostrophe)
      case _ where InputAlphabet.isTimes(scalar):
        result.append(Self.times)
        isTypographic = true
      case 0x20AC, 0xA3, 0xA5:
        result.append(UInt8(ascii: "$"))
        currency = String(scalar)
      default: return nil
      }
    }
    return result
  }

  private var currency = "$"

  private func takeBlanks(_ rest: inout ArraySlice<UInt8>) {
    rest = rest.drop { $0 == Self.space || $0 == UInt8(ascii: "\t") }
  }

  private mutating func takeSign(_ rest: inout ArraySlice<UInt8>) {
    guard let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else { return }
    isNegative = sign == UInt8(ascii: "-")
    rest.removeFirst()
  }

  private mutating func takeCurrency(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: "$") else { return false }
    unit = currency
    rest.removeFirst()
    return true
  }

  private static func isDigit(_ byte: UInt8?) -> Bool { byte.map { $0 &- UInt8(ascii: "0") < 10 } ?? false }

  private mutating func takeDigits(_ rest: inout ArraySlice<UInt8>) -> Bool {
    var group: [UInt8] = []
    var digits = 0
    while let byte = rest.first {
      if Self.isDigit(byte) {
        group.append(byte)
        digits += 1
      } else if DecimalMark(byte) != nil {
        groups.append(group)
        group = []
        marks.append(byte)
      } else if byte == Self.space || byte == Self.apostrophe, !group.isEmpty, Self.isDigit(rest.dropFirst().first) {
        groups.append(group)
        group = []
        marks.append(byte)
      } else {
        break
      }
      rest.removeFirst()
    }
    groups.append(group)
    return digits > 0
  }

  /// Takes `e-3`, `D+02` or a power of ten, where there is one; false for half of one.
  private mutating func takeExponent(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first else { return true }
    switch first | 0x20 {
    case UInt8(ascii: "e"): rest.removeFirst()
    case UInt8(ascii: "d"):
      // Fortran always writes the sign; without one it may be any code.
      guard let sign = rest.dropFirst().first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else {
        return false
      }
      hasFortranExponent = true
      rest.removeFirst()
    default:
      guard first == Self.times else { return true }
      rest.removeFirst()
      takeBlanks(&rest)
      guard rest.starts(with: "10^".utf8) else { return false }
      rest.removeFirst(3)
    }
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    guard Self.isDigit(rest.first) else { return false }
    var power = 0
    while let byte = rest.first, Self.isDigit(byte) {
      power = min(power * 10 + Int(byte - UInt8(ascii: "0")), 9999)
      rest.removeFirst()
    }
    exponent = isNegative ? -power : power
    return true
  }
}

extension NumberDress {
  /// What the marks between the digits can mean.
  enum Reading: Equatable {
    /// Digits alone.
    case whole
    /// At most one decimal mark, after groups of thousands or none.
    case clear(decimal: DecimalMark?, thousands: ThousandsMark?)
    /// One mark before three digits: a fraction, or thousands.
    case either(DecimalMark)
    /// No number.
    case none
  }

  /// What the marks mean by themselves, whatever other numbers look like.
  var reading: Reading {
    guard let first = marks.first, let last = marks.last else { return .whole }
    if first == Self.space || first == Self.apostrophe {
      let grouping = marks.prefix { $0 == first }.count
      guard areThousands(upTo: grouping), marks.count - grouping <= 1 else { return .none }
      if marks.count == grouping { return .clear(decimal: nil, thousands: .space) }
      guard let decimal = DecimalMark(last) else { return .none }
      return .clear(decimal: decimal, thousands: .space)
    }
    guard let mark = DecimalMark(first) else { return .none }
    if marks.count == 1 {
      let isGroup = areThousands(upTo: 1) && groups[0].first != UInt8(ascii: "0") && exponent == nil
      return isGroup ? .either(mark) : .clear(decimal: mark, thousands: nil)
    }
    let thousands: ThousandsMark = mark == .point ? .point : .comma
    if marks.allSatisfy({ $0 == first }) {
      return areThousands(upTo: marks.count) ? .clear(decimal: mark.other, thousands: thousands) : .none
    }
    guard marks.dropLast().allSatisfy({ $0 == first }), DecimalMark(last) == mark.other,
      areThousands(upTo: marks.count - 1)
    else { return .none }
    return .clear(decimal: mark.other, thousands: thousands)
  }

  /// Whether the first marks divide groups of three digits behind one to three.
  private func areThousands(upTo count: Int) -> Bool {
    guard (1...3).contains(groups[0].count) else { return false }
    return groups[1...count].allSatisfy { $0.count == 3 }
  }

  /// The number, read with all marks but the last as groups, and the last as asked.
  ///
  /// - Parameter hasFraction: whether the last mark is the decimal one.
  func value(hasFraction: Bool) -> DecimalText.Content {
    var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    for (index, group) in groups.enumerated() {
      if hasFraction, index > 0, index == groups.count - 1 { text.append(UInt8(ascii: ".")) }
      text += group
    }
    if let exponent { text += "e\(exponent)".utf8 }
    var reader = DecimalText(mark: .point)
    return text.withUnsafeBufferPointer { reader.read($0) }
  }
}
