import Calculus
import Learning
import Testing

@testable import Training

/// What is written below a curve and beside its minima, against descents and samples made here.
@Suite("Claims below a curve") struct BasinClaimTests {
  /// Plain descent, x ← x − η f′(x), and nothing else: where it ends, and how far it came on the way.
  private func descend(
    _ expression: Expression, from start: Double, rate: Double, steps: Int
  ) -> (end: Double, farthest: Double) {
    var (x, farthest) = (start, 0.0)
    for _ in 0..<steps where x.isFinite {
      x -= rate * expression.gradient(x: x).x
      farthest = max(farthest, (x - start).magnitude)
    }
    return (x, farthest)
  }

  @Test("2,400 starts below curves end where plain descent with the rate in force ends")
  func strips() throws {
    var random = RandomDescents(seed: 91)
    var (valleys, divergences, others) = (0, 0, 0)
    let curves = ["x^4 - x^2", "cos(3x) + 0.1x^2", "x^3 - 3x", "x^2", "sin(x)", "exp(-x^2)", "-x^2"]
    for round in 0..<40 {
      let isNamed = round % 2 == 0
      let function =
        isNamed
        ? PlaneFunction(random.pick(NamedFunction.all(.x)))
        : try PlaneFunction(parsing: random.pick(curves), variables: .x)
      let rate = random.pick([0.01, 0.05, 0.1, 0.15, 0.3, 0.9, 1.1])
      let starts = (0..<60).map { -3 + Double($0) * 0.1 + 0.013 }
      let found = function.expression.valleys(in: -3...3).filter { !$0.isAtEnd }
      let method = try #require(DescentMethod(name: "sgd"))
      let strip = BasinStrip(function, valleys: found, starts: starts, method: method, learningRate: rate)
      #expect(strip.destinations.count == starts.count)
      for (start, destination) in zip(starts, strip.destinations) {
        let place = "\(function.expression.text) from \(start) at \(rate)"
        let (end, farthest) = descend(function.expression, from: start, rate: rate, steps: 1000)
        switch destination {
        case .valley(let index):
          valleys += 1
          #expect((end - found[index].x).magnitude <= 0.011 * (1 + end.magnitude), "\(place)")
        case .divergence:
          divergences += 1
          let value = function.expression.value(x: end)
          let isFar = farthest > 1e5 || value.magnitude > 1e5
          #expect(!end.isFinite || !value.isFinite || isFar, "\(place)")
        case .elsewhere:
          others += 1
          #expect(function.expression.gradient(x: end).x.magnitude <= 1e-4, "\(place)")
          #expect(found.allSatisfy { ($0.x - end).magnitude > 0.009 * (1 + end.magnitude) }, "\(place)")
        case .undecided: others += 1
        }
      }
      // The stretches are the same starts again, and neighbors differ.
      let stretches = strip.stretches
      #expect(stretches.flatMap { Array(repeating: $0.destination, count: $0.range.count) } == strip.destinations)
      #expect(zip(stretches, stretches.dropFirst()).allSatisfy { $0.destination != $1.destination })
    }
    #expect(valleys > 500 && divergences > 50 && others > 50, "\(valleys) \(divergences) \(others)")
  }

  @Test("2,000 views of curves: no minimum is called lower than it is seen to be, or global where something is lower")
  func labels() throws {
    var random = RandomDescents(seed: 92)
    var kinds: Set<MinimumLabel.Kind> = []
    let curves = RandomDescents.curves + ["x^4 - x^2", "cos(3x) + 0.1x^2", "sin(3x)", "(x^2 - 1)^2"]
    for _ in 0..<2000 {
      let isNamed = random.uniform(0, 1) < 0.5
      let function =
        isNamed
        ? PlaneFunction(random.pick(NamedFunction.all(.x)))
        : try PlaneFunction(parsing: random.pick(curves), variables: .x)
      let low = random.uniform(-5, 4)
      let range = low...(low + random.uniform(0.5, 8))
      let expression = function.expression
      let valleys = expression.valleys(in: range).filter { !$0.isAtEnd }
      let labels = function.labels(of: valleys, samples: expression.curve(over: range, count: 320))
      let seen = expression.curve(over: range, count: 3001).filter(\.isFinite)
      let everywhere = expression.curve(over: -12...12, count: 24_001).filter(\.isFinite)
      for (valley, label) in zip(valleys, labels) {
        kinds.insert(label.kind)
        let slack = 1e-6 * (1 + valley.value.magnitude)
        let isLowestSeen = seen.allSatisfy { $0 >= valley.value - slack }
        let isLowest = everywhere.allSatisfy { $0 >= valley.value - slack }
        let place = "\(expression.text) in \(range), at \(valley.x): \(label.words)"
        switch label.kind {
        case .global, .oneGlobal: #expect(isLowest, "\(place)")
        case .lowestInView: #expect(isLowestSeen, "\(place)")
        case .oneLowestInView:
          #expect(isLowestSeen && valleys.count { ($0.value - valley.value).magnitude <= slack } > 1, "\(place)")
        case .local: #expect(!isLowest || !isLowestSeen, "\(place)")
        }
      }
    }
    #expect(kinds == Set(MinimumLabel.Kind.allCases), "\(kinds)")
  }

  @Test("what a stretch is said to lead to is what its minimum is called")
  func words() {
    for kind in MinimumLabel.Kind.allCases {
      var figures = BasinClaim.Figures()
      figures.label = kind
      let claim = BasinClaim(figures)
      #expect((claim.kind == .global || claim.kind == .oneGlobal) == kind.isGlobal)
      #expect(claim.words.contains("local") == (kind == .local))
    }
    let outcomes: [BasinClaim.Figures.Outcome: BasinClaim.Kind] = [
      .divergence: .diverges, .elsewhere: .elsewhere, .undecided: .undecided,
    ]
    for (outcome, kind) in outcomes {
      var figures = BasinClaim.Figures()
      figures.outcome = outcome
      #expect(BasinClaim(figures).kind == kind)
    }
  }
}
