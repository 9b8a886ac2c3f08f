import Learning
import Testing

@testable import Training

/// What is said about whether a perceptron can learn, against exact whole numbers and against learning itself.
@Suite("Claims about separability") struct SeparabilityClaimTests {
  private typealias Point = (x: Int, y: Int)

  /// A few points of a small grid with labels; every fourth set is cut by a line, so that all kinds occur.
  private func randomSet(_ generator: inout SplitMix64, round: Int) -> (points: [Point], labels: [Int]) {
    let count = generator.index(below: 9)
    let points = (0..<count).map { _ in (x: generator.index(below: 7) - 3, y: generator.index(below: 7) - 3) }
    let (a, b, c) = (generator.index(below: 7) - 3, generator.index(below: 7) - 3, generator.index(below: 5) - 2)
    let labels = points.map { point in
      round % 4 == 0 ? (a * point.x + b * point.y + c > 0 ? 0 : 1) : generator.index(below: 2)
    }
    return (points, labels)
  }

  private func dataset(_ points: [Point], _ labels: [Int]) -> Dataset {
    Dataset(
      name: "random", inputs: points.flatMap { [Double($0.x), Double($0.y)] },
      targets: .classes(labels, names: ["A", "B"]))
  }

  /// Whether some line has all of one class strictly on its left: any such line can be turned until it passes by two
  /// points, so the lines through two points, moved to either side, decide; in whole numbers.
  private func isSeparable(_ first: [Point], _ second: [Point]) -> Bool {
    func cross(_ a: Point, _ b: Point, _ c: Point) -> Int { (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) }
    func isOn(_ p: Point, _ a: Point, _ b: Point) -> Bool {
      cross(a, b, p) == 0 && min(a.x, b.x) <= p.x && p.x <= max(a.x, b.x) && min(a.y, b.y) <= p.y
        && p.y <= max(a.y, b.y)
    }
    func isIn(_ p: Point, _ a: Point, _ b: Point, _ c: Point) -> Bool {
      let signs = [cross(a, b, p).signum(), cross(b, c, p).signum(), cross(c, a, p).signum()]
      guard cross(a, b, c) != 0 else { return isOn(p, a, b) || isOn(p, b, c) || isOn(p, c, a) }
      return !(signs.contains(1) && signs.contains(-1))
    }
    func meet(_ a: Point, _ b: Point, _ c: Point, _ d: Point) -> Bool {
      if isOn(a, c, d) || isOn(b, c, d) || isOn(c, a, b) || isOn(d, a, b) { return true }
      return cross(a, b, c).signum() * cross(a, b, d).signum() < 0
        && cross(c, d, a).signum() * cross(c, d, b).signum() < 0
    }
    for (some, others) in [(first, second), (second, first)] {
      for p in some {
        for a in others { for b in others { for c in others where isIn(p, a, b, c) { return false } } }
      }
    }
    for a in first { for b in first { for c in second { for d in second where meet(a, b, c, d) { return false } } } }
    return true
  }

  @Test("3,000 random sets: what is said of them is so, by whole numbers") func sets() {
    var generator = SplitMix64(seed: 71)
    var kinds: Set<SeparabilityClaim.Kind> = []
    for round in 0..<3000 {
      let (points, labels) = randomSet(&generator, round: round)
      let set = dataset(points, labels)
      let separability = Separability(PerceptronExamples(set, features: [.x1, .x2]))
      let claim = SeparabilityClaim(.init(separability, of: set))
      kinds.insert(claim.kind)
      let first = zip(points, labels).filter { $0.1 == 0 }.map(\.0)
      let second = zip(points, labels).filter { $0.1 == 1 }.map(\.0)
      switch claim.kind {
      case .noExamples: #expect(points.isEmpty)
      case .oneClass:
        #expect(!points.isEmpty && (first.isEmpty || second.isEmpty))
        #expect(claim.words.contains(points.count == 1 ? "1 example " : "\(points.count) examples "))
        #expect(claim.words.contains("class \(first.isEmpty ? "B" : "A")"))
      case .separable: #expect(!first.isEmpty && !second.isEmpty && isSeparable(first, second))
      case .samePoint:
        #expect(first.contains { point in second.contains { $0 == point } })
        #expect(claim.words.contains("is in class A and in class B"))
      case .crossing, .amongBoth: #expect(!isSeparable(first, second))
      case .undecided: Issue.record("two features are decided exactly")
      }
      if first.isEmpty || second.isEmpty { #expect(claim.kind == .noExamples || claim.kind == .oneClass) }
    }
    #expect(kinds == Set(SeparabilityClaim.Kind.allCases).subtracting([.undecided]))
  }

  @Test("2,000 perceptrons that learn: never more mistakes than printed, and (R/γ)² is that of the R and γ printed")
  func mistakes() throws {
    var generator = SplitMix64(seed: 72)
    var kinds: Set<MistakeLimit.Kind> = []
    var learned = 0
    while learned < 2000 {
      let (points, labels) = randomSet(&generator, round: 0)
      let set = dataset(points, labels)
      guard let bound = MistakeBound(PerceptronExamples(set, features: [.x1, .x2])) else { continue }
      learned += 1
      var start = Perceptron(features: [.x1, .x2])
      start.bias = generator.normal()
      start.weights = [generator.normal(), generator.normal()]
      let rate = learned % 50 == 0 ? 0 : [0.01, 0.1, 1, 10][learned % 4]
      var run = PerceptronRun(dataset: set, perceptron: start, learningRate: rate, order: .given)
      var history = History()
      for steps in [0, 1, 7, 100_000] {
        run.advance(by: rate == 0 ? min(steps, 100) : steps, history: &history)
        let picture = try #require(run.picture(PictureRequest(columns: 1, rows: 1)) as? PerceptronPicture)
        let claim = try #require(MistakeLimit(.init(bound, picture)))
        kinds.insert(claim.kind)
        let figures = claim.figures
        // R and γ have four digits each, so their squared ratio is right to about four parts in a thousand.
        let squared = (figures.radius.value / figures.margin.value) * (figures.radius.value / figures.margin.value)
        #expect(abs(figures.fromZero.value - squared) <= 4e-3 * squared)
        // What is printed is never below the bound, or below the whole mistakes in it.
        #expect(figures.fromZero.value >= bound.fromZero)
        #expect(figures.fromHere.value >= bound.from(start, learningRate: rate).rounded(.down))
        // R by hand: the longest example, the constant input included.
        let longest = points.map { Double(1 + $0.x * $0.x + $0.y * $0.y).squareRoot() }.max() ?? 0
        #expect(abs(figures.radius.value - longest) <= 5e-4 * longest)
        switch claim.kind {
        case .bounded, .learned:
          #expect(Double(picture.mistakesSinceOrigin) <= figures.fromHere.value)
          #expect(claim.words.contains("\(picture.mistakesSinceOrigin) made so far"))
          if claim.kind == .learned { #expect(picture.evaluation.errors == 0) }
        case .noStep: #expect(rate == 0)
        }
      }
      // Where the theorem says that learning ends, it ends.
      if rate > 0 { #expect(run.status == .converged) }
    }
    #expect(kinds.isSuperset(of: [.bounded, .noStep]))
  }

  @Test("both stand in the catalog with their conditions") func catalog() {
    let listed = Set(ClaimCatalog.rows.map(\.identifier))
    for kind in SeparabilityClaim.Kind.allCases { #expect(listed.contains(ClaimCatalog.identifier(kind))) }
    for kind in MistakeLimit.Kind.allCases { #expect(listed.contains(ClaimCatalog.identifier(kind))) }
  }
}
