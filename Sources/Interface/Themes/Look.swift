import Plotting

/// Everything that decides how something is drawn rather than what: theme, characters, colors, and how errors read.
package struct Look: Sendable {
  /// The colors.
  package var theme: Theme
  /// The characters.
  package var glyphs: GlyphSet
  /// How many colors the terminal has.
  package var depth: ColorDepth
  /// The one translator from errors to words; it belongs to the command line.
  package var words: @Sendable (any Error) -> SafeText

  /// Makes a look.
  package init(
    theme: Theme, glyphs: GlyphSet, depth: ColorDepth, words: @escaping @Sendable (any Error) -> SafeText
  ) {
    self.theme =
      depth == .none && theme.name != .monochrome
      ? Theme(.monochrome, onDark: theme.isDark, palette: theme.palette) : theme
    self.glyphs = glyphs
    self.depth = depth
    self.words = words
  }

  /// How many colors a file with a picture has: other terminals show it, and which few of a color can be read depends on
  /// the terminal, so there are 256 at least.
  var fileDepth: ColorDepth { depth == .none ? .none : max(depth, .indexed) }

  /// A frame in the colors that files are written with.
  func written(_ frame: Frame) -> Frame { frame.readable(fileDepth, isDark: theme.isDark) }

  /// How many colors plots may use: none where the theme has none.
  var plotDepth: ColorDepth { theme.name == .monochrome ? .none : depth }

  /// What plots are drawn with.
  package var plotStyle: PlotStyle {
    PlotStyle(
      glyphs: glyphs, depth: plotDepth, text: theme.text, label: theme.muted, title: theme.heading, line: theme.border,
      focus: theme.accent, highlight: theme.accent, isThick: theme.isThick)
  }

  /// Writes text on a row, cut off at the edge of a rectangle, in characters this terminal has.
  ///
  /// - Returns: How many columns the text takes.
  @discardableResult
  func put(_ text: SafeText, x: Int, y: Int, in rect: Rect, style: Style, frame: inout Frame) -> Int {
    frame.clipped(to: rect) { $0.put(glyphs.text(text), x: x, y: y, style: style, keepingBackground: true) }
  }

  /// Draws an empty dialog over what is there.
  ///
  /// - Returns: The room inside.
  func dialog(_ title: SafeText, right: SafeText, in box: Rect, frame: inout Frame) -> Rect {
    frame.fill(box, with: Cell(" ", style: theme.dialog))
    _ = Panel(title, remark: right, isFocused: true, style: plotStyle).draw(in: box, on: &frame)
    return Look.dialogInterior(of: box)
  }

  /// The room that a dialog leaves for what it says.
  static func dialogInterior(of box: Rect) -> Rect { Panel.interior(of: box).inset(left: 1, right: 1) }
}

extension Rect {
  /// A rectangle of at most the given size in the middle of this one.
  func centered(width: Int, height: Int) -> Rect {
    let across = min(max(0, width), self.width)
    let down = min(max(0, height), self.height)
    return Rect(x: x + (self.width - across) / 2, y: y + (self.height - down) / 2, width: across, height: down)
  }
}
