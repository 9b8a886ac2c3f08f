import Plotting

/// What the terminal can do, and how that was found out.
package struct TerminalCapabilities: Sendable, Equatable {
  /// How something was found out.
  package enum Source: Sendable, Equatable {
    /// The person said it.
    case option
    /// An environment variable said it.
    case variable(String)
    /// The terminal's description says it.
    case description
    /// The terminal answered a question.
    case reply
    /// Nothing said it.
    case assumption
  }

  /// How the mouse reports.
  package enum Mouse: Sendable, Equatable {
    /// Not at all, or it was not asked to.
    case none
    /// In the classic protocol, columns and rows up to 223.
    case classic
    /// In xterm's SGR protocol, without a limit.
    case sgr
  }

  /// The terminal's name, from `TERM`.
  package var name: String
  /// The name of the description in use where it is not the terminal's own, which is not installed.
  package var fallback: String?
  /// How many colors are used.
  package var colorDepth: ColorDepth
  /// How the number of colors was found out.
  package var colorSource: Source
  /// Whether the locale's characters are UTF-8 (or were made so because the person asked for such glyphs).
  package var isUTF8: Bool
  /// The characters to draw with.
  package var glyphs: GlyphSet
  /// How the mouse reports.
  package var mouse: Mouse
  /// Whether pasted text is told from typed text.
  package var marksPaste: Bool
  /// Dark or light behind the text; dark where nothing says it.
  package var background: Brightness
  /// How the background was found out.
  package var backgroundSource: Source
}
