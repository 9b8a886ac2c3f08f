import Basics
import Calculus
import Learning
import Testing

@testable import Training

@Suite("Stability") struct StabilityTests {
  private func run(_ settings: [Key: String], isWatched: Bool = true) throws -> NetworkRun {
    let description = try Description(.network, parsing: settings.map { (key: $0.key.rawValue, value: $0.value) })
    let examples = try LoadedExamples(description)
    return try NetworkRun(description, dataset: examples.training, test: examples.test, isWatched: isWatched)
  }

  /// λmax by the readable network: power iteration, in double precision.
  private func reference(_ run: NetworkRun) -> Double {
    ReferenceNetwork(run.network, parameters: run.model.parameters).largestCurvature(
      NetworkExamples(run.dataset, for: run.network), at: Array(0..<run.dataset.count),
      regularizer: run.pace.options.regularizer, iterations: 400)
  }

  @Test(
    "λmax at the present step is the readable network's within 1 %",
    arguments: [
      [Key.data: "circle"], [.data: "xor", .activation: "relu"], [.data: "blobs", .l2: "0.01"],
      [.data: "plane", .hidden: "5"], [.data: "moons", .hidden: "none"],
      [.data: "spiral", .loss: "squared-error", .activation: "sigmoid"],
    ])
  func present(settings: [Key: String]) throws {
    var run = try run(settings.merging([.examples: "200"]) { $1 })
    var history = History()
    for _ in 0..<4 {
      let stability = try #require(run.stability)
      #expect(stability.step == run.step && stability.epoch == run.epochsCompleted)
      #expect(stability.exampleCount == run.dataset.count)
      let expected = reference(run)
      #expect((stability.curvature - expected).magnitude <= 0.01 * expected)
      #expect(stability.product == run.learningRate * stability.curvature)
      run.advance(by: 5 * run.stepsPerEpoch + 1, history: &history)
    }
  }

  @Test(
    "its curve is the same however the steps are divided and however often they are seen", arguments: ["4,2", "48,48"])
  func replay(hidden: String) throws {
    let settings: [Key: String] = [.data: "xor", .hidden: hidden, .batchSize: "25", .optimizer: "momentum"]
    let steps = hidden == "4,2" ? 2000 : 500
    var whole = try run(settings)
    var pieces = whole
    var (wholeHistory, pieceHistory) = (History(), History())
    whole.advance(by: steps, history: &wholeHistory)
    while pieces.step < steps { pieces.advance(by: min(7, steps - pieces.step), history: &pieceHistory) }
    #expect(wholeHistory == pieceHistory)
    #expect(wholeHistory[.stability].count > 30)
    #expect(whole.shownStability() == pieces.shownStability())
    var timeline = Timeline(try run(settings))
    timeline.advance(by: steps)
    timeline.go(to: steps / 3)
    timeline.go(to: steps)
    #expect(timeline.history == wholeHistory)
    #expect((timeline.present as? NetworkRun)?.shownStability() == whole.shownStability())
  }

  @Test("a picture that passes has what was measured last and says when; one that stays is measured anew")
  func passing() throws {
    var run = try run([.data: "xor", .hidden: "4,2"])
    var history = History()
    run.advance(by: 75 * run.stepsPerEpoch, history: &history)
    var request = PictureRequest()
    let staying = try #require((run.picture(request) as? NetworkPicture)?.stability)
    request.isPassing = true
    let passing = try #require((run.picture(request) as? NetworkPicture)?.stability)
    #expect(staying.epoch == 75 && passing.epoch == 74)
    #expect(passing.product == history[.stability].last)
    #expect((staying.curvature - reference(run)).magnitude <= 0.01 * reference(run))
  }

  @Test("who does not watch pays nothing, and trains to the same numbers")
  func unwatched() throws {
    var (watched, alone) = (try run([.data: "circle"]), try run([.data: "circle"], isWatched: false))
    var (first, second) = (History(), History())
    watched.advance(by: 500, history: &first)
    alone.advance(by: 500, history: &second)
    #expect(second[.stability].count == 0)
    #expect(watched.model == alone.model)
  }

  @Test("of many examples some stand for all, and the result says so")
  func sample() throws {
    let run = try run([.data: "gauss", .examples: "4000", .testFraction: "0"])
    let stability = try #require(run.stability)
    // 32,768 products of a weight and an example, by 25 weights.
    #expect(stability.exampleCount == 1310 && stability.isEstimate)
    let expected = reference(run)
    #expect((stability.curvature - expected).magnitude < 0.15 * expected)
    #expect(try self.run([.data: "gauss", .hidden: "256,256"]).stability == nil)
    #expect(try self.run([.examples: "0"]).stability == nil)
  }

  @Test("measuring takes a small share of the training's own work, whatever the length")
  func schedule() {
    for cost in [1e3, 1e5, 3e6] {
      var schedule = CurvatureSchedule()
      var measured = 0.0
      for epoch in 1...20_000 where schedule.isDue(epoch: epoch, work: 2e4, cost: cost) { measured += cost }
      #expect(measured <= 1e7 + 0.02 * 20_000 * 2e4)
      #expect(measured > 0)
    }
  }

