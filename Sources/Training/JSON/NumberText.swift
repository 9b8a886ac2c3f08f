extension Double {
  /// The number in the shortest form that reads back to the same value, in every locale: `0.1`, `1`, `-0.2`, `1e-05`.
  ///
  /// Whole numbers have no ".0". NaN and the infinities are `nan`, `inf` and `-inf`; JSON writes `null` instead.
  package var shortestText: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Reads a decimal number, with a point and without spaces, whatever the locale.
  ///
  /// `nan` and `inf` are read as what they say and `1e400` as infinity, so that they can be refused by name; hexadecimal
  /// numbers, decimal commas and anything else give nil.
  package init?(readingNumber text: some StringProtocol) {
    switch text.lowercased() {
    case "nan", "-nan", "+nan": self = .nan
    case "inf", "+inf", "infinity", "+infinity": self = .infinity
    case "-inf", "-infinity": self = -.infinity
    default:
      let isDecimal = text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x2B || byte == 0x2D || byte == 0x65 || byte == 0x45
      }
      guard isDecimal, let value = Double(text) else { return nil }
      self = value
    }
  }
}
