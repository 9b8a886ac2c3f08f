/// Bars that stand side by side on 0, in eighths of a cell: mistakes per epoch, probabilities of classes.
package struct BarChart: Sendable {
  /// The heights; what is negative or no number has no bar.
  package var values: [Double]
  /// The color of the bars, or one for each, repeated as needed.
  package var colors: [Color]
  /// The number at the top; nil takes the largest value.
  package var top: Double?
  /// The highlighted bar, drawn in the highlight style.
  package var current: Int?
  /// Whether numbers stand at the left.
  package var showsNumbers = true
  package var style: PlotStyle

  /// Makes a chart; its other properties have useful defaults.
  package init(_ values: [Double], colors: [Color], style: PlotStyle) {
    self.values = values
    self.colors = colors
    self.style = style
  }

  /// Draws the bars from left to right with a gap between them where there is room; where there are more bars than
  /// columns, each column shows the highest of those it stands for.
  ///
  /// - Returns: The rectangle of the bars.
  /// - Complexity: O(n).
  @discardableResult
  package func draw(in rect: Rect, on frame: inout Frame) -> Rect {
    let largest = top ?? values.reduce(0) { $1.isFinite ? max($0, $1) : $0 }
    let scale = Scale(from: 0, to: largest > 0 ? largest : 1)
    let ticks = Ticks(scale, atMost: min(max(2, rect.height / 2), 6), glyphs: style.glyphs)
    let numbers = showsNumbers && rect.width >= ticks.labelWidth + 4 ? ticks.labelWidth + 1 : 0
    let inner = rect.inset(left: numbers)
    guard !inner.isEmpty else { return inner }
    if numbers > 0 {
      for tick in ticks.ticks {
        // The bar that reaches the number ends in this row.
        let filled = scale.fraction(of: tick.value) * Double(inner.height)
        guard let row = clampedIndex((filled - 0.5).rounded(.up) - 1, in: 0..<inner.height) else { continue }
        frame.put(
          tick.label, x: inner.x - 1 - tick.label.cellWidth, y: inner.maxY - 1 - row, style: style.label,
          keepingBackground: true)
      }
    }
    let count = values.count
    let pitch = count * 2 <= inner.width + 1 ? 2 : 1
    for column in 0..<min(count, inner.width) {
      let first = count <= inner.width ? column : column * count / inner.width
      let last = count <= inner.width ? column + 1 : max(first + 1, (column + 1) * count / inner.width)
      let value = values[first..<last].reduce(0) { $1.isFinite ? max($0, $1) : $0 }
      let color = colors.isEmpty ? Color.inherit : colors[first % colors.count]
      let isCurrent = current.map { (first..<last).contains($0) } ?? false
      drawBar(scale.fraction(of: value), x: inner.x + column * pitch, in: inner, color, isCurrent, on: &frame)
    }
    return inner
  }

  private func drawBar(
    _ fraction: Double, x: Int, in rect: Rect, _ color: Color, _ isCurrent: Bool, on frame: inout Frame
  ) {
    let eighths = clampedIndex((fraction * Double(rect.height * 8)).rounded(), in: 0..<rect.height * 8 + 1) ?? 0
    // A value that is there shows, however small.
    let shown = fraction > 0 ? max(1, eighths) : 0
    var cellStyle = isCurrent ? style.highlight : Style(foreground: color)
    for row in 0..<rect.height {
      let part = min(max(0, shown - row * 8), 8)
      guard part > 0 else { break }
      let y = rect.maxY - 1 - row
      if !isCurrent { cellStyle.background = frame[x, y].backdrop }
      frame[x, y] = Cell(style.glyphs.bar(eighths: part), style: cellStyle)
    }
  }
}
