import Learning

/// One move of backpropagation by hand: a quantity that gets its number.
///
/// Layers are counted as in `NetworkParameters`: 0 is the first hidden one, the last is the output.
enum BackpropagationMove: Hashable, Sendable {
  /// r of a hidden unit, s of an output: the weighted sum.
  case sum(layer: Int, unit: Int)
  /// u = g(r) of a hidden unit, z = h(s) of an output.
  case output(layer: Int, unit: Int)
  /// L.
  case loss
  /// dL/du of a hidden unit, dL/dz of an output.
  case lossByOutput(layer: Int, unit: Int)
  /// du/dr of a hidden unit, dz/ds of an output.
  case slope(layer: Int, unit: Int)
  /// dL/dr of a hidden unit, dL/ds of an output.
  case lossBySum(layer: Int, unit: Int)
  /// The derivative of L by one weight: input 0 is the bias, input i the i-th number that comes into the layer.
  case lossByWeight(layer: Int, unit: Int, input: Int)
  /// The derivatives of L by all weights into a unit, where there are too many to take them one by one.
  case lossByWeights(layer: Int, unit: Int)
  /// Every weight at once: w - eta dL/dw.
  case update

  /// Up to so many weights and biases each derivative is a move of its own.
  static let mostSingleWeights = 24

  /// All moves of a network in their order: forward, backward, the update.
  ///
  /// - Complexity: O(weights) for small networks, O(units) for others.
  static func moves(of network: Network) -> [BackpropagationMove] {
    let layers = NetworkParameters.layers(of: network)
    let areWeightsSingle = (layers.last?.all.upperBound ?? 0) <= mostSingleWeights
    let last = layers.count - 1
    // A softmax looks at all sums, so they come first.
    let isJoint = network.outputActivation == .softmax
    var moves: [BackpropagationMove] = []
    for (layer, place) in layers.enumerated() {
      for unit in 0..<place.units {
        moves.append(.sum(layer: layer, unit: unit))
        if layer < last || !isJoint { moves.append(.output(layer: layer, unit: unit)) }
      }
    }
    if isJoint { moves += (0..<network.outputs).map { .output(layer: last, unit: $0) } }
    moves.append(.loss)
    // Hinge looks at s and not at z.
    let looksAtOutput = network.loss != .hinge
    if isJoint { moves += (0..<network.outputs).map { .lossByOutput(layer: last, unit: $0) } }
    for (layer, place) in layers.enumerated().reversed() {
      for unit in 0..<place.units {
        if layer < last || (looksAtOutput && !isJoint) {
          moves += [.lossByOutput(layer: layer, unit: unit), .slope(layer: layer, unit: unit)]
        }
        moves.append(.lossBySum(layer: layer, unit: unit))
        if areWeightsSingle {
          moves += WeightOrder.indices(count: place.inputs + 1).map {
            .lossByWeight(layer: layer, unit: unit, input: $0)
          }
        } else {
          moves.append(.lossByWeights(layer: layer, unit: unit))
        }
      }
    }
    return moves + [.update]
  }

  /// The unit it is about; nil for the loss and the update.
  var unit: (layer: Int, unit: Int)? {
    switch self {
    case .sum(let layer, let unit), .output(let layer, let unit), .lossByOutput(let layer, let unit),
      .slope(let layer, let unit), .lossBySum(let layer, let unit), .lossByWeight(let layer, let unit, _),
      .lossByWeights(let layer, let unit):
      (layer, unit)
    case .loss, .update: nil
    }
  }

  /// The parts that the passes fall into.
  enum Phase: Sendable, Equatable {
    case forward(layer: Int)
    case loss
    case backward(layer: Int)
    case update
  }

  /// The part that the move belongs to.
  var phase: Phase {
    switch self {
    case .sum(let layer, _), .output(let layer, _): .forward(layer: layer)
    case .loss: .loss
    case .lossByOutput(let layer, _), .slope(let layer, _), .lossBySum(let layer, _), .lossByWeight(let layer, _, _),
      .lossByWeights(let layer, _):
      .backward(layer: layer)
    case .update: .update
    }
  }
}
