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
      currentBranch: branches.currentID, lastHand: branches.lastHand)
  }
}
