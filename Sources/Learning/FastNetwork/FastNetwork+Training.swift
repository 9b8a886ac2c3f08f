extension FastNetwork {
  /// Makes training steps, one a batch, up to the end of an epoch.
  ///
  /// A batch takes the next `batchSize` examples of the order, the last batch of an epoch what is left. The gradient is
  /// the mean over the batch. If a step leads to a number that is not finite, it is taken back and named.
  ///
  /// - Parameters:
  ///   - examples: The data, prepared for this network's shape.
  ///   - order: The indices of the examples in the order of this epoch; nil for the order of the data.
  ///   - position: How many examples of the epoch have had their turn.
  ///   - batchSize: How many examples a batch has, at least 1.
  ///   - steps: How many steps to make at most.
  ///   - learningRate: The learning rate of all of them.
  ///   - options: The optimizer for which the network was made, and what else a step does.
  ///   - losses: Room for the mean loss of each batch before its update; the first of `outcome.steps` are filled, and the
  ///     one of a step that was taken back.
  /// - Complexity: O(weights) for each example; allocates once a call, not once a step.
  @discardableResult
  package mutating func train(
    on examples: FastExamples, order: [Int32]? = nil, position: Int = 0, batchSize: Int, steps: Int,
    learningRate: Double, options: TrainingOptions, losses: UnsafeMutableBufferPointer<Double>? = nil
  ) -> TrainingOutcome {
    precondition(batchSize > 0, "a batch of \(batchSize) examples")
    precondition(
      examples.inputCount == plan.inputs && examples.targetCount == plan.outputs,
      "examples of \(examples.inputCount) inputs and \(examples.targetCount) targets for \(plan.inputs) and \(plan.outputs)"
    )
    precondition(
      lanes.count == plan.size * (1 + options.optimizer.memories), "the network was made for another optimizer")
    if let order {
      precondition(order.count == examples.count, "an order of \(order.count) for \(examples.count) examples")
    }
    guard steps > 0, position >= 0, position < examples.count else {
      return TrainingOutcome(steps: 0, batchLoss: 0, divergedAt: nil)
    }
    let rows = Swift.min(TrainingPass.rowLimit, (Swift.min(batchSize, examples.count) + 7) & ~7)
    let scratchSize = TrainingPass.scratchSize(plan: plan, rows: rows, stateSize: lanes.count)
    let (network, plan, stepsBefore) = (network, plan, stepCount)
    var outcome = TrainingOutcome(steps: 0, batchLoss: 0, divergedAt: nil)
    withUnsafeTemporaryAllocation(of: TrainingPass.Layer.self, capacity: plan.hidden.count) { layers in
      withUnsafeTemporaryAllocation(of: Lanes.self, capacity: scratchSize) { scratch in
        scratch.initialize(repeating: .zero)
        lanes.withUnsafeMutableBufferPointer { state in
          examples.withSource(order: order) { source in
            guard let state = state.baseAddress, let scratch = scratch.baseAddress else { return }
            let pass = TrainingPass(
              network: network, plan: plan, options: options, rows: rows, state: state, scratch: scratch,
              layers: layers, source: source)
            var start = position
            while outcome.steps < steps && start < source.count {
              let end = start &+ Swift.min(batchSize, source.count &- start)
              let (loss, isMade) = pass.step(
                from: start, to: end, number: stepsBefore &+ outcome.steps, learningRate: learningRate)
              outcome.batchLoss = loss
              if let losses, outcome.steps < losses.count { losses[outcome.steps] = loss }
              guard isMade else {
                outcome.divergedAt = pass.firstFault().map(plan.place)
                break
              }
              outcome.steps &+= 1
              start = end
            }
            pass.finish()
          }
        }
      }
    }
    stepCount += outcome.steps
    return outcome
  }
}

extension FastExamples {
  /// Calls `body` with the addresses of the examples and of the order, unless there are no examples.
  fileprivate func withSource(order: [Int32]?, _ body: (TrainingPass.Source) -> Void) {
    inputs.withUnsafeBufferPointer { inputs in
      targets.withUnsafeBufferPointer { targets in
        guard let inputs = inputs.baseAddress, let targets = targets.baseAddress else { return }
        guard let order else {
          return body(TrainingPass.Source(inputs: inputs, targets: targets, order: nil, count: count))
        }
        order.withUnsafeBufferPointer { order in
          body(TrainingPass.Source(inputs: inputs, targets: targets, order: order.baseAddress, count: count))
        }
      }
    }
  }
}
