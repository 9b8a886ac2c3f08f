/// How a cell looks: its colors and whether it is bold, underlined or reversed.
package struct Style: Sendable, Hashable {
  /// What a terminal can do to a character besides coloring it.
  package struct Attributes: OptionSet, Sendable, Hashable {
    /// The attributes as bits.
    package let rawValue: UInt8
    /// Makes a set from its bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Thicker or brighter.
    package static let bold = Attributes(rawValue: 1)
    /// Fainter, where the terminal can.
    package static let dim = Attributes(rawValue: 2)
    /// With a line under it.
    package static let underline = Attributes(rawValue: 4)
    /// Foreground and background exchanged.
    package static let reverse = Attributes(rawValue: 8)
  }

  /// The color of the character.
  package var foreground: Color
  /// The color behind it.
  package var background: Color
  /// Bold, dim, underline, reverse.
  package var attributes: Attributes

  /// Makes a style; left out, it is the terminal's own plain text.
  package init(
    foreground: Color = .inherit, background: Color = .inherit, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own plain text.
  package static let plain = Style()
}

/// One character cell of a screen.
package struct Cell: Sendable, Equatable {
  /// The character.
  ///
  /// `Cell.continuation` marks the right half of a wide character.
  package var scalar: Unicode.Scalar
  /// Its colors and attributes.
  package var style: Style

  /// Makes a cell.
  package init(_ scalar: Unicode.Scalar = " ", style: Style = .plain) {
    self.scalar = scalar
    self.style = style
  }

  /// The color to keep behind a character that takes this cell's place.
  ///
  /// The background, but the color of the block where a solid one covers it.
  package var backdrop: Color { scalar == "█" ? style.foreground : style.background }

  /// What stands in the right half of a character two cells wide; never sent to a terminal.
  package static let continuation: Unicode.Scalar = "\0"
}
