/// An immutable picture of a run at one step: every number in it is true of the same moment.
package struct Snapshot: Sendable {
  /// Which run it belongs to; a snapshot of a run that has been replaced is stale.
  package var generation: Int
  /// How many updates have been made.
  package var step: Int
  /// How many epochs are complete.
  package var epochsCompleted: Int
  /// Whether the next step begins an epoch.
  package var isAtEpochStart: Bool
  /// The furthest step that a branch has reached.
  package var head: Int
  /// How the run stands.
  package var status: RunStatus
  /// Whether it is playing.
  package var isPlaying: Bool
  /// How fast it plays.
  package var speed: Speed
  /// How many steps a second it made lately while playing; nil when it is not playing.
  package var measuredRate: Double?
  /// The learning rate in force.
  package var learningRate: Double
  /// The curves up to the furthest step.
  package var history: History
  /// What the scene draws.
  package var picture: any Picture
  /// What has been refused since the snapshot that was taken before, in the order it was asked for.
  package var refusals: [Refusal] = []
  /// The branches in the order they were made, the current one included; none where nobody keeps any.
  package var branches: [BranchSnapshot] = []
  /// The `id` of the branch that all the rest of the snapshot is of.
  package var currentBranch = 0
  /// Whose hand did what is taken back next; nil where nothing can be.
  package var lastHand: Hand?
  /// The step that it is on its way to because it was told to go there; nil where it is not under way.
  package var destination: Int?
}

extension Snapshot {
  /// Whether there is more than one branch.
  package var isForked: Bool { branches.count > 1 }
  /// The branches that are not current.
  package var otherBranches: [BranchSnapshot] { branches.filter { $0.id != currentBranch } }

  /// The last step that the current branch has in common with another.
  package func commonStep(with other: BranchSnapshot) -> Int {
    func way(from id: Int) -> [BranchSnapshot] {
      var way: [BranchSnapshot] = []
      var next: Int? = id
      while let id = next, way.count < branches.count, let branch = branches.first(where: { $0.id == id }) {
        way.append(branch)
        next = branch.parent
      }
      return way
    }
    let (own, others) = (way(from: currentBranch), way(from: other.id))
    // Both ways lead to the branch that was there first; what is on one of them alone lies beyond their fork.
    let apart =
      own.filter { branch in !others.contains { $0.id == branch.id } }
      + others.filter { branch in !own.contains { $0.id == branch.id } }
    return apart.map(\.forkStep).min() ?? min(head, other.head)
  }

  /// The current branch; nil where nobody keeps any.
  package var branch: BranchSnapshot? { branches.first { $0.id == currentBranch } }
}

extension Snapshot {
  /// The picture of a run that stands still, carried out without a trainer.
  package init(still run: any Run, history: History, generation: Int, request: PictureRequest) {
    self.init(
      generation: generation, step: run.step, epochsCompleted: run.epochsCompleted,
      isAtEpochStart: run.isAtEpochStart, head: run.step, status: run.status,
      isPlaying: false, speed: .unlimited, measuredRate: nil, learningRate: run.learningRate, history: history,
      picture: run.picture(request))
  }
}
