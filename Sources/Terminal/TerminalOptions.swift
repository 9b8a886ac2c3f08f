import Plotting

/// What the person asked for on the command line.
public struct TerminalOptions: Sendable, Equatable {
  /// Whether to use color.
  public enum ColorMode: String, Sendable, CaseIterable {
    /// As much as the terminal has, none where `NO_COLOR` is set.
    case auto
    /// As much as the terminal has, whatever `NO_COLOR` says.
    case always
    /// None.
    case never
  }

  /// Whether to use color.
  public var colorMode: ColorMode
  /// The characters to draw with; nil to choose by locale and terminal.
  public var glyphs: GlyphSet?
  /// Whether to ask for mouse reports.
  public var mouse: Bool
  /// The terminal's background where the person says it; nil to find out.
  public var background: Brightness?

  /// Makes options.
  public init(
    colorMode: ColorMode = .auto, glyphs: GlyphSet? = nil, mouse: Bool = true, background: Brightness? = nil
  ) {
    self.colorMode = colorMode
    self.glyphs = glyphs
    self.mouse = mouse
    self.background = background
  }
}

/// Whether a background is dark or light.
public enum Brightness: String, Sendable, CaseIterable {
  /// Light text on dark.
  case dark
  /// Dark text on light.
  case light
}
