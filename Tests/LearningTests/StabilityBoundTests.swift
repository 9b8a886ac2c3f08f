import Testing

@testable import Learning

@Suite("The bound on learning rate times curvature")
struct StabilityBoundTests {
  // The formulas, by hand: 2; 2 (1 + 0.9); 2 (1 + 0.9) / (1 + 1.8).
  @Test(arguments: [
    (Optimizer.sgd, 2.0), (.momentum(), 3.8), (.nesterov(), 3.8 / 2.8), (.momentum(momentum: 0), 2),
    (.nesterov(momentum: 0), 2), (.nesterov(momentum: 0.5), 1.5),
    // By halving on the eigenvalues of a step: Tests/Oracles/qhm.py.
    (.qhm(), 6.658894070619587), (.qhm(momentum: 0.9, nu: 0.5), 3.8), (.qhm(momentum: 0.5, nu: 0.9), 5),
    (.qhm(momentum: 0.9, nu: 0), 2),
  ])
  func formula(optimizer: Optimizer, bound: Double) throws {
    #expect((try #require(optimizer.stabilityBound) - bound).magnitude < 1e-14)
  }

  @Test("rules that scale each parameter have none", arguments: ["adagrad", "rmsprop", "adadelta", "adam", "adamw"])
  func none(name: String) throws {
    #expect(try #require(Optimizer(name: name)).stabilityBound == nil)
  }

  @Test(
    "on a quadratic steps settle just below it and leave just above",
    arguments: [
      Optimizer.sgd, .momentum(), .momentum(momentum: 0.5), .momentum(momentum: 0.99), .nesterov(),
      .nesterov(momentum: 0.5), .nesterov(momentum: 0.99), .qhm(), .qhm(momentum: 0.9, nu: 0.5),
      .qhm(momentum: 0.9, nu: 1),
    ], [0.3, 1, 250])
  func quadratic(optimizer: Optimizer, curvature: Double) throws {
    let bound = try #require(optimizer.stabilityBound)
    func distance(_ share: Double) -> Double {
      var w = [1.0]
      var state = OptimizerState(for: optimizer, parameterCount: 1)
      for _ in 0..<5000 {
        state.update(&w, gradient: [curvature * w[0]], learningRate: share * bound / curvature, optimizer: optimizer)
        if w[0].magnitude > 1e12 { break }
      }
      return w[0].magnitude
    }
    #expect(distance(0.99) < 1e-3)
    #expect(distance(1.01) > 1e3)
  }

  @Test(
    "for a linear network with squared error the prediction is exact: 1.9 over λmax falls, 2.1 rises", arguments: 1...5)
  func linear(seed: UInt64) throws {
    let network = try NetworkSamples.network(.identity, .squaredError, .identity, hidden: [])
    let examples = NetworkSamples.examples(count: 30, for: network, seed: seed)
    let start = NetworkSamples.parameters(for: network, seed: seed)
    let curvature = LossHessian(network, parameters: start, examples: examples).spectrum(tolerance: 1e-9).largest
    let best =
      losses(ReferenceNetwork(network, parameters: start), examples, rate: 1 / curvature, steps: 5000).last ?? 0
    let below = losses(ReferenceNetwork(network, parameters: start), examples, rate: 1.9 / curvature, steps: 200)
    // Every step falls, as on any quadratic.
    #expect(zip(below, below.dropFirst()).allSatisfy { $1 <= $0 + 1e-15 })
    #expect((below.last ?? 9) - best < 1e-3 * (below[0] - best))
    let above = losses(ReferenceNetwork(network, parameters: start), examples, rate: 2.1 / curvature, steps: 200)
    #expect((above.last ?? 0) - best > 1000 * (above[0] - best))
  }

  @Test("for a tanh network beside a minimum it holds too", arguments: 1...3)
  func tanh(seed: UInt64) throws {
    let network = try NetworkSamples.network(.tanh, .binaryCrossEntropy, .sigmoid, hidden: [3])
    let examples = NetworkSamples.examples(count: 12, for: network, seed: seed)
    let options = TrainingOptions(regularizer: Regularizer(l2: 0.02))
    var reference = ReferenceNetwork(network, parameters: NetworkSamples.parameters(for: network, seed: seed))
    var state = OptimizerState(for: .sgd, parameterCount: reference.parameters.values.count)
    for _ in 0..<8000 {
      reference.step(examples, at: Array(0..<12), options: options, learningRate: 0.5, state: &state)
    }
    let curvature = LossHessian(
      network, parameters: reference.parameters, examples: examples, regularizer: options.regularizer
    ).spectrum(tolerance: 1e-9).largest
    var beside = reference
    var generator = SplitMix64(seed: seed)
    for index in beside.parameters.values.indices { beside.parameters.values[index] += generator.uniform(-1e-3, 1e-3) }
    let bottom = losses(reference, examples, rate: 0, steps: 1, options: options)[0]
    let below = losses(beside, examples, rate: 1.9 / curvature, steps: 60, options: options)
    let above = losses(beside, examples, rate: 2.1 / curvature, steps: 60, options: options)
    #expect((below.last ?? 9) - bottom < 0.5 * (below[0] - bottom))
    #expect((above.last ?? 0) - bottom > 4 * (above[0] - bottom))
  }

  /// The loss and the penalty before each step of plain gradient descent on all examples at once.
  private func losses(
    _ start: ReferenceNetwork, _ examples: NetworkExamples, rate: Double, steps: Int,
    options: TrainingOptions = TrainingOptions()
  ) -> [Double] {
    var reference = start
    var state = OptimizerState(for: .sgd, parameterCount: start.parameters.values.count)
    return (0..<steps).map { _ in
      let penalty = reference.parameters.penalty(options.regularizer)
      return penalty
        + reference.step(
          examples, at: Array(0..<examples.count), options: options, learningRate: rate, state: &state)
    }
  }
}
