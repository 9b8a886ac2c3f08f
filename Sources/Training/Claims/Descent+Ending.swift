import Basics
import Calculus

extension Descent {
  /// How it has ended; nil while it goes on.
  ///
  /// - Parameter remedy: A lower rate that was tried; nil for none.
  package func ending(on function: PlaneFunction, remedy: Double? = nil) -> DescentEnding? {
    var figures = DescentEnding.Figures()
    figures.step = step
    figures.place = function.coordinates(of: point).map { PrintedNumber($0) }
    (figures.startValue, figures.value) = PrintedNumber.apart(function.value(at: start), value)
    figures.slope = PrintedNumber(gradient.length, significant: 2)
    figures.tolerance = PrintedNumber(tolerance, significant: 2)
    figures.curvatures = function.curvatures(at: point).map { PrintedNumber($0, significant: 3) }
    switch status {
    case .running, .cycling: return nil
    case .finished(.targetLoss):
      figures.reason = .target
      figures.target = PrintedNumber(target ?? .nan)
    case .finished: figures.reason = .steps
    case .converged:
      figures.reason = .rest
      let surroundings = Surroundings(of: point, on: function)
      figures.distance = PrintedNumber(surroundings.distance(gradient), significant: 2)
      figures.enclosure = surroundings.enclosure.map { PrintedNumber($0, significant: 2) }
      figures.standing = function.standing(
        ofMinimumAt: point, value: value, reach: (surroundings.enclosure ?? 0) * surroundings.scale)
    case .diverged(let divergence):
      figures.reason = .divergence
      (figures.quantity, figures.excess) = (divergence.quantity, PrintedNumber(divergence.value))
      figures.rate = PrintedNumber(divergence.learningRate, significant: 3)
      figures.remedy = remedy.map { PrintedNumber($0) }
      if let curvature = divergence.curvature, let bound = divergence.bound {
        let (product, limit) = PrintedNumber.apart(divergence.learningRate * curvature, bound, significant: 3...8)
        (figures.product, figures.bound) = (product, limit)
      }
    }
    return DescentEnding(figures)
  }
}

extension PlaneFunction {
  /// A point's coordinates, as many as the function has variables.
  package func coordinates(of point: PlanePoint) -> [Double] { variables == .x ? [point.x] : [point.x, point.y] }

  /// The curvatures at a point, the smallest first; what is nothing but rounding is 0.
  package func curvatures(at point: PlanePoint) -> [Double] {
    let curvatures = stepTheory(at: point).curvatures
    let largest = curvatures.reduce(0) { max($0, $1.magnitude) }
    return curvatures.map { $0.magnitude <= 1e-12 * largest ? 0 : $0 }
  }
}

/// What a function is like around a point at which it has as good as no slope.
struct Surroundings {
  private let point: PlanePoint
  private let function: PlaneFunction
  /// What distances are measured in.
  let scale: Double

  init(of point: PlanePoint, on function: PlaneFunction) {
    self.point = point
    self.function = function
    scale = 1 + PlaneGradient(x: point.x, y: point.y).length
  }

  /// How far the place without a slope is by the local quadratic: the largest |g|/|λ| of the principal directions.
  func distance(_ gradient: PlaneGradient) -> Double {
    let curvature = function.derivatives(at: point).curvature
    guard function.variables == .xAndY else { return ratio(gradient.x, curvature.xx) / scale }
    let (values, directions) = (curvature.eigenvalues, curvature.principalDirections)
    func along(_ direction: PlaneGradient) -> Double { gradient.x * direction.x + gradient.y * direction.y }
    return max(ratio(along(directions.smaller), values.smaller), ratio(along(directions.larger), values.larger)) / scale
  }

  private func ratio(_ slope: Double, _ curvature: Double) -> Double {
    slope == 0 ? 0 : slope.magnitude / curvature.magnitude
  }

  /// The smallest of some radii on whose circle the function is higher everywhere, so that there is a minimum within.
  var enclosure: Double? {
    let value = function.value(at: point)
    return [1e-3, 1e-2, 1e-1].first { radius in
      let heights = ring(radius).map { function.value(at: $0) - value }
      // Along the bottom of a trough it is higher by nothing but rounding.
      let least = 1e-9 * heights.reduce(0) { Double.maximum($0, $1.magnitude) }
      return heights.allSatisfy { $0 > least }
    }
  }

  /// Both sides for a curve, 24 places on a circle for a surface.
  private func ring(_ radius: Double) -> [PlanePoint] {
    let reach = radius * scale
    guard function.variables == .xAndY else {
      return [PlanePoint(x: point.x - reach), PlanePoint(x: point.x + reach)]
    }
    return Self.directions.map { PlanePoint(x: point.x + reach * $0.x, y: point.y + reach * $0.y) }
  }

  /// So many directions at equal angles, by turning the one before.
  private static let directions: [PlaneGradient] = {
    // cos and sin of 15°.
    let (cosine, sine) = (0.9659258262890683, 0.25881904510252074)
    var direction = PlaneGradient(x: 1, y: 0)
    return (0..<24).map { _ in
      defer {
        direction = PlaneGradient(
          x: direction.x * cosine - direction.y * sine, y: direction.x * sine + direction.y * cosine)
      }
      return direction
    }
  }()
}
