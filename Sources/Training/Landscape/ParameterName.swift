import Learning

/// The names of a model's parameters by their place, as the lecture writes them.
///
/// A perceptron has w0 (the bias), w1 to wm. In a network `h1.2.v3` is the weight from the third input to the second
/// unit of the first hidden layer, `h1.2.v0` that unit's bias; `out.1.w2` and `out.1.w0` are those of the outputs.
package enum ParameterName {
  /// The names of all parameters, in the model's order.
  package static func all(of model: LossLandscape.Model) -> [String] {
    switch model {
    case .perceptron(let features): return (0...features.count).map { "w\($0)" }
    case .network(let network):
      let layout = NetworkParameters(zerosFor: network)
      return layout.values.indices.map { name(of: layout.place(of: $0), hiddenLayers: network.hidden.count) }
    }
  }

  /// The name of a network's weight or bias.
  package static func name(of place: NetworkParameters.Place, hiddenLayers: Int) -> String {
    let number = place.input.map { $0 + 1 } ?? 0
    return place.layer < hiddenLayers
      ? "h\(place.layer + 1).\(place.unit + 1).v\(number)" : "out.\(place.unit + 1).w\(number)"
  }
}
