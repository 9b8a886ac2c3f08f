import Basics
import RealModule

extension DotCanvas {
  /// Draws a straight line between two places in dot coordinates, ends included.
  ///
  /// It is clipped before it is drawn (``Segment/clipped(x:y:)``), so ends may lie anywhere; ends that are no numbers
  /// draw nothing. Dots are chosen by Bresenham's algorithm (IBM Systems Journal 4, 1965).
  ///
  /// - Parameter thickness: How many dots thick; further dots are laid beside the line, at right angles to the axis it
  ///   runs along most. At least 1, at most 32.
  package mutating func line(from start: PlanePoint, to end: PlanePoint, color: Color, thickness: Int = 1) {
    let count = min(max(1, thickness), 32)
    guard count > 1 else {
      thinLine(from: start, to: end, color: color)
      return
    }
    let isFlat = (end.x - start.x).magnitude >= (end.y - start.y).magnitude
    // The gaps of all of them lie beside one another: a dashed line stays dashed however thick it is.
    let began = dashCount
    for index in 0..<count {
      dashCount = began
      let offset = Double(index) - Double(count - 1) / 2
      let (across, down) = isFlat ? (0, offset) : (offset, 0)
      thinLine(
        from: PlanePoint(x: start.x + across, y: start.y + down), to: PlanePoint(x: end.x + across, y: end.y + down),
        color: color)
    }
  }

  private mutating func thinLine(from start: PlanePoint, to end: PlanePoint, color: Color) {
    guard width > 0, height > 0,
      let visible = Segment(from: start, to: end).clipped(x: 0...Double(width), y: 0...Double(height)),
      var x = clampedIndex(visible.start.x, in: 0..<width), var y = clampedIndex(visible.start.y, in: 0..<height),
      let lastX = clampedIndex(visible.end.x, in: 0..<width), let lastY = clampedIndex(visible.end.y, in: 0..<height)
    else { return }
    let stroke = glyphs == .ascii ? DotCanvas.stroke(x: end.x - start.x, y: end.y - start.y) : 0
    let deltaX = abs(lastX - x)
    let deltaY = -abs(lastY - y)
    let stepX = x < lastX ? 1 : -1
    let stepY = y < lastY ? 1 : -1
    var error = deltaX + deltaY
    while true {
      if dash <= 0 || dashCount / dash % 2 == 0 { dot(x, y, color: color, stroke: stroke) }
      // The last dot of a piece of a polyline is the first of the next.
      if x == lastX && y == lastY { return }
      dashCount += 1
      let doubled = 2 * error
      if doubled >= deltaY {
        error += deltaY
        x += stepX
      }
      if doubled <= deltaX {
        error += deltaX
        y += stepY
      }
    }
  }

  /// The ASCII character nearest to a direction in dots (y down).
  private static func stroke(x: Double, y: Double) -> UInt8 {
    if y.magnitude <= x.magnitude / 2 { return UInt8(ascii: "-") }
    if x.magnitude <= y.magnitude / 2 { return UInt8(ascii: "|") }
    return (x > 0) == (y > 0) ? UInt8(ascii: "\\") : UInt8(ascii: "/")
  }

  /// Joins places in dot coordinates; where one is no number there is a gap.
  package mutating func polyline(_ places: some Sequence<PlanePoint>, color: Color, thickness: Int = 1) {
    var previous: PlanePoint?
    for place in places {
      guard place.isFinite else {
        previous = nil
        continue
      }
      if let previous {
        line(from: previous, to: place, color: color, thickness: thickness)
      } else {
        dot(at: place, color: color)
      }
      previous = place
    }
  }

  /// Draws a circle around a place in dot coordinates; the radius is in dots.
  package mutating func circle(center: PlanePoint, radius: Double, color: Color, thickness: Int = 1) {
    guard center.isFinite, radius.isFinite, radius >= 0 else { return }
    let pieces = clampedIndex(radius * 4, in: 12..<361) ?? 12
    var places: [PlanePoint] = []
    places.reserveCapacity(pieces + 1)
    for piece in 0...pieces {
      let angle = 2 * Double.pi * Double(piece % pieces) / Double(pieces)
      places.append(PlanePoint(x: center.x + radius * .cos(angle), y: center.y + radius * .sin(angle)))
    }
    polyline(places, color: color, thickness: thickness)
  }

  /// Draws an arrow from one place to another in dot coordinates.
  ///
  /// - Parameter head: How long the sides of the head are, in dots; at most half the arrow.
  package mutating func arrow(
    from start: PlanePoint, to end: PlanePoint, color: Color, head: Double = 4, thickness: Int = 1
  ) {
    line(from: start, to: end, color: color, thickness: thickness)
    let deltaX = end.x - start.x
    let deltaY = end.y - start.y
    let length = (deltaX * deltaX + deltaY * deltaY).squareRoot()
    guard length.isFinite, length > 1e-9, !head.isNaN else { return }
    if glyphs == .ascii {
      // Two strokes do not make a head in ASCII; one character does.
      if let x = cellIndex(end.x, in: 0..<width), let y = cellIndex(end.y, in: 0..<height) {
        let tip = glyphs.arrow(x: deltaX, y: -deltaY)
        dot(x, y, color: color, stroke: UInt8(truncatingIfNeeded: tip.value))
      }
      return
    }
    let side = min(max(0, head), length / 2)
    // The head opens by 2 · 28°.
    let (sine, cosine) = (0.469, 0.883)
    let (backX, backY) = (-deltaX / length * side, -deltaY / length * side)
    for turn in [sine, -sine] {
      let corner = PlanePoint(x: end.x + backX * cosine - backY * turn, y: end.y + backX * turn + backY * cosine)
      line(from: end, to: corner, color: color, thickness: thickness)
    }
  }
}
