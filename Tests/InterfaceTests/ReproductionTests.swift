import Learning
import Plotting
import Terminal
import TestSupport
import Testing

@testable import Interface
@testable import Training

/// The same description is the same run, bit for bit, whatever is seen of it and however its steps are divided.
@Suite("Reproduction") struct ReproductionTests {
  /// A run with the settings that a seed chooses, none of which ends it within 60 steps.
  private static func description(_ seed: UInt64) throws -> Description {
    var generator = SplitMix64(seed: seed)
    func one(_ words: String...) -> String { words[generator.index(below: words.count)] }
    let scene = SceneKind.allCases[Int(seed) % SceneKind.allCases.count]
    let data = [
      ("data", one("gauss", "xor", "circle", "moons", "spiral", "penguins")), ("noise", one("0", "0.1")),
      ("order", one("given", "shuffled")), ("seed", "\(generator.index(below: 1 << 53))"),
      ("features", one("x1,x2", "x1,x2,x1*x2", "x1,x1^2,sin(x2)")), ("standardize", one("true", "false")),
    ]
    .filter { generator.index(below: 4) > 0 || $0.0 == "data" }
    let rate = ("learning-rate", one("0.01", "0.1", "0.3", "1"))
    let network = [
      ("hidden", one("none", "3", "4,2", "8,8")), ("activation", one("tanh", "relu", "sigmoid", "gelu")),
      ("optimizer", one("sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adadelta", "adam", "adamw")),
      ("batch-size", one("1", "7", "10", "full")), ("dropout", one("0", "0.2")), ("l1", one("0", "0.001")),
      ("l2", one("0", "0.01")), ("initializer", one("xavier-normal", "he-uniform", "uniform")),
      ("schedule", one("constant", "cosine")), ("test-fraction", one("0", "0.3")),
    ]
    let descent = [
      ("function", one("himmelblau", "rosenbrock", "x^2 + 3y^2")), ("optimizer", one("sgd", "adam", "momentum")),
    ]
    let settings: [(String, String)] =
      switch scene {
      case .perceptron: data + [rate]
      case .network: data + network + [rate]
      case .landscape: [("of", "network")] + data + network + [rate]
      case .surface: descent + [("learning-rate", one("0.001", "0.01"))]
      case .curve: [("function", one("two-valleys", "x^4 - 3x^2")), ("learning-rate", one("0.001", "0.01"))]
      case .race: [("of", "network"), ("vary", "learning-rate=0.01,0.1,1")] + data
      case .graph: [("function", one("sin(x^2)", "exp(x*y) + x"))]
      case .activations: [("activation", one("tanh", "softmax"))]
      }
    return try Description(scene, parsing: settings.map { (key: $0.0, value: $0.1) })
  }

  private static let steps = 60

  @Test(
    "Without a screen, on screens of random sizes, and on the trainer's thread",
    arguments: 1...UInt64(TestShare.of(100, least: 10)))
  func same(seed: UInt64) throws {
    let description = try Self.description(seed)
    var alone = try AssembledRun(loading: description).run
    var history = History()
    while alone.step < Self.steps, alone.status.canAdvance {
      alone.advance(by: min(alone.stepsToEpochEnd, Self.steps - alone.step), history: &history)
    }

    var generator = SplitMix64(seed: seed &+ 1000)
    var app = SteppedApp(
      description, width: 1 + generator.index(below: 130), height: 1 + generator.index(below: 45),
      glyphs: GlyphSet.allCases[generator.index(below: GlyphSet.allCases.count)])
    for _ in 0..<25 {
      switch generator.index(below: 6) {
      case 0, 1: app.carryOut([.trainer(.step(generator.index(below: 12)))])
      case 2: app.carryOut([.trainer(.step(-generator.index(below: 9)))])
      case 3:
        app.send(.resize(width: 1 + generator.index(below: 130), height: 1 + generator.index(below: 45)))
        app.expectSoundFrame()
      default: app.press([.tab, .character("z"), .character("t"), .character("c")][generator.index(below: 4)])
      }
    }
    app.carryOut([.trainer(.reach(alone.step))])
    let seen = try #require(app.timeline?.present)
    #expect(seen.step == alone.step && seen.fingerprint == alone.fingerprint)

    let trainer = Trainer(
      try AssembledRun(loading: description, isWatched: true).run, generation: 1, on: try Worker()
    ) {}
    trainer.send(.speed(.unlimited))
    trainer.send(.play)
    trainer.send(.request(PictureRequest(columns: generator.index(below: 60), rows: generator.index(below: 40))))
    trainer.send(.go(0))
    trainer.send(.step(alone.step))
    let trained = trainer.timeline().present
    #expect(trained.step == alone.step && trained.fingerprint == alone.fingerprint)
  }
}
