import Learning
import Plotting

/// One quantity as people write it out: its name, the formula, the numbers put in, and what comes out.
struct BackpropagationEquation {
  /// What it is, in words: `forward: the sum of hidden unit 1`.
  var heading: String
  /// Its name: `r₁`.
  var name: String
  /// The formula in symbols: `v₀₁ + v₁₁·x₁ + v₂₁·x₂`.
  var symbols: String
  /// The same with numbers; empty where it would say the same again.
  var numbers: String
  /// What comes out; nil where several numbers do.
  var value: Double?

  /// The whole on one line.
  func line(_ math: MathText) -> String {
    let parts = [name, symbols, numbers, value.map { math.number($0) } ?? ""]
    return parts.filter { !$0.isEmpty }.joined(separator: " = ")
  }
}

/// Writes the equations of a backpropagation.
///
/// For the lecture's network (one hidden layer, one sigmoid output, binary cross-entropy) they are the lecture's;
/// elsewhere the same chain rule with the names that the network has.
struct BackpropagationEquations {
  let passes: Backpropagation
  let names: BackpropagationNames

  init(_ passes: Backpropagation, math: MathText) {
    self.passes = passes
    names = BackpropagationNames(network: passes.network, math: math)
  }

  var math: MathText { names.math }
  var network: Network { passes.network }
  var outputLayer: Int { passes.outputLayer }
  var dot: String { math.dot }
  var minus: String { math.glyphs.isUnicode ? "−" : "-" }

  /// The equation of a move.
  func equation(of move: BackpropagationMove) -> BackpropagationEquation {
    let name = names.name(of: move)
    let value = passes.value(of: move)
    func make(_ heading: String, _ formula: (symbols: String, numbers: String)) -> BackpropagationEquation {
      BackpropagationEquation(
        heading: heading, name: name, symbols: formula.symbols, numbers: formula.numbers, value: value)
    }
    switch move {
    case .sum(let layer, let unit): return make("forward: \(words(layer, unit)) sums up", sum(layer, unit))
    case .output(let layer, let unit):
      let formula = layer == outputLayer ? output(unit) : activation(layer, unit)
      return make("forward: what \(words(layer, unit)) makes of it", formula)
    case .loss: return make("forward: how wrong it is", loss)
    case .lossByOutput(let layer, let unit):
      let formula = layer == outputLayer ? lossByOutput(unit) : lossByUnit(layer, unit)
      return make("backward: how L changes with \(names.output(layer, unit))", formula)
    case .slope(let layer, let unit):
      let formula = layer == outputLayer ? outputSlope(unit) : slope(layer, unit)
      return make("backward: the slope of \(words(layer, unit))", formula)
    case .lossBySum(let layer, let unit):
      let formula = layer == outputLayer ? lossByOutputSum(unit) : lossBySum(layer, unit)
      return make("backward: the chain rule, at \(names.sum(layer, unit))", formula)
    case .lossByWeight(let layer, let unit, let input):
      return make("backward: the chain rule, at a weight", lossByWeight(layer, unit, input))
    case .lossByWeights(let layer, let unit):
      let sum = names.loss(by: names.sum(layer, unit))
      let what = layer == 0 ? "input" : names.output(layer - 1, 0) + " …"
      return make("backward: all weights into \(words(layer, unit))", ("\(sum)\(dot)(1, \(what))", ""))
    case .update:
      let rate = math.number(passes.rate)
      let arrow = math.glyphs.isUnicode ? "←" : "<-"
      return make(
        "the update: every weight against its derivative",
        ("w \(arrow) w \(minus) η\(dot)dL/dw with η = \(rate)", ""))
    }
  }

  /// A weight's update: `w₁ ← 0.8 − 0.5·(−0.2) = 0.9`; where the run's step is another, what that made of it:
  /// `w₁ 0.8 → 0.7`.
  func update(_ layer: Int, _ unit: Int, _ input: Int) -> String {
    let old = math.number(passes.weight(layer: layer, unit: unit, input: input))
    if !passes.isExact, let fresh = passes.fresh(layer: layer, unit: unit, input: input) {
      let arrow = math.glyphs.isUnicode ? "→" : ">"
      return "\(names.weight(layer, unit, input)) \(old) \(arrow) \(math.number(fresh))"
    }
    let rate = math.number(passes.rate)
    let derivative = math.factor(passes.derivative(layer: layer, unit: unit, input: input))
    let fresh = math.number(passes.updated(layer: layer, unit: unit, input: input))
    let arrow = math.glyphs.isUnicode ? "←" : "<-"
    return "\(names.weight(layer, unit, input)) \(arrow) \(old) \(minus) \(rate)\(dot)\(derivative) = \(fresh)"
  }

  private func words(_ layer: Int, _ unit: Int) -> String {
    if layer < outputLayer {
      return network.hidden.count == 1 ? "hidden unit \(unit + 1)" : "unit \(unit + 1) of hidden layer \(layer + 1)"
    }
    return network.outputs == 1 ? "the output" : "output \(unit + 1)"
  }

