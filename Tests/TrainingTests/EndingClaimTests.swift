import Basics
import Calculus
import Learning
import Testing

@testable import Training

/// What is said of the ends of thousands of random runs, held against the same runs followed by hand.
@Suite("Claims about endings") struct EndingClaimTests {
  /// What a perceptron of whole numbers comes to, by the rule of the lecture and nothing else.
  private enum Fate: Equatable {
    case converged(epoch: Int)
    case cycle(period: Int)
    case limit
  }

  /// Learns by hand: sum w x < 0 says B, an example that is wrong adds y x to the weights.
  private func fate(_ points: [(x: Int, y: Int)], _ signs: [Int], start: [Int], epochs: Int) -> Fate {
    var (w0, w1, w2) = (start[0], start[1], start[2])
    var seen = [[w0, w1, w2]]
    for epoch in 1...max(1, epochs) where epochs > 0 {
      var mistakes = 0
      for (point, y) in zip(points, signs) {
        let s = w0 + w1 * point.x + w2 * point.y
        guard (s >= 0 ? 1 : -1) != y else { continue }
        mistakes += 1
        (w0, w1, w2) = (w0 + y, w1 + y * point.x, w2 + y * point.y)
      }
      if mistakes == 0 { return .converged(epoch: epoch) }
      if let earlier = seen.lastIndex(of: [w0, w1, w2]) { return .cycle(period: epoch - earlier) }
      seen.append([w0, w1, w2])
    }
    return .limit
  }

  @Test("2,500 perceptrons end as the same rule in whole numbers says, and the words name its numbers")
  func perceptrons() throws {
    var generator = SplitMix64(seed: 81)
    var kinds: Set<PerceptronEnding.Kind> = []
    for round in 0..<2500 {
      let count = generator.index(below: 7)
      let points = (0..<count).map { _ in (x: generator.index(below: 5) - 2, y: generator.index(below: 5) - 2) }
      let labels = points.map { _ in generator.index(below: 2) }
      let start = (0..<3).map { _ in generator.index(below: 5) - 2 }
      let dataset = Dataset(
        name: "", inputs: points.flatMap { [Double($0.x), Double($0.y)] }, targets: .classes(labels, names: ["A", "B"]))
      var perceptron = Perceptron(features: [.x1, .x2])
      perceptron.bias = Double(start[0])
      perceptron.weights = [Double(start[1]), Double(start[2])]
      let epochs = 1 + generator.index(below: 40)
      let rate = round % 25 == 24 ? 1.7e308 : 1
      let isShort = round % 10 == 9
      var run = PerceptronRun(
        dataset: dataset, perceptron: perceptron, learningRate: rate, epochs: isShort ? nil : epochs,
        steps: isShort ? 1 + generator.index(below: 5) : nil)
      var history = History()
      run.advance(by: 10_000, history: &history)
      let ending = try #require(run.ending(history) as? PerceptronEnding)
      kinds.insert(ending.kind)
      let fate = fate(points, labels.map { $0 == 0 ? 1 : -1 }, start: start, epochs: epochs)
      switch ending.kind {
      case .noData: #expect(count == 0)
      case .converged:
        guard case .converged(let epoch) = fate else {
          // A rate without bounds has converged only where nothing was wrong to begin with.
          #expect(rate != 1 || isShort, "\(round): \(fate)")
          break
        }
        #expect(rate != 1 || ending.words == "converged: epoch \(epoch) had no mistake", "\(round)")
      case .cycle:
        guard case .cycle(let period) = fate else {
          Issue.record("\(round): \(fate)")
          break
        }
        #expect(ending.words.hasSuffix("with period \(period == 1 ? "1 epoch" : "\(period) epochs")"), "\(round)")
      case .epochs: #expect(rate != 1 || fate == .limit, "\(round)")
      case .steps:
        #expect(isShort && ending.words.contains("after \(run.step) step"), "\(round)")
      case .notFinite: #expect(rate != 1 && run.perceptron.isFinite, "\(round)")
      case .target, .noImprovement: Issue.record("a perceptron has no such limit")
      }
    }
    let never: Set<PerceptronEnding.Kind> = [.target, .noImprovement]
    #expect(kinds == Set(PerceptronEnding.Kind.allCases).subtracting(never), "\(kinds)")
  }

