import Learning
import Testing

@testable import Training

/// What is said of a landscape's plane, against the same worked out anew.
@Suite("Claims about landscapes") struct LandscapeClaimTests {
  @Test("2,000 random paths: the shares are of squared distances to the end, and the words are those of the shares")
  func shares() throws {
    var generator = SplitMix64(seed: 51)
    var kinds: Set<PathShare.Kind> = []
    for round in 0..<2000 {
      let width = 2 + generator.index(below: 14)
      let count = 1 + generator.index(below: 16)
      // Every few rounds the path is straight, or nearly so.
      let way = (0..<width).map { _ in generator.normal() }
      let spread = [0, 1e-4, 0.3, 300][round % 4]
      var path = (0..<count).map { step in
        way.map { $0 * Double(step) + (step == 0 ? 0 : spread * generator.normal()) }
      }
      // Where the end is amid the others, no two directions need hold much.
      if round % 8 == 3, count > 2 {
        path[count - 1] = way.indices.map { input in
          path.dropLast().reduce(0) { $0 + $1[input] } / Double(count - 1)
        }
      }
      let end = path[count - 1]
      let directions = LandscapeDirections.principal(of: path, around: end, using: &generator)
      let claim = PathShare(.init(directions.explained ?? []))
      kinds.insert(claim.kind)
      guard count > 1 else {
        #expect(claim.kind == .nothing && claim.words.contains("no path"))
        continue
      }
      // What a plane through the end leaves over, by projecting each point; not around the mean.
      func squares(along kept: [[Double]]) -> Double {
        path.reduce(0) { sum, point in
          let row = zip(point, end).map { $0 - $1 }
          return sum + kept.reduce(0) { $0 + pow2(zip($1, row).reduce(0) { $0 + $1.0 * $1.1 }) }
        }
      }
      let total = path.reduce(0) { $0 + zip($1, end).reduce(0) { $0 + pow2($1.0 - $1.1) } }
      let first = squares(along: [directions.first]) / total * 100
      let second = squares(along: [directions.second]) / total * 100
      #expect(abs(claim.figures.first.value - first) <= 0.051 || claim.kind == .straight)
      switch claim.kind {
      case .nothing: #expect(Bool(false), "there is a path")
      // Each of at most 14 further directions holds less than the second.
      case .straight: #expect(first > 100 - 14 * 0.051)
      case .most: #expect(first + second > 49.9 && second > 0.049)
      case .part: #expect(first + second < 50.2)
      }
      let axes = claim.axes("p", "q")[0]
      #expect(axes.contains("most of the path") == (claim.kind == .most))
      #expect(claim.words.contains("squared distance to its end"))
      // However little room there is, it says that it speaks of squares.
      #expect(claim.wordings.allSatisfy { $0.contains("square") })
    }
    #expect(kinds == Set(PathShare.Kind.allCases))
  }

  private func pow2(_ value: Double) -> Double { value * value }

  @Test("2,000 planes: what is said to move moves, and what is said to be held does not")
  func held() throws {
    var generator = SplitMix64(seed: 52)
    var kinds: Set<HeldParameters.Kind> = []
    for round in 0..<2000 {
      let names = (0..<1 + generator.index(below: 9)).map { _ in
        ["w0", "w1", "h1.2.v0", "h1.2.v3", "out.1.w0", "out.1.w10"][generator.index(below: 6)]
      }
      let density = [0.0, 0.3, 0.8, 1][round % 4]
      func direction() -> [Double] { names.map { _ in generator.unit() < density ? generator.normal() : 0 } }
      let directions = [direction(), direction()]
      let claim = HeldParameters(.init(names: names, directions: directions))
      kinds.insert(claim.kind)
      let held = names.indices.filter { directions[0][$0] == 0 && directions[1][$0] == 0 }
      let biases = held.filter { ["w0", "h1.2.v0", "out.1.w0"].contains(names[$0]) }.count
      let weights = held.count - biases
      let words = claim.words
      if held.isEmpty {
        #expect(words == "nothing: all \(names.count) \(names.count == 1 ? "moves" : "move")")
      } else if held.count == names.count {
        #expect(words.contains("all \(held.count)") && words.contains("point"))
      } else {
        #expect(words.contains(biases == 1 ? "1 bias;" : "\(biases) biases;") == (biases > 0))
        #expect(words.contains(weights == 1 ? "1 weight" : "\(weights) weights") == (weights > 0))
        #expect(words.contains("\(names.count - held.count) move"))
      }
    }
    #expect(kinds == Set(HeldParameters.Kind.allCases))
  }

  @Test("a network's random directions hold its seven biases") func randomDirections() throws {
    let description = try Description(
      .landscape, parsing: [(key: "of", value: "network"), ("directions", "random"), ("data", "circle")])
    let run = try #require(AssembledRun(loading: description).run as? LandscapeRun)
    let claim = HeldParameters(.init(names: run.names, directions: run.plane().directions))
    // 2-4-2-1: 8 + 8 + 2 weights, 4 + 2 + 1 biases.
    #expect(claim.words == "7 biases; 18 move")
  }

  @Test("every kind of these claims stands in the catalog with its condition") func catalog() {
    let listed = Set(ClaimCatalog.rows.map(\.identifier))
    func expect<Statement: Claim>(_ type: Statement.Type) {
      for kind in Statement.Kind.allCases {
        #expect(listed.contains(ClaimCatalog.identifier(kind)) && !kind.condition.isEmpty)
        #expect(Statement.wordings(of: kind, .blank).allSatisfy { !$0.isEmpty })
      }
    }
    expect(BoundaryMovement.self)
    expect(RegionShare.self)
    expect(ValueChange.self)
    expect(PathShare.self)
    expect(HeldParameters.self)
    #expect(listed.count == ClaimCatalog.rows.count)
  }
}
