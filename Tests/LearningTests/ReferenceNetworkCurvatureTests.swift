import Testing

@testable import Learning

@Suite("Reference network: second derivatives")
struct ReferenceNetworkCurvatureTests {
  @Test("the Hessian times a direction is the difference of gradients along it", arguments: Activation.allCases)
  func product(activation: Activation) throws {
    for (loss, output) in NetworkSamples.pairings {
      let network = try NetworkSamples.network(activation, loss, output)
      for seed in 0..<20 as Range<UInt64> {
        let examples = NetworkSamples.examples(count: 3, for: network, seed: seed)
        let reference = ReferenceNetwork(network, parameters: NetworkSamples.parameters(for: network, seed: seed))
        let direction = NetworkSamples.parameters(for: network, seed: seed + 100).values
        let product = reference.curvature(
          along: direction, examples, at: [0, 1, 2], regularizer: Regularizer(l2: 0.1))
        func gradient(_ step: Double) -> [Double] {
          var moved = reference
          for index in direction.indices { moved.parameters.values[index] += step * direction[index] }
          return moved.gradient(examples, at: [0, 1, 2], regularizer: Regularizer(l2: 0.1)).gradient
        }
        let h = 1e-5
        let (up, down) = (gradient(h), gradient(-h))
        var worst = 0.0
        for index in product.indices {
          worst = max(worst, abs((up[index] - down[index]) / (2 * h) - product[index]) / max(1, abs(product[index])))
        }
        #expect(worst < 1e-7, "\(activation) \(loss) \(output) seed \(seed)")
      }
    }
  }

  @Test("for a linear unit the Hessian is the mean of x xᵀ, whose largest eigenvalue is known")
  func linear() throws {
    let network = try NetworkSamples.network(.identity, .squaredError, .identity, hidden: [])
    // Of (±3, 0) and (0, ±1) the mean of (x1, x2, 1) (x1, x2, 1)ᵀ is diag(4.5, 0.5, 1).
    let examples = NetworkExamples(
      Dataset(name: "cross", inputs: [3, 0, -3, 0, 0, 1, 0, -1], targets: .numbers([1, 2, 3, 4])), for: network)
    let reference = ReferenceNetwork(network, parameters: NetworkParameters([0.3, -1, 2], for: network))
    let all = [0, 1, 2, 3]
    #expect(reference.curvature(along: [1, 0, 0], examples, at: all) == [4.5, 0, 0])
    #expect(reference.curvature(along: [0, 2, 1], examples, at: all) == [0, 1, 1])
    #expect(abs(reference.largestCurvature(examples, at: all) - 4.5) < 1e-9)
    #expect(reference.largestCurvature(examples, at: []) == 0)
  }

  @Test("gradient descent settles just below 2 over the largest eigenvalue and leaves just above")
  func stability() throws {
    let network = try NetworkSamples.network(.identity, .squaredError, .identity, hidden: [])
    let examples = NetworkExamples(
      Dataset(name: "cross", inputs: [3, 0, -3, 0, 0, 1, 0, -1], targets: .numbers([1, 2, 3, 4])), for: network)
    let all = [0, 1, 2, 3]
    func finalLoss(_ factor: Double) -> Double {
      var reference = ReferenceNetwork(network, parameters: NetworkParameters([1, 1, 1], for: network))
      let rate = factor * 2 / reference.largestCurvature(examples, at: all)
      var state = OptimizerState(for: .sgd, parameterCount: 3)
      for _ in 0..<2000 {
        reference.step(examples, at: all, options: TrainingOptions(), learningRate: rate, state: &state)
      }
      return reference.loss(examples)
    }
    #expect(finalLoss(0.98) < 1)
    #expect(!(finalLoss(1.02) < 1e6))
  }

  @Test("where the eigenvalue of largest size is negative, the largest is still found")
  func negative() throws {
    // One tanh unit, one example, far on the wrong side: its 2 x 2 Hessian is -c x xᵀ, with eigenvalues below and at 0.
    // Compared with the formula for the eigenvalues of a symmetric 2 x 2 matrix.
    let network = try Network(inputs: [.x1], hidden: [], outputs: 1, outputActivation: .tanh, loss: .squaredError)
    let examples = NetworkExamples(
      Dataset(name: "one", inputs: [2, 0], targets: .numbers([-1])), for: network)
    let reference = ReferenceNetwork(network, parameters: NetworkParameters([0.6, 0.1], for: network))
    let a = reference.curvature(along: [1, 0], examples, at: [0])
    let b = reference.curvature(along: [0, 1], examples, at: [0])
    #expect(abs(a[1] - b[0]) < 1e-15)
    let middle = (a[0] + b[1]) / 2
    let spread = ((a[0] - b[1]) * (a[0] - b[1]) / 4 + a[1] * a[1]).squareRoot()
    #expect(middle < 0)
    #expect(abs(reference.largestCurvature(examples, at: [0], iterations: 1000) - (middle + spread)) < 1e-9)
  }
}