  @Test("2,000 networks end as their own losses and limits say")
  func networks() throws {
    var generator = SplitMix64(seed: 82)
    var kinds: [NetworkEnding.Kind: Int] = [:]
    for round in 0..<2000 {
      let rates = ["0.03", "0.3", "3", "100", "10000", "1e30"]
      let batch = ["1", "4", "full"][generator.index(below: 3)]
      var settings = [
        (key: "data", value: ["gauss", "circle", "plane"][generator.index(below: 3)]),
        ("examples", round % 40 == 39 ? "0" : "12"), ("test-fraction", "0"), ("seed", "\(round)"), ("hidden", "2"),
        ("activation", ["tanh", "relu", "identity"][generator.index(below: 3)]), ("batch-size", batch),
        ("loss", "squared-error"), ("output-activation", "identity"),
        ("optimizer", ["sgd", "sgd", "momentum", "adam"][generator.index(below: 4)]),
        ("learning-rate", rates[generator.index(below: rates.count)]),
      ]
      let epochs = 2 + generator.index(below: 25)
      let choice = generator.index(below: 4)
      if choice == 0 { settings.append(("steps", "\(1 + generator.index(below: 30))")) }
      if choice != 0 { settings.append(("epochs", "\(epochs)")) }
      if choice == 1 { settings.append(("stop-at-loss", "0.3")) }
      if choice == 2 { settings.append(("patience", "2")) }
      let description = try Description(.network, parsing: settings)
      var run = try #require(try AssembledRun(loading: description, isWatched: true).run as? NetworkRun)
      let start = run
      var history = History()
      var losses: [Double] = []
      while run.status == .running {
        let before = run.epochsCompleted
        run.advance(by: run.stepsPerEpoch, history: &history)
        if run.epochsCompleted > before { losses.append(run.trainingScore.loss) }
      }
      let place = "\(round): \(settings.map { "\($0.0)=\($0.1)" }.joined(separator: " "))"
      let ending = try #require(run.ending(history) as? NetworkEnding, "\(place)")
      kinds[ending.kind, default: 0] += 1
      switch ending.kind {
      case .noData: #expect(round % 40 == 39, "\(place)")
      case .epochs: #expect(losses.count == epochs && ending.words.contains("after \(epochs) epoch"), "\(place)")
      case .steps: #expect(choice == 0 && ending.words.contains("after \(run.step) step"), "\(place)")
      case .target:
        #expect(choice == 1 && losses.last.map { $0 <= 0.3 } == true, "\(place)")
        #expect(losses.dropLast().allSatisfy { $0 > 0.3 }, "\(place)")
      case .noImprovement:
        // The best loss is two epochs old, and no earlier one was.
        let best = losses.dropLast(2).min() ?? .infinity
        #expect(choice == 2 && losses.suffix(2).allSatisfy { $0 >= best }, "\(place)")
      case .aboveBound, .roseAboveBound, .belowBoundInBatches, .notFinite:
        #expect(run.model.parameters.values.allSatisfy { $0.isFinite }, "\(place)")
        let method = description.word(.optimizer)
        let bound: Double? = method == "sgd" ? 2 : method == "momentum" ? 3.8 : nil
        #expect(ending.figures.bound?.value == bound, "\(place)")
        // λmax at the start, by the readable network's power iteration.
        let largest = ReferenceNetwork(start.network, parameters: start.model.parameters).largestCurvature(
          NetworkExamples(start.dataset, for: start.network), at: Array(0..<start.dataset.count),
          regularizer: start.pace.options.regularizer, iterations: 400)
        let product = largest * run.learningRate
        switch ending.kind {
        case .aboveBound: #expect(product > 0.98 * (bound ?? .infinity), "\(place)")
        case .belowBoundInBatches:
          #expect(batch != "full" && product < 1.02 * (bound ?? 0), "\(place)")
        case .roseAboveBound:
          #expect(product < 1.02 * (bound ?? 0), "\(place)")
          #expect((ending.figures.lastProduct?.value ?? 0) > (bound ?? .infinity), "\(place)")
        default: #expect(bound == nil || product < 1.02 * (bound ?? 0), "\(place)")
        }
        #expect(ending.words.hasPrefix("diverged at step \(run.step + 1)"), "\(place)")
      }
      // A loss that is no number is a divergence, however finite the weights are.
      #expect(run.status.isDiverged || losses.allSatisfy { $0.isFinite }, "\(place)")
    }
    #expect(Set(kinds.keys) == Set(NetworkEnding.Kind.allCases), "\(kinds)")
  }

