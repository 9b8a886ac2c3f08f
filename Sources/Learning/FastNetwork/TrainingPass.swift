/// The memory of a training step and its parts: forward, backward, update.
///
/// Everything here works on raw memory that `FastNetwork.train` holds for the time of its call; sizes are checked there,
/// indices follow from the plan alone. The units of a layer lie across the lanes, one row of lanes an example.
struct TrainingPass {
  /// How many examples are worked on at a time: what they need stays in the processor's first cache.
  static let rowLimit = 32

  /// What a hidden layer needs besides its parameters.
  struct Layer {
    let plan: LanePlan.Layer
    /// u = g(r), a row of lanes an example.
    let outputs: UnsafeMutablePointer<Lanes>
    /// dg/dr, then dL/dr, a row of lanes an example.
    let slopes: UnsafeMutablePointer<Lanes>
    /// The weights with rows and columns exchanged: a row of lanes a unit, the inputs across them.
    let transposed: UnsafeMutablePointer<Lanes>
  }

  let network: Network
  let plan: LanePlan
  let options: TrainingOptions
  let layers: [Layer]
  let weightRanges: [Range<Int>]
  let rows: Int
  let stateSize: Int
  /// The parameters and memories as they are.
  var state: UnsafeMutablePointer<Lanes>
  /// The parameters and memories as they will be.
  var next: UnsafeMutablePointer<Lanes>
  /// Whether `state` is scratch memory at the moment.
  var isExchanged = false
  let gradient: UnsafeMutablePointer<Lanes>
  /// The features of the examples at work, example after example.
  let features: UnsafeMutablePointer<Float>
  /// The sums of the output layer, then dL/ds: for each output the examples across lanes.
  let sums: UnsafeMutablePointer<Lanes>
  /// The targets in the same manner.
  let goals: UnsafeMutablePointer<Lanes>
  let inputs: UnsafePointer<Float>
  let targets: UnsafePointer<Float>
  let order: UnsafePointer<Int32>?
  let exampleCount: Int

  /// How many lanes of scratch memory a pass needs.
  static func scratchSize(plan: LanePlan, rows: Int, stateSize: Int) -> Int {
    var size = stateSize + plan.size + Lanes.count(for: rows * plan.inputs) + 2 * plan.outputs * (rows / 8)
    for layer in plan.hidden {
      size += 2 * rows * layer.width + ((layer.units + 7) & ~7) * Lanes.count(for: layer.inputs)
    }
    return size
  }

  init(
    network: Network, plan: LanePlan, options: TrainingOptions, rows: Int, state: UnsafeMutablePointer<Lanes>,
    scratch: UnsafeMutablePointer<Lanes>, inputs: UnsafePointer<Float>, targets: UnsafePointer<Float>,
    order: UnsafePointer<Int32>?, exampleCount: Int
  ) {
    self.network = network
    self.plan = plan
    self.options = options
    self.rows = rows
    self.state = state
    self.inputs = inputs
    self.targets = targets
    self.order = order
    self.exampleCount = exampleCount
    stateSize = plan.size * (1 + options.optimizer.memories)
    weightRanges = plan.weightRanges
    var free = scratch
    func take(_ count: Int) -> UnsafeMutablePointer<Lanes> {
      defer { free += count }
      return free
    }
    next = take(stateSize)
    gradient = take(plan.size)
    features = UnsafeMutableRawPointer(take(Lanes.count(for: rows * plan.inputs)))
      .assumingMemoryBound(to: Float.self)
    sums = take(plan.outputs * (rows / 8))
    goals = take(plan.outputs * (rows / 8))
    layers = plan.hidden.map { layer in
      Layer(
        plan: layer, outputs: take(rows * layer.width), slopes: take(rows * layer.width),
        transposed: take(((layer.units + 7) & ~7) * Lanes.count(for: layer.inputs)))
    }
  }

  /// Works out the step on the examples at places `start..<end` of the order; nothing is changed before `commit`.
  ///
  /// - Returns: The mean loss of the batch.
  @inline(__always)
  mutating func step(from start: Int, to end: Int, number: Int, learningRate: Double) -> Double {
    transposeWeights()
    let count = end &- start
    var total = 0.0
    var done = 0
    while done < count {
      let piece = Swift.min(rows, count &- done)
      gather(from: start &+ done, count: piece)
      forward(count: piece, first: done, step: number)
      total += Double(output(count: piece, batch: count))
      backward(count: piece, isFirst: done == 0)
      done = done &+ piece
    }
    regularize()
    update(number: number &+ 1, learningRate: learningRate)
    return total / Double(count)
  }

  /// Puts the new parameters into force if all are finite.
  ///
  /// - Returns: Nil, or the index of a parameter that is not finite; then nothing has changed.
  @inline(__always)
  mutating func commit() -> Int? {
    if hasFiniteResult { (state, next, isExchanged) = (next, state, !isExchanged) } else { return firstFault() }
    return nil
  }

  /// Brings the parameters back into the network's own memory.
  mutating func finish() {
    guard isExchanged else { return }
    next.update(from: state, count: stateSize)
  }
}
