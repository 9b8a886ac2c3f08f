extension LossHessian {
  /// Multiplies a direction: R{} of every quantity, forward and then backward.
  ///
  /// - Parameters:
  ///   - direction: `dimension` numbers.
  ///   - product: Where the `dimension` numbers of the product go.
  ///   - scratch: `workspace` octets, initialized.
  func multiply(
    _ direction: UnsafePointer<Double>, into product: UnsafeMutablePointer<Double>,
    scratch: UnsafeMutablePointer<Octet>
  ) {
    known.withUnsafeBufferPointer { known in
      parameters.values.withUnsafeBufferPointer { weights in
        guard let known = known.baseAddress, let weights = weights.baseAddress else { return }
        for number in layers.indices { forward(number, direction, weights, known, scratch) }
        let last = layers[layers.count - 1]
        var sums = scratch + (last.sumChanges + last.parameters.units * lanes)
        var below = scratch + (workspace + last.sumChanges + last.parameters.units * lanes) / 2
        differentiateOutput(known, scratch + last.sumChanges, into: sums)
        for number in layers.indices.reversed() {
          gather(number, sums, known, scratch, into: product)
          guard number > 0 else { break }
          backward(number, sums, direction, weights, known, scratch, into: below)
          (sums, below) = (below, sums)
        }
      }
    }
    for layer in layers {
      for index in layer.parameters.weights { product[index] += l2 * direction[index] }
    }
  }

  /// R{r} = sum of (d u + w R{u}), and for a hidden layer R{u} = g'(r) R{r}.
  @inline(__always)
  private func forward(
    _ number: Int, _ direction: UnsafePointer<Double>, _ weights: UnsafePointer<Double>, _ known: UnsafePointer<Octet>,
    _ scratch: UnsafeMutablePointer<Octet>
  ) {
    let layer = layers[number]
    for unit in 0..<layer.parameters.units {
      let sums = scratch + layer.sumChanges + unit &* lanes
      let bias = Octet(repeating: direction[layer.parameters.bias(unit: unit)])
      for lane in 0..<lanes { sums[lane] = bias }
      for input in 0..<layer.parameters.inputs {
        let index = layer.parameters.weight(input: input, unit: unit)
        let turn = Octet(repeating: direction[index])
        let values = known + layer.inputs + input &* lanes
        if number == 0 {
          for lane in 0..<lanes { sums[lane] += turn * values[lane] }
        } else {
          let weight = Octet(repeating: weights[index])
          let changes = scratch + layer.inputChanges + input &* lanes
          for lane in 0..<lanes { sums[lane] += turn * values[lane] + weight * changes[lane] }
        }
      }
    }
    guard number < layers.count - 1 else { return }
    let (slopes, sums) = (known + layer.slopes, scratch + layer.sumChanges)
    let outputs = scratch + layers[number + 1].inputChanges
    for index in 0..<layer.parameters.units &* lanes { outputs[index] = slopes[index] * sums[index] }
  }

  /// R{dL/ds} from R{s}.
  private func differentiateOutput(
    _ known: UnsafePointer<Octet>, _ changes: UnsafePointer<Octet>, into result: UnsafeMutablePointer<Octet>
  ) {
    let layer = layers[layers.count - 1]
    let count = network.outputs
    guard network.outputActivation == .softmax else {
      let factors = known + layer.slopes
      for index in 0..<count * lanes { result[index] = factors[index] * changes[index] }
      return
    }
    let (outputs, differences) = (known + layer.slopes, known + layer.bends)
    for lane in 0..<lanes {
      var mean = Octet.zero
      for k in 0..<count { mean += outputs[k * lanes + lane] * changes[k * lanes + lane] }
      // R{z_k} = z_k (R{s_k} - sum_j z_j R{s_j}).
      for k in 0..<count {
        result[k * lanes + lane] = outputs[k * lanes + lane] * (changes[k * lanes + lane] - mean)
      }
      if network.loss == .squaredError {
        // R of z_k (g_k - sum_j z_j g_j) with g = z - t, whose own change is R{z}.
        var (level, drift) = (Octet.zero, Octet.zero)
        for k in 0..<count {
          let (z, g, change) = (outputs[k * lanes + lane], differences[k * lanes + lane], result[k * lanes + lane])
          level += z * g
          drift += change * g + z * change
        }
        for k in 0..<count {
          let (z, g, change) = (outputs[k * lanes + lane], differences[k * lanes + lane], result[k * lanes + lane])
          result[k * lanes + lane] = change * (g - level) + z * (change - drift)
        }
      }
      for k in 0..<count { result[k * lanes + lane] *= shares[lane] }
    }
  }

  /// R{dL/dw} = R{dL/ds} u + dL/ds R{u}, summed over the examples.
  @inline(__always)
  private func gather(
    _ number: Int, _ sums: UnsafePointer<Octet>, _ known: UnsafePointer<Octet>, _ scratch: UnsafePointer<Octet>,
    into product: UnsafeMutablePointer<Double>
  ) {
    let layer = layers[number]
    for unit in 0..<layer.parameters.units {
      let own = sums + unit &* lanes
      let gradients = known + layer.gradients + unit &* lanes
      var total = Octet.zero
      for lane in 0..<lanes { total += own[lane] }
      product[layer.parameters.bias(unit: unit)] = total.total
      for input in 0..<layer.parameters.inputs {
        let values = known + layer.inputs + input &* lanes
        var total = Octet.zero
        if number == 0 {
          for lane in 0..<lanes { total += own[lane] * values[lane] }
        } else {
          let changes = scratch + layer.inputChanges + input &* lanes
          for lane in 0..<lanes { total += own[lane] * values[lane] + gradients[lane] * changes[lane] }
        }
        product[layer.parameters.weight(input: input, unit: unit)] = total.total
      }
    }
  }

  /// R{dL/dr} of the layer below: g'(r) sum of (R{dL/ds} w + dL/ds d), and dL/du g''(r) R{r}.
  @inline(__always)
  private func backward(
    _ number: Int, _ sums: UnsafePointer<Octet>, _ direction: UnsafePointer<Double>, _ weights: UnsafePointer<Double>,
    _ known: UnsafePointer<Octet>, _ scratch: UnsafePointer<Octet>, into below: UnsafeMutablePointer<Octet>
  ) {
    let (layer, under) = (layers[number], layers[number - 1])
    for input in 0..<layer.parameters.inputs {
      let down = below + input &* lanes
      for lane in 0..<lanes { down[lane] = .zero }
      for unit in 0..<layer.parameters.units {
        let index = layer.parameters.weight(input: input, unit: unit)
        let (weight, turn) = (Octet(repeating: weights[index]), Octet(repeating: direction[index]))
        let (own, gradients) = (sums + unit &* lanes, known + layer.gradients + unit &* lanes)
        for lane in 0..<lanes { down[lane] += own[lane] * weight + gradients[lane] * turn }
      }
      let (slopes, bends) = (known + under.slopes + input &* lanes, known + under.bends + input &* lanes)
      let changes = scratch + under.sumChanges + input &* lanes
      for lane in 0..<lanes { down[lane] = down[lane] * slopes[lane] + bends[lane] * changes[lane] }
    }
  }
}
