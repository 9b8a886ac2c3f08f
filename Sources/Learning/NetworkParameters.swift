/// All weights and biases of a network, one flat row of numbers.
///
/// Layer after layer, the output last. Within a layer first the weights, unit by unit (`weight j * inputs + i` goes from
/// input i to unit j, the row order of the model file and of PyTorch's `Linear.weight`), then the biases.
package struct NetworkParameters: Sendable, Equatable {
  /// Where one layer's numbers are.
  package struct Layer: Sendable, Equatable {
    /// How many numbers come into the layer.
    package let inputs: Int
    /// How many units it has.
    package let units: Int
    /// The index of its first weight.
    package let start: Int

    /// The index of the weight from an input to a unit.
    @inlinable
    package func weight(input: Int, unit: Int) -> Int { start + unit * inputs + input }

    /// The index of a unit's bias.
    @inlinable
    package func bias(unit: Int) -> Int { start + units * inputs + unit }

    /// The indices of the weights, without the biases.
    package var weights: Range<Int> { start..<start + units * inputs }

    /// The indices of the weights and the biases.
    package var all: Range<Int> { start..<start + units * (inputs + 1) }
  }

  /// One weight or bias by its place in the network.
  package struct Place: Sendable, Hashable {
    /// The layer; 0 is the first hidden one, the last is the output.
    package var layer: Int
    /// The unit that the number belongs to.
    package var unit: Int
    /// The input that the weight comes from; nil for the bias.
    package var input: Int?

    /// A weight, or with no input a bias.
    package init(layer: Int, unit: Int, input: Int?) {
      self.layer = layer
      self.unit = unit
      self.input = input
    }
  }

  /// The layers, the output last.
  package let layers: [Layer]
  /// The numbers, in the order described above.
  package var values: [Double]

  /// The layers of a network, without numbers.
  package static func layers(of network: Network) -> [Layer] {
    var layers: [Layer] = []
    var inputs = network.inputs.count
    var start = 0
    for units in network.hidden.map(\.units) + [network.outputs] {
      layers.append(Layer(inputs: inputs, units: units, start: start))
      start += units * (inputs + 1)
      inputs = units
    }
    return layers
  }

  /// Parameters for a network, all 0.
  package init(zerosFor network: Network) {
    layers = Self.layers(of: network)
    values = Array(repeating: 0, count: layers.last?.all.upperBound ?? 0)
  }

  /// Parameters for a network from a flat row.
  ///
  /// - Precondition: there are as many values as the network has weights and biases.
  package init(_ values: [Double], for network: Network) {
    self.init(zerosFor: network)
    precondition(
      values.count == self.values.count, "\(values.count) values for \(self.values.count) weights and biases")
    self.values = values
  }

  /// The number at a place.
  package subscript(place: Place) -> Double {
    get { values[index(of: place)] }
    set { values[index(of: place)] = newValue }
  }

  /// The index of a place in `values`.
  package func index(of place: Place) -> Int {
    let layer = layers[place.layer]
    if let input = place.input { return layer.weight(input: input, unit: place.unit) }
    return layer.bias(unit: place.unit)
  }

  /// The place of an index of `values`.
  package func place(of index: Int) -> Place {
    precondition(values.indices.contains(index), "there is no parameter \(index) among \(values.count)")
    let number = layers.lastIndex { $0.start <= index } ?? 0
    let layer = layers[number]
    let offset = index - layer.start
    if offset < layer.weights.count {
      return Place(layer: number, unit: offset / layer.inputs, input: offset % layer.inputs)
    }
    return Place(layer: number, unit: offset - layer.weights.count, input: nil)
  }

  /// The mean size |w| of a layer's weights, biases left out; 0 without any.
  ///
  /// - Complexity: O(weights of the layer).
  package func meanWeight(ofLayer number: Int) -> Double {
    let weights = layers[number].weights
    let total = values.withUnsafeBufferPointer { values in weights.reduce(0.0) { $0 + abs(values[$1]) } }
    return total / Double(max(1, weights.count))
  }

  /// What a regularizer adds to the loss: a sum over weights, biases left out.
  package func penalty(_ regularizer: Regularizer) -> Double {
    guard regularizer != .none else { return 0 }
    return layers.reduce(0) { total, layer in
      values[layer.weights].reduce(total) { $0 + regularizer.value($1) }
    }
  }
}
