extension TrainingPass {
  /// Adds the regularizer's derivative to the gradient of the weights.
  func regularize() {
    guard options.regularizer != .none else { return }
    for layer in layers {
      regularize(from: layer.plan.weights, count: layer.plan.inputs &* layer.plan.width)
    }
    regularize(from: outputWeights, count: outputBiases &- outputWeights)
  }

  private func regularize(from start: Int, count: Int) {
    let l1 = Lanes(repeating: Float(options.regularizer.l1))
    let l2 = Lanes(repeating: Float(options.regularizer.l2))
    for index in start..<start &+ count {
      let w = state[index]
      let sign = Lanes.zero.replacing(with: l1, where: w .> .zero)
        .replacing(with: Lanes.zero - l1, where: w .< .zero)
      gradient[index] += sign.adding(l2, times: w)
    }
  }

  /// Writes the parameters and memories after the step to `next`; returns whether all are finite numbers.
  func update(number: Int, learningRate: Double) -> Bool {
    options.optimizer.specialize(Step(pass: self, number: number, learningRate: learningRate))
  }

  /// The loop over all parameters of one step.
  private struct Step: UpdateSweep {
    let pass: TrainingPass
    let number: Int
    let learningRate: Double

    @inline(__always)
    func callAsFunction(_ rule: Optimizer) -> Bool {
      let (state, next, gradient, size) = (pass.state, pass.next, pass.gradient, pass.size)
      let memories = rule.memories
      let constants = pass.options.optimizer.constants(step: number, learningRate: learningRate, as: Lanes.self)
      var first = Lanes.zero
      var second = Lanes.zero
      var overflow = SIMD8<UInt32>(repeating: 0)
      for index in 0..<size {
        if memories > 0 { first = state[size &+ index] }
        if memories > 1 { second = state[2 &* size &+ index] }
        let w = rule.updated(
          state[index], gradient: gradient[index], first: &first, second: &second, constants: constants)
        next[index] = w
        overflow |= w.overflowMarks
        if memories > 0 {
          next[size &+ index] = first
          overflow |= first.overflowMarks
        }
        if memories > 1 {
          next[2 &* size &+ index] = second
          overflow |= second.overflowMarks
        }
      }
      return overflow.leadingBitsAreClear
    }
  }

  /// The index of the first parameter, among single numbers, that is not finite or whose memory is not.
  func firstFault() -> Int? {
    for index in 0..<size {
      for memory in 0...options.optimizer.memories {
        let lanes = next[memory &* size &+ index]
        for lane in 0..<8 where !lanes[lane].isFinite { return 8 &* index &+ lane }
      }
    }
    return nil
  }
}

extension LanePlan {
  /// The place of a parameter by its index among single numbers; padding counts as the bias of unit 0 of its layer.
  func place(of index: Int) -> NetworkParameters.Place {
    let lane = index / 8
    for (number, layer) in hidden.enumerated() where lane < layer.weights &+ layer.inputs &* layer.width {
      let row = (lane &- layer.biases) / layer.width
      let unit = index &- 8 &* (layer.biases &+ row &* layer.width)
      guard unit < layer.units else { break }
      return NetworkParameters.Place(layer: number, unit: unit, input: row == 0 ? nil : row &- 1)
    }
    if lane >= outputBiases {
      return NetworkParameters.Place(
        layer: hidden.count, unit: Swift.min(outputs &- 1, index &- 8 &* outputBiases), input: nil)
    }
    let unit = Swift.max(0, lane &- outputWeights) / outputWidth
    let input = index &- 8 &* (outputWeights &+ unit &* outputWidth)
    return NetworkParameters.Place(
      layer: hidden.count, unit: unit, input: Swift.min(Swift.max(0, input), outputInputs &- 1))
  }
}
