import Basics

/// The surroundings of a plot: numbers to the left and below, and the names of both axes.
///
/// ```
/// x₂
/// 1.0 ··········
/// 0.5 ··········
/// 0.0 ··········
///    0.0  0.5  1.0 x₁
/// ```
package struct Axes: Sendable, Hashable {
  /// The horizontal axis.
  package var x: Scale
  /// The vertical axis, upper end on top.
  package var y: Scale
  /// The name at the right end of the horizontal axis.
  package var xName: SafeText
  /// The name on top of the vertical axis.
  package var yName: SafeText
  /// Whether one axis is lengthened so that a unit is as long across as up.
  package var hasEqualUnits: Bool
  package var style: PlotStyle

  /// Makes the surroundings of a plot.
  package init(
    x: Scale, y: Scale, xName: SafeText = "", yName: SafeText = "", hasEqualUnits: Bool = false, style: PlotStyle
  ) {
    self.x = x
    self.y = y
    self.xName = xName
    self.yName = yName
    self.hasEqualUnits = hasEqualUnits
    self.style = style
  }

  /// Below this width there are no numbers at the left, below this height none underneath and no names.
  private static let smallest = (width: 14, height: 4, heightWithName: 9)

  /// Where the data would be drawn, without drawing anything.
  package func transform(in rect: Rect) -> PlotTransform {
    let showsBelow = rect.height >= Axes.smallest.height && rect.width >= 8
    let showsName = rect.height >= Axes.smallest.heightWithName && !yName.description.isEmpty
    let height = rect.height - (showsBelow ? 1 : 0) - (showsName ? 1 : 0)
    // Equal units change the numbers, the numbers their width, and the width the units: twice round settles it.
    var scaled = PlotTransform(rect: rect, x: x, y: y)
    for _ in 0..<(hasEqualUnits ? 3 : 1) {
      let labels = verticalTicks(scaled.y, height: height).labelWidth + 1
      let left = rect.width >= Axes.smallest.width && labels * 2 <= rect.width ? labels : 0
      let inner = rect.inset(left: left, top: showsName ? 1 : 0, bottom: showsBelow ? 1 : 0)
      scaled = PlotTransform(rect: inner, x: x, y: y)
      if hasEqualUnits { scaled = scaled.withEqualUnits }
    }
    return scaled
  }

  /// Draws numbers and names.
  ///
  /// - Returns: Where to draw the data.
  @discardableResult
  package func draw(in rect: Rect, on frame: inout Frame) -> PlotTransform {
    let transform = transform(in: rect)
    let inner = transform.rect
    frame.clipped(to: rect) { frame in
      if inner.x > rect.x { drawVertical(transform, from: rect.x, on: &frame) }
      if inner.maxY < rect.maxY { drawHorizontal(transform, in: rect, on: &frame) }
      if inner.y > rect.y {
        frame.put(style.glyphs.text(yName), x: rect.x, y: rect.y, style: style.label, keepingBackground: true)
      }
    }
    return transform
  }

  private func verticalTicks(_ scale: Scale, height: Int) -> Ticks {
    Ticks(scale, height: height, glyphs: style.glyphs)
  }

  private func drawVertical(_ transform: PlotTransform, from left: Int, on frame: inout Frame) {
    for tick in verticalTicks(transform.y, height: transform.rect.height).ticks {
      guard let cell = transform.cell(of: PlanePoint(x: transform.x.lower, y: tick.value)) else { continue }
      frame.put(
        tick.label, x: transform.rect.x - 1 - tick.label.cellWidth, y: cell.y, style: style.label,
        keepingBackground: true)
    }
  }

  private func drawHorizontal(_ transform: PlotTransform, in rect: Rect, on frame: inout Frame) {
    let row = transform.rect.maxY
    let name = style.glyphs.text(xName)
    let nameStart = rect.maxX - name.cellWidth
    let (labels, hasName) = horizontalLabels(transform, in: rect, nameStart: name.cellWidth > 0 ? nameStart : nil)
    for (label, start) in labels {
      frame.put(label, x: start, y: row, style: style.label, keepingBackground: true)
    }
    if hasName { frame.put(name, x: nameStart, y: row, style: style.label, keepingBackground: true) }
  }

  /// The numbers below the plot with their columns, and whether the name has room beside them.
  ///
  /// Two numbers go before the name: one alone says nothing of the scale.
  private func horizontalLabels(
    _ transform: PlotTransform, in rect: Rect, nameStart: Int?
  ) -> (labels: [(SafeText, Int)], hasName: Bool) {
    let choices = Ticks.choices(transform.x, width: transform.rect.width, glyphs: style.glyphs)
    for end in nameStart.map({ [$0 - 1, rect.maxX] }) ?? [rect.maxX] {
      for ticks in choices {
        let labels = placed(ticks, transform, in: rect, end: end)
        if labels.count >= 2 { return (labels, end < rect.maxX) }
      }
    }
    let labels = placed(choices[0], transform, in: rect, end: nameStart.map { $0 - 1 } ?? rect.maxX)
    return (labels, true)
  }

  /// Those of some numbers that have room side by side, up to a column.
  private func placed(_ ticks: Ticks, _ transform: PlotTransform, in rect: Rect, end: Int) -> [(SafeText, Int)] {
    var labels: [(SafeText, Int)] = []
    var free = rect.x
    for tick in ticks.ticks {
      guard let cell = transform.cell(of: PlanePoint(x: tick.value, y: transform.y.lower)) else { continue }
      let width = tick.label.cellWidth
      let start = max(rect.x, min(cell.x - width / 2, rect.maxX - width))
      guard start >= free, start + width <= end else { continue }
      labels.append((tick.label, start))
      free = start + width + 1
    }
    return labels
  }
}
