/// The mean loss of a network in double precision, with room for its units kept from one example to the next.
///
/// The numbers are those of `ReferenceNetwork`, summed in the same order.
struct ExactNetworkLoss {
  private let network: Network
  private let layers: [NetworkParameters.Layer]
  /// What comes into a layer, and what it makes of that.
  private var from: [Double]
  private var to: [Double]

  init(_ network: Network) {
    self.network = network
    layers = NetworkParameters.layers(of: network)
    let widest = layers.reduce(0) { Swift.max($0, $1.inputs, $1.units) }
    from = [Double](repeating: 0, count: widest)
    to = from
  }

  /// The mean over all examples; 0 for none.
  mutating func mean(_ examples: NetworkExamples, parameters: [Double]) -> Double {
    guard examples.count > 0 else { return 0 }
    var total = 0.0
    for example in 0..<examples.count {
      let start = example * examples.inputCount
      for input in 0..<examples.inputCount { from[input] = examples.inputs[start + input] }
      total += loss(targets: examples.target(at: example), parameters)
    }
    return total / Double(examples.count)
  }

  /// The loss of the example whose features stand in `from`.
  private mutating func loss(targets: [Double], _ parameters: [Double]) -> Double {
    for (number, layer) in layers.enumerated() {
      for unit in 0..<layer.units {
        var sum = parameters[layer.bias(unit: unit)]
        let first = layer.weight(input: 0, unit: unit)
        for input in 0..<layer.inputs { sum += from[input] * parameters[first + input] }
        to[unit] = number < network.hidden.count ? network.hidden[number].activation(sum).value : sum
      }
      swap(&from, &to)
    }
    let sums = Array(from[0..<network.outputs])
    return network.loss.value(sums: sums, outputs: network.outputActivation(sums), targets: targets)
  }
}

extension PerceptronExamples {
  /// The mean of max(0, -y s) over the examples under the weights w0, w1 to wm; 0 for no examples.
  ///
  /// In ordinary arithmetic: near s = 0 it differs from the perceptron's decimal one by rounding errors.
  func meanLoss(parameters: [Double]) -> Double {
    guard count > 0 else { return 0 }
    let width = features.count
    var total = 0.0
    var place = 0
    for index in 0..<count {
      var score = parameters[0]
      for feature in 0..<width { score += parameters[feature + 1] * rows[place + feature] }
      place += width
      let signed = signs[index] > 0 ? -score : score
      // A score that is NaN makes a loss that is NaN.
      total += signed <= 0 ? 0 : signed
    }
    return total / Double(count)
  }
}
