/// A field of numbers as shaded cells: the output of a model over the plane, the height of a surface.
///
/// With half blocks each cell shows two samples, one above the other. Where there are fewer than 256 colors, characters
/// do the shading (``Palette/shade(of:glyphs:)``). What is no number shows as "?".
package struct FieldPlot: Sendable {
  /// The samples, row by row; row 0 is at the top.
  package let samples: [Float]
  /// Samples in a row.
  package let columns: Int
  /// Rows of samples.
  package let rows: Int
  /// The colors; it says which numbers are expected: −1...1 or 0...1.
  package var palette: Palette
  /// Characters and number of colors.
  package var style: PlotStyle

  /// Makes a plot of columns x rows samples.
  ///
  /// Traps where the number of samples is another.
  package init(samples: [Float], columns: Int, rows: Int, palette: Palette, style: PlotStyle) {
    precondition(
      columns >= 0 && rows >= 0 && samples.count == columns * rows,
      "a field of \(columns) x \(rows) cannot have \(samples.count) samples")
    self.samples = samples
    self.columns = columns
    self.rows = rows
    self.palette = palette
    self.style = style
  }

  /// Makes a plot of columns x rows samples in double precision.
  package init(samples: [Double], columns: Int, rows: Int, palette: Palette, style: PlotStyle) {
    self.init(samples: samples.map { Float($0) }, columns: columns, rows: rows, palette: palette, style: style)
  }

  /// How many samples a rectangle shows at most; more are not seen, fewer are repeated.
  ///
  /// Sample (i, j) of n x m belongs to the center of its share: at the fraction (i + ½)/n from the left and (j + ½)/m from
  /// the top.
  package static func resolution(of rect: Rect, style: PlotStyle) -> (columns: Int, rows: Int) {
    Shading.resolution(of: rect, style: style)
  }

  /// Fills a rectangle.
  ///
  /// - Complexity: O(samples + cells).
  package func draw(in rect: Rect, on frame: inout Frame) {
    let colors = palette.colors
    var tones = colors.indices.map { level in
      Shading.Tone(
        color: colors[level], shade: palette.shade(of: level, glyphs: style.glyphs),
        shadeColor: style.depth == .none ? .inherit : colors[level])
    }
    tones.append(Shading.Tone(color: .inherit, shade: "?", shadeColor: style.label.foreground))
    let missing = UInt8(colors.count)
    // The arithmetic of Palette.level(of:), with its factor and offset taken out of the loop.
    let count = Double(colors.count)
    let factor = palette.kind == .diverging ? (count - 1) / 2 : count
    let offset = palette.kind == .diverging ? (count - 1) / 2 + 0.5 : 0
    let levels = samples.map { sample in
      UInt8(truncatingIfNeeded: clampedIndex(Double(sample) * factor + offset, in: 0..<colors.count) ?? Int(missing))
    }
    Shading(tones: tones, style: style).fill(rect, levels: levels, columns: columns, rows: rows, on: &frame)
  }
}
