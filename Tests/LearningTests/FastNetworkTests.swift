import Testing

@testable import Learning

@Suite("Fast network: the same numbers as the reference")
struct FastNetworkTests {
  /// The largest difference of two rows of numbers, in units of the largest of the second.
  static func distance(_ a: [Double], _ b: [Double]) -> Double {
    let size = b.reduce(1e-30) { max($0, abs($1)) }
    return zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) } / size
  }

  /// Makes steps on both networks; returns the largest difference of their parameters afterwards.
  static func race(
    _ network: Network, options: TrainingOptions, batchSize: Int, examples count: Int, epochs: Int, rate: Double,
    seed: UInt64
  ) throws -> (parameters: Double, loss: Double) {
    let start = NetworkSamples.parameters(for: network, seed: seed)
    let examples = NetworkSamples.examples(count: count, for: network, seed: seed)
    let fastExamples = FastExamples(examples)
    var reference = ReferenceNetwork(network, parameters: start)
    var state = OptimizerState(for: options.optimizer, parameterCount: start.values.count)
    var fast = FastNetwork(network, parameters: start, optimizer: options.optimizer)
    var lossDistance = 0.0
    for epoch in 0..<epochs {
      let order = try #require(ExampleOrder.shuffled(seed: seed).indices(epoch: epoch, count: count))
      for first in stride(from: 0, to: count, by: batchSize) {
        let batch = order[first..<min(count, first + batchSize)].map { Int($0) }
        let loss = reference.step(examples, at: batch, options: options, learningRate: rate, state: &state)
        let outcome = fast.train(
          on: fastExamples, order: order, position: first, batchSize: batchSize, steps: 1, learningRate: rate,
          options: options)
        #expect(outcome.steps == 1)
        lossDistance = max(lossDistance, abs(outcome.batchLoss - loss) / max(1, abs(loss)))
      }
    }
    #expect(fast.stepCount == state.step)
    return (distance(fast.parameters.values, reference.parameters.values), lossDistance)
  }

  static let rates: [String: Double] = ["adadelta": 1, "adagrad": 0.05, "rmsprop": 0.01, "adam": 0.01, "adamw": 0.01]

  @Test("every activation, loss and optimizer trains to the reference's weights", arguments: Activation.allCases)
  func everyCombination(activation: Activation) throws {
    for (loss, output) in NetworkSamples.pairings {
      for optimizer in Optimizer.all {
        let network = try NetworkSamples.network(activation, loss, output)
        let (parameters, losses) = try Self.race(
          network, options: TrainingOptions(optimizer: optimizer), batchSize: 5, examples: 13, epochs: 4,
          rate: Self.rates[optimizer.name] ?? 0.1, seed: 11)
        // Rules that divide by the root of a mean square enlarge rounding errors of small derivatives.
        #expect(parameters < 1e-4, "\(activation) \(loss) \(output) \(optimizer.name)")
        #expect(losses < 1e-4, "\(activation) \(loss) \(output) \(optimizer.name)")
      }
    }
  }

  @Test(
    "every shape works, padded or not",
    arguments: [[], [1], [3], [8], [9, 2], [16, 8], [17, 31], [64, 64], [8, 8, 8, 8, 8, 8], [1, 1], [5, 40, 3]])
  func everyShape(hidden: [Int]) throws {
    for (loss, output, outputs) in [
      (Loss.squaredError, OutputActivation.tanh, 1), (.crossEntropy, .softmax, 9), (.binaryCrossEntropy, .sigmoid, 3),
    ] {
      for batchSize in [1, 2, 7, 10, 40, 100] {
        let network = try NetworkSamples.network(
          .tanh, loss, output, hidden: hidden, outputs: outputs,
          inputs: Array(Feature.allCases.prefix(1 + hidden.count)))
        let options = TrainingOptions(regularizer: Regularizer(l1: 0.001, l2: 0.01))
        let (parameters, losses) = try Self.race(
          network, options: options, batchSize: batchSize, examples: 41, epochs: 2, rate: 0.1, seed: 5)
        #expect(parameters < 5e-5, "\(hidden) \(loss) \(batchSize)")
        #expect(losses < 5e-5, "\(hidden) \(loss) \(batchSize)")
      }
    }
  }

  @Test("dropout silences the same units")
  func dropout() throws {
    let network = try NetworkSamples.network(.sigmoid, .binaryCrossEntropy, .sigmoid, hidden: [13, 9])
    let options = TrainingOptions(dropout: Dropout(rate: 0.3, seed: 8))
    let (parameters, losses) = try Self.race(
      network, options: options, batchSize: 45, examples: 50, epochs: 5, rate: 0.5, seed: 2)
    #expect(parameters < 1e-5)
    #expect(losses < 1e-5)
  }

  @Test("it is the same run however the steps are divided into calls, and a copy goes on alike")
  func division() throws {
    let network = try NetworkSamples.network(.relu, .crossEntropy, .softmax, hidden: [7, 12])
    let options = TrainingOptions(optimizer: .adam(), dropout: Dropout(rate: 0.2, seed: 1))
    let start = NetworkSamples.parameters(for: network, seed: 4)
    let examples = FastExamples(NetworkSamples.examples(count: 35, for: network, seed: 4))
    var whole = FastNetwork(network, parameters: start, optimizer: options.optimizer)
    var divided = whole
    var checkpoint = whole
    let order = ExampleOrder.shuffled(seed: 3).indices(epoch: 1, count: 35)
    let outcome = whole.train(
      on: examples, order: order, batchSize: 4, steps: 1000, learningRate: 0.01, options: options)
    #expect(outcome.steps == 9)
    for step in 0..<9 {
      if step == 5 { checkpoint = divided }
      divided.train(
        on: examples, order: order, position: 4 * step, batchSize: 4, steps: 1, learningRate: 0.01, options: options)
    }
    checkpoint.train(
      on: examples, order: order, position: 20, batchSize: 4, steps: 4, learningRate: 0.01, options: options)
    #expect(whole == divided)
    #expect(whole == checkpoint)
  }

  @Test("a step to infinity is taken back and named", arguments: Optimizer.all.map(\.name))
  func divergence(name: String) throws {
    let optimizer = try #require(Optimizer(name: name))
    let network = try NetworkSamples.network(.identity, .squaredError, .identity, hidden: [9, 9])
    let options = TrainingOptions(optimizer: optimizer)
    let examples = FastExamples(NetworkSamples.examples(count: 20, for: network, seed: 4))
    var fast = FastNetwork(network, parameters: NetworkSamples.parameters(for: network, seed: 4), optimizer: optimizer)
    var outcome = TrainingOutcome(steps: 0, batchLoss: 0, divergedAt: nil)
    var before = fast
    for _ in 0..<5000 where outcome.divergedAt == nil {
      before = fast
      outcome = fast.train(on: examples, batchSize: 20, steps: 1, learningRate: 1e30, options: options)
    }
    #expect(outcome.divergedAt != nil)
    #expect(outcome.steps == 0)
    #expect(fast == before)
    let finite = fast.parameters.values.allSatisfy { $0.isFinite }
    #expect(finite)
    // The named place is one whose number would not have been finite.
    if let place = outcome.divergedAt {
      #expect(fast.parameters.values.indices.contains(fast.parameters.index(of: place)))
    }
  }

  @Test("absurd rates and weights neither trap nor spoil the network", arguments: [0, 1e-12, 1e6, -1, .nan, .infinity])
  func absurdRates(rate: Double) throws {
    let network = try NetworkSamples.network(.tanh, .squaredError, .tanh)
    let examples = FastExamples(NetworkSamples.examples(count: 5, for: network, seed: 4))
    var fast = FastNetwork(network, parameters: NetworkSamples.parameters(for: network, seed: 4))
    let outcome = fast.train(on: examples, batchSize: 2, steps: 3, learningRate: rate, options: TrainingOptions())
    let finite = fast.parameters.values.allSatisfy { $0.isFinite }
    #expect(finite)
    #expect((outcome.divergedAt == nil) == rate.isFinite)
    fast[.init(layer: 1, unit: 2, input: 3)] = 1e308
    let second = fast.train(on: examples, batchSize: 2, steps: 3, learningRate: 0.1, options: TrainingOptions())
    #expect(second.divergedAt != nil)
    #expect(second.steps == 0)
    let none = FastExamples(NetworkSamples.examples(count: 0, for: network, seed: 4))
    #expect(fast.train(on: none, batchSize: 2, steps: 3, learningRate: 0.1, options: TrainingOptions()).steps == 0)
  }

  @Test("every parameter has its place in the lanes")
  func places() throws {
    let network = try NetworkSamples.network(.tanh, .crossEntropy, .softmax, hidden: [9, 3], outputs: 10)
    let plan = LanePlan(network)
    let layout = NetworkParameters(zerosFor: network)
    var seen: Set<Int> = []
    for index in layout.values.indices {
      let place = layout.place(of: index)
      #expect(plan.place(of: plan.index(of: place)) == place)
      seen.insert(plan.index(of: place))
    }
    #expect(seen.count == layout.values.count)
    let parameters = NetworkSamples.parameters(for: network, seed: 9)
    let fast = FastNetwork(network, parameters: parameters, optimizer: .adam())
    #expect(fast.parameters.values == parameters.values.map { Double(Float($0)) })
    #expect(fast[.init(layer: 2, unit: 9, input: 2)] == Double(Float(parameters[.init(layer: 2, unit: 9, input: 2)])))
  }
}
