import RealModule

/// How the weights of a new network are drawn; biases start at 0.
///
/// Sources: X. Glorot, Y. Bengio, AISTATS 2010 (Xavier); K. He et al., ICCV 2015 (He); Y. LeCun et al., "Efficient
/// BackProp", 1998 (LeCun).
package enum Initializer: String, CaseIterable, Sendable {
  case zeros
  /// Evenly from (-0.5, 0.5).
  case uniform
  /// Evenly within ±sqrt(6 / (inputs + units)).
  case xavierUniform = "xavier-uniform"
  /// Normal with deviation sqrt(2 / (inputs + units)).
  case xavierNormal = "xavier-normal"
  /// Evenly within ±sqrt(6 / inputs).
  case heUniform = "he-uniform"
  /// Normal with deviation sqrt(2 / inputs).
  case heNormal = "he-normal"
  /// Normal with deviation sqrt(1 / inputs).
  case lecunNormal = "lecun-normal"

  /// One weight of a layer with the given numbers of inputs and units.
  package func weight(inputs: Int, units: Int, using generator: inout SplitMix64) -> Double {
    let fanIn = Double(Swift.max(1, inputs))
    let fanBoth = Double(Swift.max(1, inputs + units))
    switch self {
    case .zeros: return 0
    case .uniform: return generator.uniform(-0.5, 0.5)
    case .xavierUniform:
      let bound = (6 / fanBoth).squareRoot()
      return generator.uniform(-bound, bound)
    case .xavierNormal: return generator.normal(deviation: (2 / fanBoth).squareRoot())
    case .heUniform:
      let bound = (6 / fanIn).squareRoot()
      return generator.uniform(-bound, bound)
    case .heNormal: return generator.normal(deviation: (2 / fanIn).squareRoot())
    case .lecunNormal: return generator.normal(deviation: (1 / fanIn).squareRoot())
    }
  }

  /// The parameters of a new network: layer by layer, unit by unit, each unit's weights in the order of its inputs.
  package func parameters(for network: Network, using generator: inout SplitMix64) -> NetworkParameters {
    var parameters = NetworkParameters(zerosFor: network)
    for layer in parameters.layers {
      for unit in 0..<layer.units {
        for input in 0..<layer.inputs {
          parameters.values[layer.weight(input: input, unit: unit)] = weight(
            inputs: layer.inputs, units: layer.units, using: &generator)
        }
      }
    }
    return parameters
  }
}
