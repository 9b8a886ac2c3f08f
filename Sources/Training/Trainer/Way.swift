/// A way that a trainer goes because it was told to, and that may be long: it is gone slice by slice.
struct Way: Sendable {
  /// The step at which it ends, or the present epoch does; nil before the epoch is entered.
  private var end: Int?
  /// How many ends of epochs are to be reached; 0 where it leads to a step.
  private var epochs: Int

  /// The way to a step.
  init(to step: Int) {
    end = step
    epochs = 0
  }

  /// The way through so many epochs, the present one included.
  init(epochs: Int) {
    end = nil
    self.epochs = epochs
  }

  /// Where it leads, or the part of it that is gone now.
  func destination(of branches: Branches) -> Int { end ?? branches.epochEnd ?? branches.step }

  /// How many steps are left to there; 0 where no branch goes on.
  func stepsLeft(of branches: Branches) -> Int {
    branches.canAdvance ? max(0, destination(of: branches) - branches.step) : 0
  }

  /// Begins the present part of it: the end of an epoch is where it was when the epoch was entered.
  mutating func enter(_ branches: Branches) { end = end ?? branches.epochEnd }

  /// What is left of it after some steps; nil at its end.
  ///
  /// - Parameter hasStopped: Whether no further step is made towards the present end.
  func after(hasStopped: Bool, _ branches: Branches) -> Way? {
    guard hasStopped else { return self }
    var rest = self
    rest.end = nil
    rest.epochs -= 1
    return rest.epochs > 0 && branches.canAdvance ? rest : nil
  }
}

extension Branches {
  /// The step at which the epoch of the current branch ends, or that of one that still goes on; nil where none does.
  fileprivate var epochEnd: Int? {
    guard let leader = all.first(where: { $0.timeline.present.status.canAdvance }) else { return nil }
    let run = present.status.canAdvance ? present : leader.timeline.present
    return step.advancedSafely(by: run.stepsToEpochEnd)
  }
}

extension Int {
  /// The sum, or the largest number there is.
  func advancedSafely(by count: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(count)
    return overflow ? .max : sum
  }
}

/// What was changed by hand in a run, and how many ways it went on.
package struct Journey: Sendable {
  /// The changes that led to where the current branch stands, ascending by step.
  package var changes: [(step: Int, change: Change)] = []
  /// How many branches there are.
  package var branchCount = 1

  /// Nothing changed.
  package init() {}

  init(_ branches: Branches) {
    changes = branches.current.timeline.changes
    branchCount = branches.all.count
  }
}
