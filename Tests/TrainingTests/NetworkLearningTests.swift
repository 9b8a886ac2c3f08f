import Learning
import Testing

@testable import Training

@Suite("A described network learns each built-in set") struct NetworkLearningTests {
  /// The recipe as it is typed, and the accuracy (R² for numbers) on unseen examples that it must reach.
  struct Recipe: CustomTestStringConvertible, Sendable {
    let settings: [Key: String]
    let score: Double
    var testDescription: String { settings[.data] ?? "" }
  }

  static let recipes = [
    Recipe(settings: [.data: "circle", .hidden: "6", .epochs: "60"], score: 0.95),
    Recipe(settings: [.data: "xor", .hidden: "6", .epochs: "100"], score: 0.93),
    Recipe(settings: [.data: "gauss", .hidden: "2", .epochs: "20"], score: 0.99),
    Recipe(settings: [.data: "moons", .hidden: "8", .epochs: "100"], score: 0.95),
    Recipe(settings: [.data: "blobs", .hidden: "8", .epochs: "60"], score: 0.9),
    Recipe(settings: [.data: "penguins", .standardize: "true", .hidden: "8", .epochs: "100"], score: 0.9),
    Recipe(settings: [.data: "plane", .hidden: "8", .epochs: "60"], score: 0.9),
    Recipe(
      settings: [
        .data: "spiral", .examples: "1000", .hidden: "16,16", .learningRate: "0.02", .schedule: "cosine",
        .decayEvery: "300", .epochs: "300",
      ], score: 0.98),
  ]

  @Test("from the description to the score on unseen examples", arguments: recipes)
  func learned(recipe: Recipe) throws {
    var settings = recipe.settings
    settings[.optimizer] = "adam"
    let description = try Description(.network, parsing: settings.map { (key: $0.key.rawValue, value: $0.value) })
    let assembled = try AssembledRun(loading: description)
    var run = try #require(assembled.run as? NetworkRun)
    var history = History()
    while run.status.canAdvance { run.advance(by: 1000, history: &history) }
    #expect(run.status == .finished(.epochs))
    let score = try #require(run.testingScore?.accuracy)
    #expect(score >= recipe.score)
    #expect(history[.testAccuracy].last == score)
  }
}
