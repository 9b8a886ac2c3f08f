/// A rectangle of the plane in the units of the data; y upward.
package struct PlaneRect: Sendable, Hashable {
  /// The left edge.
  package var minX: Double
  /// The right edge, greater than the left.
  package var maxX: Double
  /// The lower edge.
  package var minY: Double
  /// The upper edge, greater than the lower.
  package var maxY: Double

  /// Makes a rectangle; edges that coincide, are in the wrong order or are not finite are put right around their
  /// middle, so its width and height are always positive.
  package init(minX: Double, maxX: Double, minY: Double, maxY: Double) {
    (self.minX, self.maxX) = PlaneRect.interval(minX, maxX)
    (self.minY, self.maxY) = PlaneRect.interval(minY, maxY)
  }

  private static func interval(_ low: Double, _ high: Double) -> (Double, Double) {
    guard low.isFinite, high.isFinite else { return (-1, 1) }
    let least = min(low, high)
    let greatest = max(low, high)
    let width = greatest - least
    // Below this width neighboring numbers would be too few to draw between.
    let narrowest = max(abs(least), abs(greatest)) * 1e-9
    if width.isFinite && width > narrowest { return (least, greatest) }
    if !width.isFinite { return (max(least, -8e307), min(greatest, 8e307)) }
    let middle = least / 2 + greatest / 2
    let half = max(abs(middle) * 0.5, 1e-300)
    return width == 0 && middle == 0 ? (-1, 1) : (middle - half, middle + half)
  }
}

extension PlaneRect {
  /// The same rectangle moved by parts of its own size.
  package func moved(x: Double, y: Double) -> PlaneRect {
    let (width, height) = (maxX - minX, maxY - minY)
    return PlaneRect(
      minX: minX + x * width, maxX: maxX + x * width, minY: minY + y * height, maxY: maxY + y * height)
  }

  /// The same rectangle enlarged about a place that stays where it is.
  package func scaled(by factor: Double, about place: PlanePoint) -> PlaneRect {
    PlaneRect(
      minX: place.x + (minX - place.x) * factor, maxX: place.x + (maxX - place.x) * factor,
      minY: place.y + (minY - place.y) * factor, maxY: place.y + (maxY - place.y) * factor)
  }

  /// Whether a place lies in it, the edges included.
  package func contains(x: Double, y: Double) -> Bool { x >= minX && x <= maxX && y >= minY && y <= maxY }

  /// The smallest rectangle that holds this one and a place with a margin.
  package func extended(toX x: Double, y: Double) -> PlaneRect {
    let (left, right) = (min(minX, x), max(maxX, x))
    let (bottom, top) = (min(minY, y), max(maxY, y))
    let (across, up) = ((right - left) / 20, (top - bottom) / 20)
    return PlaneRect(
      minX: x < minX ? left - across : minX, maxX: x > maxX ? right + across : maxX,
      minY: y < minY ? bottom - up : minY, maxY: y > maxY ? top + up : maxY)
  }

  /// The place in the middle.
  package var middle: PlanePoint { PlanePoint(x: minX / 2 + maxX / 2, y: minY / 2 + maxY / 2) }
}
