/// Where everything is in a fast network's memory, counted in lanes.
///
/// Parameters: for each hidden layer a row of lanes with the biases, then for each input a row with the weights that go
/// from it to every unit (units across the lanes, padded with zeros); for the output layer for each output a row with the
/// weights that come from every unit of the layer before (those across the lanes), then one row with the biases.
struct LanePlan: Sendable, Equatable {
  /// A hidden layer.
  struct Layer: Sendable, Equatable {
    /// How many numbers come in.
    let inputs: Int
    /// How many units there are.
    let units: Int
    /// How many lanes hold the units.
    let width: Int
    /// Where the biases begin; the weights follow.
    let biases: Int
    /// What the units make of their sums.
    let activation: Activation

    /// Where the weights from input 0 begin.
    var weights: Int { biases &+ width }
  }

  /// How many features come in.
  let inputs: Int
  /// The hidden layers.
  let hidden: [Layer]
  /// How many numbers come into the output layer.
  let outputInputs: Int
  /// How many lanes hold them.
  let outputWidth: Int
  /// How many outputs there are.
  let outputs: Int
  /// Where the weights of the output layer begin.
  let outputWeights: Int
  /// Where the biases of the output layer begin.
  let outputBiases: Int
  /// How many lanes all parameters take.
  let size: Int
  /// The lanes of the widest layer, features and outputs included, were it held one unit after another.
  let widest: Int

  init(_ network: Network) {
    var layers: [Layer] = []
    var inputs = network.inputs.count
    var place = 0
    for layer in network.hidden {
      let width = Lanes.count(for: layer.units)
      layers.append(
        Layer(inputs: inputs, units: layer.units, width: width, biases: place, activation: layer.activation))
      place += width * (inputs + 1)
      inputs = layer.units
    }
    self.inputs = network.inputs.count
    hidden = layers
    outputInputs = inputs
    outputWidth = Lanes.count(for: inputs)
    outputs = network.outputs
    outputWeights = place
    outputBiases = place + outputs * outputWidth
    size = outputBiases + Lanes.count(for: outputs)
    widest = Swift.max(network.inputs.count, network.outputs, layers.map(\.units).max() ?? 0)
  }

  /// The index, among single numbers, of a parameter.
  func index(of place: NetworkParameters.Place) -> Int {
    if place.layer < hidden.count {
      let layer = hidden[place.layer]
      let row = place.input.map { 1 + $0 } ?? 0
      return 8 * (layer.biases + row * layer.width) + place.unit
    }
    guard let input = place.input else { return 8 * outputBiases + place.unit }
    return 8 * (outputWeights + place.unit * outputWidth) + input
  }
}
