extension TrainingPass {
  /// What goes into the output layer: u of the last hidden layer, or nil where the features go straight in.
  @inline(__always)
  private var outputInput: UnsafeMutablePointer<Lanes>? { layers.last?.outputs }

  /// Computes the sums of the output layer, puts dL/ds divided by the size of the batch in their place, and returns the
  /// total loss.
  func output(count: Int, batch: Int) -> Float {
    let blocks = (count &+ 7) >> 3
    for k in 0..<outputs { outputSums(k, blocks: blocks, count: count) }
    let share = Lanes(repeating: 1 / Float(batch))
    var total = Lanes.zero
    for b in 0..<blocks {
      let loss = block.differentiate(sums + b, targets: goals + b, targetStride: block.stride)
      let left = count &- 8 &* b
      total += loss.keeping(first: left)
      for k in 0..<outputs {
        let place = k &* block.stride &+ b
        sums[place] = (sums[place] * share).keeping(first: left)
      }
    }
    return total.total
  }

  /// Computes the sums of output k.
  private func outputSums(_ k: Int, blocks: Int, count: Int) {
    let width = outputWidth
    let row = UnsafePointer(state + outputWeights + k &* width)
    let bias = Lanes(
      repeating: UnsafeRawPointer(state + outputBiases).assumingMemoryBound(to: Float.self)[k])
    let result = sums + k &* block.stride
    if count == 1, let outputInput {
      var sum = Lanes.zero
      for column in 0..<width { sum = sum.adding(outputInput[column], times: row[column]) }
      result[0] = Lanes(repeating: sum.total) + bias
      return
    }
    for b in 0..<blocks {
      if let outputInput {
        let rows = UnsafePointer(outputInput + (8 &* b) &* width)
        let products = width == 1 ? Self.products(rows, row, width: 1) : Self.products(rows, row, width: width)
        result[b] = products.rowSums + bias
      } else {
        result[b] = featureProducts(from: 8 &* b, count: count, row) + bias
      }
    }
  }

  /// The products of eight examples' rows with one row of weights, added over the columns.
  @inline(__always)
  private static func products(
    _ rows: UnsafePointer<Lanes>, _ weights: UnsafePointer<Lanes>, width: Int
  ) -> LaneBlock {
    var sums = LaneBlock()
    for column in 0..<width {
      let w = weights[column]
      sums.r0 = sums.r0.adding(rows[column], times: w)
      sums.r1 = sums.r1.adding(rows[width &+ column], times: w)
      sums.r2 = sums.r2.adding(rows[2 &* width &+ column], times: w)
      sums.r3 = sums.r3.adding(rows[3 &* width &+ column], times: w)
      sums.r4 = sums.r4.adding(rows[4 &* width &+ column], times: w)
      sums.r5 = sums.r5.adding(rows[5 &* width &+ column], times: w)
      sums.r6 = sums.r6.adding(rows[6 &* width &+ column], times: w)
      sums.r7 = sums.r7.adding(rows[7 &* width &+ column], times: w)
    }
    return sums
  }

  /// The same for a network without hidden layers, whose features are not padded to lanes.
  private func featureProducts(from first: Int, count: Int, _ weights: UnsafePointer<Lanes>) -> Lanes {
    var sums = Lanes.zero
    let numbers = UnsafeRawPointer(weights).assumingMemoryBound(to: Float.self)
    for lane in 0..<Swift.min(8, count &- first) {
      var sum: Float = 0
      for input in 0..<inputs { sum += features[(first &+ lane) &* inputs &+ input] * numbers[input] }
      sums[lane] = sum
    }
    return sums
  }

  /// Takes dL/ds back to every weight and bias: writes the gradient, or adds to it.
  func backward(count: Int, isFirst: Bool) {
    let slopes = UnsafeRawPointer(sums).assumingMemoryBound(to: Float.self)
    outputGradient(slopes, count: count, isFirst: isFirst)
    guard let last = layers.last else { return }
    // dL/dr = dg/dr * sum over the outputs of dL/ds w.
    down(
      to: last, from: slopes, row: 1, depth: outputs, step: rows, weights: state + outputWeights, count: count)
    var number = layers.count &- 1
    while true {
      let layer = layers[number]
      guard number > 0 else {
        gradient(of: layer, from: features, stride: inputs, count: count, isFirst: isFirst)
        return
      }
      let before = layers[number &- 1]
      let from = UnsafeRawPointer(before.outputs).assumingMemoryBound(to: Float.self)
      gradient(of: layer, from: from, stride: 8 &* before.plan.width, count: count, isFirst: isFirst)
      down(
        to: before, from: UnsafeRawPointer(layer.slopes).assumingMemoryBound(to: Float.self),
        row: 8 &* layer.plan.width, depth: layer.plan.units, step: 1, weights: layer.transposed, count: count)
      number = number &- 1
    }
  }

