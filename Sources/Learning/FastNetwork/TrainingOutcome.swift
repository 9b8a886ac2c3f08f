/// What became of a call for training steps.
package struct TrainingOutcome: Sendable, Equatable {
  /// How many steps were made; a step that was taken back does not count.
  package var steps: Int
  /// The mean loss of the last batch, before its update and without the regularizer; 0 if there was none.
  package var batchLoss: Double
  /// The first weight or bias that stopped being a finite number; the network stands where it was before that step.
  package var divergedAt: NetworkParameters.Place?
}
