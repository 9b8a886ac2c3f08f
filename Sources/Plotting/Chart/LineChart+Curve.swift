import Basics

extension LineChart.Series {
  /// Draws the curve without its mark.
  func draw(on canvas: inout DotCanvas, through transform: PlotTransform, style: PlotStyle) {
    let thickness = style.isThick ? 2 : 1
    var previous: (low: PlanePoint, high: PlanePoint)?
    for sample in merged(through: transform, columns: canvas.width) {
      let low = transform.dot(of: PlanePoint(x: sample.x, y: sample.low), glyphs: style.glyphs)
      let high = transform.dot(of: PlanePoint(x: sample.x, y: sample.high), glyphs: style.glyphs)
      guard low.isFinite, high.isFinite else {
        previous = nil
        continue
      }
      canvas.line(from: low, to: high, color: color, thickness: thickness)
      if let previous {
        // The shortest way between the two ranges; dots count downwards, so "high" is the smaller number.
        let start: PlanePoint
        let end: PlanePoint
        if high.y > previous.low.y {
          (start, end) = (previous.low, high)
        } else if low.y < previous.high.y {
          (start, end) = (previous.high, low)
        } else {
          let shared = (max(previous.high.y, high.y) + min(previous.low.y, low.y)) / 2
          (start, end) = (PlanePoint(x: previous.low.x, y: shared), PlanePoint(x: low.x, y: shared))
        }
        canvas.line(from: start, to: end, color: color, thickness: thickness)
      }
      previous = (low, high)
    }
  }

  /// The samples, with neighbors in the same column of dots as one: what many steps had in common is all that shows.
  ///
  /// Samples that are no number, or have no place on a logarithmic axis, stay, so that gaps stay gaps.
  private func merged(through transform: PlotTransform, columns: Int) -> [LineChart.Sample] {
    guard columns > 0, samples.count > 2 * columns else { return samples }
    let isLogarithmic = transform.y.kind == .logarithmic
    var merged: [LineChart.Sample] = []
    var lastColumn: Int?
    for sample in samples {
      let isDrawn = sample.low.isFinite && sample.high.isFinite && (!isLogarithmic || sample.low > 0 && sample.high > 0)
      let column = isDrawn ? cellIndex(transform.x.fraction(of: sample.x) * Double(columns), in: 0..<columns) : nil
      if let column, column == lastColumn {
        merged[merged.count - 1].low = min(merged[merged.count - 1].low, sample.low)
        merged[merged.count - 1].high = max(merged[merged.count - 1].high, sample.high)
      } else {
        merged.append(sample)
      }
      lastColumn = column
    }
    return merged
  }
}
