/// The memory of a training step and its parts: forward, backward, update.
///
/// Everything here works on raw memory that `FastNetwork.train` holds for the time of its call; sizes are checked there,
/// indices follow from the plan alone. The units of a layer lie across the lanes, one row of lanes an example. The pass
/// itself holds nothing but numbers and addresses, so a step counts no references. It is a class because a value of this
/// size would be copied for every call of a part of a step; it never leaves the call that made it.
final class TrainingPass {
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

  /// The examples and the order in which they are taken.
  struct Source {
    let inputs: UnsafePointer<Float>
    let targets: UnsafePointer<Float>
    let order: UnsafePointer<Int32>?
    let count: Int
  }

  let options: TrainingOptions
  let source: Source
  let layers: UnsafeBufferPointer<Layer>
  let inputs: Int
  let outputs: Int
  let outputInputs: Int
  let outputWidth: Int
  let outputWeights: Int
  let outputBiases: Int
  let block: OutputBlock
  /// How many lanes the parameters take.
  let size: Int
  /// How many lanes the parameters and memories take.
  let stateSize: Int
  /// How many examples there is room for, a multiple of 8.
  let rows: Int
  /// The parameters and memories as they are.
  var state: UnsafeMutablePointer<Lanes>
  /// The parameters and memories as they will be.
  var next: UnsafeMutablePointer<Lanes>
  /// Whether `state` is scratch memory at the moment.
  var isExchanged = false
  let gradient: UnsafeMutablePointer<Lanes>
  /// The features of the examples at work, example after example, where the order scatters them.
  let gathered: UnsafeMutablePointer<Float>
  /// The features of the examples at work: gathered, or where they have always been.
  var features: UnsafePointer<Float>
  /// The sums of the output layer, then dL/ds: for each output the examples across lanes.
  let sums: UnsafeMutablePointer<Lanes>
  /// The targets in the same manner.
  let goals: UnsafeMutablePointer<Lanes>

  /// How many lanes of scratch memory a pass needs.
  static func scratchSize(plan: LanePlan, rows: Int, stateSize: Int) -> Int {
    var size = stateSize + plan.size + Lanes.count(for: rows * plan.inputs) + 2 * plan.outputs * (rows / 8)
    for layer in plan.hidden {
      size += 2 * rows * layer.width + ((layer.units + 7) & ~7) * Lanes.count(for: layer.inputs)
    }
    return size
  }

  /// Divides scratch memory up; `layers` has room for the plan's hidden layers.
  init(
    network: Network, plan: LanePlan, options: TrainingOptions, rows: Int, state: UnsafeMutablePointer<Lanes>,
    scratch: UnsafeMutablePointer<Lanes>, layers: UnsafeMutableBufferPointer<Layer>, source: Source
  ) {
    self.options = options
    self.source = source
    self.rows = rows
    self.state = state
    inputs = plan.inputs
    outputs = plan.outputs
    outputInputs = plan.outputInputs
    outputWidth = plan.outputWidth
    outputWeights = plan.outputWeights
    outputBiases = plan.outputBiases
    size = plan.size
    stateSize = plan.size * (1 + options.optimizer.memories)
    block = OutputBlock(
      loss: network.loss, activation: network.outputActivation, outputs: plan.outputs, stride: rows / 8)
    var free = scratch
    func take(_ count: Int) -> UnsafeMutablePointer<Lanes> {
      defer { free += count }
      return free
    }
    next = take(stateSize)
    gradient = take(plan.size)
    gathered = UnsafeMutableRawPointer(take(Lanes.count(for: rows * plan.inputs))).assumingMemoryBound(to: Float.self)
    features = UnsafePointer(gathered)
    sums = take(plan.outputs * (rows / 8))
    goals = take(plan.outputs * (rows / 8))
    for (number, layer) in plan.hidden.enumerated() {
      layers.initializeElement(
        at: number,
        to: Layer(
          plan: layer, outputs: take(rows * layer.width), slopes: take(rows * layer.width),
          transposed: take(((layer.units + 7) & ~7) * Lanes.count(for: layer.inputs))))
    }
    self.layers = UnsafeBufferPointer(layers)
  }

  /// Makes the step on the examples at places `start..<end` of the order, if it leads to finite numbers.
  ///
  /// - Returns: The mean loss of the batch before the step, and whether the step was made.
  func step(from start: Int, to end: Int, number: Int, learningRate: Double) -> (loss: Double, isMade: Bool) {
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
    // A loss beyond the numbers is a divergence although every weight may still be one.
    let isFinite = update(number: number &+ 1, learningRate: learningRate) && total.isFinite
    if isFinite { (state, next, isExchanged) = (next, state, !isExchanged) }
    return (total / Double(count), isFinite)
  }

  /// Brings the parameters back into the network's own memory.
  func finish() {
    guard isExchanged else { return }
    next.update(from: state, count: stateSize)
  }
}
