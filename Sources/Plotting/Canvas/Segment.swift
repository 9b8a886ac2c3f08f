import Basics

/// A straight piece of line between two places.
package struct Segment: Sendable, Hashable {
  /// Where it starts.
  package var start: PlanePoint
  /// Where it ends.
  package var end: PlanePoint

  /// Makes a segment from its ends.
  package init(from start: PlanePoint, to end: PlanePoint) {
    self.start = start
    self.end = end
  }

  /// The part inside a rectangle, borders included; nil where there is none or an end is no number.
  ///
  /// After Liang and Barsky, "A new concept and method for line clipping", ACM Transactions on Graphics 3 (1984).
  package func clipped(x: ClosedRange<Double>, y: ClosedRange<Double>) -> Segment? {
    guard start.isFinite, end.isFinite else { return nil }
    // Differences of huge coordinates overflow; what matters are ratios.
    let largest = max(max(start.x.magnitude, start.y.magnitude), max(end.x.magnitude, end.y.magnitude))
    let scale = largest > 1e150 ? 1e-160 : 1
    let startX = start.x * scale
    let startY = start.y * scale
    let deltaX = end.x * scale - startX
    let deltaY = end.y * scale - startY
    let edges = [
      (-deltaX, startX - x.lowerBound * scale), (deltaX, x.upperBound * scale - startX),
      (-deltaY, startY - y.lowerBound * scale), (deltaY, y.upperBound * scale - startY),
    ]
    var enter = (t: 0.0, edge: -1)
    var leave = (t: 1.0, edge: -1)
    for (edge, (direction, distance)) in edges.enumerated() {
      if direction == 0 {
        if distance < 0 { return nil }
      } else if direction < 0 {
        if distance / direction > enter.t { enter = (distance / direction, edge) }
      } else if distance / direction < leave.t {
        leave = (distance / direction, edge)
      }
    }
    guard enter.t <= leave.t else { return nil }
    // On the edge it crosses a place is exact; the other coordinate follows from the fraction of the way.
    func place(_ crossing: (t: Double, edge: Int)) -> PlanePoint {
      let alongX = min(max((startX + crossing.t * deltaX) / scale, x.lowerBound), x.upperBound)
      let alongY = min(max((startY + crossing.t * deltaY) / scale, y.lowerBound), y.upperBound)
      switch crossing.edge {
      case 0: return PlanePoint(x: x.lowerBound, y: alongY)
      case 1: return PlanePoint(x: x.upperBound, y: alongY)
      case 2: return PlanePoint(x: alongX, y: y.lowerBound)
      default: return PlanePoint(x: alongX, y: y.upperBound)
      }
    }
    // An end that needs no cut may still be outside by a rounding.
    func inside(_ end: PlanePoint) -> PlanePoint {
      PlanePoint(
        x: min(max(end.x, x.lowerBound), x.upperBound), y: min(max(end.y, y.lowerBound), y.upperBound))
    }
    return Segment(
      from: enter.edge < 0 ? inside(start) : place(enter), to: leave.edge < 0 ? inside(end) : place(leave))
  }

  /// The part of the straight line a·x + b·y + c = 0 inside a rectangle, exact at the borders.
  ///
  /// Nil where the line misses the rectangle, where a and b are both 0, or where a coefficient is no number.
  package static func line(
    a: Double, b: Double, c: Double, x: ClosedRange<Double>, y: ClosedRange<Double>
  ) -> Segment? {
    guard a.isFinite, b.isFinite, c.isFinite, a != 0 || b != 0 else { return nil }
    // Only ratios matter, and products of huge or tiny coefficients would overflow or vanish.
    let largest = max(a.magnitude, b.magnitude)
    let (a, b, c) = (a / largest, b / largest, c / largest)
    guard c.isFinite else { return nil }
    if b.magnitude >= a.magnitude {
      let left = PlanePoint(x: x.lowerBound, y: -(a * x.lowerBound + c) / b)
      let right = PlanePoint(x: x.upperBound, y: -(a * x.upperBound + c) / b)
      return Segment(from: left, to: right).clipped(x: x, y: y)
    }
    let bottom = PlanePoint(x: -(b * y.lowerBound + c) / a, y: y.lowerBound)
    let top = PlanePoint(x: -(b * y.upperBound + c) / a, y: y.upperBound)
    return Segment(from: bottom, to: top).clipped(x: x, y: y)
  }
}
