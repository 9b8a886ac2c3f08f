/// A network with its weights as the model file tells it: names and plain numbers, nothing that is ever run.
///
/// The file itself is JSON, read and written elsewhere: this is its shape and its check. `weights[j][i]` goes from input
/// i to unit j.
public struct ModelFile: Sendable, Equatable {
  /// One layer.
  public struct Layer: Sendable, Equatable {
    /// The name of an activation; for the output layer, of an output activation.
    public var activation: String
    /// A row of weights for each unit.
    public var weights: [[Double]]
    /// A bias for each unit.
    public var biases: [Double]

    /// A layer from its parts.
    public init(activation: String, weights: [[Double]], biases: [Double]) {
      self.activation = activation
      self.weights = weights
      self.biases = biases
    }
  }

  /// Why a file describes no network; layers, units and inputs are counted from 0.
  public enum Fault: Error, Equatable {
    /// There is no feature of that name.
    case unknownInput(String)
    /// A feature is named twice.
    case repeatedInput(String)
    /// There is no activation of that name, or not for this layer.
    case unknownActivation(layer: Int, name: String)
    /// There is no loss of that name.
    case unknownLoss(String)
    /// There is no layer at all.
    case noLayers
    /// A unit has another number of weights than the layer has inputs.
    case weights(layer: Int, unit: Int, expected: Int, found: Int)
    /// A layer has another number of biases than units.
    case biases(layer: Int, expected: Int, found: Int)
    /// A weight, or with no input a bias, is not a finite number in single precision.
    case notFinite(NetworkParameters.Place)
    /// The parts are right, but they are no network.
    case network(Network.Fault)
  }

  /// The names of the features.
  public var inputs: [String]
  /// The layers, the output last.
  public var layers: [Layer]
  /// The name of the loss.
  public var loss: String

  /// A file from its parts.
  public init(inputs: [String], layers: [Layer], loss: String) {
    self.inputs = inputs
    self.layers = layers
    self.loss = loss
  }

  /// The file of a network.
  ///
  /// - Precondition: the parameters are those of the shape.
  public init(_ network: Network, parameters: NetworkParameters) {
    inputs = network.inputs.map(\.rawValue)
    loss = network.loss.rawValue
    let names = network.hidden.map(\.activation.rawValue) + [network.outputActivation.rawValue]
    layers = zip(parameters.layers, names).map { layer, name in
      Layer(
        activation: name,
        weights: (0..<layer.units).map { unit in
          (0..<layer.inputs).map { parameters.values[layer.weight(input: $0, unit: unit)] }
        },
        biases: (0..<layer.units).map { parameters.values[layer.bias(unit: $0)] })
    }
  }

  /// The network that the file describes, with its weights, or the first fault in it.
  public func network() throws(Fault) -> (network: Network, parameters: NetworkParameters) {
    var features: [Feature] = []
    for name in inputs {
      guard let feature = Feature(rawValue: name) else { throw .unknownInput(name) }
      guard !features.contains(feature) else { throw .repeatedInput(name) }
      features.append(feature)
    }
    guard let loss = Loss(rawValue: loss) else { throw .unknownLoss(loss) }
    guard let last = layers.last else { throw .noLayers }
    var hidden: [Network.HiddenLayer] = []
    for (number, layer) in layers.dropLast().enumerated() {
      guard let activation = Activation(rawValue: layer.activation) else {
        throw .unknownActivation(layer: number, name: layer.activation)
      }
      hidden.append(Network.HiddenLayer(units: layer.weights.count, activation: activation))
    }
    guard let output = OutputActivation(rawValue: last.activation) else {
      throw .unknownActivation(layer: layers.count - 1, name: last.activation)
    }
    let network: Network
    do {
      network = try Network(
        inputs: features, hidden: hidden, outputs: last.weights.count, outputActivation: output, loss: loss)
    } catch { throw .network(error) }
    return (network, try parameters(for: network))
  }

  private func parameters(for network: Network) throws(Fault) -> NetworkParameters {
    var parameters = NetworkParameters(zerosFor: network)
    for (number, layer) in parameters.layers.enumerated() {
      let written = layers[number]
      guard written.biases.count == layer.units else {
        throw .biases(layer: number, expected: layer.units, found: written.biases.count)
      }
      for unit in 0..<layer.units {
        let row = written.weights[unit]
        guard row.count == layer.inputs else {
          throw .weights(layer: number, unit: unit, expected: layer.inputs, found: row.count)
        }
        for input in 0..<layer.inputs {
          guard Float(row[input]).isFinite else {
            throw .notFinite(NetworkParameters.Place(layer: number, unit: unit, input: input))
          }
          parameters.values[layer.weight(input: input, unit: unit)] = row[input]
        }
        guard Float(written.biases[unit]).isFinite else {
          throw .notFinite(NetworkParameters.Place(layer: number, unit: unit, input: nil))
        }
        parameters.values[layer.bias(unit: unit)] = written.biases[unit]
      }
    }
    return parameters
  }
}
