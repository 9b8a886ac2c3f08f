/// How a run stands: what every kind of picture needs to know to say how it has ended.
package struct Standing: Sendable {
  /// Whether it goes on, else why not.
  package var status: RunStatus
  /// How many updates it has made.
  package var step: Int
  /// How many epochs it has made.
  package var epochs: Int
  /// Its curves.
  package var history: History

  /// Makes a standing.
  package init(_ status: RunStatus, step: Int, epochs: Int, history: History) {
    self.status = status
    self.step = step
    self.epochs = epochs
    self.history = history
  }
}

extension Snapshot {
  /// How the run has ended; nil while it goes on.
  package var ending: (any Claim)? {
    picture.ending(Standing(status, step: step, epochs: epochsCompleted, history: history))
  }
}

extension BranchSnapshot {
  /// How the branch has ended; nil while it goes on.
  package var ending: (any Claim)? {
    picture.ending(Standing(status, step: step, epochs: epochsCompleted, history: history))
  }
}

extension Run {
  /// How the run has ended; nil while it goes on.
  package func ending(_ history: History) -> (any Claim)? {
    var request = PictureRequest(columns: 1, rows: 1)
    request.isOutline = true
    return picture(request).ending(Standing(status, step: step, epochs: epochsCompleted, history: history))
  }
}
