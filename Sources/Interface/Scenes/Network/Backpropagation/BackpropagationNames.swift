import Learning
import Plotting

/// The names of a network's quantities as the lecture writes them: r₁, u₁, v₁₂, s, z, w₁; with several hidden layers
/// the layer above the line, r²₁; with several outputs their number below it, z₂.
struct BackpropagationNames {
  let network: Network
  let math: MathText

  /// r of a hidden unit, s of an output.
  func sum(_ layer: Int, _ unit: Int) -> String { named("r", "s", layer, unit) }
  /// u of a hidden unit, z of an output.
  func output(_ layer: Int, _ unit: Int) -> String { named("u", "z", layer, unit) }
  /// The target of an output.
  func target(_ unit: Int) -> String { network.outputs == 1 ? "y" : math.indexed("y", unit + 1) }

  /// v or w with the number of the input, 0 for the bias, and that of the unit.
  func weight(_ layer: Int, _ unit: Int, _ input: Int) -> String {
    if isOutput(layer), network.outputs == 1 { return math.indexed("w", input) }
    let letter = isOutput(layer) ? "w" : "v" + mark(layer)
    // v with 1 and 12 must not read like v with 11 and 2.
    let comma = input > 9 || unit > 8 ? "," : ""
    return math.indexed(letter, input) + comma + math.indexed("", unit + 1)
  }

  /// What comes into a layer; number 0 is the 1 of the bias.
  func input(_ layer: Int, _ input: Int) -> String {
    guard input > 0 else { return "1" }
    guard layer == 0 else { return output(layer - 1, input - 1) }
    return PerceptronArithmetic.name(of: network.inputs[input - 1], math)
  }

  /// The derivative of the loss by something.
  func loss(by name: String) -> String { "dL/d\(name)" }

  /// The name of a move's quantity.
  func name(of move: BackpropagationMove) -> String {
    switch move {
    case .sum(let layer, let unit): sum(layer, unit)
    case .output(let layer, let unit): output(layer, unit)
    case .loss: "L"
    case .lossByOutput(let layer, let unit): loss(by: output(layer, unit))
    case .slope(let layer, let unit): slope(layer, unit)
    case .lossBySum(let layer, let unit): loss(by: sum(layer, unit))
    case .lossByWeight(let layer, let unit, let input): loss(by: weight(layer, unit, input))
    case .lossByWeights(let layer, let unit): "\(loss(by: weight(layer, unit, 0))) …"
    case .update: "the update"
    }
  }

  /// The derivative of a unit's output by its sum.
  func slope(_ layer: Int, _ unit: Int) -> String { "d\(output(layer, unit))/d\(sum(layer, unit))" }

  private func isOutput(_ layer: Int) -> Bool { layer == network.hidden.count }

  private func named(_ hidden: String, _ output: String, _ layer: Int, _ unit: Int) -> String {
    if isOutput(layer) { return network.outputs == 1 ? output : math.indexed(output, unit + 1) }
    return math.indexed(hidden + mark(layer), unit + 1)
  }

  /// The number of a hidden layer, where there are several.
  private func mark(_ layer: Int) -> String {
    guard network.hidden.count > 1 else { return "" }
    guard math.glyphs.isUnicode else { return "\(layer + 1)." }
    return String(String(layer + 1).map { Self.superscripts[$0] ?? $0 })
  }

  private static let superscripts: [Character: Character] = [
    "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹",
  ]
}
