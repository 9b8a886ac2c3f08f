import Basics

/// Finds how far to go along a direction: tries a rate, and a smaller one until the value falls enough.
///
/// Enough is Armijo's condition (1966): f(p + t d) <= f(p) + c t g·d, with g·d < 0. A value that is not a number is
/// not enough.
package struct BacktrackingLineSearch: Sendable {
  /// The rate tried first; positive.
  package var firstRate = 1.0
  /// What a rate is multiplied by when it was too long; between 0 and 1.
  package var shrinkFactor = 0.5
  /// Armijo's c: which part of the slope's promise must be kept; between 0 and 1.
  package var slopeFraction = 1e-4
  /// How many rates are tried at most.
  package var trialLimit = 60

  /// Makes a search with the usual settings.
  package init() {}

  /// One rate that was tried.
  package struct Trial: Sendable, Equatable {
    /// The rate.
    package let rate: Double
    /// The function's value that it leads to.
    package let value: Double
  }

  /// What a search found.
  package struct Result: Sendable, Equatable {
    /// The rates tried, the accepted one last.
    package let trials: [Trial]
    /// The rate to go; 0 when none was accepted, or the direction does not descend.
    package let rate: Double
  }

  /// Searches from a point along a direction.
  ///
  /// - Parameters:
  ///   - value: The function's value at the point.
  ///   - gradient: The function's gradient at the point.
  ///   - direction: Where to go, x and y; -gradient for steepest descent.
  ///   - function: The function's value at any point.
  package func search(
    from point: PlanePoint, value: Double, gradient: PlaneGradient, direction: PlanePoint,
    function: (PlanePoint) -> Double
  ) -> Result {
    let slope = gradient.x * direction.x + gradient.y * direction.y
    guard slope < 0 else { return Result(trials: [], rate: 0) }
    var trials: [Trial] = []
    var rate = firstRate
    for _ in 0..<trialLimit {
      let reached = function(PlanePoint(x: point.x + rate * direction.x, y: point.y + rate * direction.y))
      trials.append(Trial(rate: rate, value: reached))
      if reached <= value + slopeFraction * rate * slope { return Result(trials: trials, rate: rate) }
      rate *= shrinkFactor
    }
    return Result(trials: trials, rate: 0)
  }
}
