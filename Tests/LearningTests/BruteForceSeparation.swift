/// Exact decision and closest distance by trying all pairs and triples of points, in whole numbers.
struct BruteForceSeparation {
  var isSeparable = true
  var distance = Double.infinity

  typealias Point = (x: Int, y: Int)

  static func cross(_ a: Point, _ b: Point, _ c: Point) -> Int {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }

  static func isOn(_ p: Point, _ a: Point, _ b: Point) -> Bool {
    cross(a, b, p) == 0 && min(a.x, b.x) <= p.x && p.x <= max(a.x, b.x) && min(a.y, b.y) <= p.y
      && p.y <= max(a.y, b.y)
  }

  static func isIn(_ p: Point, _ a: Point, _ b: Point, _ c: Point) -> Bool {
    let signs = [cross(a, b, p).signum(), cross(b, c, p).signum(), cross(c, a, p).signum()]
    if cross(a, b, c) == 0 { return isOn(p, a, b) || isOn(p, b, c) || isOn(p, c, a) }
    return !(signs.contains(1) && signs.contains(-1))
  }

  static func meet(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
    if isOn(a, c, d) || isOn(b, c, d) || isOn(c, a, b) || isOn(d, a, b) { return true }
    return cross(a, b, c).signum() * cross(a, b, d).signum() < 0
      && cross(c, d, a).signum() * cross(c, d, b).signum() < 0
  }

  static func distance(_ p: Point, _ a: Point, _ b: Point) -> Double {
    let (dx, dy) = (Double(b.x - a.x), Double(b.y - a.y))
    let squared = dx * dx + dy * dy
    let along = squared > 0 ? (Double(p.x - a.x) * dx + Double(p.y - a.y) * dy) / squared : 0
    let share = min(max(along, 0), 1)
    let (x, y) = (Double(p.x - a.x) - share * dx, Double(p.y - a.y) - share * dy)
    return (x * x + y * y).squareRoot()
  }

  init(_ first: [Point], _ second: [Point]) {
    for (some, others) in [(first, second), (second, first)] {
      for p in some {
        for a in others {
          for b in others {
            distance = min(distance, Self.distance(p, a, b))
            for c in others where Self.isIn(p, a, b, c) { isSeparable = false }
          }
        }
      }
    }
    for a in first {
      for b in first {
        for c in second {
          for d in second where Self.meet(a, b, c, d) { isSeparable = false }
        }
      }
    }
  }
}
