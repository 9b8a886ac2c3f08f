/// Text that cannot harm a terminal: the only kind of text that is ever drawn, logged or exported.
///
/// Control characters, C1 controls, bidirectional controls, tags, zero-width characters and floods of combining marks
/// are replaced by a visible placeholder, so foreign text (labels, file names, lesson text, error excerpts) can neither
/// move the cursor nor pretend to be something else.
package struct SafeText: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
  CustomStringConvertible
{
  /// What stands in the place of a character that is not let through.
  package static let placeholder: Unicode.Scalar = "\u{FFFD}"

  /// The text after replacement.
  package let description: String

  /// Makes any text safe.
  ///
  /// - Complexity: O(n) in the number of characters.
  package init(_ hostile: String) {
    if hostile.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
      description = hostile
      return
    }
    var safe = String.UnicodeScalarView()
    for scalar in hostile.unicodeScalars {
      safe.append(SafeText.isSafe(scalar) ? scalar : SafeText.placeholder)
    }
    description = String(safe)
  }

  /// Makes a literal safe.
  package init(stringLiteral value: String) {
    self.init(value)
  }

  /// Whether a character may reach the terminal as it is.
  ///
  /// Letters, digits, punctuation, symbols and plain spaces may, if they take one or two cells. Combining marks are not
  /// let through: a cell holds one scalar.
  static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // ASCII, and the arrows, operators, lines, blocks and braille that pictures are made of: no need to look them up.
    case 0x20...0x7E, 0x2190...0x22FF, 0x2500...0x25FF, 0x2800...0x28FF: return true
    default: return isSafeByCategory(scalar)
    }
  }

  private static func isSafeByCategory(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator, .nonspacingMark,
      .enclosingMark, .spacingMark:
      false
    case .spaceSeparator:
      scalar == " " || scalar == "\u{A0}"
    default:
      // Hangul fillers have a letter's category and no ink; the object replacement character stands for something else.
      ![0x115F, 0x1160, 0x3164, 0xFFA0, 0xFFFC].contains(scalar.value)
    }
  }
}
