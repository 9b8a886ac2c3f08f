import Learning

/// How a network is trained, as its description says: what can change while it learns.
package struct NetworkPace: Sendable, Equatable {
  /// The optimizer, the regularizer and dropout.
  package let options: TrainingOptions
  /// How many examples a step takes; nil for all of them.
  package let batchSize: Int?
  /// The learning rate that was asked for, before the schedule's factor.
  package let learningRate: Double
  /// How the learning rate changes with the epochs.
  package let schedule: Schedule
  /// In which order an epoch goes through the examples.
  package let order: ExampleOrder
  /// After how many epochs the run ends; nil for never.
  package let epochLimit: Int?
  /// After how many steps the run ends; nil for never.
  package internal(set) var stepLimit: Int?
  /// The training loss at which the run ends; nil for none.
  package let targetLoss: Double?
  /// After how many epochs without a better loss the run ends; nil for never.
  package let patience: Int?

  /// Reads the settings of a description.
  ///
  /// - Parameter isWatched: Whether somebody watches, so that only limits that were asked for hold.
  package init(_ description: Description, isWatched: Bool = false) {
    options = TrainingOptions(
      optimizer: description.optimizer ?? .sgd,
      regularizer: Regularizer(l1: description.number(.l1) ?? 0, l2: description.number(.l2) ?? 0),
      dropout: Dropout(rate: description.number(.dropout) ?? 0, seed: description.orderSeed))
    batchSize = description.batchSize
    learningRate = description.learningRate
    schedule = description.schedule
    order = description.order
    epochLimit = description.limit(.epochs, isWatched: isWatched)
    stepLimit = description.limit(.steps, isWatched: isWatched)
    targetLoss = description.number(.stopAtLoss)
    patience = description.integer(.patience)
  }

  /// The learning rate of an epoch, counted from 0.
  package func learningRate(epoch: Int) -> Double { learningRate * schedule.factor(epoch: epoch) }
}
