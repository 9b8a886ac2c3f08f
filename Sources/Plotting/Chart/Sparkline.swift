/// A curve one row high: the whole of a history in a line of status.
package struct Sparkline: Sendable {
  /// The numbers, from the oldest to the newest; what is no number leaves a gap.
  package var values: [Double]
  /// The color of the bars.
  package var color: Color
  /// Whether heights follow the logarithm.
  package var isLogarithmic: Bool
  /// Characters.
  package var style: PlotStyle

  /// Makes a sparkline.
  package init(_ values: [Double], color: Color, isLogarithmic: Bool = false, style: PlotStyle) {
    self.values = values
    self.color = color
    self.isLogarithmic = isLogarithmic
    self.style = style
  }

  /// Draws it in the last row of a rectangle; several numbers to a column show as their largest.
  ///
  /// - Complexity: O(n).
  package func draw(in rect: Rect, on frame: inout Frame) {
    guard !rect.isEmpty, !values.isEmpty else { return }
    let scale = Scale(isLogarithmic ? .logarithmic : .linear, covering: values)
    let columns = min(values.count, rect.width)
    for column in 0..<columns {
      let slice = values[column * values.count / columns..<(column + 1) * values.count / columns]
      guard let value = slice.filter(\.isFinite).max() else { continue }
      // Even the smallest number shows: eight steps from one eighth to a whole cell.
      guard let step = clampedIndex(scale.fraction(of: value) * 8, in: 0..<8) else { continue }
      let (x, y) = (rect.x + column, rect.maxY - 1)
      frame[x, y] = Cell(
        style.glyphs.bar(eighths: step + 1), style: Style(foreground: color, background: frame[x, y].backdrop))
    }
  }
}

/// How much of something is done, as a bar in eighths of a cell.
package struct ProgressBar: Sendable {
  /// What is done, 0...1; no number counts as 0.
  package var fraction: Double
  /// The color of the bar.
  package var color: Color
  package var style: PlotStyle

  /// Makes a bar.
  package init(_ fraction: Double, color: Color, style: PlotStyle) {
    self.fraction = fraction
    self.color = color
    self.style = style
  }

  /// Draws it over the whole of a rectangle.
  package func draw(in rect: Rect, on frame: inout Frame) {
    let filled = clampedIndex(fraction * Double(rect.width * 8), in: 0..<rect.width * 8 + 1) ?? 0
    for column in 0..<rect.width {
      let glyph = style.glyphs.bar(eighthsFromLeft: filled - column * 8)
      for row in rect.y..<rect.maxY {
        frame[rect.x + column, row] = Cell(
          glyph, style: Style(foreground: color, background: frame[rect.x + column, row].backdrop))
      }
    }
  }
}
