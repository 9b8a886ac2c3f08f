/// What a character is for, which decides how well it has to be told from what is behind it.
package enum CellRole: Sendable, Hashable {
  /// It fills its cell with a color for the color's own sake: a block, or one of the shades.
  case fill
  /// It draws something: a frame, an axis, a line, a mark.
  case drawing
  /// It is read.
  case text

  /// The contrast that it has at least (WCAG 2.1); nil for any.
  package var leastContrast: Double? {
    switch self {
    case .fill: nil
    case .drawing: 3
    case .text: 4.5
    }
  }
}

extension Unicode.Scalar {
  /// What it is for.
  package var role: CellRole {
    switch value {
    case 0x2580...0x259F: .fill
    case 0x2190...0x2BFF: .drawing
    default: .text
    }
  }
}
