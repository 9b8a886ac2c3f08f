extension LossHessian {
  /// Sends the examples forward and the derivatives of their losses backward, and keeps what products need.
  func prepare(_ examples: NetworkExamples, _ known: UnsafeMutablePointer<Octet>) {
    for example in 0..<examples.count {
      let (lane, offset) = (example / 8, example % 8)
      for input in 0..<examples.inputCount {
        known[input * lanes + lane][offset] = examples.inputs[example * examples.inputCount + input]
      }
    }
    for number in layers.indices { forward(number, known) }
    differentiateOutput(examples, known)
    for number in layers.indices.dropLast().reversed() { backward(number, known) }
  }

  /// The sums of a layer, and for a hidden one u, du/dr and d²u/dr².
  private func forward(_ number: Int, _ known: UnsafeMutablePointer<Octet>) {
    let layer = layers[number]
    let isHidden = number < layers.count - 1
    for unit in 0..<layer.parameters.units {
      // The sums are needed no longer than this; the place of the gradients holds them.
      let sums = known + layer.gradients + unit * lanes
      let bias = parameters.values[layer.parameters.bias(unit: unit)]
      for lane in 0..<lanes { sums[lane] = Octet(repeating: bias) }
      for input in 0..<layer.parameters.inputs {
        let weight = parameters.values[layer.parameters.weight(input: input, unit: unit)]
        let values = known + layer.inputs + input * lanes
        for lane in 0..<lanes { sums[lane] += weight * values[lane] }
      }
      guard isHidden else { continue }
      let activation = network.hidden[number].activation
      let outputs = known + layers[number + 1].inputs + unit * lanes
      let (slopes, bends) = (known + layer.slopes + unit * lanes, known + layer.bends + unit * lanes)
      for example in 0..<exampleCount {
        let (lane, offset) = (example / 8, example % 8)
        let r = sums[lane][offset]
        let (value, slope) = activation(r)
        outputs[lane][offset] = value
        slopes[lane][offset] = slope
        bends[lane][offset] = activation.secondDerivative(r)
      }
    }
  }

  /// dL/ds of every example in the place of its sums, and how it changes with s.
  private func differentiateOutput(_ examples: NetworkExamples, _ known: UnsafeMutablePointer<Octet>) {
    let layer = layers[layers.count - 1]
    let share = 1 / Double(exampleCount)
    var sums = [Double](repeating: 0, count: network.outputs)
    for example in 0..<exampleCount {
      let (lane, offset) = (example / 8, example % 8)
      for output in sums.indices { sums[output] = known[layer.gradients + output * lanes + lane][offset] }
      let outputs = network.outputActivation(sums)
      let targets = examples.target(at: example)
      let gradient = network.loss.gradient(
        sums: sums, outputs: outputs, targets: targets, activation: network.outputActivation)
      for output in sums.indices {
        let (z, t) = (outputs[output], targets[output])
        known[layer.gradients + output * lanes + lane][offset] = share * gradient[output]
        if network.outputActivation == .softmax {
          known[layer.slopes + output * lanes + lane][offset] = z
          known[layer.bends + output * lanes + lane][offset] = z - t
        } else {
          known[layer.slopes + output * lanes + lane][offset] = share * factor(z: z, t: t)
        }
      }
    }
    // The sums of lanes beyond the last example are not 0; nothing of them may count.
    guard !exampleCount.isMultiple(of: 8) else { return }
    for output in 0..<network.outputs {
      for offset in exampleCount % 8..<8 { known[layer.gradients + output * lanes + lanes - 1][offset] = 0 }
    }
  }

  /// The second derivative of an output's loss with respect to its sum s, where no output looks at another's sum.
  private func factor(z: Double, t: Double) -> Double {
    switch (network.loss, network.outputActivation) {
    case (.hinge, _): 0
    case (.squaredError, .sigmoid): z * (1 - z) * (z * (1 - z) + (z - t) * (1 - 2 * z))
    case (.squaredError, .tanh): (1 - z * z) * ((1 - z * z) - 2 * (z - t) * z)
    case (.squaredError, _): 1
    case (.binaryCrossEntropy, _), (.crossEntropy, _): z * (1 - z)
    }
  }

  /// dL/dr of a hidden layer, and its bends dL/du d²u/dr².
  private func backward(_ number: Int, _ known: UnsafeMutablePointer<Octet>) {
    let (layer, above) = (layers[number], layers[number + 1])
    for unit in 0..<layer.parameters.units {
      let gradients = known + layer.gradients + unit * lanes
      for lane in 0..<lanes { gradients[lane] = .zero }
      for output in 0..<above.parameters.units {
        let weight = parameters.values[above.parameters.weight(input: unit, unit: output)]
        let from = known + above.gradients + output * lanes
        for lane in 0..<lanes { gradients[lane] += weight * from[lane] }
      }
      let (slopes, bends) = (known + layer.slopes + unit * lanes, known + layer.bends + unit * lanes)
      for lane in 0..<lanes {
        bends[lane] *= gradients[lane]
        gradients[lane] *= slopes[lane]
      }
    }
  }
}
