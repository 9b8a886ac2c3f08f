import Basics
import Calculus

/// What is known of how a minimum stands to all others of its function.
package enum MinimumStanding: String, Sendable, Equatable, CaseIterable {
  /// Nothing: the function was typed and is no quadratic, or is not known to have a lowest value.
  case unknown
  /// The function is higher everywhere else.
  case only
  /// The function is nowhere lower, and as low elsewhere.
  case oneOfSeveral
  /// The function is lower elsewhere.
  case notLowest
}

extension PlaneFunction {
  /// The value below which the function has none, where that is known: from the catalog, or of a quadratic's bottom.
  package var knownLowest: Double? {
    if let lowest = minima.first(where: \.isGlobal) { return lowest.value }
    guard let bottom = bottom else { return nil }
    return value(at: bottom)
  }

  /// Where the only minimum of a quadratic is; nil for anything else.
  private var bottom: PlanePoint? {
    guard let quadratic, quadratic.theory.curvatures.allSatisfy({ $0 > 0 }) else { return nil }
    return quadratic.stationaryPoint
  }

  /// How a minimum at a place stands to all others.
  ///
  /// The one rule for banners, labels, stars and verdicts.
  ///
  /// - Parameters:
  ///   - value: The function's value there.
  ///   - reach: How far from there the minimum may really be.
  package func standing(ofMinimumAt place: PlanePoint, value: Double, reach: Double = 1e-6) -> MinimumStanding {
    guard let lowest = knownLowest, value.isFinite else { return .unknown }
    // A quadratic has no other.
    if minima.isEmpty { return .only }
    let known = minima.first { minimum in
      PlaneGradient(x: minimum.point.x - place.x, y: minimum.point.y - place.y).length <= reach
    }
    // What the catalog and a descent know of the same minimum differs in the last digits.
    let isLowest = known?.isGlobal ?? (value - lowest <= 1e-9 * (1 + lowest.magnitude))
    guard isLowest else { return .notLowest }
    return minima.count { $0.isGlobal } > 1 ? .oneOfSeveral : .only
  }
}
