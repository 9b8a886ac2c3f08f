import Basics

/// Where data coordinates lie on the screen: x to the right and y *up* in the data, rows and dots counted *down*.
///
/// The lower end of an axis is the left (bottom) edge of the first (last) cell and the upper end the right (top) edge of
/// the last (first) one. Cell i of n therefore has its center at the fraction (i + ½)/n. A place exactly on an inner
/// border belongs to the cell to the right (below); one exactly on the outer border belongs to the outermost cell.
package struct PlotTransform: Sendable, Hashable {
  /// The cells the data are drawn in.
  package let rect: Rect
  /// The horizontal axis.
  package let x: Scale
  /// The vertical axis; its upper end is at the top.
  package let y: Scale

  /// Makes a transform from a rectangle and its two axes.
  package init(rect: Rect, x: Scale, y: Scale) {
    self.rect = rect
    self.x = x
    self.y = y
  }

  /// The cell of the screen a place falls in; nil outside and for no number.
  package func cell(of place: PlanePoint) -> Point? {
    guard let column = index(x.fraction(of: place.x), count: rect.width),
      let row = index(1 - y.fraction(of: place.y), count: rect.height)
    else { return nil }
    return Point(x: rect.x + column, y: rect.y + row)
  }

  /// The center of a cell of the screen in data coordinates: what a click there means.
  ///
  /// Defined outside the rectangle too; an empty rectangle gives the middle of the axes.
  package func place(of cell: Point) -> PlanePoint {
    let across = rect.width == 0 ? 0.5 : (Double(cell.x) - Double(rect.x) + 0.5) / Double(rect.width)
    let down = rect.height == 0 ? 0.5 : (Double(cell.y) - Double(rect.y) + 0.5) / Double(rect.height)
    return PlanePoint(x: x.value(at: across), y: y.value(at: 1 - down))
  }

  /// A place in the dot coordinates of a canvas over the same rectangle; it may be outside or no number.
  package func dot(of place: PlanePoint, glyphs: GlyphSet) -> PlanePoint {
    let dots = glyphs.dotsPerCell
    return PlanePoint(
      x: x.fraction(of: place.x) * Double(rect.width * dots.across),
      y: (1 - y.fraction(of: place.y)) * Double(rect.height * dots.down))
  }

  /// An empty canvas over the same rectangle.
  package func canvas(_ glyphs: GlyphSet) -> DotCanvas { DotCanvas(over: rect, glyphs: glyphs) }

  /// The visible part of the straight line a·x + b·y + c = 0 in data coordinates, for linear axes.
  package func line(a: Double, b: Double, c: Double) -> Segment? {
    Segment.line(a: a, b: b, c: c, x: x.lower...x.upper, y: y.lower...y.upper)
  }

  /// A transform with one axis lengthened so that a unit is as long across as up, taking cells as twice as high as
  /// wide; right angles then look right.
  ///
  /// Logarithmic axes and empty rectangles stay as they are.
  package var withEqualUnits: PlotTransform {
    guard !rect.isEmpty, x.kind == .linear, y.kind == .linear else { return self }
    let across = (x.upper - x.lower) / Double(rect.width)
    let up = (y.upper - y.lower) / Double(rect.height * 2)
    guard across.isFinite, up.isFinite, across > 0, up > 0 else { return self }
    let newX = across < up ? x.scaled(by: up / across) : x
    let newY = up < across ? y.scaled(by: across / up) : y
    return PlotTransform(rect: rect, x: newX, y: newY)
  }

  private func index(_ fraction: Double, count: Int) -> Int? {
    if fraction == 1 { return count > 0 ? count - 1 : nil }
    return cellIndex(fraction * Double(count), in: 0..<count)
  }
}

extension DotCanvas {
  /// Joins places in data coordinates; where one is no number there is a gap.
  package mutating func polyline(
    _ places: some Sequence<PlanePoint>, through transform: PlotTransform, color: Color, thickness: Int = 1
  ) {
    let glyphs = glyphs
    polyline(places.map { transform.dot(of: $0, glyphs: glyphs) }, color: color, thickness: thickness)
  }

  /// Draws a segment given in data coordinates; nil draws nothing.
  package mutating func line(
    _ segment: Segment?, through transform: PlotTransform, color: Color, thickness: Int = 1
  ) {
    guard let segment else { return }
    line(
      from: transform.dot(of: segment.start, glyphs: glyphs), to: transform.dot(of: segment.end, glyphs: glyphs),
      color: color, thickness: thickness)
  }

  /// Draws an arrow given in data coordinates.
  package mutating func arrow(
    _ segment: Segment, through transform: PlotTransform, color: Color, head: Double = 4, thickness: Int = 1
  ) {
    arrow(
      from: transform.dot(of: segment.start, glyphs: glyphs), to: transform.dot(of: segment.end, glyphs: glyphs),
      color: color, head: head, thickness: thickness)
  }
}
