/// A forward pass with the examples across the lanes: `width` lanes of examples or points at a time.
///
/// For fields, evaluation and loss surfaces. Each lane is computed for itself, so a result does not depend on the
/// examples beside it nor on how a call is split.
struct BlockPass {
  /// How many lanes of examples are worked on at a time.
  static let width = 4
  /// How many examples that is.
  static let count = 8 * width

  let plan: LanePlan
  /// The parameters, laid out as the plan says.
  let parameters: UnsafePointer<Lanes>
  /// Two rows of memory, `plan.widest * width` lanes each.
  let scratch: UnsafeMutablePointer<Lanes>

  /// How many lanes of scratch memory a pass needs.
  static func scratchSize(_ plan: LanePlan) -> Int { 2 * plan.widest * width }

  /// Where the features go: feature i at `inputs[i * width ..< (i + 1) * width]`.
  var inputs: UnsafeMutablePointer<Lanes> { scratch }

  /// Computes the sums of the output layer, output k at `k * width` of the result; `layer` is shown the outputs u of each
  /// hidden layer, unit j at `j * width`.
  @inline(__always)
  func sums(layer: (_ number: Int, _ outputs: UnsafePointer<Lanes>) -> Void) -> UnsafeMutablePointer<Lanes> {
    var from = scratch
    var to = scratch + plan.widest &* Self.width
    for (number, hidden) in plan.hidden.enumerated() {
      switch hidden.activation {
      case .identity: forward(LaneActivations.Identity.self, hidden, from, to)
      case .relu: forward(LaneActivations.Relu.self, hidden, from, to)
      case .leakyRelu: forward(LaneActivations.LeakyRelu.self, hidden, from, to)
      case .elu: forward(LaneActivations.Elu.self, hidden, from, to)
      case .gelu: forward(LaneActivations.Gelu.self, hidden, from, to)
      case .sigmoid: forward(LaneActivations.Sigmoid.self, hidden, from, to)
      case .tanh: forward(LaneActivations.Tanh.self, hidden, from, to)
      case .softplus: forward(LaneActivations.Softplus.self, hidden, from, to)
      case .swish: forward(LaneActivations.Swish.self, hidden, from, to)
      }
      layer(number, to)
      (from, to) = (to, from)
    }
    let weights = UnsafeRawPointer(parameters + plan.outputWeights).assumingMemoryBound(to: Float.self)
    let biases = UnsafeRawPointer(parameters + plan.outputBiases).assumingMemoryBound(to: Float.self)
    let product = LaneProduct(
      rows: plan.outputs, columns: Self.width, depth: plan.outputInputs, a: weights, aRow: 8 &* plan.outputWidth,
      aDepth: 1, b: from, bDepth: Self.width)
    product(BlockTarget<LaneActivations.Identity>(biases: biases, outputs: to))
    return to
  }

  private func forward<Kind: LaneActivation>(
    _ kind: Kind.Type, _ layer: LanePlan.Layer, _ from: UnsafePointer<Lanes>, _ to: UnsafeMutablePointer<Lanes>
  ) {
    let biases = UnsafeRawPointer(parameters + layer.biases).assumingMemoryBound(to: Float.self)
    let weights = UnsafeRawPointer(parameters + layer.weights).assumingMemoryBound(to: Float.self)
    let product = LaneProduct(
      rows: layer.units, columns: Self.width, depth: layer.inputs, a: weights, aRow: 1, aDepth: 8 &* layer.width,
      b: from, bDepth: Self.width)
    product(BlockTarget<Kind>(biases: biases, outputs: to))
  }
}

/// Begins with the bias of unit m in every lane and ends with u = g(r).
private struct BlockTarget<Kind: LaneActivation>: LaneProductTarget {
  let biases: UnsafePointer<Float>
  let outputs: UnsafeMutablePointer<Lanes>

  @inline(__always)
  func start(_ m: Int, _ n: Int) -> Lanes { Lanes(repeating: biases[m]) }

  @inline(__always)
  func finish(_ m: Int, _ n: Int, _ c: Lanes) { outputs[m &* BlockPass.width &+ n] = Kind.value(c) }
}
