import Learning

/// One step of a network's run: the examples it learned from, and the weights before and after it.
package struct NetworkStep: Sendable, Equatable {
  /// The examples that it learns from, by index and in their order; of a large batch the first ones.
  package let examples: [Int]
  /// How many examples its batch has.
  package let count: Int
  /// Their mean loss before the update; nil where the step leaves the finite numbers.
  package let loss: Double?
  /// The learning rate, the schedule's factor included.
  package let rate: Double
  /// The weights and biases before it.
  package let before: NetworkParameters
  /// The weights and biases after it.
  package let parameters: NetworkParameters
}

extension NetworkRun {
  /// Makes the next step on a copy, past the limit where the run has ended; nil without examples.
  ///
  /// - Parameter most: How many examples of the batch are named at most.
  /// - Complexity: That of a step, and of an epoch's scores where the step ends one.
  package func stepAhead(most: Int) -> NetworkStep? {
    guard dataset.count > 0 else { return nil }
    let batch = position..<min(position + batchSize, dataset.count)
    let examples = batch.prefix(max(0, most)).map { place in permutation.map { Int($0[place]) } ?? place }
    var ahead = self
    (ahead.pace.stepLimit, ahead.status) = (nil, .running)
    var history = History()
    ahead.advance(by: 1, history: &history)
    return NetworkStep(
      examples: examples, count: batch.count, loss: ahead.step > step ? ahead.batchLoss : nil,
      rate: pace.learningRate(epoch: epochsCompleted), before: model.parameters, parameters: ahead.model.parameters)
  }

  /// The step that led to where the run stands; nil where something else did, such as a change by hand.
  ///
  /// - Parameter past: The run as it was before its last step.
  func stepMade(since past: NetworkRun, most: Int) -> NetworkStep? {
    guard past.step + 1 == step, past.dataset == dataset, past.network == network else { return nil }
    return past.stepAhead(most: most).flatMap { $0.parameters == model.parameters ? $0 : nil }
  }
}
