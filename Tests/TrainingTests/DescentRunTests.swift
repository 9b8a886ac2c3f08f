import Basics
import Calculus
import Learning
import Testing

@testable import Training

@Suite("Descent run") struct DescentRunTests {
  private func function(_ text: String, _ variables: Expression.Variables = .xAndY) throws -> PlaneFunction {
    try PlaneFunction(parsing: text, variables: variables)
  }

  private func picture(_ run: DescentRun) throws -> DescentPicture {
    try #require(run.picture(PictureRequest()) as? DescentPicture)
  }

  /// The lecture's truth about x² + y²: each step multiplies the point by 1 - 2 eta.
  @Test(
    "on x^2 + y^2 the measured factor of each step is the predicted 1 - 2 eta",
    arguments: [
      (0.1, StepTheory.Behavior.approaches), (0.5, .arrives), (0.9, .oscillates), (1.0, .circles), (1.1, .diverges),
    ])
  func factors(eta: Double, behavior: StepTheory.Behavior) throws {
    var run = DescentRun(try function("x^2 + y^2"), start: PlanePoint(x: 3, y: -2), learningRate: eta, steps: 100)
    var history = History()
    for step in 1...20 {
      run.advance(by: 1, history: &history)
      guard run.step == step else { break }
      let theory = try picture(run).theory
      #expect(theory.isExact)
      #expect(theory.steps.behaviors(learningRate: eta) == [behavior, behavior])
      #expect(abs(theory.stability - 2 * eta) < 1e-15)
      let predicted = try #require(theory.predictedFactors)
      let measured = try #require(theory.measuredFactors)
      for (index, factor) in measured.enumerated() {
        #expect(abs(predicted[index] - (1 - 2 * eta)) < 1e-15)
        if let factor { #expect(abs(factor - predicted[index]) < 1e-12) }
      }
      #expect(abs(run.descents[0].point.x - 3 * power(1 - 2 * eta, step)) < 1e-9 * power(1.2, step))
    }
  }

  @Test("the five behaviors end as they must")
  func endings() throws {
    func end(_ eta: Double) throws -> DescentRun {
      var run = DescentRun(try function("x^2 + y^2"), start: PlanePoint(x: 3, y: -2), learningRate: eta, steps: 100)
      var history = History()
      run.advance(by: 1000, history: &history)
      return run
    }
    #expect(try end(0.1).status == .converged)
    let once = try end(0.5)
    #expect(once.status == .converged)
    #expect(once.step == 1)
    #expect(try end(0.9).status == .converged)
    let circling = try end(1)
    #expect(circling.status == .finished(.steps))
    #expect(circling.descents[0].point == PlanePoint(x: 3, y: -2))
    let leaving = try end(1.1)
    guard case .diverged(let divergence) = leaving.status else {
      Issue.record("it should have diverged: \(leaving.status)")
      return
    }
    // 13 * 1.44^n passes a million times 1 + 13 with n = 39.
    #expect(divergence.step == 39)
    #expect(leaving.step == 38)
    #expect(divergence.curvature == 2)
    #expect(divergence.learningRate * 2 > 2)
  }

  @Test(
    "the run stands at the last finite step",
    arguments: [("exp(exp(x*x))", 1.5), ("log(x - 2.9)", 3), ("1/(x - 3.0000001)", 3), ("sqrt(x)", 0.1)])
  func finite(text: String, start: Double) throws {
    var run = DescentRun(try function(text), start: PlanePoint(x: start, y: 0), learningRate: 50)
    var history = History()
    run.advance(by: 500, history: &history)
    let descent = run.descents[0]
    #expect(descent.point.x.isFinite && descent.value.isFinite && descent.gradient.length.isFinite)
  }

  @Test("a start outside the domain has diverged at once, and a point by hand goes on")
  func outside() throws {
    var run = DescentRun(try function("log(x)", .x), start: PlanePoint(x: -1), learningRate: 0.1)
    guard case .diverged(let divergence) = run.status else {
      Issue.record("log(-1) is no number: \(run.status)")
      return
    }
    #expect(divergence.step == 1 && divergence.value.isNaN)
    var history = History()
    run.advance(by: 5, history: &history)
    #expect(run.step == 0)
    try run.apply(.point([2]))
    #expect(run.status == .running)
    run.advance(by: 1, history: &history)
    #expect(run.descents[0].point.x == 2 - 0.1 * 0.5)
  }

  @Test("a flat function has nothing to descend")
  func flat() throws {
    var history = History()
    var run = DescentRun(try function("7"))
    run.advance(by: 10, history: &history)
    #expect(run.status == .converged)
    #expect(run.step == 0)
  }

  @Test("Newton's method finds the bottom of a quadratic in one step")
  func newton() throws {
    var history = History()
    var run = DescentRun(try function("booth"), method: .newton)
    run.advance(by: 10, history: &history)
    #expect(run.status == .converged)
    #expect(run.step == 1)
    #expect(abs(run.descents[0].point.x - 1) < 1e-12 && abs(run.descents[0].point.y - 3) < 1e-12)
    #expect(run.descents[0].lastStep?.newton == .newton)
  }

  @Test("a line search never climbs", arguments: ["rosenbrock", "himmelblau", "beale", "rastrigin"])
  func lineSearch(name: String) throws {
    var history = History()
    var run = DescentRun(try function(name), method: .lineSearch, steps: 300)
    var value = run.descents[0].value
    while run.status == .running {
      run.advance(by: 1, history: &history)
      #expect(run.descents[0].value <= value)
      value = run.descents[0].value
    }
  }

  @Test("how the steps are divided into calls makes no difference", arguments: 1...20)
  func divided(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let method = DescentMethod.optimizer(Optimizer.all[Int(seed) % 8])
    let begin = DescentRun(try function("rosenbrock"), method: method, learningRate: 0.001)
    var whole = begin
    var wholeHistory = History()
    whole.advance(by: 3000, history: &wholeHistory)
    var parts = begin
    var partHistory = History()
    while parts.step < 3000 {
      let before = parts.step
      parts.advance(by: min(generator.index(below: 700) + 1, 3000 - before), history: &partHistory)
      if parts.step == before { break }
    }
    #expect(parts.step == whole.step)
    #expect(parts.descents[0].point == whole.descents[0].point)
    #expect(parts.descents[0].path == whole.descents[0].path)
    #expect(partHistory == wholeHistory)
  }

  @Test("a timeline goes back through changes by hand to the very same points")
  func timeline() throws {
    var timeline = Timeline(DescentRun(try function("himmelblau"), learningRate: 0.01))
    timeline.advance(by: 10)
    try timeline.apply(.setting(.optimizer, .word("momentum")))
    try timeline.apply(.setting(.momentum, .number(0.5)))
    timeline.advance(by: 7)
    try timeline.apply(.setting(.learningRate, .number(0.003)))
    timeline.advance(by: 5)
    try timeline.apply(.point([4, 4]))
    timeline.advance(by: 20)
    func point() throws -> PlanePoint { try #require(timeline.present as? DescentRun).descents[0].point }
    let end = try point()
    for step in [3, 11, 16, 18, 22, 30, 0] {
      timeline.go(to: step)
      #expect(timeline.present.step == step)
    }
    timeline.go(to: 42)
    #expect(try point() == end)
    #expect(timeline.history[.value].count == 43)
  }

  @Test("a path of any length is bounded, begins at the start and ends at the latest step")
  func path() throws {
    var run = DescentRun(try function("x^2 + y^2"), learningRate: 1e-7)
    var history = History()
    run.advance(by: 100_000, history: &history)
    let places = run.descents[0].path.places
    #expect(places.count <= 700)
    #expect(places.first?.step == 0)
    #expect(places.first?.point == PlanePoint(x: 3, y: -2))
    #expect(places.suffix(DescentPath.recentCount).map(\.step) == Array(100_001 - DescentPath.recentCount...100_000))
    #expect(zip(places, places.dropFirst()).allSatisfy { $0.step < $1.step })
    #expect(places.last?.point == run.descents[0].point)
  }

  @Test("a change that means nothing is refused and changes nothing")
  func refusals() throws {
    var run = DescentRun(try function("sphere"))
    #expect(throws: ChangeError.needsNewStart(.function)) {
      try run.apply(.setting(.function, .word("beale")))
    }
    #expect(throws: ChangeError.doesNotApply("sgd has no momentum")) {
      try run.apply(.setting(.momentum, .number(0.5)))
    }
    #expect(throws: ChangeError.doesNotApply("1 numbers for 2 coordinates")) { try run.apply(.point([1])) }
  }

