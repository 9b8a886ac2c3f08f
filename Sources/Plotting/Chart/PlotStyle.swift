/// How many colors a terminal has, as far as a drawing must know.
package enum ColorDepth: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// None: shape and shading carry everything.
  case none = 0
  /// The eight of the oldest color terminals.
  case eight = 8
  /// Sixteen.
  case sixteen = 16
  /// The 256-color palette.
  case indexed = 256
  /// Red, green and blue, 8 bits each.
  case direct = 16_777_216

  /// Orders by the number of colors.
  package static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }

  /// Whether there are enough colors to shade a field by background colors alone.
  package var canShade: Bool { self >= .indexed }
}

/// What all plots of one picture have in common: characters, number of colors, and the styles of text and lines.
package struct PlotStyle: Sendable, Hashable {
  /// The characters drawings are made of.
  package var glyphs: GlyphSet
  /// How many colors there are.
  package var depth: ColorDepth
  /// Ordinary text.
  package var text: Style
  /// Tick labels, names of axes, quiet text.
  package var label: Style
  /// Titles.
  package var title: Style
  /// Lines of boxes and axes.
  package var line: Style
  /// The box that has the focus, and its title.
  package var focus: Style
  /// Cursors and whatever else must be found at once.
  package var highlight: Style
  /// Whether lines and marks are drawn thick, for a projector.
  package var isThick: Bool

  /// Makes a style; what is left out is the terminal's plain text, with bold where something must stand out.
  package init(
    glyphs: GlyphSet = .braille, depth: ColorDepth = .direct, text: Style = .plain, label: Style = .plain,
    title: Style = Style(attributes: .bold), line: Style = .plain, focus: Style = Style(attributes: .bold),
    highlight: Style = Style(attributes: .bold), isThick: Bool = false
  ) {
    self.glyphs = glyphs
    self.depth = depth
    self.text = text
    self.label = label
    self.title = title
    self.line = line
    self.focus = focus
    self.highlight = highlight
    self.isThick = isThick
  }
}
