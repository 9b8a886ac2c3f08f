extension TrainingPass {
  /// Brings features and targets of the next examples together.
  func gather(from start: Int, count: Int) {
    let goals = UnsafeMutableRawPointer(goals).assumingMemoryBound(to: Float.self)
    guard let order = source.order else {
      features = source.inputs + start &* inputs
      if outputs == 1 {
        goals.update(from: source.targets + start, count: count)
      } else {
        for row in 0..<count { gatherTargets(row, of: start &+ row, into: goals) }
      }
      return
    }
    features = UnsafePointer(gathered)
    for row in 0..<count {
      let example = Int(order[start &+ row])
      precondition(example >= 0 && example < source.count, "example \(example) of \(source.count)")
      if inputs == 2 {
        gathered[2 &* row] = source.inputs[2 &* example]
        gathered[2 &* row &+ 1] = source.inputs[2 &* example &+ 1]
      } else {
        for input in 0..<inputs { gathered[row &* inputs &+ input] = source.inputs[example &* inputs &+ input] }
      }
      if outputs == 1 { goals[row] = source.targets[example] } else { gatherTargets(row, of: example, into: goals) }
    }
  }

  private func gatherTargets(_ row: Int, of example: Int, into goals: UnsafeMutablePointer<Float>) {
    for output in 0..<outputs { goals[output &* rows &+ row] = source.targets[example &* outputs &+ output] }
  }

  /// Exchanges rows and columns of the weights between hidden layers, for the way back.
  func transposeWeights() {
    guard layers.count > 1 else { return }
    for number in 1..<layers.count {
      let layer = layers[number]
      let inputWidth = Lanes.count(for: layer.plan.inputs)
      let weights = state + layer.plan.weights
      for block in 0..<inputWidth {
        let rowCount = Swift.min(8, layer.plan.inputs &- 8 &* block)
        for column in 0..<layer.plan.width {
          let from = weights + (8 &* block) &* layer.plan.width + column
          let step = layer.plan.width
          var square = LaneBlock()
          square.r0 = from[0]
          if rowCount > 1 { square.r1 = from[step] }
          if rowCount > 2 { square.r2 = from[2 &* step] }
          if rowCount > 3 { square.r3 = from[3 &* step] }
          if rowCount > 4 { square.r4 = from[4 &* step] }
          if rowCount > 5 { square.r5 = from[5 &* step] }
          if rowCount > 6 { square.r6 = from[6 &* step] }
          if rowCount > 7 { square.r7 = from[7 &* step] }
          let turned = square.transposed
          let to = layer.transposed + (8 &* column) &* inputWidth + block
          to[0] = turned.r0
          to[inputWidth] = turned.r1
          to[2 &* inputWidth] = turned.r2
          to[3 &* inputWidth] = turned.r3
          to[4 &* inputWidth] = turned.r4
          to[5 &* inputWidth] = turned.r5
          to[6 &* inputWidth] = turned.r6
          to[7 &* inputWidth] = turned.r7
        }
      }
    }
  }

  /// Computes u and dg/dr of every hidden layer.
  func forward(count: Int, first: Int, step: Int) {
    var from = features
    var stride = inputs
    for (number, layer) in layers.enumerated() {
      switch layer.plan.activation {
      case .identity: forward(LaneActivations.Identity.self, layer, from: from, stride: stride, count: count)
      case .relu: forward(LaneActivations.Relu.self, layer, from: from, stride: stride, count: count)
      case .leakyRelu: forward(LaneActivations.LeakyRelu.self, layer, from: from, stride: stride, count: count)
      case .elu: forward(LaneActivations.Elu.self, layer, from: from, stride: stride, count: count)
      case .gelu: forward(LaneActivations.Gelu.self, layer, from: from, stride: stride, count: count)
      case .sigmoid: forward(LaneActivations.Sigmoid.self, layer, from: from, stride: stride, count: count)
      case .tanh: forward(LaneActivations.Tanh.self, layer, from: from, stride: stride, count: count)
      case .softplus: forward(LaneActivations.Softplus.self, layer, from: from, stride: stride, count: count)
      case .swish: forward(LaneActivations.Swish.self, layer, from: from, stride: stride, count: count)
      }
      if options.dropout.rate > 0 { silence(layer, number: number, count: count, first: first, step: step) }
      from = UnsafeRawPointer(layer.outputs).assumingMemoryBound(to: Float.self)
      stride = 8 &* layer.plan.width
    }
  }

  private func forward<Kind: LaneActivation>(
    _ kind: Kind.Type, _ layer: Layer, from: UnsafePointer<Float>, stride: Int, count: Int
  ) {
    // Compiled twice: for layers of up to eight units all strides are known.
    if layer.plan.width == 1 {
      forward(kind, layer, from: from, stride: stride, count: count, width: 1)
    } else {
      forward(kind, layer, from: from, stride: stride, count: count, width: layer.plan.width)
    }
  }

  @inline(__always)
  private func forward<Kind: LaneActivation>(
    _ kind: Kind.Type, _ layer: Layer, from: UnsafePointer<Float>, stride: Int, count: Int, width: Int
  ) {
    let biases = UnsafePointer(state + layer.plan.biases)
    let product = LaneProduct(
      rows: count, columns: width, depth: layer.plan.inputs, a: from, aRow: stride, aDepth: 1,
      b: biases + width, bDepth: width)
    product(UnitTarget<Kind>(biases: biases, outputs: layer.outputs, slopes: layer.slopes, width: width))
  }

  /// Multiplies u and dg/dr by dropout's mask: 0, or the scale.
  private func silence(_ layer: Layer, number: Int, count: Int, first: Int, step: Int) {
    let key = options.dropout.key(step: step, layer: number)
    let threshold = SIMD8<UInt32>(repeating: options.dropout.threshold)
    let scale = Lanes(repeating: Float(options.dropout.scale))
    for row in 0..<count {
      for column in 0..<layer.plan.width {
        let hash = Dropout.hashes(key: key, example: first &+ row, firstUnit: 8 &* column)
        let mask = Lanes.zero.replacing(with: scale, where: hash .>= threshold)
        layer.outputs[row &* layer.plan.width &+ column] *= mask
        layer.slopes[row &* layer.plan.width &+ column] *= mask
      }
    }
  }
}

