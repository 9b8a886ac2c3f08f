/// What became of a call for training steps.
public struct TrainingOutcome: Sendable, Equatable {
  /// How many steps were made; a step that was taken back does not count.
  public var steps: Int
  /// The mean loss of the last batch, before its update and without the regularizer; 0 if there was none.
  public var batchLoss: Double
  /// The first weight or bias that stopped being a finite number; the network stands where it was before that step.
  public var divergedAt: NetworkParameters.Place?
}
