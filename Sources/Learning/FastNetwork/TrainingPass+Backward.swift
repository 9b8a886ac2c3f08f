extension TrainingPass {
  /// What goes into the output layer: u of the last hidden layer, or nil where the features go straight in.
  @inline(__always)
  private var outputInput: UnsafeMutablePointer<Lanes>? { layers.last?.outputs }

  /// Computes the sums of the output layer, puts dL/ds divided by the size of the batch in their place, and returns the
  /// total loss.
  @inline(__always)
  func output(count: Int, batch: Int) -> Float {
    let blocks = (count &+ 7) >> 3
    let stride = rows >> 3
    let weights = state + plan.outputWeights
    let biases = UnsafeRawPointer(state + plan.outputBiases).assumingMemoryBound(to: Float.self)
    let width = plan.outputWidth
    let block = OutputBlock(
      loss: network.loss, activation: network.outputActivation, outputs: plan.outputs, stride: stride)
    let share = Lanes(repeating: 1 / Float(batch))
    var total: Float = 0
    for b in 0..<blocks {
      for k in 0..<plan.outputs {
        let row = weights + k &* width
        let products: LaneBlock
        if let outputInput {
          products = Self.products(outputInput + (8 &* b) &* width, row, width: width)
        } else {
          products = featureProducts(from: 8 &* b, count: count, row)
        }
        sums[k &* stride &+ b] = products.rowSums + Lanes(repeating: biases[k])
      }
      let left = count &- 8 &* b
      let loss = block.differentiate(sums + b, targets: goals + b, targetStride: stride)
      for k in 0..<plan.outputs {
        let scaled = sums[k &* stride &+ b] * share
        sums[k &* stride &+ b] = left >= 8 ? scaled : scaled.keeping(first: left)
      }
      total += (left >= 8 ? loss : loss.keeping(first: left)).total
    }
    return total
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
  private func featureProducts(from first: Int, count: Int, _ weights: UnsafePointer<Lanes>) -> LaneBlock {
    var sums = Lanes.zero
    let numbers = UnsafeRawPointer(weights).assumingMemoryBound(to: Float.self)
    for lane in 0..<Swift.min(8, count &- first) {
      var sum: Float = 0
      for input in 0..<plan.inputs { sum += features[(first &+ lane) &* plan.inputs &+ input] * numbers[input] }
      sums[lane] = sum
    }
    var block = LaneBlock()
    block.r0 = sums
    // One row with eight sums becomes eight rows with one sum each.
    return block.transposed
  }

  /// Takes dL/ds back to every weight and bias: writes the gradient, or adds to it.
  @inline(__always)
  func backward(count: Int, isFirst: Bool) {
    let slopes = UnsafeRawPointer(sums).assumingMemoryBound(to: Float.self)
    outputGradient(slopes, count: count, isFirst: isFirst)
    guard let last = layers.last else { return }
    // dL/dr = dg/dr * sum over the outputs of dL/ds w.
    let width = last.plan.width
    let down = LaneProduct(
      rows: count, columns: width, depth: plan.outputs, a: slopes, aRow: 1, aDepth: rows,
      b: state + plan.outputWeights, bDepth: width)
    down(start: { _, _ in .zero }, finish: { m, n, c in last.slopes[m &* width &+ n] *= c })
    var number = layers.count &- 1
    while true {
      let layer = layers[number]
      guard number > 0 else {
        gradient(of: layer, from: features, stride: plan.inputs, count: count, isFirst: isFirst)
        return
      }
      let before = layers[number &- 1]
      let from = UnsafeRawPointer(before.outputs).assumingMemoryBound(to: Float.self)
      gradient(of: layer, from: from, stride: 8 &* before.plan.width, count: count, isFirst: isFirst)
      let beforeWidth = before.plan.width
      let down = LaneProduct(
        rows: count, columns: beforeWidth, depth: layer.plan.units,
        a: UnsafeRawPointer(layer.slopes).assumingMemoryBound(to: Float.self), aRow: 8 &* layer.plan.width, aDepth: 1,
        b: layer.transposed, bDepth: beforeWidth)
      down(start: { _, _ in .zero }, finish: { m, n, c in before.slopes[m &* beforeWidth &+ n] *= c })
      number = number &- 1
    }
  }

  /// The derivatives with respect to a hidden layer's weights and biases: dL/dv = dL/dr u, summed over the examples.
  @inline(__always)
  private func gradient(of layer: Layer, from: UnsafePointer<Float>, stride: Int, count: Int, isFirst: Bool) {
    let width = layer.plan.width
    let result = gradient + layer.plan.weights
    let product = LaneProduct(
      rows: layer.plan.inputs, columns: width, depth: count, a: from, aRow: 1, aDepth: stride, b: layer.slopes,
      bDepth: width)
    product(
      start: { m, n in isFirst ? .zero : result[m &* width &+ n] },
      finish: { m, n, c in result[m &* width &+ n] = c })
    let biases = gradient + layer.plan.biases
    for column in 0..<width {
      var sum = isFirst ? Lanes.zero : biases[column]
      for row in 0..<count { sum += layer.slopes[row &* width &+ column] }
      biases[column] = sum
    }
  }

  /// The derivatives with respect to the output layer's weights and biases.
  @inline(__always)
  private func outputGradient(_ slopes: UnsafePointer<Float>, count: Int, isFirst: Bool) {
    let width = plan.outputWidth
    let result = gradient + plan.outputWeights
    if let outputInput {
      let product = LaneProduct(
        rows: plan.outputs, columns: width, depth: count, a: slopes, aRow: rows, aDepth: 1, b: outputInput,
        bDepth: width)
      let inputs = plan.outputInputs
      product(
        start: { m, n in isFirst ? .zero : result[m &* width &+ n] },
        finish: { m, n, c in
          // Lanes beyond the last unit hold g(0), which need not be 0.
          result[m &* width &+ n] = 8 &* n &+ 8 <= inputs ? c : c.keeping(first: inputs &- 8 &* n)
        })
    } else {
      let numbers = UnsafeMutableRawPointer(result).assumingMemoryBound(to: Float.self)
      for k in 0..<plan.outputs {
        for input in 0..<plan.inputs {
          var sum: Float = isFirst ? 0 : numbers[8 &* k &* width &+ input]
          for row in 0..<count { sum += slopes[k &* rows &+ row] * features[row &* plan.inputs &+ input] }
          numbers[8 &* k &* width &+ input] = sum
        }
      }
    }
    let biases = UnsafeMutableRawPointer(gradient + plan.outputBiases).assumingMemoryBound(to: Float.self)
    let blocks = (count &+ 7) >> 3
    for k in 0..<plan.outputs {
      var sum = Lanes.zero
      for b in 0..<blocks { sum += sums[k &* (rows >> 3) &+ b] }
      biases[k] = (isFirst ? 0 : biases[k]) + sum.total
    }
  }
}
