import Testing

@testable import Learning

@Suite("Every built-in data set can be learned, from every seed")
struct LearnabilityTests {
  /// How a set is learned and how well: at least this share of unseen examples right, or at most this loss.
  struct Recipe: CustomTestStringConvertible, Sendable {
    var dataset: BuiltInDataset
    var hidden: [Int]
    var activation = Activation.tanh
    var output = OutputActivation.sigmoid
    var loss = Loss.binaryCrossEntropy
    var epochs: Int
    var learningRate = 0.03
    /// How many examples are drawn; nil for the set's own default.
    var examples: Int?
    var schedule = Schedule.constant
    var isStandardized = false
    var accuracy: Double?
    var largestLoss: Double?

    var testDescription: String { dataset.name }
  }

  /// Adam, batches of 10, half of the examples held back (none of the four of a gate).
  static let recipes = [
    Recipe(dataset: .and, hidden: [], epochs: 300, learningRate: 0.1, accuracy: 1),
    Recipe(dataset: .or, hidden: [], epochs: 300, learningRate: 0.1, accuracy: 1),
    Recipe(dataset: .xorGate, hidden: [4], epochs: 500, accuracy: 1),
    Recipe(
      dataset: .penguins, hidden: [8], output: .softmax, loss: .crossEntropy, epochs: 100, isStandardized: true,
      accuracy: 0.9),
    Recipe(dataset: .circle, hidden: [6], epochs: 60, accuracy: 0.95),
    Recipe(dataset: .xor, hidden: [6], epochs: 100, accuracy: 0.93),
    Recipe(dataset: .gauss, hidden: [2], epochs: 20, accuracy: 0.99),
    Recipe(
      dataset: .spiral, hidden: [16, 16], epochs: 300, learningRate: 0.02, examples: 1000,
      schedule: .cosine(epochs: 300), accuracy: 0.98),
    Recipe(dataset: .moons, hidden: [8], epochs: 100, accuracy: 0.95),
    Recipe(dataset: .blobs, hidden: [8], output: .softmax, loss: .crossEntropy, epochs: 60, accuracy: 0.9),
    Recipe(dataset: .plane, hidden: [8], output: .identity, loss: .squaredError, epochs: 60, largestLoss: 0.01),
    Recipe(
      dataset: .bumps, hidden: [16, 16], output: .identity, loss: .squaredError, epochs: 150, learningRate: 0.01,
      largestLoss: 0.01),
  ]

  @Test("learned from 20 seeds of 20", arguments: recipes)
  func learned(recipe: Recipe) throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      let evaluation = try Self.train(recipe, seed: seed)
      if let accuracy = recipe.accuracy {
        #expect(evaluation.accuracy ?? 0 >= accuracy, "seed \(seed)")
      }
      if let largestLoss = recipe.largestLoss { #expect(evaluation.loss <= largestLoss, "seed \(seed)") }
    }
  }

  @Test("every recipe has a set and every set a recipe")
  func complete() {
    #expect(Set(Self.recipes.map(\.dataset)) == Set(BuiltInDataset.allCases))
  }

  /// How the trained network does on the held-back examples.
  static func train(_ recipe: Recipe, seed: UInt64) throws -> Evaluation {
    var dataset = try recipe.dataset.dataset(DatasetOptions(examples: recipe.examples, seed: seed))
    if recipe.isStandardized { dataset = Standardization(fitting: dataset).apply(to: dataset) }
    let isGate = recipe.dataset.kind == .gate
    let (training, test) = isGate ? (dataset, dataset) : dataset.split(testFraction: 0.5, seed: seed)
    let network = try Network(
      inputs: [.x1, .x2], hidden: recipe.hidden.map { .init(units: $0, activation: recipe.activation) },
      outputs: Network.outputs(for: dataset, activation: recipe.output), outputActivation: recipe.output,
      loss: recipe.loss)
    var generator = SplitMix64(seed: seed, stream: 99)
    let options = TrainingOptions(optimizer: .adam())
    var fast = FastNetwork(
      network, parameters: Initializer.xavierUniform.parameters(for: network, using: &generator),
      optimizer: options.optimizer)
    let examples = FastExamples(NetworkExamples(training, for: network))
    for epoch in 1...recipe.epochs {
      let outcome = fast.train(
        on: examples, order: ExampleOrder.shuffled(seed: seed).indices(epoch: epoch, count: examples.count),
        batchSize: 10, steps: .max, learningRate: recipe.learningRate * recipe.schedule.factor(epoch: epoch - 1),
        options: options)
      #expect(outcome.divergedAt == nil)
    }
    return fast.evaluate(FastExamples(NetworkExamples(test, for: network)))
  }
}