  /// Computes dL/dr of a layer from the derivatives of the layer above, A in the product, and its weights, B.
  private func down(
    to layer: Layer, from: UnsafePointer<Float>, row: Int, depth: Int, step: Int, weights: UnsafePointer<Lanes>,
    count: Int
  ) {
    if layer.plan.width == 1 {
      let product = LaneProduct(
        rows: count, columns: 1, depth: depth, a: from, aRow: row, aDepth: step, b: weights, bDepth: 1)
      product(SlopeTarget(slopes: layer.slopes, width: 1))
    } else {
      let width = layer.plan.width
      let product = LaneProduct(
        rows: count, columns: width, depth: depth, a: from, aRow: row, aDepth: step, b: weights, bDepth: width)
      product(SlopeTarget(slopes: layer.slopes, width: width))
    }
  }

  /// The derivatives with respect to a hidden layer's weights and biases: dL/dv = dL/dr u, summed over the examples.
  private func gradient(of layer: Layer, from: UnsafePointer<Float>, stride: Int, count: Int, isFirst: Bool) {
    if layer.plan.width == 1 {
      gradient(of: layer, from: from, stride: stride, count: count, isFirst: isFirst, width: 1)
    } else {
      gradient(of: layer, from: from, stride: stride, count: count, isFirst: isFirst, width: layer.plan.width)
    }
  }

  @inline(__always)
  private func gradient(
    of layer: Layer, from: UnsafePointer<Float>, stride: Int, count: Int, isFirst: Bool, width: Int
  ) {
    let biases = gradient + layer.plan.biases
    let product = LaneProduct(
      rows: layer.plan.inputs, columns: width, depth: count, a: from, aRow: 1, aDepth: stride, b: layer.slopes,
      bDepth: width)
    product(GradientTarget(result: biases + width, width: width, isFirst: isFirst))
    for column in 0..<width {
      var sum = isFirst ? Lanes.zero : biases[column]
      for row in 0..<count { sum += layer.slopes[row &* width &+ column] }
      biases[column] = sum
    }
  }

  /// The derivatives with respect to the output layer's weights and biases.
  private func outputGradient(_ slopes: UnsafePointer<Float>, count: Int, isFirst: Bool) {
    let width = outputWidth
    let result = gradient + outputWeights
    if let outputInput {
      let product = LaneProduct(
        rows: outputs, columns: width, depth: count, a: slopes, aRow: rows, aDepth: 1, b: outputInput,
        bDepth: width)
      product(GradientTarget(result: result, width: width, isFirst: isFirst))
      // Lanes beyond the last unit hold g(0), which need not be 0.
      let padding = outputInputs & 7
      if padding > 0 {
        for k in 0..<outputs {
          let last = k &* width &+ width &- 1
          result[last] = result[last].keeping(first: padding)
        }
      }
    } else {
      let numbers = UnsafeMutableRawPointer(result).assumingMemoryBound(to: Float.self)
      for k in 0..<outputs {
        for input in 0..<inputs {
          var sum: Float = isFirst ? 0 : numbers[8 &* k &* width &+ input]
          for row in 0..<count { sum += slopes[k &* rows &+ row] * features[row &* inputs &+ input] }
          numbers[8 &* k &* width &+ input] = sum
        }
      }
    }
    let biases = UnsafeMutableRawPointer(gradient + outputBiases).assumingMemoryBound(to: Float.self)
    let blocks = (count &+ 7) >> 3
    for k in 0..<outputs {
      var sum = Lanes.zero
      for b in 0..<blocks { sum += sums[k &* (rows >> 3) &+ b] }
      biases[k] = (isFirst ? 0 : biases[k]) + sum.total
    }
  }
}

/// Multiplies the slopes dg/dr by the sums dL/du, which gives dL/dr.
private struct SlopeTarget: LaneProductTarget {
  let slopes: UnsafeMutablePointer<Lanes>
  let width: Int

  @inline(__always)
  func start(_ m: Int, _ n: Int) -> Lanes { .zero }

  @inline(__always)
  func finish(_ m: Int, _ n: Int, _ c: Lanes) { slopes[m &* width &+ n] *= c }
}

/// Writes a gradient, or adds to it.
private struct GradientTarget: LaneProductTarget {
  let result: UnsafeMutablePointer<Lanes>
  let width: Int
  let isFirst: Bool

  @inline(__always)
  func start(_ m: Int, _ n: Int) -> Lanes { isFirst ? .zero : result[m &* width &+ n] }

  @inline(__always)
  func finish(_ m: Int, _ n: Int, _ c: Lanes) { result[m &* width &+ n] = c }
}
