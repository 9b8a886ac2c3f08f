import Calculus
import Learning
import Testing

@testable import Training

/// What is said of the members of random races, held against their own curves.
@Suite("Race verdicts") struct RaceVerdictTests {
  private func race(_ settings: [(String, String)], steps: Int) throws -> RacePicture {
    let description = try Description(.race, parsing: settings)
    var run = try AssembledRun(loading: description).run
    var history = History()
    if steps > 0 { run.advance(by: steps, history: &history) }
    return try #require(run.picture(PictureRequest(columns: 2, rows: 2)) as? RacePicture)
  }

  private func rounded(_ value: Double) -> Double { PrintedNumber(value, significant: 3).value }

  /// The verdict recomputed from the curve alone; the order of the rules is that of the catalog's conditions.
  private func expect(_ verdict: RaceVerdict, _ entry: RacePicture.Entry, _ picture: RacePicture, _ place: String) {
    let values = entry.snapshot.history[entry.judge].buckets.map(\.last)
    guard let last = values.last, let first = values.first else {
      #expect(
        verdict.kind == (entry.snapshot.step > 0 ? .firstEpoch : .notBegun) || verdict.kind == .diverged, "\(place)")
      return
    }
    let lowest = picture.entries.compactMap(\.score).filter(\.isFinite).min() ?? .nan
    let before = values[max(0, values.count - 11)]
    switch verdict.kind {
    case .notBegun, .firstEpoch: Issue.record("\(place): there are values")
    case .diverged: #expect(entry.snapshot.status.isDiverged || !last.isFinite, "\(place)")
    case .good:
      let floor = verdict.figures.floor?.value ?? .nan
      #expect(rounded(last) <= floor || (rounded(first) - rounded(last)) / (rounded(first) - floor) >= 0.99, "\(place)")
    case .goodAmongThese: #expect(rounded(last) <= rounded(lowest) && verdict.figures.floor == nil, "\(place)")
    case .caught:
      let known = (entry.snapshot.picture as? DescentPicture)?.function.minima.first { $0.isGlobal }
      #expect(entry.snapshot.status == .converged && last > (known?.value ?? .infinity), "\(place)")
    case .higherMinimum: #expect(entry.snapshot.status == .converged && last > lowest, "\(place)")
    case .noMinimum: #expect(entry.snapshot.status == .converged, "\(place)")
    case .grows: #expect(rounded(last) > rounded(first), "\(place)")
    case .oscillates:
      let path = (entry.snapshot.picture as? DescentPicture)?.first.path.places.suffix(3).map(\.point) ?? []
      #expect(path.count == 3 && rounded(last) <= rounded(first), "\(place)")
      if path.count == 3 {
        let product =
          (path[1].x - path[0].x) * (path[2].x - path[1].x) + (path[1].y - path[0].y) * (path[2].y - path[1].y)
        #expect(product < 0, "\(place)")
      }
    case .still: #expect(Set(values.map(rounded)).count == 1, "\(place)")
    case .risesAgain: #expect(rounded(last) > rounded(before) && rounded(last) <= rounded(first), "\(place)")
    case .upAndDown:
      let tail = values.suffix(41)
      let rises = zip(tail, tail.dropFirst()).count { $1 > $0 }
      #expect(rises * 4 >= tail.count - 1 && Set(tail.map(rounded)).count > 1, "\(place)")
    case .tooSlow, .falling: #expect(rounded(last) < rounded(before), "\(place)")
    case .stands: #expect(rounded(last) >= rounded(before), "\(place)")
    }
  }

  @Test("2,000 members of races are what their own curves say")
  func races() throws {
    var random = RandomDescents(seed: 15)
    var kinds: [RaceVerdict.Kind: Int] = [:]
    var members = 0
    while members < 2000 {
      let isCurve = random.uniform(0, 1) < 0.5
      let named = NamedFunction.all(isCurve ? .x : .xAndY).map(\.name)
      let typed = isCurve ? RandomDescents.curves : RandomDescents.surfaces
      let function = random.uniform(0, 1) < 0.5 ? random.pick(named) : random.pick(typed)
      let rates = ["0.000003", "0.001", "0.01", "0.05", "0.1", "0.5", "0.9", "1", "1.01", "1.5", "5"]
      let values = (0..<5).map { _ in random.pick(rates) }
      var settings = [("of", isCurve ? "curve" : "surface"), ("function", function)]
      settings.append(("vary", "learning-rate=" + Array(Set(values)).sorted().joined(separator: ",")))
      settings.append(("optimizer", random.pick(["sgd", "sgd", "momentum", "adam"])))
      let picture = try race(settings, steps: random.pick([0, 1, 2, 5, 20, 100, 400]))
      for (verdict, entry) in zip(picture.verdicts, picture.entries) {
        members += 1
        kinds[verdict.kind, default: 0] += 1
        expect(verdict, entry, picture, "\(function) \(entry.value.text) \(verdict.words)")
      }
    }
    let elsewhere: Set<RaceVerdict.Kind> = [.firstEpoch, .upAndDown, .risesAgain]
    let unsaid = RaceVerdict.Kind.allCases.filter { kinds[$0] == nil && !elsewhere.contains($0) }
    #expect(unsaid.isEmpty, "\(unsaid) of \(kinds)")
  }

  /// By hand: on x² + y² from (3, −2) f is 13; η 0.000003 leaves 12.9998, and 1.01 multiplies the point by −1.02.
  @Test("what moves nothing is not good, and what grows does not oscillate")
  func named() throws {
    func verdicts(_ rates: String) throws -> [RaceVerdict.Kind] {
      try race([("of", "surface"), ("function", "sphere"), ("vary", "learning-rate=\(rates)")], steps: 50).verdicts
        .map(\.kind)
    }
    #expect(try verdicts("0.000003,0.000001") == [.still, .still])
    #expect(try verdicts("0.000003,1.01,1,0.001,0.1") == [.still, .grows, .oscillates, .tooSlow, .good])
  }

  @Test("of initializers nothing is said that only a learning rate can be")
  func initializers() throws {
    let picture = try race(
      [
        ("of", "network"), ("data", "xor"), ("examples", "100"), ("batch-size", "5"), ("hidden", "4"),
        ("learning-rate", "0.3"), ("vary", "initializer=zeros,xavier-uniform,he-normal"),
      ], steps: 600)
    let kinds = picture.verdicts.map(\.kind)
    #expect(!kinds.contains(.oscillates) && !kinds.contains(.tooSlow), "\(kinds)")
    #expect([.stands, .upAndDown, .still].contains(kinds[0]), "\(kinds)")
  }
}
