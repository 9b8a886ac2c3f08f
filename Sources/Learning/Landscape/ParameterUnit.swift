/// The numbers of one unit among all parameters of a model: the weights that come into it, and its bias.
///
/// What Li et al. call a filter: the piece that a random direction is scaled by.
package struct ParameterUnit: Sendable, Equatable {
  /// The indices of its weights.
  package let weights: Range<Int>
  /// The index of its bias.
  package let bias: Int

  /// The units of a network, in the order of `NetworkParameters`.
  package static func units(of network: Network) -> [ParameterUnit] {
    NetworkParameters.layers(of: network).flatMap { layer in
      (0..<layer.units).map { unit in
        let first = layer.weight(input: 0, unit: unit)
        return ParameterUnit(weights: first..<first + layer.inputs, bias: layer.bias(unit: unit))
      }
    }
  }

  /// The one unit of a perceptron, whose parameters are w0, w1 to wm.
  package static func units(ofPerceptronWith features: [Feature]) -> [ParameterUnit] {
    [ParameterUnit(weights: 1..<features.count + 1, bias: 0)]
  }
}
