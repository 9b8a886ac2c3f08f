import RealModule
import Testing

@testable import Learning

@Suite("Reference network: derivatives against differences and against the lecture")
struct ReferenceNetworkTests {
  @Test("every derivative agrees with central differences over 20 seeds", arguments: Activation.allCases)
  func gradientCheck(activation: Activation) throws {
    for (loss, output) in NetworkSamples.pairings {
      let network = try NetworkSamples.network(activation, loss, output)
      for regularizer in [
        Regularizer.none, Regularizer(l1: 0.03), Regularizer(l2: 0.05), Regularizer(l1: 0.02, l2: 0.1),
      ] {
        for seed in 0..<20 as Range<UInt64> {
          let examples = NetworkSamples.examples(count: 3, for: network, seed: seed)
          let reference = ReferenceNetwork(network, parameters: NetworkSamples.parameters(for: network, seed: seed))
          let (gradient, _) = reference.gradient(examples, at: [0, 1, 2], regularizer: regularizer)
          var worst = 0.0
          for index in gradient.indices {
            let h = 1e-6
            var moved = reference
            moved.parameters.values[index] += h
            let up = moved.loss(examples) + moved.parameters.penalty(regularizer)
            moved.parameters.values[index] -= 2 * h
            let down = moved.loss(examples) + moved.parameters.penalty(regularizer)
            worst = max(worst, abs((up - down) / (2 * h) - gradient[index]) / max(1, abs(gradient[index])))
          }
          // Of 1e-6 a difference quotient of rounding errors (1e-16) is off by about 1e-10.
          #expect(worst < 1e-8, "\(activation) \(loss) \(output) \(regularizer) seed \(seed)")
        }
      }
    }
  }

  @Test("a 2-p-1 network of sigmoids has the lecture's derivatives")
  func lecture() throws {
    let network = try Network(
      inputs: [.x1, .x2], hidden: [.init(units: 2, activation: .sigmoid)], outputs: 1, outputActivation: .sigmoid,
      loss: .binaryCrossEntropy)
    // v_11, v_21, v_12, v_22, v_01, v_02, w_1, w_2, w_0
    let numbers = [0.5, -0.4, 0.3, 0.8, 0.1, -0.2, 1.2, -0.7, 0.05]
    let reference = ReferenceNetwork(network, parameters: NetworkParameters(numbers, for: network))
    let x = [1.0, 0.5]
    let y = 1.0
    let passage = reference.backpropagate(x, targets: [y])
    let r = [0.1 + 0.5 * 1 - 0.4 * 0.5, -0.2 + 0.3 * 1 + 0.8 * 0.5]
    let u = r.map { 1 / (1 + Double.exp(-$0)) }
    let s = 0.05 + 1.2 * u[0] - 0.7 * u[1]
    let z = 1 / (1 + Double.exp(-s))
    #expect(passage.values[0].sums == r)
    for j in 0..<2 { #expect(abs(passage.values[0].outputs[j] - u[j]) < 1e-15) }
    #expect(abs(passage.values[1].sums[0] - s) < 1e-15)
    #expect(abs(passage.values[1].outputs[0] - z) < 1e-15)
    #expect(abs(passage.loss + Double.log(z)) < 1e-15)
    let output = passage.gradients[1]
    #expect(abs((output.outputs?[0] ?? 0) - (-y / z)) < 1e-14)
    #expect(abs(output.sums[0] - (z - y)) < 1e-15)
    for j in 0..<2 {
      let w = [1.2, -0.7][j]
      #expect(abs(output.weights[j] - (z - y) * u[j]) < 1e-15)
      #expect(abs((passage.gradients[0].outputs?[j] ?? 0) - (z - y) * w) < 1e-15)
      let down = (z - y) * w * u[j] * (1 - u[j])
      #expect(abs(passage.gradients[0].sums[j] - down) < 1e-15)
      for i in 0..<2 { #expect(abs(passage.gradients[0].weights[2 * j + i] - down * x[i]) < 1e-15) }
    }
  }

  @Test("logits of ±10,000 give finite losses and gradients", arguments: NetworkSamples.pairings)
  func extremeLogits(loss: Loss, output: OutputActivation) {
    for size in [1e4, -1e4] {
      let sums = output == .softmax ? [size, -size, 0] : [size]
      let targets = output == .softmax ? [0.0, 1, 0] : [loss.encoding(for: output).miss]
      let outputs = output(sums)
      #expect(loss.value(sums: sums, outputs: outputs, targets: targets).isFinite)
      let gradient = loss.gradient(sums: sums, outputs: outputs, targets: targets, activation: output)
      let finite = gradient.allSatisfy { $0.isFinite }
      #expect(finite)
    }
  }

  @Test("a parameter's place and index are inverse")
  func places() throws {
    let network = try NetworkSamples.network(.tanh, .crossEntropy, .softmax, hidden: [5, 2])
    let parameters = NetworkParameters(zerosFor: network)
    #expect(parameters.values.count == 2 * 5 + 5 + 5 * 2 + 2 + 2 * 3 + 3)
    for index in parameters.values.indices { #expect(parameters.index(of: parameters.place(of: index)) == index) }
    #expect(parameters.place(of: 14) == .init(layer: 0, unit: 4, input: nil))
    #expect(parameters.place(of: 15) == .init(layer: 1, unit: 0, input: 0))
  }

  @Test("shapes that are no network are refused with the reason")
  func faults() {
    func fault(_ inputs: [Feature], _ units: [Int], _ outputs: Int, _ output: OutputActivation, _ loss: Loss)
      -> Network.Fault?
    {
      do {
        _ = try Network(
          inputs: inputs, hidden: units.map { .init(units: $0, activation: .tanh) }, outputs: outputs,
          outputActivation: output, loss: loss)
        return nil
      } catch { return error }
    }
    #expect(fault([], [1], 1, .tanh, .squaredError) == .noInputs)
    #expect(fault([.x1], [4, 0], 1, .tanh, .squaredError) == .units(layer: 1, count: 0))
    #expect(fault([.x1], [4], 2000, .tanh, .squaredError) == .units(layer: 1, count: 2000))
    #expect(fault([.x1], [4], 1, .tanh, .binaryCrossEntropy) == .pairing(.binaryCrossEntropy, .tanh))
    #expect(fault([.x1], [4], 1, .softmax, .crossEntropy) == .softmaxOfOne)
    #expect(fault([.x1], [], 1, .tanh, .squaredError) == nil)
  }

  @Test("initial weights have the published spread", arguments: Initializer.allCases)
  func initializers(initializer: Initializer) {
    var generator = SplitMix64(seed: 3)
    let weights = (0..<20_000).map { _ in initializer.weight(inputs: 8, units: 24, using: &generator) }
    let deviation = (weights.reduce(0) { $0 + $1 * $1 } / 20_000).squareRoot()
    let expected: Double =
      switch initializer {
      case .zeros: 0
      case .uniform: (1.0 / 12).squareRoot()
      case .xavierUniform, .xavierNormal: (2.0 / 32).squareRoot()
      case .heUniform, .heNormal: 0.5
      case .lecunNormal: (1.0 / 8).squareRoot()
      }
    #expect(abs(deviation - expected) <= 0.02 * expected)
    #expect(abs(weights.reduce(0, +) / 20_000) <= 0.03 * max(expected, 1e-9))
  }
}
