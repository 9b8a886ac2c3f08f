import Basics
import Learning

/// The part of a plane that is shown when nobody chose one.
///
/// It holds the path with a margin, and its edges lie on a coarse grid of round binary numbers, so that it seldom moves
/// while the path grows.
package struct LandscapeRange: Sendable, Equatable {
  /// The part, alpha as x and beta as y.
  package let rect: PlaneRect

  /// The part of a plane around a path.
  ///
  /// - Parameters:
  ///   - kind: How the plane's directions are chosen.
  ///   - path: The path on it, the present point last.
  ///   - span: How far it reaches to each side of the present point, and towards another model beyond both; nil for what
  ///     holds the path.
  package init(_ kind: LandscapePlane.Kind, path: [LandscapePathPoint], span: Double?) {
    let places = path.filter { $0.alpha.isFinite && $0.beta.isFinite }
    let present = places.last.map { (alpha: $0.alpha, beta: $0.beta) } ?? (alpha: 0, beta: 0)
    if let span {
      let right = kind == .towards ? 1.0 : present.alpha
      rect = PlaneRect(
        minX: present.alpha - span, maxX: max(present.alpha, right) + span, minY: present.beta - span,
        maxY: present.beta + span)
      return
    }
    var alphas = places.map(\.alpha)
    var betas = places.map(\.beta)
    switch kind {
    case .weights: break
    case .random:
      alphas += [-1, 1]
      betas += [-1, 1]
    case .principal:
      if places.allSatisfy({ $0.alpha == 0 && $0.beta == 0 }) {
        alphas += [-1, 1]
        betas += [-1, 1]
      }
    case .towards:
      alphas += [-0.25, 1.25]
      betas += [-1, 1]
    }
    var x = Self.interval(alphas)
    var y = Self.interval(betas)
    // Around a single weight that has hardly moved, about as much as it is worth itself.
    if kind == .weights {
      x = Self.widened(x, to: max(1, 1.5 * max(x.low.magnitude, x.high.magnitude)))
      y = Self.widened(y, to: max(1, 1.5 * max(y.low.magnitude, y.high.magnitude)))
    }
    let least = max(x.high - x.low, y.high - y.low) / 4
    x = Self.snapped(Self.widened(x, to: least), margin: kind == .random || kind == .towards ? 0 : 0.2)
    y = Self.snapped(Self.widened(y, to: least), margin: kind == .random || kind == .towards ? 0 : 0.2)
    rect = PlaneRect(minX: x.low, maxX: x.high, minY: y.low, maxY: y.high)
  }

  /// The middles of equal parts of an interval.
  static func middles(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
    (0..<count).map { low + (high - low) * (Double($0) + 0.5) / Double(count) }
  }

  /// Evenly spaced numbers from one end of an interval to the other.
  static func ends(_ low: Double, _ high: Double, _ count: Int) -> [Double] {
    (0..<count).map { low + (high - low) * (Double($0) / Double(max(1, count - 1))) }
  }

  private typealias Interval = (low: Double, high: Double)

  private static func interval(_ numbers: [Double]) -> Interval {
    (numbers.min() ?? -1, numbers.max() ?? 1)
  }

  private static func widened(_ interval: Interval, to width: Double) -> Interval {
    guard interval.high - interval.low < width else { return interval }
    let middle = interval.low / 2 + interval.high / 2
    return (middle - width / 2, middle + width / 2)
  }

  /// The interval with a share of itself on each side, its ends on multiples of a power of two.
  private static func snapped(_ interval: Interval, margin: Double) -> Interval {
    let width = interval.high - interval.low
    guard width > 0, width.isFinite else { return interval }
    let grid = width.binade / 8
    let (low, high) = (interval.low - margin * width, interval.high + margin * width)
    return ((low / grid).rounded(.down) * grid, (high / grid).rounded(.up) * grid)
  }
}
