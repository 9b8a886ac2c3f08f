extension ReferenceNetwork {
  /// The mean loss over some of the examples, without the regularizer; 0 for none.
  package func loss(_ examples: NetworkExamples, at indices: [Int]) -> Double {
    guard !indices.isEmpty else { return 0 }
    let total = indices.reduce(0) { sum, index in
      let output = forward(examples.input(at: index))[network.hidden.count]
      return sum
        + network.loss.value(sums: output.sums, outputs: output.outputs, targets: examples.target(at: index))
    }
    return total / Double(indices.count)
  }

  /// The mean loss over all examples, without the regularizer; 0 for none.
  package func loss(_ examples: NetworkExamples) -> Double {
    loss(examples, at: Array(0..<examples.count))
  }

  /// The gradient of a batch's mean loss and of the regularizer, parameter by parameter, with the mean loss.
  ///
  /// `step` is the number of the step that the gradient is for, from 0; only dropout's masks depend on it.
  package func gradient(
    _ examples: NetworkExamples, at indices: [Int], regularizer: Regularizer = .none, dropout: Dropout = .none,
    step: Int = 0
  ) -> (gradient: [Double], loss: Double) {
    var gradient = Array(repeating: 0.0, count: parameters.values.count)
    guard !indices.isEmpty else { return (gradient, 0) }
    let keys = network.hidden.indices.map { dropout.key(step: step, layer: $0) }
    let share = 1 / Double(indices.count)
    var loss = 0.0
    for (place, index) in indices.enumerated() {
      let passage = backpropagate(examples.input(at: index), targets: examples.target(at: index)) { layer, unit in
        guard dropout.rate > 0 else { return 1 }
        return dropout.keeps(key: keys[layer], example: place, unit: unit) ? dropout.scale : 0
      }
      loss += share * passage.loss
      for (layer, part) in zip(parameters.layers, passage.gradients) {
        for (offset, derivative) in part.weights.enumerated() { gradient[layer.start + offset] += share * derivative }
        for unit in 0..<layer.units { gradient[layer.bias(unit: unit)] += share * part.biases[unit] }
      }
    }
    for layer in parameters.layers {
      for index in layer.weights { gradient[index] += regularizer.derivative(parameters.values[index]) }
    }
    return (gradient, loss)
  }

  /// Makes one training step on a batch and returns the batch's mean loss before it.
  @discardableResult
  package mutating func step(
    _ examples: NetworkExamples, at indices: [Int], options: TrainingOptions, learningRate: Double,
    state: inout OptimizerState
  ) -> Double {
    let (gradient, loss) = gradient(
      examples, at: indices, regularizer: options.regularizer, dropout: options.dropout, step: state.step)
    state.update(
      &parameters.values, gradient: gradient, learningRate: learningRate, optimizer: options.optimizer)
    return loss
  }
}
