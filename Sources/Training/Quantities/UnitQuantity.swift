import Learning

/// A number of one unit of a network: `h1.2.r` is r of the second unit of the first hidden layer, `out.1.dL/dw0` the
/// derivative of the loss with respect to the bias of the first output.
///
/// In the lecture's letters: r and u with weights v in hidden layers, s and z with weights w in the output.
package struct UnitQuantity: Sendable {
  /// What is read at a unit.
  package enum Part: Equatable, Sendable {
    /// The weighted sum: r, or s.
    case sum
    /// What the unit makes of it: u, or z.
    case output
    /// The slope between the two: du/dr, or dz/ds.
    case slope
    /// The derivative of the loss with respect to the output.
    case lossByOutput
    /// The derivative of the loss with respect to the sum.
    case lossBySum
    /// A weight; 0 is the bias.
    case weight(Int)
    /// The derivative of the loss with respect to a weight; 0 is the bias.
    case lossByWeight(Int)
  }

  /// The hidden layer, counted from 0; nil for the output.
  package let layer: Int?
  /// The unit, counted from 0.
  package let unit: Int
  /// What is read.
  package let part: Part

  /// Reads a name; nil where it is none of this kind.
  init?(_ name: String) {
    let pieces = name.split(separator: ".", omittingEmptySubsequences: false)
    guard pieces.count == 3, let unit = Quantity.number(pieces[1], after: ""), unit > 0 else { return nil }
    let isOutput = pieces[0] == "out"
    guard isOutput || (Quantity.number(pieces[0], after: "h") ?? 0) > 0 else { return nil }
    layer = isOutput ? nil : (Quantity.number(pieces[0], after: "h") ?? 1) - 1
    self.unit = unit - 1
    let (sum, output, weight) = isOutput ? ("s", "z", "w") : ("r", "u", "v")
    switch pieces[2] {
    case sum: part = .sum
    case output: part = .output
    case "d\(output)/d\(sum)": part = .slope
    case "dL/d\(output)": part = .lossByOutput
    case "dL/d\(sum)": part = .lossBySum
    default:
      if let index = Quantity.number(pieces[2], after: weight) {
        part = .weight(index)
      } else if let index = Quantity.number(pieces[2], after: "dL/d\(weight)") {
        part = .lossByWeight(index)
      } else {
        return nil
      }
    }
  }

  /// The number in one example's way through a network and back; nil where there is no such unit or weight.
  func value(in passage: ReferenceNetwork.Passage, of model: ReferenceNetwork) -> Double? {
    let layer = self.layer ?? model.network.hidden.count
    guard layer < passage.values.count, self.layer == nil || layer < model.network.hidden.count else { return nil }
    let values = passage.values[layer]
    let gradients = passage.gradients[layer]
    let shape = model.parameters.layers[layer]
    guard unit < shape.units else { return nil }
    switch part {
    case .sum: return values.sums[unit]
    case .output: return values.outputs[unit]
    case .slope: return self.layer == nil ? outputSlope(values, of: model.network) : values.slopes[unit]
    case .lossByOutput: return gradients.outputs?[unit]
    case .lossBySum: return gradients.sums[unit]
    case .weight(0): return model.parameters.values[shape.bias(unit: unit)]
    case .weight(let input):
      guard input <= shape.inputs else { return nil }
      return model.parameters.values[shape.weight(input: input - 1, unit: unit)]
    case .lossByWeight(0): return gradients.biases[unit]
    case .lossByWeight(let input):
      guard input <= shape.inputs else { return nil }
      return gradients.weights[unit * shape.inputs + input - 1]
    }
  }

  /// dz/ds of the output; nil for softmax, where each z depends on every s.
  private func outputSlope(_ values: ReferenceNetwork.LayerValues, of network: Network) -> Double? {
    let z = values.outputs[unit]
    return switch network.outputActivation {
    case .sigmoid: z * (1 - z)
    case .tanh: 1 - z * z
    case .identity: 1
    case .softmax: nil
    }
  }
}
