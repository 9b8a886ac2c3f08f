/// A network with its weights as the model file tells it: names and plain numbers, nothing that is ever run.
///
/// The file itself is JSON, read and written elsewhere: this is its shape and its check. `weights[j][i]` goes from input
/// i to unit j.
package struct ModelFile: Sendable, Equatable {
  /// One layer.
  package struct Layer: Sendable, Equatable {
    /// The name of an activation; for the output layer, of an output activation.
    package var activation: String
    /// A row of weights for each unit.
    package var weights: [[Double]]
    /// A bias for each unit.
    package var biases: [Double]

    /// A layer from its parts.
    package init(activation: String, weights: [[Double]], biases: [Double]) {
      self.activation = activation
      self.weights = weights
      self.biases = biases
    }
  }

  /// Why a file describes no network; layers, units and inputs are counted from 0.
  package enum Fault: Error, Equatable {
    /// There is no feature of that name.
    case unknownInput(String)
    /// The inputs are columns of any names, but not two of them.
    case inputCount([String])
    /// There are not as many features as inputs.
    case featureCount(Int, inputs: Int)
    /// The columns that the features are computed from are not two.
    case columnCount(Int)
    /// A column is named twice.
    case repeatedColumn(String)
    /// There are not as many classes as the outputs tell apart.
    case classCount(Int, outputs: Int)
    /// A class is named twice.
    case repeatedClass(String)
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

  /// The names of the inputs: features, or two columns of any names.
  package var inputs: [String]
  /// The layers, the output last.
  package var layers: [Layer]
  /// The name of the loss.
  package var loss: String
  /// What each input is computed from the columns by; nil where the inputs' own names say so.
  package var features: [String]?
  /// The names of the data's columns that it was trained on, x1 then x2; nil where nobody knows.
  package var columns: [String]?
  /// The names of the classes in the order of the outputs; nil for numbers, and where nobody knows.
  package var classes: [String]?
  /// The units that the columns are to be brought into; nil for their own.
  package var standardization: Standardization?
  /// The units that the outputs are in; nil for the numbers' own.
  package var target: TargetScale?

  /// A file from its parts.
  package init(inputs: [String], layers: [Layer], loss: String) {
    self.inputs = inputs
    self.layers = layers
    self.loss = loss
  }

  /// The file of a network, with the names and units of the examples that it was trained on.
  ///
  /// - Precondition: the parameters are those of the shape.
  package init(_ network: Network, parameters: NetworkParameters, trainedOn dataset: Dataset? = nil) {
    if let dataset {
      columns = dataset.inputNames
      classes = dataset.classNames.isEmpty ? nil : dataset.classNames
      standardization = dataset.standardization
      target = dataset.targetScale
    }
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
  package func network() throws(Fault) -> (network: Network, parameters: NetworkParameters) {
    let features = try self.checkedFeatures()
    guard let loss = Loss.known(as: loss) else { throw .unknownLoss(loss) }
    guard let last = layers.last else { throw .noLayers }
    var hidden: [Network.HiddenLayer] = []
    for (number, layer) in layers.dropLast().enumerated() {
      guard let activation = Activation.known(as: layer.activation) else {
        throw .unknownActivation(layer: number, name: layer.activation)
      }
      hidden.append(Network.HiddenLayer(units: layer.weights.count, activation: activation))
    }
    guard let output = OutputActivation.known(as: last.activation) else {
      throw .unknownActivation(layer: layers.count - 1, name: last.activation)
    }
    let network: Network
    do {
      network = try Network(
        inputs: features, hidden: hidden, outputs: last.weights.count, outputActivation: output, loss: loss)
    } catch { throw .network(error) }
    try checkNames(for: network)
    return (network, try parameters(for: network))
  }

  /// Whether the inputs are columns of any names instead of features.
  private var namesColumns: Bool {
    features == nil && !inputs.isEmpty && inputs.allSatisfy { Feature(rawValue: $0) == nil }
  }

  /// The columns by name, x1 then x2; nil where the file knows none.
  package var knownColumns: [String]? { columns ?? (namesColumns ? inputs : nil) }

  private func checkedFeatures() throws(Fault) -> [Feature] {
    if let features, features.count != inputs.count { throw .featureCount(features.count, inputs: inputs.count) }
    if namesColumns {
      guard inputs.count == 2 else { throw .inputCount(inputs) }
      return [.x1, .x2]
    }
    var known: [Feature] = []
    for name in features ?? inputs {
      guard let feature = Feature(rawValue: name) else { throw .unknownInput(name) }
      guard !known.contains(feature) else { throw .repeatedInput(name) }
      known.append(feature)
    }
    return known
  }

  private func checkNames(for network: Network) throws(Fault) {
    if let columns = knownColumns {
      guard columns.count == 2 else { throw .columnCount(columns.count) }
      guard columns[0] != columns[1] else { throw .repeatedColumn(columns[0]) }
    }
    guard let classes else { return }
    for (index, name) in classes.enumerated() where classes[..<index].contains(name) { throw .repeatedClass(name) }
    let most = network.outputs == 1 ? 2 : network.outputs
    guard (1...most).contains(classes.count), network.outputs == 1 || classes.count == most else {
      throw .classCount(classes.count, outputs: network.outputs)
    }
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
