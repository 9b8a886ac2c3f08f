extension Branches {
  /// Does what a command asks of the branches; others, such as those about speed, change nothing.
  ///
  /// - Throws: Why a change cannot be made.
  package mutating func obey(_ command: TrainerCommand) throws(ChangeError) {
    switch command {
    case .step(let count):
      if count >= 0 { advance(by: count) } else { go(to: present.step + count) }
    case .epoch(let count): go(byEpochs: count)
    case .go(let step): go(to: step)
    case .reach(let step): reach(step)
    case .change(let change): try apply(change)
    case .amend(let change): try amend(change)
    case .takeBack(let change): try takeBack(change)
    case .fork: try fork()
    case .switchTo(let id): switchTo(branch: id)
    case .closeBranch: try close()
    case .graft(let id, let isFirst): graft(id, isFirst: isFirst)
    case .arrange(let places): arrange(places)
    case .play, .pause, .speed, .replace, .keep, .recall, .request, .interrupt: break
    }
  }
}

extension Snapshot {
  /// What is to be seen of branches at the step they stand at.
  package init(
    _ branches: Branches, generation: Int, isPlaying: Bool, speed: Speed, measuredRate: Double? = nil,
    request: PictureRequest, refusals: [Refusal] = []
  ) {
    let run = branches.present
    let past = request.hasStepMade ? branches.current.timeline.beforeLastStep : nil
    let picture = run.picture(request, after: past)
    self.init(
      generation: generation, step: run.step, epochsCompleted: run.epochsCompleted, isAtEpochStart: run.isAtEpochStart,
      head: branches.head, status: run.status, isPlaying: isPlaying, speed: speed, measuredRate: measuredRate,
      learningRate: run.learningRate, history: branches.current.timeline.history, picture: picture, refusals: refusals,
      branches: branches.all.map { branch in
        BranchSnapshot(
          branch,
          picture: branch.id == branches.currentID ? picture : branch.timeline.present.picture(request.inOutline))
      },
      currentBranch: branches.currentID)
  }
}
