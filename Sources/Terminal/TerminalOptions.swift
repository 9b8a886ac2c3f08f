import Plotting

/// What the person asked for on the command line.
package struct TerminalOptions: Sendable, Equatable {
  /// Whether to use color.
  package enum ColorMode: String, Sendable, CaseIterable {
    /// As much as the terminal has, none where `NO_COLOR` is set.
    case auto
    /// As much as the terminal has, whatever `NO_COLOR` says.
    case always
    /// None.
    case never
  }

  /// Whether to use color.
  package var colorMode: ColorMode
  /// The characters to draw with; nil to choose by locale and terminal.
  package var glyphs: GlyphSet?
  /// Whether to ask for mouse reports.
  package var mouse: Bool
  /// The terminal's background where the person says it; nil to find out.
  package var background: Brightness?

  /// Makes options.
  package init(
    colorMode: ColorMode = .auto, glyphs: GlyphSet? = nil, mouse: Bool = true, background: Brightness? = nil
  ) {
    self.colorMode = colorMode
    self.glyphs = glyphs
    self.mouse = mouse
    self.background = background
  }
}

/// Whether a background is dark or light.
package enum Brightness: String, Sendable, CaseIterable {
  /// Light text on dark.
  case dark
  /// Dark text on light.
  case light
}
