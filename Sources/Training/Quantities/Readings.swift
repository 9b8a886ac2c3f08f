/// What can be read of a run at one step, by name: the same numbers for checks, conditions and goals.
package struct Readings: Sendable {
  private let snapshot: Snapshot

  /// Takes the readings from a snapshot.
  package init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  /// What a quantity is at; nil where the run has no such quantity, or not yet.
  ///
  /// - Parameter example: Of whose way through a network the numbers of units are read.
  package func value(of quantity: Quantity, example: Int = 0) -> Quantity.Reading? {
    switch quantity.member {
    case .whole: return value(named: quantity.base, example: example)
    case .run(let index): return snapshot.picture.reading(quantity.base, ofRun: index, example: example)
    case .branch(let index):
      guard snapshot.branches.indices.contains(index) else { return nil }
      return Readings(snapshot.standing(on: snapshot.branches[index])).value(named: quantity.base, example: example)
    }
  }

  /// What every run has; otherwise what its picture has under the name.
  func value(named name: String, example: Int) -> Quantity.Reading? {
    switch name {
    case "step": .number(Double(snapshot.step))
    case "epoch": .number(Double(snapshot.epochsCompleted))
    case "branches": .number(Double(max(1, snapshot.branches.count)))
    case "status": .word(snapshot.status.word)
    case "period": if case .cycling(let period) = snapshot.status { .number(Double(period)) } else { nil }
    case "learning-rate": snapshot.learningRate.isNaN ? nil : .number(snapshot.learningRate)
    default: snapshot.picture.number(name, example: example).map(Quantity.Reading.number)
    }
  }
}

extension RunStatus {
  /// The status in one word.
  package var word: String {
    switch self {
    case .running: "running"
    case .converged: "converged"
    case .finished: "finished"
    case .cycling: "cycling"
    case .diverged: "diverged"
    }
  }
}

extension Snapshot {
  /// The snapshot as if another of its branches were current.
  fileprivate func standing(on branch: BranchSnapshot) -> Snapshot {
    var other = self
    other.step = branch.step
    other.head = branch.head
    other.status = branch.status
    other.learningRate = branch.learningRate
    other.history = branch.history
    other.picture = branch.picture
    other.currentBranch = branch.id
    return other
  }
}
