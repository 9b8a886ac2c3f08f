import Basics
import Calculus

/// Where a descent has been, in bounded memory: the latest steps one by one, older ones thinned evenly.
package struct DescentPath: Sendable, Equatable {
  /// One place on the way.
  package struct Place: Sendable, Equatable {
    /// After which step it was reached; the start has the step it was placed at.
    package let step: Int
    /// Where it is.
    package let point: PlanePoint
    /// The function's value there.
    package let value: Double
  }

  /// How many of the latest places are surely there one by one.
  package static let recentCount = 64
  /// How many older places are kept at most; even.
  private static let capacity = 512

  /// Every `stride`-th place since the first.
  private var kept: [Place]
  private var stride = 1
  private var recent: [Place]
  private let firstStep: Int

  /// Begins at a start.
  init(start: Place) {
    kept = [start]
    recent = [start]
    firstStep = start.step
  }

  /// The places in order: the start first, the latest last.
  ///
  /// - Complexity: O(1) in the length of the run.
  package var places: [Place] {
    let border = recent[0].step
    return kept.prefix { $0.step < border } + recent
  }

  /// The latest place.
  package var last: Place { recent[recent.count - 1] }

  /// Adds the place that the next step led to.
  mutating func append(_ place: Place) {
    recent.append(place)
    if recent.count == 2 * Self.recentCount { recent.removeFirst(Self.recentCount) }
    guard (place.step - firstStep).isMultiple(of: stride) else { return }
    kept.append(place)
    guard kept.count > Self.capacity else { return }
    stride *= 2
    kept = kept.filter { ($0.step - firstStep).isMultiple(of: stride) }
  }
}
