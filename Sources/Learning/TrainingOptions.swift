/// What a training step does besides following the gradient of the loss.
package struct TrainingOptions: Sendable, Equatable {
  /// How a gradient becomes an update.
  package var optimizer: Optimizer
  /// What the loss adds for large weights.
  package var regularizer: Regularizer
  /// Which hidden units are silent in a step.
  package var dropout: Dropout

  /// The given options; plain gradient descent if none are given.
  package init(optimizer: Optimizer = .sgd, regularizer: Regularizer = .none, dropout: Dropout = .none) {
    self.optimizer = optimizer
    self.regularizer = regularizer
    self.dropout = dropout
  }
}