  // MARK: Forward

  /// Sums of more terms are written with a sum sign.
  private static let mostTerms = 6

  private func sum(_ layer: Int, _ unit: Int) -> (String, String) {
    let count = passes.parameters.layers[layer].inputs
    let bias = (name: names.weight(layer, unit, 0), value: passes.weight(layer: layer, unit: unit, input: 0))
    guard count > 0 else { return (bias.name, math.number(bias.value)) }
    var terms: [String] = []
    var numbers = ""
    // Of many products the first ones stand for all; the result is that of all.
    let shown = count > Self.mostTerms + 2 ? 3 : count
    for input in 1...shown {
      terms.append("\(names.weight(layer, unit, input))\(dot)\(names.input(layer, input))")
      numbers += math.product(
        passes.weight(layer: layer, unit: unit, input: input), passes.input(input, of: layer), isFirst: input == 1)
    }
    if shown < count { numbers += " + …" }
    numbers += math.term(bias.value)
    let products = count > Self.mostTerms ? "\(terms[0]) + … (\(count) products)" : terms.joined(separator: " + ")
    let symbols = "\(products) + \(bias.name)"
    return (symbols, numbers)
  }

  private func activation(_ layer: Int, _ unit: Int) -> (String, String) {
    let r = passes.passage.values[layer].sums[unit]
    let function = network.hidden[layer].activation
    return (
      applied(function, to: names.sum(layer, unit), negated: minus + names.sum(layer, unit)),
      applied(function, to: math.number(r), negated: math.number(-r))
    )
  }

  /// The function of an argument, which is needed with the other sign too.
  private func applied(_ function: Activation, to r: String, negated: String) -> String {
    switch function {
    case .identity: r
    case .relu: "max(0, \(r))"
    case .leakyRelu: "max(\(math.number(Activation.leak))\(dot)\(r), \(r))"
    case .sigmoid: "1/(1 + e^\(negated))"
    case .tanh: "tanh(\(r))"
    case .softplus: "log(1 + e^\(r))"
    case .swish: "\(r)/(1 + e^\(negated))"
    case .elu, .gelu: "\(function.rawValue)(\(r))"
    }
  }

  private func output(_ unit: Int) -> (String, String) {
    let s = passes.passage.values[outputLayer].sums[unit]
    let name = names.sum(outputLayer, unit)
    switch network.outputActivation {
    case .identity: return (name, math.number(s))
    case .sigmoid:
      return (
        applied(.sigmoid, to: name, negated: minus + name),
        applied(.sigmoid, to: math.number(s), negated: math.number(-s))
      )
    case .tanh: return ("tanh(\(name))", "tanh(\(math.number(s)))")
    case .softmax:
      let powers = passes.passage.values[outputLayer].sums.map { "e^\(math.number($0))" }
      return ("e^\(name) / (sum of all e^s)", "e^\(math.number(s)) / (\(powers.joined(separator: " + ")))")
    }
  }

  private var loss: (String, String) {
    let values = passes.passage.values[outputLayer]
    let units = Array(values.outputs.indices)
    func all(_ terms: [String]) -> String { terms.joined(separator: " + ") }
    func number(_ value: Double) -> String { math.number(value) }
    let isOne = units.count == 1
    switch network.loss {
    case .binaryCrossEntropy:
      let numbers = units.map { unit in
        let (y, z) = (passes.targets[unit], values.outputs[unit])
        return
          "\(minus)[\(number(y))\(dot)log \(number(z)) + \(number(1 - y))\(dot)log \(number(1 - z))]"
      }
      let symbols = "\(minus)[y\(dot)log z + (1 \(minus) y)\(dot)log(1 \(minus) z)]"
      return (isOne ? symbols : "sum of all \(symbols)", all(numbers))
    case .squaredError:
      let terms = units.map { "(\(number(values.outputs[$0])) \(minus) \(math.factor(passes.targets[$0])))²" }
      return isOne
        ? ("½\(dot)(z \(minus) y)²", "½\(dot)\(terms[0])")
        : ("½\(dot)(sum of all (z \(minus) y)²)", "½\(dot)(\(all(terms)))")
    case .crossEntropy:
      let terms = units.filter { passes.targets[$0] != 0 }.map { "\(minus)log \(number(values.outputs[$0]))" }
      let hit = units.first { passes.targets[$0] == 1 }.map { "\(minus)log \(names.output(outputLayer, $0))" }
      return (hit ?? "\(minus)(sum of all y\(dot)log z)", all(terms))
    case .hinge:
      let terms = units.map {
        "max(0, 1 \(minus) \(math.factor(passes.targets[$0]))\(dot)\(math.factor(values.sums[$0])))"
      }
      return (isOne ? "max(0, 1 \(minus) y\(dot)s)" : "sum of all max(0, 1 \(minus) y\(dot)s)", all(terms))
    }
  }
}
