/// What the characters that the program shows mean where they are typed or pasted: − is a minus, x₁ is x1, ² is ^2.
package enum InputAlphabet {
  /// Whether a character is a minus: the mathematical one, or a dash as print has it.
  package static func isMinus(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "\u{2212}", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{FE63}", "\u{FF0D}": true
    default: false
    }
  }

  /// Whether a character multiplies: × · ⋅ ∙ ∗.
  package static func isTimes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "*", "\u{00D7}", "\u{00B7}", "\u{22C5}", "\u{2219}", "\u{2217}": true
    default: false
    }
  }

  /// Whether a character divides: ÷ ∕ ⁄.
  package static func isDivision(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "/", "\u{00F7}", "\u{2215}", "\u{2044}": true
    default: false
    }
  }

  /// The digit that a digit below the line is: ₁ is 1; nil for other characters.
  package static func lowered(_ scalar: Unicode.Scalar) -> Int? {
    (0x2080...0x2089).contains(scalar.value) ? Int(scalar.value - 0x2080) : nil
  }

  /// The digit or sign that one above the line is: ² is 2, ⁻ is -; nil for other characters.
  package static func raised(_ scalar: Unicode.Scalar) -> Character? {
    switch scalar.value {
    case 0xB9: "1"
    case 0xB2, 0xB3, 0x2070, 0x2074...0x2079: Character(Unicode.Scalar(0x30 + UInt8(scalar.value & 0xF)))
    case 0x207A: "+"
    case 0x207B: "-"
    default: nil
    }
  }

  /// A text in ASCII where the program's own signs stand in it: `−0.5` as `-0.5`, `w₁` as `w1`, `x₁²` as `x1^2`,
  /// `1.2·10⁻⁵` as `1.2*10^-5`.
  ///
  /// Letters and everything else stay as they are.
  package static func plain(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(where: { $0 > 0x7F }) else { return String(text) }
    var plain = ""
    var isRaised = false
    for scalar in text.unicodeScalars {
      if let mark = raised(scalar) {
        if !isRaised { plain += "^" }
        plain.append(mark)
        isRaised = true
        continue
      }
      isRaised = false
      if isMinus(scalar) {
        plain += "-"
      } else if isTimes(scalar) {
        plain += "*"
      } else if isDivision(scalar) {
        plain += "/"
      } else if let digit = lowered(scalar) {
        plain += "\(digit)"
      } else if scalar.properties.isWhitespace {
        plain += " "
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    return plain
  }

  /// A number as a program reads it, from one as it is shown: thousands set apart by spaces closed up, `*10^-5` as
  /// `e-5`, ∞ as `inf`.
  ///
  /// What is no number as shown stays as it is, so that an error can quote it.
  package static func number(_ text: some StringProtocol) -> String {
    var number = plain(text)
    if number.contains(" ") { number = closed(number) }
    if let power = number.firstRange(of: "*10^") {
      number = "\(number[..<power.lowerBound])e\(number[power.upperBound...])"
    }
    switch number {
    case "\u{221E}", "+\u{221E}": return "inf"
    case "-\u{221E}": return "-inf"
    default: return number
    }
  }

  /// `1 234 567.5` without its spaces; anything else as it is.
  private static func closed(_ text: String) -> String {
    func isDigits(_ part: Substring) -> Bool { part.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    let whole = text.prefix { $0 != "." && $0 != "e" && $0 != "E" }
    guard !text.dropFirst(whole.count).contains(" ") else { return text }
    let groups = whole.split(separator: " ", omittingEmptySubsequences: false)
    let first = groups[0].drop { $0 == "-" || $0 == "+" }
    guard (1...3).contains(first.count), isDigits(first) else { return text }
    guard groups.dropFirst().allSatisfy({ $0.count == 3 && isDigits($0) }) else { return text }
    return groups.joined() + text.dropFirst(whole.count)
  }
}
