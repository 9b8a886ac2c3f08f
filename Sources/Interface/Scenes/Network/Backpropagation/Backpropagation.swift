import Learning
import Training

/// One example's way through a network and back, taken one quantity at a time.
///
/// Until the update all numbers are those of the run's present weights. The update is the step that the run made last:
/// all numbers are then those of the weights before it, and beside them stand the weights after it. In double precision.
struct Backpropagation: Sendable {
  /// The run as it stands.
  let picture: NetworkPicture
  /// Which example it is.
  let example: Int
  /// What it aims at.
  let targets: [Double]
  /// The numbers of both passes.
  let passage: ReferenceNetwork.Passage
  /// The moves in their order.
  let moves: [BackpropagationMove]
  /// How many of them have been made.
  let made: Int
  /// The run's own step: the one it made last, once the update is made, else the one that comes; nil for none.
  let step: NetworkStep?
  /// The weights that the passes go through.
  let parameters: NetworkParameters
  private let order: [BackpropagationMove: Int]

  /// Beyond so many weights nobody follows the numbers of one example.
  static let mostWeights = 20_000

  /// Works the passes out; nil without examples and for a network too large to follow.
  ///
  /// - Parameters:
  ///   - picture: The run as it stands.
  ///   - example: The example to follow; nil for the one that the run's step learns from first.
  ///   - made: How many moves have been made; more than there are count as all. The last one, the update, is made only
  ///     where the run has made its step.
  /// - Complexity: O(weights).
  init?(_ picture: NetworkPicture, example: Int?, made: Int) {
    guard picture.dataset.count > 0, picture.parameters.values.count <= Self.mostWeights else { return nil }
    self.picture = picture
    moves = BackpropagationMove.moves(of: picture.network)
    let isUpdated = made >= moves.count && picture.stepMade != nil
    self.made = min(max(0, made), moves.count - (isUpdated ? 0 : 1))
    step = isUpdated ? picture.stepMade : picture.nextStep
    parameters = isUpdated ? picture.stepMade?.before ?? picture.parameters : picture.parameters
    let wanted = example ?? step?.examples.first ?? 0
    self.example = min(max(0, wanted), picture.dataset.count - 1)
    let one = NetworkExamples(picture.dataset.examples(at: [self.example]), for: picture.network)
    targets = one.target(at: 0)
    passage = ReferenceNetwork(picture.network, parameters: parameters)
      .backpropagate(one.input(at: 0), targets: targets)
    order = Dictionary(uniqueKeysWithValues: zip(moves, moves.indices))
  }

  /// The shape.
  var network: Network { picture.network }
  /// The number of the output layer.
  var outputLayer: Int { network.hidden.count }
  /// The last move that was made; nil before the first.
  var present: BackpropagationMove? { made > 0 ? moves[made - 1] : nil }
  /// The move that comes next; nil after the last.
  var next: BackpropagationMove? { made < moves.count ? moves[made] : nil }

  /// Whether the quantity has its number already.
  func isKnown(_ move: BackpropagationMove) -> Bool {
    if let index = order[move] { return index < made }
    guard case .lossByWeight(let layer, let unit, _) = move else { return false }
    return order[.lossByWeights(layer: layer, unit: unit)].map { $0 < made } ?? false
  }

  /// Whether the network has the quantity at all: a softmax has no slope of its own, hinge no dL/dz.
  func exists(_ move: BackpropagationMove) -> Bool { order[move] != nil }

  /// What comes into a layer: number 0 is the 1 of the bias.
  func input(_ input: Int, of layer: Int) -> Double { input == 0 ? 1 : passage.values[layer].inputs[input - 1] }

  /// The weight from an input, 0 for the bias.
  func weight(layer: Int, unit: Int, input: Int) -> Double { parameters[place(layer, unit, input)] }

  /// The derivative of the loss by that weight.
  func derivative(layer: Int, unit: Int, input: Int) -> Double {
    let gradients = passage.gradients[layer]
    return input == 0
      ? gradients.biases[unit] : gradients.weights[unit * parameters.layers[layer].inputs + input - 1]
  }

  /// What this example alone makes of that weight: w - eta dL/dw.
  func updated(layer: Int, unit: Int, input: Int) -> Double {
    weight(layer: layer, unit: unit, input: input) - rate * derivative(layer: layer, unit: unit, input: input)
  }

