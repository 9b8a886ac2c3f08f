import Learning
import Plotting

/// The derivatives, from the loss back to the first weights: formula and numbers of each.
extension BackpropagationEquations {
  func lossByOutput(_ unit: Int) -> (String, String) {
    let (z, y) = (names.output(outputLayer, unit), names.target(unit))
    let value = passes.passage.values[outputLayer].outputs[unit]
    let target = passes.targets[unit]
    let (zNumber, yNumber) = (math.number(value), math.number(target))
    switch network.loss {
    case .binaryCrossEntropy:
      return (
        "\(minus)\(y)/\(z) + (1 \(minus) \(y))/(1 \(minus) \(z))",
        "\(minus)\(yNumber)/\(zNumber) + \(math.number(1 - target))/\(math.number(1 - value))"
      )
    case .squaredError, .hinge: return ("\(z) \(minus) \(y)", "\(zNumber) \(minus) \(math.factor(target))")
    case .crossEntropy: return ("\(minus)\(y)/\(z)", "\(minus)\(yNumber)/\(zNumber)")
    }
  }

  func outputSlope(_ unit: Int) -> (String, String) {
    let z = names.output(outputLayer, unit)
    let number = math.number(passes.passage.values[outputLayer].outputs[unit])
    switch network.outputActivation {
    case .sigmoid: return ("\(z)\(dot)(1 \(minus) \(z))", "\(number)\(dot)(1 \(minus) \(number))")
    case .tanh:
      return (
        "1 \(minus) \(z)²", "1 \(minus) \(math.factor(passes.passage.values[outputLayer].outputs[unit]))²"
      )
    case .identity, .softmax:
      let s = names.sum(outputLayer, unit)
      return ("d\(s)/d\(s)", "")
    }
  }

  func lossByOutputSum(_ unit: Int) -> (String, String) {
    let (z, s, y) = (names.output(outputLayer, unit), names.sum(outputLayer, unit), names.target(unit))
    let values = passes.passage.values[outputLayer]
    let difference = "\(math.number(values.outputs[unit])) \(minus) \(math.factor(passes.targets[unit]))"
    let chain = "dL/d\(z)\(dot)d\(z)/d\(s)"
    switch network.loss {
    case .binaryCrossEntropy: return ("\(chain) = \(z) \(minus) \(y)", difference)
    case .crossEntropy: return ("\(z) \(minus) \(y)", difference)
    case .hinge:
      let product = math.number(passes.targets[unit] * values.sums[unit])
      return ("\(minus)\(y) where \(y)\(dot)\(s) < 1, else 0", "\(y)\(dot)\(s) is \(product)")
    case .squaredError:
      guard let gradients = passes.passage.gradients[outputLayer].outputs else { return (chain, "") }
      if network.outputActivation == .softmax {
        let mean = zip(gradients, values.outputs).reduce(0) { $0 + $1.0 * $1.1 }
        return (
          "\(z)\(dot)(dL/d\(z) \(minus) sum of all z\(dot)dL/dz)",
          "\(math.number(values.outputs[unit]))\(dot)(\(math.number(gradients[unit])) \(minus) \(math.factor(mean)))"
        )
      }
      let slope = passes.value(of: .slope(layer: outputLayer, unit: unit)) ?? .nan
      return (chain, "\(math.number(gradients[unit]))\(dot)\(math.factor(slope))")
    }
  }

  // MARK: Backward, inside

  /// Whether the lecture's own short forms hold.
  var isLectures: Bool {
    network.loss == .binaryCrossEntropy && network.outputs == 1 && network.hidden.count <= 1
  }

  func lossByUnit(_ layer: Int, _ unit: Int) -> (String, String) {
    let above = layer + 1
    let count = passes.parameters.layers[above].units
    var symbols: [String] = []
    var numbers = ""
    // Of many products the first ones stand for all; the result is that of all.
    let shown = count > 8 ? 3 : count
    for target in 0..<shown {
      symbols.append(
        "\(names.loss(by: names.sum(above, target)))\(dot)\(names.weight(above, target, unit + 1))")
      numbers += math.product(
        passes.passage.gradients[above].sums[target], passes.weight(layer: above, unit: target, input: unit + 1),
        isFirst: target == 0)
    }
    var text = symbols.joined(separator: " + ")
    if shown < count { numbers += " + …" }
    if count > 3 { text = "\(symbols[0]) + … (\(count) products)" }
    if isLectures { text += " = (z \(minus) y)\(dot)\(names.weight(above, 0, unit + 1))" }
    return (text, numbers)
  }

  func slope(_ layer: Int, _ unit: Int) -> (String, String) {
    let values = passes.passage.values[layer]
    let (u, r) = (names.output(layer, unit), names.sum(layer, unit))
    let number = math.number(values.outputs[unit])
    switch network.hidden[layer].activation {
    case .sigmoid: return ("\(u)\(dot)(1 \(minus) \(u))", "\(number)\(dot)(1 \(minus) \(number))")
    case .tanh: return ("1 \(minus) \(u)²", "1 \(minus) \(math.factor(values.outputs[unit]))²")
    case .identity: return ("d\(r)/d\(r)", "")
    case .relu: return ("1 where \(r) > 0, else 0", "")
    case .leakyRelu: return ("1 where \(r) > 0, else \(math.number(Activation.leak))", "")
    case .elu: return ("1 where \(r) > 0, else e^\(r)", "")
    case .softplus:
      let sum = values.sums[unit]
      return ("1/(1 + e^\(minus)\(r))", "1/(1 + e^\(math.number(-sum)))")
    case .gelu, .swish: return ("g′(\(r))", "g′(\(math.number(values.sums[unit])))")
    }
  }

  func lossBySum(_ layer: Int, _ unit: Int) -> (String, String) {
    let u = names.output(layer, unit)
    let gradients = passes.passage.gradients[layer].outputs ?? []
    var symbols = "dL/d\(u)\(dot)\(names.slope(layer, unit))"
    if isLectures, network.hidden[layer].activation == .sigmoid {
      symbols += " = (z \(minus) y)\(dot)\(names.weight(layer + 1, 0, unit + 1))\(dot)\(u)\(dot)(1 \(minus) \(u))"
    }
    let slope = passes.passage.values[layer].slopes[unit]
    return (
      symbols, "\(math.number(gradients.indices.contains(unit) ? gradients[unit] : .nan))\(dot)\(math.factor(slope))"
    )
  }

  func lossByWeight(_ layer: Int, _ unit: Int, _ input: Int) -> (String, String) {
    let source = names.input(layer, input)
    var symbols = "\(names.loss(by: names.sum(layer, unit)))\(dot)\(source)"
    if isLectures, layer == outputLayer { symbols += " = (z \(minus) y)\(dot)\(source)" }
    let sum = passes.passage.gradients[layer].sums[unit]
    return (symbols, "\(math.number(sum))\(dot)\(math.factor(passes.input(input, of: layer)))")
  }
}
