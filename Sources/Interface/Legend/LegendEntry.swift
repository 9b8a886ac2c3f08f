import Plotting

/// A mark of a scene and what it means: how it is drawn, and a sentence.
///
/// It is declared by the scene that draws the mark; the legend shows it while the mark is on the screen.
public struct LegendEntry: Sendable {
  /// How a mark is drawn.
  enum Sign: Sendable {
    /// A character as it stands over whatever is behind it.
    case glyph(Unicode.Scalar, Style)
    /// Lines of dots in these colors.
    case line([Color], isDashed: Bool)
    /// Bars of these colors.
    case bars([Color])
    /// Areas shaded in these colors, from one end of their meaning to the other.
    case shades(Palette)
    /// Words that stand somewhere.
    case words(SafeText, Style)
  }

  /// How it is drawn.
  let sign: Sign
  /// What it means.
  let meaning: SafeText

  init(_ sign: Sign, _ meaning: SafeText) {
    self.sign = sign
    self.meaning = meaning
  }

  /// A line of one color.
  static func line(_ color: Color, isDashed: Bool = false, _ meaning: SafeText) -> LegendEntry {
    LegendEntry(.line([color], isDashed: isDashed), meaning)
  }

  /// A character of one color.
  static func glyph(_ scalar: Unicode.Scalar, _ style: Style, _ meaning: SafeText) -> LegendEntry {
    LegendEntry(.glyph(scalar, style), meaning)
  }

  // MARK: Whether it is there

  /// Whether a cell shows the mark, or a part of it; never for words.
  func isShown(by cell: Cell) -> Bool {
    switch sign {
    case .glyph(let scalar, let style):
      cell.scalar == scalar && cell.style.foreground == style.foreground
        && cell.style.attributes.intersection(Self.telling) == style.attributes.intersection(Self.telling)
    case .line(let colors, _): Self.isDots(cell.scalar) && colors.contains(cell.style.foreground)
    case .bars(let colors): Self.isBlock(cell.scalar) && colors.contains(cell.style.foreground)
    case .shades: !cell.style.background.isInherited || cell.scalar == "▀" || cell.scalar == "▄"
    case .words: false
    }
  }

  /// Whether the mark is somewhere in a part of the screen.
  func isShown(on frame: Frame, in rect: Rect, rows: [String]) -> Bool {
    if case .words(let text, _) = sign { return rows.contains { $0.contains(text.description) } }
    return (rect.y..<rect.maxY).contains { y in
      (rect.x..<rect.maxX).contains { isShown(by: frame[$0, y]) }
    }
  }

  /// What of a cell's looks means something of its own.
  private static let telling: Style.Attributes = [.underline, .reverse]

  /// Whether a character is what lines are drawn with in some glyph set.
  static func isDots(_ scalar: Unicode.Scalar) -> Bool {
    (0x2801...0x28FF).contains(scalar.value) || "▀▄█".unicodeScalars.contains(scalar)
      || "-|/\\.':_=+".unicodeScalars.contains(scalar)
  }

  /// Whether a character is what bars are drawn with in some glyph set.
  static func isBlock(_ scalar: Unicode.Scalar) -> Bool {
    (0x2581...0x2590).contains(scalar.value) || "1234567#-=_".unicodeScalars.contains(scalar)
  }

  // MARK: A sample

  /// How many columns samples have.
  static let sampleWidth = 9

  /// Draws a sample in a row as it is drawn in the picture.
  func drawSample(in row: Rect, look: Look, frame: inout Frame) {
    guard !row.isEmpty else { return }
    switch sign {
    case .glyph("(", let style):
      // Both of a pair, as they stand around a mark.
      frame[row.x + 1, row.y] = Cell("(", style: style)
      frame[row.x + 3, row.y] = Cell(")", style: style)
    case .glyph(let scalar, let style): frame[row.x + 2, row.y] = Cell(scalar, style: style)
    case .words(let text, let style): look.put(text, x: row.x, y: row.y, in: row, style: style, frame: &frame)
    case .line(let colors, let isDashed):
      for column in 0..<5 {
        var canvas = DotCanvas(over: Rect(x: row.x, y: row.y, width: 5, height: 1), glyphs: look.glyphs)
        canvas.dash = isDashed ? 3 : 0
        let height = Double(look.glyphs.dotsPerCell.down) / 2
        canvas.line(
          from: PlotPoint(x: 0, y: height), to: PlotPoint(x: Double(canvas.width), y: height),
          color: colors[column * colors.count / 5])
        frame.clipped(to: Rect(x: row.x + column, y: row.y, width: 1, height: 1)) { canvas.draw(on: &$0) }
      }
    case .bars(let colors):
      for column in 0..<4 {
        frame[row.x + column, row.y] = Cell(
          look.glyphs.bar(eighths: 2 + 2 * column), style: Style(foreground: colors[column * colors.count / 4]))
      }
    case .shades(let palette):
      let strip = Rect(x: row.x, y: row.y, width: 7, height: 1)
      let (columns, rows) = FieldPlot.resolution(of: strip, style: look.plotStyle)
      let low = palette.kind == .diverging ? -1.0 : 0.0
      let samples = (0..<rows).flatMap { _ in
        (0..<columns).map { low + (1 - low) * Double($0) / Double(max(1, columns - 1)) }
      }
      FieldPlot(samples: samples, columns: columns, rows: rows, palette: palette, style: look.plotStyle)
        .draw(in: strip, on: &frame)
    }
  }
}
