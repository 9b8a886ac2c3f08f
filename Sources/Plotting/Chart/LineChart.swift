import Basics

/// Curves over a common horizontal axis: losses against steps, a function and its tangent, several runs at once.
package struct LineChart: Sendable {
  /// A place of a curve: the lowest and the highest number at an x, where several were drawn together.
  package struct Sample: Sendable, Hashable {
    /// Where along the horizontal axis.
    package var x: Double
    /// The lowest number there.
    package var low: Double
    /// The highest number there.
    package var high: Double

    /// Makes a place from a range; no number in it makes a gap in the curve.
    package init(x: Double, low: Double, high: Double) {
      self.x = x
      self.low = low
      self.high = high
    }

    /// Makes a place from one number.
    package init(x: Double, y: Double) { self.init(x: x, low: y, high: y) }
  }

  /// One curve.
  package struct Series: Sendable, Hashable {
    /// Its name, for the legend.
    package var name: SafeText
    /// Its places, by growing x.
    package var samples: [Sample]
    /// Its color.
    package var color: Color
    /// Whether it is drawn with gaps, so that it reads apart without color.
    package var isDashed: Bool
    /// A character drawn at its last place, and in the legend.
    package var mark: Unicode.Scalar?

    /// Makes a curve.
    package init(
      _ name: SafeText, samples: [Sample], color: Color, isDashed: Bool = false, mark: Unicode.Scalar? = nil
    ) {
      self.name = name
      self.samples = samples
      self.color = color
      self.isDashed = isDashed
      self.mark = mark
    }

    /// Makes a curve through single numbers at x = 0, 1, 2 and so on.
    package init(_ name: SafeText, values: [Double], color: Color, isDashed: Bool = false) {
      self.init(
        name, samples: values.enumerated().map { Sample(x: Double($0.offset), y: $0.element) }, color: color,
        isDashed: isDashed)
    }
  }

  /// The curves; later ones lie on top.
  package var series: [Series]
  /// The horizontal axis; nil covers all samples.
  package var x: Scale?
  /// The vertical axis; nil covers all finite numbers, and 0 where it is linear and `includesZero`.
  package var y: Scale?
  /// Whether the vertical axis is logarithmic where it is chosen here; numbers that are not positive become gaps.
  package var isLogarithmic = false
  /// Whether a vertical axis chosen here begins at 0.
  package var includesZero = true
  /// The name of the horizontal axis.
  package var xName: SafeText = ""
  /// The name of the vertical axis.
  package var yName: SafeText = ""
  /// An x marked by a vertical line: the step the picture shows.
  package var cursor: Double?
  /// What stands in the middle while no curve has a place that can be drawn.
  package var emptyText: SafeText = "no data"
  /// Whether the names of the curves are shown above, where there is room.
  package var showsLegend = true
  package var style: PlotStyle

  /// Makes a chart; its other properties have useful defaults.
  package init(_ series: [Series], style: PlotStyle) {
    self.series = series
    self.style = style
  }

  /// The axes as they are drawn.
  ///
  /// - Complexity: O(n) in the number of samples, where an axis is not given.
  package var scales: (x: Scale, y: Scale) {
    let samples = series.lazy.flatMap(\.samples)
    let horizontal = x ?? Scale(covering: samples.map(\.x))
    if let y { return (horizontal, y) }
    let kind = isLogarithmic ? Scale.Kind.logarithmic : .linear
    var low = Double.infinity
    var high = -Double.infinity
    for sample in samples {
      for value in [sample.low, sample.high] where value.isFinite && (kind == .linear || value > 0) {
        low = min(low, value)
        high = max(high, value)
      }
    }
    guard low <= high else { return (horizontal, Scale(kind, from: .nan, to: .nan)) }
    if kind == .linear && includesZero { (low, high) = (min(low, 0), max(high, 0)) }
    return (horizontal, Scale(kind, from: low, to: high))
  }

  /// Draws axes, curves and legend.
  ///
  /// - Returns: Where the curves are, for cursor and mouse.
  /// - Complexity: O(n) in the number of samples.
  @discardableResult
  package func draw(in rect: Rect, on frame: inout Frame) -> PlotTransform {
    let (x, y) = scales
    let needsLegend = showsLegend && series.contains { !$0.name.description.isEmpty }
    // A blank name keeps the row for the legend.
    let axes = Axes(
      x: x, y: y, xName: xName, yName: yName.description.isEmpty && needsLegend ? " " : yName, style: style)
    let transform = axes.draw(in: rect, on: &frame)
    if !series.contains(where: {
      $0.samples.contains { y.fraction(of: $0.low).isFinite && y.fraction(of: $0.high).isFinite }
    }) {
      let text = style.glyphs.text(emptyText).truncated(to: transform.rect.width, glyphs: style.glyphs)
      frame.put(
        text, x: transform.rect.x + (transform.rect.width - text.cellWidth) / 2,
        y: transform.rect.y + (transform.rect.height - 1) / 2, style: style.label, keepingBackground: true)
    }
    drawCursor(through: transform, on: &frame)
    for curve in series {
      var canvas = transform.canvas(style.glyphs)
      canvas.dash = curve.isDashed ? 3 : 0
      curve.draw(on: &canvas, through: transform, style: style)
      canvas.draw(on: &frame)
    }
    for curve in series { drawMark(of: curve, through: transform, on: &frame) }
    if needsLegend && transform.rect.y > rect.y { drawLegend(in: rect, on: &frame) }
    return transform
  }

  private func drawCursor(through transform: PlotTransform, on frame: inout Frame) {
    guard let cursor, let cell = transform.cell(of: PlanePoint(x: cursor, y: transform.y.upper)) else { return }
    let line = style.glyphs.box().vertical
    for row in transform.rect.y..<transform.rect.maxY {
      var cellStyle = style.highlight
      if cellStyle.background.isInherited { cellStyle.background = frame[cell.x, row].backdrop }
      frame[cell.x, row] = Cell(line, style: cellStyle)
    }
  }

  private func drawMark(of curve: Series, through transform: PlotTransform, on frame: inout Frame) {
    guard let mark = curve.mark,
      let last = curve.samples.last(where: { $0.low.isFinite && $0.high.isFinite }),
      let cell = transform.cell(of: PlanePoint(x: last.x, y: last.high))
    else { return }
    frame[cell.x, cell.y] = Cell(
      mark, style: Style(foreground: curve.color, background: frame[cell.x, cell.y].backdrop, attributes: .bold))
  }

  /// The names in the top row, from the right, as many as fit beside the name of the axis.
  private func drawLegend(in rect: Rect, on frame: inout Frame) {
    var right = rect.maxX
    let left = rect.x + style.glyphs.text(yName).cellWidth + 1
    for curve in series.reversed() where !curve.name.description.isEmpty {
      let name = style.glyphs.text(curve.name)
      let sample = curve.mark.map { SafeText(String($0)) } ?? style.glyphs.lineSample(isDashed: curve.isDashed)
      let start = right - name.cellWidth - sample.cellWidth - 1
      guard start >= left else { break }
      frame.put(sample, x: start, y: rect.y, style: Style(foreground: curve.color, attributes: .bold))
      frame.put(name, x: start + sample.cellWidth + 1, y: rect.y, style: style.label)
      right = start - 2
    }
  }
}