  @Test("2,000 graphs: what both passes found is finite where it is said to be, and is what differences say")
  func graphs() throws {
    var random = RandomDescents(seed: 83)
    var kinds: Set<GraphEnding.Kind> = []
    for _ in 0..<2000 {
      let text = random.pick(RandomDescents.curves + RandomDescents.surfaces)
      let expression = try Expression(parsing: text)
      let point = PlanePoint(x: random.uniform(-3, 3).rounded(), y: random.uniform(-3, 3))
      var run = GraphRun(expression, at: point)
      var history = History()
      run.advance(by: 10_000, history: &history)
      let ending = try #require(run.ending(history) as? GraphEnding)
      kinds.insert(ending.kind)
      let value = expression.value(x: point.x, y: point.y)
      let width = 1e-6
      let slope =
        (expression.value(x: point.x + width, y: point.y) - expression.value(x: point.x - width, y: point.y))
        / (2 * width)
      switch ending.kind {
      case .done:
        #expect((ending.figures.value.value - value).magnitude <= 5e-4 * value.magnitude, "\(text) \(point)")
        let found = ending.figures.derivatives[0].value
        // At a kink any slope between the two sides will do.
        let isKink = text.contains("abs") || text.contains("max")
        let slack = 1e-3 * (1 + slope.magnitude) + 1e-15 * value.magnitude / width
        #expect(isKink || (found - slope).magnitude <= slack, "\(text) \(point)")
      case .notFinite:
        #expect(!value.isFinite || !ending.figures.derivatives.allSatisfy(\.isFinite), "\(text) \(point)")
      }
    }
    #expect(kinds == Set(GraphEnding.Kind.allCases))
  }

  @Test("2,000 races and pictures of several descents: as many diverged and stopped as are said to")
  func several() throws {
    var random = RandomDescents(seed: 84)
    var (races, pictures): (Set<RaceEnding.Kind>, Set<DescentsEnding.Kind>) = ([], [])
    for round in 0..<2000 {
      let rates = ["0.001", "0.05", "0.1", "0.5", "1.1", "3", "50"]
      let values = Array(Set((0..<3).map { _ in random.pick(rates) })).sorted()
      guard values.count > 1 else { continue }
      let function = random.pick(RandomDescents.surfaces)
      let variation = "learning-rate=" + values.joined(separator: ",")
      let isRace = round % 2 == 0
      var settings = [(key: "function", value: function), ("vary", variation), ("steps", "\(60 + round % 300)")]
      if isRace { settings.append(("of", "surface")) }
      let description = try Description(isRace ? .race : .surface, parsing: settings)
      var run = try AssembledRun(loading: description).run
      var history = History()
      run.advance(by: 100_000, history: &history)
      let ending = try #require(run.ending(history), "\(function) \(variation)")
      let picture = run.picture(PictureRequest(columns: 2, rows: 2))
      if let picture = picture as? RacePicture, let ending = ending as? RaceEnding {
        races.insert(ending.kind)
        let diverged = picture.entries.count { $0.snapshot.status.isDiverged }
        switch ending.kind {
        case .ended: #expect(diverged == 0)
        case .someDiverged: #expect(ending.words.contains("\(diverged) of \(values.count) diverged"))
        case .allDiverged: #expect(diverged == values.count)
        }
      } else if let picture = picture as? DescentPicture, let ending = ending as? DescentsEnding {
        pictures.insert(ending.kind)
        let figures = ending.figures
        let sum = figures.atMinimum + figures.atLocalMinimum + figures.elsewhere + figures.diverged + figures.stopped
        #expect(sum == values.count && picture.descents.count == values.count)
        #expect(figures.diverged == picture.descents.count { $0.status.isDiverged })
        let finished = picture.descents.count { if case .finished = $0.status { true } else { false } }
        #expect(figures.stopped == finished)
        #expect((ending.kind == .allDiverged) == (figures.diverged == values.count))
        #expect((ending.kind == .allWell) == (figures.atMinimum == values.count))
        #expect((ending.kind == .someDiverged) == (1..<values.count ~= figures.diverged))
      } else {
        Issue.record("neither: \(function) \(variation)")
      }
    }
    #expect(races == Set(RaceEnding.Kind.allCases), "\(races)")
    #expect(pictures == Set(DescentsEnding.Kind.allCases), "\(pictures)")
  }
}
