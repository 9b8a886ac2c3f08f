import Learning

/// What the next step of a network's run will be, before it is made; after the run's end what it would have been.
public struct NetworkNextStep: Sendable, Equatable {
  /// The examples that it learns from, by index and in their order; of a large batch the first ones.
  public let examples: [Int]
  /// How many examples its batch has.
  public let count: Int
  /// Their mean loss before the update; nil where the step leaves the finite numbers.
  public let loss: Double?
  /// The weights and biases after it.
  public let parameters: NetworkParameters
}

extension NetworkRun {
  /// Makes the next step on a copy, past the limit where the run has ended; nil without examples.
  ///
  /// - Parameter most: How many examples of the batch are named at most.
  /// - Complexity: That of a step, and of an epoch's scores where the step ends one.
  public func stepAhead(most: Int) -> NetworkNextStep? {
    guard dataset.count > 0 else { return nil }
    let batch = position..<min(position + batchSize, dataset.count)
    let examples = batch.prefix(max(0, most)).map { place in permutation.map { Int($0[place]) } ?? place }
    var ahead = self
    (ahead.pace.stepLimit, ahead.status) = (nil, .running)
    var history = History()
    ahead.advance(by: 1, history: &history)
    return NetworkNextStep(
      examples: examples, count: batch.count, loss: ahead.step > step ? ahead.batchLoss : nil,
      parameters: ahead.model.parameters)
  }
}
