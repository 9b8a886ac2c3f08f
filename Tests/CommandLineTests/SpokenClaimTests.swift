import Foundation
import Learning
import Testing

@testable import Training
@testable import downhill

/// What `--plain` says of boundaries, regions and numbers, against the same worked out anew from the numbers beside it.
@Suite("Claims that are spoken") struct SpokenClaimTests {
  private typealias Line = (b: Double, x: Double, y: Double)

  private let points = Dataset(name: "", inputs: [0, 0, 1, 1], targets: .classes([0, 1], names: ["A", "B"]))

  private func number(after word: String, in text: String) -> Double? {
    guard let range = text.range(of: word) else { return nil }
    let rest = text[range.upperBound...].prefix { $0.isNumber || ".-e".contains($0) }
    return Double(rest.hasSuffix(".") ? String(rest.dropLast()) : String(rest))
  }

  /// The foot of the perpendicular from the origin, by Cramer's rule on the line and its normal through the origin.
  private func foot(_ line: Line) -> (x: Double, y: Double) {
    let square = line.x * line.x + line.y * line.y
    return (-line.b * line.x / square, -line.b * line.y / square)
  }

  private func check(_ words: String, from old: Line, to new: Line) {
    func isThere(_ line: Line) -> Bool { line.x != 0 || line.y != 0 }
    switch (isThere(old), isThere(new)) {
    case (false, false): return #expect(words == "It is still not there.")
    case (false, true): return #expect(words == "It has appeared.")
    case (true, false): return #expect(words == "It has gone.")
    case (true, true): break
    }
    // The angle by complex division, and the distances from the two feet.
    let real = old.x * new.x + old.y * new.y
    let imaginary = old.x * new.y - old.y * new.x
    let turn = atan2(imaginary, real) * 180 / .pi
    let (before, after) = (foot(old), foot(new))
    let (near, far) = (hypot(before.x, before.y), hypot(after.x, after.y))
    let isTurned = abs(turn) > 1e-9
    #expect(words.contains("turned") == isTurned, "\(words) \(old) \(new)")
    if isTurned, let said = number(after: "turned by ", in: words) {
      #expect(abs(said - abs(turn)) <= 0.0051 * abs(turn))
      if abs(turn) < 180 - 1e-9 { #expect(words.contains("counterclockwise") == (turn > 0)) }
    }
    let passes = before.x * after.x + before.y * after.y < -1e-15
    #expect(words.contains("passed over the origin") == passes, "\(words) \(old) \(new)")
    if passes {
      let was = number(after: "it was ", in: words) ?? .nan
      let now = number(after: "and is ", in: words) ?? .nan
      #expect(abs(was - near) <= 0.0051 * near && abs(now - far) <= 0.0051 * far)
    } else {
      let isShifted = abs(far - near) > 1e-9 * max(far, near)
      #expect(words.contains("moved ") == isShifted || words.contains("not moved"), "\(words) \(old) \(new)")
      if isShifted {
        #expect(words.contains(far > near ? "outward" : "inward"))
        let said = number(after: "moved ", in: words) ?? .nan
        #expect(abs(said - abs(far - near)) <= 0.0051 * abs(far - near))
      }
      if words.contains("not moved") { #expect(!isTurned && !isShifted) }
    }
    #expect(words.contains("origin has changed its class") == ((old.b >= 0) != (new.b >= 0)))
  }

  @Test("2,000 movements of lines on a grid, where coincidences are common") func grid() {
    var generator = SplitMix64(seed: 41)
    func line() -> Line {
      func one() -> Double { Double(generator.index(below: 7) - 3) / 10 }
      return (one(), one(), one())
    }
    var kinds: Set<String> = []
    for _ in 0..<2000 {
      let (old, new) = (line(), line())
      let words = SpokenBoundary(bias: new.b, new.x, new.y, among: points)
        .movement(since: SpokenBoundary(bias: old.b, old.x, old.y, among: points))
      check(words, from: old, to: new)
      kinds.insert(String(words.filter { !$0.isNumber && $0 != "." }))
    }
    #expect(kinds.count > 12)
  }

  @Test("2,000 epochs of perceptrons that learn, in their own and in standardized units") func learned() throws {
    var tried = 0
    for seed in 1...2000 where tried < 2000 {
      let isStandardized = seed.isMultiple(of: 2)
      let description = try Description(
        .perceptron,
        parsing: [
          (key: "data", value: seed.isMultiple(of: 3) ? "penguins" : "gauss"), ("examples", "20"), ("noise", "0.4"),
          ("seed", "\(seed)"), ("weight-seed", "\(seed)"), ("standardize", "\(isStandardized)"), ("epochs", "12"),
          ("learning-rate", seed.isMultiple(of: 5) ? "1" : "0.05"),
        ])
      let loaded = try LoadedExamples(description)
      var run = try #require(AssembledRun(description, loaded).run as? PerceptronRun)
      var history = History()
      while run.status.canAdvance {
        let before = run
        run.advance(by: run.stepsToEpochEnd, history: &history)
        let old = try #require(SpokenBoundary(before, loaded.standardization))
        let new = try #require(SpokenBoundary(run, loaded.standardization))
        check(new.movement(since: old), from: line(before, loaded), to: line(run, loaded))
        checkPlace(new.place, run, loaded)
        tried += 1
      }
    }
    #expect(tried >= 2000)
  }

  /// The boundary in the units of the data, through three scores of the model itself.
  private func line(_ run: PerceptronRun, _ loaded: LoadedExamples) -> Line {
    func score(_ x1: Double, _ x2: Double) -> Double {
      let (u, v) = loaded.standardization.map { $0.apply(to: x1, x2) } ?? (x1, x2)
      return run.perceptron.bias + run.perceptron.weights[0] * u + run.perceptron.weights[1] * v
    }
    let origin = score(0, 0)
    return (origin, score(1, 0) - origin, score(0, 1) - origin)
  }

  /// Whether the points that a sentence names lie on the boundary, in the units of the data.
  private func checkPlace(_ words: String, _ run: PerceptronRun, _ loaded: LoadedExamples) {
    let (first, second) = (run.dataset.inputNames[0], run.dataset.inputNames[1])
    guard words.hasPrefix("The boundary crosses "), let x = number(after: "crosses \(first) = ", in: words),
      let y = number(after: "at \(second) = ", in: words)
    else { return }
    let line = line(run, loaded)
    let scale = abs(line.b) + abs(line.x * x) + abs(line.y * y)
    #expect(abs(line.b + line.x * x + line.y * y) <= 0.011 * scale, "\(words)")
    #expect(words.contains("right") == (line.x > 0) && words.contains("above") == (line.y > 0))
  }

  @Test("2,000 changes of a number: the words are those of the digits") func changes() {
    var generator = SplitMix64(seed: 43)
    for round in 0..<2000 {
      let before = (generator.unit() * 2 - 1) * Double.pow(10, Double(generator.index(below: 8)) - 5)
      let nudge = Double.pow(10, -Double(generator.index(below: 8)))
      let after = round.isMultiple(of: 7) ? before : before * (1 + (generator.unit() - 0.5) * nudge)
      let words = SpokenNumber.text(after, since: before)
      let parts = words.split(separator: ", ")
      let said = Double(String(parts[0])) ?? .nan
      #expect(abs(said - after) <= 0.0051 * abs(after))
      switch parts[1] {
      case "as before": #expect(after == before)
      case "slightly up": #expect(after > before && abs(after - before) <= 0.011 * abs(before))
      case "slightly down": #expect(after < before && abs(after - before) <= 0.011 * abs(before))
      default:
        let from = parts[1].split(separator: " ").last.flatMap { Double(String($0)) } ?? .nan
        #expect(parts[1].hasPrefix("up from ") ? said > from && after > before : said < from && after < before)
        #expect(parts[1].hasPrefix("up from ") || parts[1].hasPrefix("down from "))
      }
    }
    #expect(SpokenNumber.text(.nan, since: 1) == "nan, before 1")
  }

  @Test("2,000 shares of the plane: no class that is there has 0, and none has all beside another") func shares() throws
  {
    var generator = SplitMix64(seed: 44)
    for _ in 0..<2000 {
      let total = 1 + generator.index(below: 6400)
      let places = min(total, [0, 1, total, total - 1, generator.index(below: total + 1)][generator.index(below: 5)])
      var figures = RegionShare.Figures()
      (figures.name, figures.places, figures.of) = ("A", places, total)
      let words = try #require(RegionShare(figures)).plainWords
      let share = Double(places) / Double(total) * 100
      switch words {
      case "class A 100 percent": #expect(places == total)
      case "class A over 99 percent": #expect(share >= 99.5 && places < total)
      case "class A under 1 percent": #expect(places > 0 && share < 0.5)
      case "class A at none of \(total) places": #expect(places == 0)
      default:
        let said = try #require(number(after: "class A ", in: words))
        #expect(abs(said - share) <= 0.5 && said > 0 && said < 100)
      }
    }
  }

  @Test("a network is spoken of in the units of the data") func networkUnits() throws {
    let description = try Description(
      .network,
      parsing: [
        (key: "data", value: "penguins"), ("standardize", "true"), ("test-fraction", "0"), ("hidden", "none"),
        ("epochs", "20"),
      ])
    let loaded = try LoadedExamples(description)
    var run = try #require(AssembledRun(description, loaded).run as? NetworkRun)
    var history = History()
    while run.status.canAdvance { run.advance(by: run.stepsToEpochEnd, history: &history) }
    let told = try #require(SpokenRegions(run, loaded.standardization)).crossings
    let inputs = try BuiltInDataset.penguins.dataset(
      DatasetOptions(classNames: ["Adelie", "Chinstrap", "Gentoo"])
    ).inputs
    let depths = stride(from: 1, to: inputs.count, by: 2).map { inputs[$0] }
    let place = try #require(number(after: "Along bill_depth_mm = ", in: told[0]))
    #expect(place > depths.min() ?? 0 && place < depths.max() ?? 0)
    #expect(told[1].hasPrefix("Along bill_length_mm = 4"))
  }
}