  @Test("several descents differ in one thing and stop each by itself")
  func several() throws {
    var description = Description(.surface)
    try description.set(.function, to: "x^2 + y^2")
    try description.set(.vary, to: "learning-rate=0.1,0.5,1.1")
    var run = try DescentRun(description)
    var history = History()
    run.advance(by: 1000, history: &history)
    #expect(run.descents.map(\.learningRate) == [0.1, 0.5, 1.1])
    #expect(run.descents[0].status == .converged && run.descents[1].step == 1)
    guard case .diverged(let divergence) = run.descents[2].status else {
      Issue.record("1.1 should diverge")
      return
    }
    #expect(divergence.step == 39)
    #expect(throws: ChangeError.doesNotApply("the descents differ in learning-rate")) {
      try run.apply(.setting(.learningRate, .number(0.2)))
    }
  }

  @Test("descents in one picture can't differ in the number of steps")
  func badVariation() throws {
    var description = Description(.surface)
    try description.set(.vary, to: "steps=10,20")
    #expect(throws: AssembledRun.Failure.cannotVary(.steps)) { try DescentRun(description) }
  }

  @Test("start and learning rate are the function's own where they are left out")
  func defaults() throws {
    var description = Description(.curve)
    try description.set(.function, to: "two-valleys")
    let run = try DescentRun(description)
    #expect(run.descents[0].point == PlanePoint(x: 1.7))
    #expect(run.learningRate == 0.05)
    #expect(description.learningRate == 0.05)
    #expect(description.commandLine == "downhill curve two-valleys")
  }

  /// The lecture's second picture of the learning rate: start and rate decide which valley is found.
  @Test("two valleys: a small rate is caught in the local minimum, a larger one finds the global one")
  func twoValleys() throws {
    var history = History()
    var small = DescentRun(try function("two-valleys", .x), learningRate: 0.05)
    small.advance(by: 1000, history: &history)
    #expect(small.status == .converged)
    #expect(abs(small.descents[0].point.x - 0.96014955551910552) < 1e-6)
    var history2 = History()
    var large = DescentRun(try function("two-valleys", .x), learningRate: 0.15)
    large.advance(by: 1000, history: &history2)
    #expect(abs(large.descents[0].point.x - -1.0355787140888537) < 1e-6)
  }

  private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}