  /// The learning rate of the step.
  var rate: Double { isUpdated ? step?.rate ?? picture.effectiveRate : picture.effectiveRate }

  /// Whether the run has made its step: what is shown is that step with its update.
  var isUpdated: Bool { made == moves.count }

  /// That weight after the run's own step; nil before it is made.
  func fresh(layer: Int, unit: Int, input: Int) -> Double? {
    isUpdated ? step?.parameters[place(layer, unit, input)] : nil
  }

  /// What the network makes of the example with the weights after the step, and its loss then; nil before it is made.
  var after: (outputs: [Double], loss: Double)? {
    guard isUpdated, let step else { return nil }
    let one = NetworkExamples(picture.dataset.examples(at: [example]), for: network)
    let values = ReferenceNetwork(network, parameters: step.parameters).forward(one.input(at: 0)).last
    guard let values else { return nil }
    return (
      values.outputs, network.loss.value(sums: values.sums, outputs: values.outputs, targets: targets)
    )
  }

  /// Another example at the same moment.
  func following(_ example: Int) -> Backpropagation? { Backpropagation(picture, example: example, made: made) }

  private func place(_ layer: Int, _ unit: Int, _ input: Int) -> NetworkParameters.Place {
    NetworkParameters.Place(layer: layer, unit: unit, input: input == 0 ? nil : input - 1)
  }

  /// The number of a quantity; nil for the moves that are about several numbers, and for what does not exist.
  func value(of move: BackpropagationMove) -> Double? {
    switch move {
    case .sum(let layer, let unit): return passage.values[layer].sums[unit]
    case .output(let layer, let unit): return passage.values[layer].outputs[unit]
    case .loss: return passage.loss
    case .lossByOutput(let layer, let unit): return passage.gradients[layer].outputs?[unit]
    case .lossBySum(let layer, let unit): return passage.gradients[layer].sums[unit]
    case .lossByWeight(let layer, let unit, let input): return derivative(layer: layer, unit: unit, input: input)
    case .slope(let layer, let unit):
      guard layer == outputLayer else { return passage.values[layer].slopes[unit] }
      let z = passage.values[layer].outputs[unit]
      switch network.outputActivation {
      case .identity: return 1
      case .sigmoid: return z * (1 - z)
      case .tanh: return 1 - z * z
      case .softmax: return nil
      }
    case .lossByWeights, .update: return nil
    }
  }

  // MARK: The run's own step

  /// Why the run's step is not this example's update, in words; empty where it is.
  var differences: [String] {
    var reasons: [String] = []
    if let step {
      if step.count > 1 {
        reasons.append("it takes the mean of \(step.count) examples")
      } else if let first = step.examples.first, first != example {
        reasons.append("it takes example \(first + 1)")
      }
    }
    let options = picture.pace.options
    if options.optimizer != .sgd { reasons.append("its optimizer is \(options.optimizer.name)") }
    if options.regularizer != .none { reasons.append("a penalty for large weights is added") }
    if options.dropout.rate > 0 { reasons.append("dropout silences some units") }
    return reasons
  }

  /// Whether the run's step makes exactly this update.
  var isExact: Bool { step != nil && differences.isEmpty }

  /// The example after this one for the key that goes through them; nil where that is the run's own.
  var followingExample: Int? {
    let following = (example + 1) % picture.dataset.count
    return following == step?.examples.first ? nil : following
  }

  // MARK: Parts of the passes

  /// How many moves there are up to the end of the phase that is under way or begins next.
  var endOfPhase: Int {
    guard let next else { return moves.count }
    return moves[made...].firstIndex { $0.phase != next.phase } ?? moves.count
  }

  /// How many moves there were before the phase of the last move.
  var beginOfPhase: Int {
    guard let present else { return 0 }
    return (moves[..<made].lastIndex { $0.phase != present.phase } ?? -1) + 1
  }

  /// How many moves are made once a unit's last number of the present pass is there.
  func moves(toFinish layer: Int, _ unit: Int) -> Int? {
    let isBackward = isKnown(.loss)
    let move: BackpropagationMove =
      isBackward ? .lossBySum(layer: layer, unit: unit) : .output(layer: layer, unit: unit)
    return order[move].map { $0 + 1 }
  }
}
