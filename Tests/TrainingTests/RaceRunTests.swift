import Learning
import Testing

@testable import Training

@Suite("RaceRun") struct RaceRunTests {
  private func race(_ words: [(key: String, value: String)]) throws -> (Description, RaceRun) {
    let description = try Description(.race, parsing: words)
    let assembled = try AssembledRun(loading: description)
    return (description, try #require(assembled.run as? RaceRun))
  }

  /// Every member beside the same run carried out alone, one step at a time: equal in loss, step and status.
  @Test(
    "members are single runs, bit for bit, however the steps are divided",
    arguments: [
      [("of", "perceptron"), ("data", "gauss"), ("vary", "learning-rate=0.01,0.1,1")],
      [("of", "network"), ("data", "xor"), ("vary", "optimizer=sgd,adam")],
      [("of", "surface"), ("function", "himmelblau"), ("vary", "learning-rate=0.001,0.01,0.1")],
    ])
  func single(words: [(key: String, value: String)]) throws {
    var (description, race) = try race(words)
    var history = History()
    for count in [1, 7, 200, 64, 3] { race.advance(by: count, history: &history) }
    for (contestant, member) in zip(description.contestants, race.members) {
      var alone = try AssembledRun(loading: contestant).run
      var own = History()
      for _ in 0..<275 { alone.advance(by: 1, history: &own) }
      #expect(member.run.step == alone.step)
      #expect(member.run.status == alone.status)
      #expect(member.history[.trainLoss] == own[.trainLoss])
      #expect(member.history[.value] == own[.value])
    }
  }

  @Test("a step back shows the curves as they were")
  func back() throws {
    let (_, start) = try race([("of", "surface"), ("function", "sphere"), ("vary", "learning-rate=0.1,0.9")])
    var timeline = Timeline(start, memory: 1 << 20)
    timeline.advance(by: 10)
    let before = try #require(timeline.present as? RaceRun)
    timeline.advance(by: 30)
    timeline.go(to: 10)
    let after = try #require(timeline.present as? RaceRun)
    #expect(after.step == 10)
    #expect(zip(before.members, after.members).allSatisfy { $0.history == $1.history && $0.run.step == $1.run.step })
  }

  @Test("one diverges, the others go on; the varied key itself takes a new start")
  func ends() throws {
    var (_, race) = try race([("of", "surface"), ("function", "sphere"), ("vary", "learning-rate=0.1,1.1")])
    var history = History()
    race.advance(by: 60, history: &history)
    // (1 - 2 * 1.1) = -1.2 a step: beyond all bounds; 0.8 a step: still on its way to |G| small.
    guard case .diverged = race.members[1].run.status else {
      Issue.record("it ended as \(race.members[1].run.status)")
      return
    }
    #expect(race.status == .running)
    #expect(throws: ChangeError.needsNewStart(.learningRate)) {
      try race.apply(.setting(.learningRate, .number(1)))
    }
  }
}