  // By hand: for one linear unit and squared error the Hessian is the mean of (x, 1)(x, 1)ᵀ, the same everywhere.
  @Test(
    "the prediction holds on a linear network: below 2 every epoch falls, above 2 the loss grows",
    arguments: ["plane", "circle"])
  func linear(data: String) throws {
    let settings: [Key: String] = [
      .data: data, .hidden: "none", .batchSize: "full", .loss: "squared-error", .outputActivation: "identity",
    ]
    let curvature = try #require(try run(settings).stability).curvature
    func losses(_ product: Double) throws -> [Double] {
      var run = try run(settings.merging([.learningRate: "\(product / curvature)"]) { $1 })
      #expect((try #require(run.stability).product - product).magnitude < 1e-9)
      let kind = try #require(run.stability).claim(method: "sgd").kind
      #expect((kind == .overshoots) == (product > 2))
      var history = History()
      run.advance(by: 150, history: &history)
      return history[.stepLoss].buckets.map(\.last)
    }
    let below = try losses(1.9)
    #expect(zip(below, below.dropFirst()).allSatisfy { $1 <= $0 + 1e-6 })
    let above = try losses(2.1)
    #expect((above.last ?? 0) > 10 * (above.first ?? 0))
  }

  @Test("the prediction holds for a tanh network where it has been trained to")
  func trained() throws {
    // The penalty gives every direction a curvature, so that there is a minimum to be near.
    let settings: [Key: String] = [
      .data: "circle", .examples: "40", .testFraction: "0", .hidden: "3", .batchSize: "full", .l2: "0.02",
      .learningRate: "0.3",
    ]
    var run = try run(settings)
    var history = History()
    run.advance(by: 30_000, history: &history)
    let curvature = try #require(run.stability).curvature
    func total(_ run: NetworkRun) -> Double { run.trainingScore.loss + run.penalty }
    func change(_ product: Double) throws -> Double {
      var moved = run
      var values = moved.model.parameters.values
      var generator = SplitMix64(seed: 4)
      for index in values.indices { values[index] += generator.uniform(-0.02, 0.02) }
      try moved.apply(.parameters(values))
      try moved.apply(.setting(.learningRate, .number(product / curvature)))
      let before = total(moved) - total(run)
      var history = History()
      moved.advance(by: 60, history: &history)
      return (total(moved) - total(run)) / before
    }
    #expect(try change(1.8) < 0.5)
    #expect(try change(2.2) > 2)
  }

  @Test("a divergence names the limit of its optimizer", arguments: [("sgd", 2.0), ("momentum", 3.8), ("adam", nil)])
  func divergence(optimizer: String, bound: Double?) throws {
    var run = try run([
      .data: "plane", .learningRate: "1e30", .hidden: "none", .optimizer: optimizer, .batchSize: "full",
    ])
    var history = History()
    run.advance(by: 10_000, history: &history)
    guard case .diverged(let divergence) = run.status else {
      Issue.record("it did not diverge: \(run.status)")
      return
    }
    #expect(divergence.bound == bound)
    #expect(divergence.isAboveBound == (bound != nil))
  }

  @Test("for functions it is the learning rate times the second derivative, step by step", arguments: [0.3, 1.1])
  func curve(rate: Double) throws {
    // f = x² has f'' = 2 everywhere; f = x⁴ has f'' = 12 x².
    let square = PlaneFunction(try Expression(parsing: "x^2", variables: .x))
    var run = DescentRun(square, start: PlanePoint(x: 1), learningRate: rate)
    var history = History()
    run.advance(by: 5, history: &history)
    #expect(history[.stepStability].buckets.allSatisfy { ($0.last - 2 * rate).magnitude < 1e-15 })
    #expect(history[.stepStability].count == 6)
    let picture = try #require(run.picture(PictureRequest()) as? DescentPicture)
    #expect(picture.stability?.claim(method: "sgd").kind == (rate < 1 ? .stable : .overshoots))
    #expect((run.descents[0].value < 1) == (rate < 1))
    let quartic = PlaneFunction(try Expression(parsing: "x^4", variables: .x))
    let other = DescentRun(quartic, start: PlanePoint(x: 0.5), learningRate: rate)
    let stability = try #require((other.picture(PictureRequest()) as? DescentPicture)?.stability)
    #expect((stability.product - rate * 3).magnitude < 1e-14)
  }

  @Test("curved downward there is nothing to overshoot; scaled steps have no bound; no learning rate, no stability")
  func outlooks() throws {
    let hill = PlaneFunction(try Expression(parsing: "-x^2 - y^2"))
    func stability(_ function: PlaneFunction, _ method: DescentMethod) -> Stability? {
      (DescentRun(function, start: PlanePoint(x: 1, y: 1), method: method, learningRate: 0.1)
        .picture(PictureRequest()) as? DescentPicture)?.stability
    }
    #expect(stability(hill, .optimizer(.sgd))?.claim(method: "sgd").kind == .downward)
    let bowl = PlaneFunction(try Expression(parsing: "x^2 + y^2"))
    #expect(stability(bowl, .optimizer(.adam()))?.claim(method: "adam").kind == .scaled)
    #expect(stability(bowl, .optimizer(.nesterov()))?.bound == Optimizer.nesterov().stabilityBound)
    #expect(stability(bowl, .newton) == nil)
    #expect(stability(bowl, .lineSearch) == nil)
  }
}
