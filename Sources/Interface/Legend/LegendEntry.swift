import Basics
import Plotting

/// A part of the screen, and what the marks in it mean.
struct LegendPart: Sendable {
  /// Where the marks are.
  let rect: Rect
  /// What they mean there.
  let entries: [LegendEntry]
}

/// A mark of a scene and what it means: how it is drawn, and a sentence.
///
/// It is declared by the scene that draws the mark; the legend shows it while the mark is on the screen.
package struct LegendEntry: Sendable {
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
  /// Words that stand in the same part of the screen wherever it does; nil where none have to.
  let beside: SafeText?

  init(_ sign: Sign, _ meaning: SafeText, beside: SafeText? = nil) {
    self.sign = sign
    self.meaning = meaning
    self.beside = beside
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

  /// Whether a cell shows the mark, or a part of it, in a glyph set; never for words.
  func isShown(by cell: Cell, _ glyphs: GlyphSet) -> Bool {
    switch sign {
    case .glyph(let scalar, let style):
      cell.scalar == scalar && cell.style.foreground == style.foreground
        && cell.style.attributes.intersection(Self.telling) == style.attributes.intersection(Self.telling)
    case .line(let colors, _):
      Self.isDots(cell.scalar, glyphs)
        && (colors.contains(cell.style.foreground)
          // Of two lines through a cell of two halves one is its background.
          || cell.scalar == "▀" && colors.contains(cell.style.background))
    case .bars(let colors): Self.isBlock(cell.scalar, glyphs) && colors.contains(cell.style.foreground)
    case .shades(let palette):
      !cell.style.background.isInherited || cell.scalar == "▀" || cell.scalar == "▄"
        || cell.scalar != " "
          && palette.colors.indices.contains { palette.shade(of: $0, glyphs: glyphs) == cell.scalar }
    case .words: false
    }
  }

  /// Whether the mark is somewhere in a part of the screen.
  ///
  /// Lines and bars of ASCII are what frames, words and numbers are made of as well: those are passed over.
  func isShown(on frame: Frame, in rect: Rect, rows: [String], _ glyphs: GlyphSet) -> Bool {
    if let beside, !rows.contains(where: { $0.contains(glyphs.text(beside).description) }) { return false }
    let isLikeText: Bool
    switch sign {
    case .words(let text, _): return rows.contains { $0.contains(glyphs.text(text).description) }
    case .line, .bars, .shades: isLikeText = true
    case .glyph: isLikeText = false
    }
    let edge = isLikeText && rect.height > 2 ? 1 : 0
    let inside = rect.inset(left: edge, top: edge, right: edge, bottom: edge)
    guard !inside.isEmpty else { return false }
    return (inside.y..<inside.maxY).contains { y in
      (inside.x..<inside.maxX).contains { x in
        isShown(by: frame[x, y], glyphs) && !(isLikeText && Self.isInWord(x, y, of: frame))
      }
    }
  }

  /// Whether a character that lines are drawn with belongs to a word or a number here.
  private static func isInWord(_ x: Int, _ y: Int, of frame: Frame) -> Bool {
    guard frame[x, y].scalar.isASCII else { return false }
    return [x - 1, x + 1].contains { column in
      guard column >= 0, column < frame.width else { return false }
      let properties = frame[column, y].scalar.properties
      return properties.isAlphabetic || properties.numericType != nil
    }
  }

  /// What of a cell's looks means something of its own.
  private static let telling: Style.Attributes = [.underline, .reverse]

  /// Whether a character is what lines are drawn with in a glyph set.
  static func isDots(_ scalar: Unicode.Scalar, _ glyphs: GlyphSet) -> Bool {
    switch glyphs {
    case .braille: (0x2801...0x28FF).contains(scalar.value)
    case .block: "▀▄█".unicodeScalars.contains(scalar)
    case .ascii: "-|/\\.':_".unicodeScalars.contains(scalar)
    }
  }

  /// Whether a character is what bars are drawn with in a glyph set.
  static func isBlock(_ scalar: Unicode.Scalar, _ glyphs: GlyphSet) -> Bool {
    glyphs.isUnicode ? (0x2581...0x2590).contains(scalar.value) : "1234567#-=".unicodeScalars.contains(scalar)
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
          from: PlanePoint(x: 0, y: height), to: PlanePoint(x: Double(canvas.width), y: height),
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
