/// How a cell looks: its colors and whether it is bold, underlined or reversed.
public struct Style: Sendable, Hashable {
  /// What a terminal can do to a character besides coloring it.
  public struct Attributes: OptionSet, Sendable, Hashable {
    /// The attributes as bits.
    public let rawValue: UInt8
    /// Makes a set from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Thicker or brighter.
    public static let bold = Attributes(rawValue: 1)
    /// Fainter, where the terminal can.
    public static let dim = Attributes(rawValue: 2)
    /// With a line under it.
    public static let underline = Attributes(rawValue: 4)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 8)
  }

  /// The color of the character.
  public var foreground: Color
  /// The color behind it.
  public var background: Color
  /// Bold, dim, underline, reverse.
  public var attributes: Attributes

  /// Makes a style; left out, it is the terminal's own plain text.
  public init(
    foreground: Color = .inherit, background: Color = .inherit, attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// The terminal's own plain text.
  public static let plain = Style()
}

/// One character cell of a screen.
public struct Cell: Sendable, Equatable {
  /// The character.
  ///
  /// `Cell.continuation` marks the right half of a wide character.
  public var scalar: Unicode.Scalar
  /// Its colors and attributes.
  public var style: Style

  /// Makes a cell.
  public init(_ scalar: Unicode.Scalar = " ", style: Style = .plain) {
    self.scalar = scalar
    self.style = style
  }

  /// The color to keep behind a character that takes this cell's place.
  ///
  /// The background, but the color of the block where a solid one covers it.
  public var backdrop: Color { scalar == "█" ? style.foreground : style.background }

  /// What stands in the right half of a character two cells wide; never sent to a terminal.
  public static let continuation: Unicode.Scalar = "\0"
}
