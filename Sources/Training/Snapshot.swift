/// An immutable picture of a run at one step: every number in it is true of the same moment.
public struct Snapshot: Sendable {
  /// Which run it belongs to; a snapshot of a run that has been replaced is stale.
  public var generation: Int
  /// How many updates have been made.
  public var step: Int
  /// How many epochs are complete.
  public var epochsCompleted: Int
  /// Whether the next step begins an epoch.
  public var isAtEpochStart: Bool
  /// The furthest step that has been reached.
  public var head: Int
  /// How the run stands.
  public var status: RunStatus
  /// Whether it is playing.
  public var isPlaying: Bool
  /// How fast it plays.
  public var speed: Speed
  /// How many steps a second it made lately while playing; nil when it is not playing.
  public var measuredRate: Double?
  /// The learning rate in force.
  public var learningRate: Double
  /// The curves up to the furthest step.
  public var history: History
  /// What the scene draws.
  public var picture: any Picture
  /// Why the last change was refused, if it was.
  public var refusal: ChangeError?
}

extension Snapshot {
  /// The picture of a run that stands still, carried out without a trainer.
  public init(still run: any Run, history: History, generation: Int, request: PictureRequest) {
    self.init(
      generation: generation, step: run.step, epochsCompleted: run.epochsCompleted,
      isAtEpochStart: run.isAtEpochStart, head: run.step, status: run.status,
      isPlaying: false, speed: .unlimited, measuredRate: nil, learningRate: run.learningRate, history: history,
      picture: run.picture(request), refusal: nil)
  }
}