/// Begins with the biases and ends with u = g(r) and dg/dr.
private struct UnitTarget<Kind: LaneActivation>: LaneProductTarget {
  let biases: UnsafePointer<Lanes>
  let outputs: UnsafeMutablePointer<Lanes>
  let slopes: UnsafeMutablePointer<Lanes>
  let width: Int

  @inline(__always)
  func start(_ m: Int, _ n: Int) -> Lanes { biases[n] }

  @inline(__always)
  func finish(_ m: Int, _ n: Int, _ c: Lanes) {
    let (value, derivative) = Kind.both(c)
    outputs[m &* width &+ n] = value
    slopes[m &* width &+ n] = derivative
  }
}

extension Dropout {
  /// The hashes of eight neighboring units, as in `keeps(key:example:unit:)`.
  @inline(__always)
  static func hashes(key: UInt32, example: Int, firstUnit: Int) -> SIMD8<UInt32> {
    let base = UInt32(truncatingIfNeeded: example) &* 0x9E37_79B1 &+ UInt32(truncatingIfNeeded: firstUnit)
    var hash = (SIMD8<UInt32>(0, 1, 2, 3, 4, 5, 6, 7) &+ base) ^ key
    hash = (hash ^ (hash &>> 16)) &* 0x85EB_CA6B
    hash = (hash ^ (hash &>> 13)) &* 0xC2B2_AE35
    return hash ^ (hash &>> 16)
  }
}
