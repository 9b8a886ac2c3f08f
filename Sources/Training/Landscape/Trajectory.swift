import Learning

/// The parameters along a run, in bounded memory.
///
/// A point is noted after every step whose number is a multiple of the spacing, a power of two. When there are too many,
/// every second one goes and the spacing doubles. So what is remembered at a step depends on the step alone, not on how
/// the steps were divided into calls.
package struct Trajectory: Sendable, Equatable {
  /// A point of the path.
  package struct Point: Sendable, Equatable {
    /// After which step.
    package let step: Int
    /// All parameters.
    package let parameters: [Double]
    /// The loss there.
    package fileprivate(set) var loss: Double
    /// Whether it was reached by hand, not by learning from the point before.
    package fileprivate(set) var isJump: Bool
  }

  /// How many points are remembered at most.
  package static let most = 256

  /// The points, the oldest first.
  package private(set) var points: [Point]
  /// How many steps lie between two points.
  package private(set) var spacing = 1

  /// A path that begins at some parameters.
  package init(step: Int, parameters: [Double], loss: Double) {
    points = [Point(step: step, parameters: parameters, loss: loss, isJump: false)]
  }

  /// How many steps are left from a step until a point is to be noted, at least 1.
  package func stepsToNext(from step: Int) -> Int { spacing - step % spacing }

  /// Notes where a run stands after a step, if the step's number asks for it.
  ///
  /// The parameters and their loss are only worked out where they are noted.
  package mutating func note(step: Int, _ standing: () -> (parameters: [Double], loss: Double)) {
    guard step.isMultiple(of: spacing), let last = points.last, last.step < step else { return }
    let (parameters, loss) = standing()
    points.append(Point(step: step, parameters: parameters, loss: loss, isJump: false))
    thin(to: Self.most)
  }

  /// Notes that the parameters were changed by hand after a step; of several changes at one step the last counts.
  package mutating func jump(step: Int, parameters: [Double], loss: Double) {
    if let last = points.last, last.step == step, last.isJump { points.removeLast() }
    points.append(Point(step: step, parameters: parameters, loss: loss, isJump: true))
    thin(to: Self.most)
  }

  /// Works the losses out anew, after the examples have changed.
  package mutating func reevaluate(_ loss: ([Double]) -> Double) {
    for index in points.indices { points[index].loss = loss(points[index].parameters) }
  }

  /// The same path with fewer points: every second goes, until there are not more than so many, at least 2.
  package func thinned(to most: Int) -> Trajectory {
    var few = self
    few.thin(to: max(2, most))
    return few
  }

  /// Lets every second point go until there are not too many; the first always stays.
  private mutating func thin(to most: Int) {
    while points.count > most {
      spacing *= 2
      var kept: [Point] = []
      var isAfterJump = false
      for point in points {
        let isJump = isAfterJump || point.isJump
        guard kept.isEmpty || point.step.isMultiple(of: spacing) else {
          // Whoever comes next was not reached by learning from the one before.
          isAfterJump = isJump
          continue
        }
        isAfterJump = false
        kept.append(point)
        kept[kept.count - 1].isJump = isJump
      }
      points = kept
    }
  }
}
