import Basics
import Calculus

/// Where a descent ends from each of many starts along an axis, found by really descending.
package struct BasinStrip: Sendable {
  /// What became of one start.
  package enum Destination: Sendable, Hashable {
    /// It came to rest at the valley of this index.
    case valley(Int)
    /// It left the bounds.
    case divergence
    /// It came to rest where there is no valley in view.
    case elsewhere
    /// It is under way after the steps that were tried.
    case undecided
  }

  /// What became of each start, in their order.
  package let destinations: [Destination]

  /// How many steps all starts together may take.
  private static let mostSteps = 60_000

  /// Descends from each start.
  ///
  /// - Complexity: at most 60,000 steps in all.
  package init(
    _ function: PlaneFunction, valleys: [Valley], starts: [Double], method: DescentMethod, learningRate: Double,
    tolerance: Double = DescentRun.defaultTolerance
  ) {
    let steps = Self.mostSteps / max(1, starts.count)
    destinations = starts.map { start in
      var descent = Descent(
        function, start: PlanePoint(x: start), method: method, learningRate: learningRate, tolerance: tolerance)
      var parameters = [0.0, 0]
      var slopes = [0.0, 0]
      for _ in 0..<steps where descent.status == .running {
        descent.advance(on: function, parameters: &parameters, slopes: &slopes)
      }
      return Self.destination(of: descent, among: valleys)
    }
  }

  private static func destination(of descent: Descent, among valleys: [Valley]) -> Destination {
    switch descent.status {
    case .diverged: return .divergence
    case .running, .finished, .cycling: return .undecided
    case .converged:
      let x = descent.point.x
      let nearest = valleys.indices.min { (valleys[$0].x - x).magnitude < (valleys[$1].x - x).magnitude }
      guard let nearest, (valleys[nearest].x - x).magnitude <= 0.01 * (1 + x.magnitude) else { return .elsewhere }
      return .valley(nearest)
    }
  }

  /// Neighboring starts with the same destination, as ranges of their indices.
  package var stretches: [(range: Range<Int>, destination: Destination)] {
    var stretches: [(range: Range<Int>, destination: Destination)] = []
    for (index, destination) in destinations.enumerated() {
      if let last = stretches.last, last.destination == destination {
        stretches[stretches.count - 1].range = last.range.lowerBound..<index + 1
      } else {
        stretches.append((index..<index + 1, destination))
      }
    }
    return stretches
  }
}
