extension ReferenceNetwork {
  /// The Hessian of a batch's mean loss and regularizer times a direction, exactly, without the Hessian.
  ///
  /// R{} is the derivative along the direction; it is sent forward and backward like the values themselves. Source:
  /// B. Pearlmutter, "Fast exact multiplication by the Hessian", Neural Computation 6, 1994.
  ///
  /// - Precondition: the direction has a number for each weight and bias.
  /// - Complexity: O(weights) for each example.
  package func curvature(
    along direction: [Double], _ examples: NetworkExamples, at indices: [Int], regularizer: Regularizer = .none
  ) -> [Double] {
    precondition(
      direction.count == parameters.values.count,
      "a direction of \(direction.count) numbers for \(parameters.values.count) parameters")
    var product = Array(repeating: 0.0, count: direction.count)
    guard !indices.isEmpty else { return product }
    let share = 1 / Double(indices.count)
    for index in indices {
      add(
        share, along: direction, input: examples.input(at: index), targets: examples.target(at: index), to: &product)
    }
    for layer in parameters.layers {
      for index in layer.weights { product[index] += regularizer.l2 * direction[index] }
    }
    return product
  }

  /// Adds `share` times one example's Hessian times the direction.
  private func add(
    _ share: Double, along direction: [Double], input: [Double], targets: [Double], to product: inout [Double]
  ) {
    let passage = backpropagate(input, targets: targets)
    let last = parameters.layers.count - 1
    // Forward: R{x} = 0, R{r} = sum of (direction u + w R{u}), R{u} = g'(r) R{r}.
    var inputChanges: [[Double]] = []
    var sumChanges: [[Double]] = []
    var change = Array(repeating: 0.0, count: input.count)
    for (number, layer) in parameters.layers.enumerated() {
      let values = passage.values[number]
      inputChanges.append(change)
      let sums = (0..<layer.units).map { unit in
        (0..<layer.inputs).reduce(direction[layer.bias(unit: unit)]) { sum, input in
          let weight = layer.weight(input: input, unit: unit)
          return sum + direction[weight] * values.inputs[input] + parameters.values[weight] * change[input]
        }
      }
      sumChanges.append(sums)
      if number < last { change = zip(values.slopes, sums).map { $0 * $1 } }
    }
    // Backward: R{dL/dw} = R{dL/ds} u + dL/ds R{u}, and so down.
    let output = passage.values[last]
    var sums = network.loss.curvature(
      along: sumChanges[last], outputs: output.outputs, targets: targets, activation: network.outputActivation)
    for number in parameters.layers.indices.reversed() {
      let layer = parameters.layers[number]
      let (values, gradients) = (passage.values[number], passage.gradients[number])
      for unit in 0..<layer.units {
        product[layer.bias(unit: unit)] += share * sums[unit]
        for input in 0..<layer.inputs {
          product[layer.weight(input: input, unit: unit)] +=
            share * (sums[unit] * values.inputs[input] + gradients.sums[unit] * inputChanges[number][input])
        }
      }
      guard number > 0 else { break }
      let below = passage.values[number - 1]
      let activation = network.hidden[number - 1].activation
      sums = (0..<layer.inputs).map { input in
        var down = 0.0
        var downChange = 0.0
        for unit in 0..<layer.units {
          let weight = layer.weight(input: input, unit: unit)
          down += gradients.sums[unit] * parameters.values[weight]
          downChange += sums[unit] * parameters.values[weight] + gradients.sums[unit] * direction[weight]
        }
        return downChange * below.slopes[input]
          + down * activation.secondDerivative(below.sums[input]) * sumChanges[number - 1][input]
      }
    }
  }

  /// The largest eigenvalue of the Hessian: gradient descent with a learning rate above 2 over it can't settle here.
  ///
  /// Power iteration from a seeded direction; where the eigenvalue of largest size is negative, again on the Hessian
  /// shifted by it. The readable counterpart of `LossHessian.spectrum`, which finds it in fewer products.
  ///
  /// - Complexity: O(iterations) times `curvature(along:)`.
  package func largestCurvature(
    _ examples: NetworkExamples, at indices: [Int], regularizer: Regularizer = .none, iterations: Int = 100,
    seed: UInt64 = 1
  ) -> Double {
    var generator = SplitMix64(seed: seed)
    let start = parameters.values.map { _ in generator.normal() }
    func iterate(shift: Double) -> Double {
      var direction = start
      var value = 0.0
      for _ in 0..<Swift.max(1, iterations) {
        let length = direction.reduce(0) { $0 + $1 * $1 }.squareRoot()
        guard length > 0, length.isFinite else { return 0 }
        for index in direction.indices { direction[index] /= length }
        var product = curvature(along: direction, examples, at: indices, regularizer: regularizer)
        for index in product.indices { product[index] -= shift * direction[index] }
        value = zip(direction, product).reduce(0) { $0 + $1.0 * $1.1 }
        direction = product
      }
      return value
    }
    let largest = iterate(shift: 0)
    return largest >= 0 ? largest : iterate(shift: largest) + largest
  }
}

extension Loss {
  /// R{dL/ds}: how the gradient of one example's loss changes when the sums change along a direction.
  ///
  /// The Jacobian dz/ds of every output activation is symmetric, so it takes directions forward as it takes gradients
  /// back.
  func curvature(
    along direction: [Double], outputs: [Double], targets: [Double], activation: OutputActivation
  ) -> [Double] {
    let change = activation.pullBack(direction, outputs: outputs)
    switch self {
    case .binaryCrossEntropy, .crossEntropy: return change
    case .hinge: return direction.map { _ in 0 }
    case .squaredError:
      let gradient = zip(outputs, targets).map { $0 - $1 }
      let first = activation.pullBack(change, outputs: outputs)
      switch activation {
      case .identity: return first
      case .sigmoid: return first.indices.map { first[$0] + gradient[$0] * change[$0] * (1 - 2 * outputs[$0]) }
      case .tanh: return first.indices.map { first[$0] - 2 * gradient[$0] * outputs[$0] * change[$0] }
      case .softmax:
        let mean = zip(gradient, outputs).reduce(0) { $0 + $1.0 * $1.1 }
        let drift = zip(gradient, change).reduce(0) { $0 + $1.0 * $1.1 }
        return first.indices.map { first[$0] + change[$0] * (gradient[$0] - mean) - outputs[$0] * drift }
      }
    }
  }
}
