import Learning
import Testing

@testable import Training

@Suite("Timeline") struct TimelineTests {
  /// The same run made in one piece, without a timeline: the truth to compare with.
  private func straight(_ steps: Int, changes: [(step: Int, rate: Double)] = []) -> (CountingRun, History) {
    var run = CountingRun()
    var history = History()
    for change in changes {
      run.advance(by: change.step - run.step, history: &history)
      run.learningRate = change.rate
    }
    run.advance(by: steps - run.step, history: &history)
    return (run, history)
  }

  private func standing(_ timeline: Timeline) throws -> CountingRun { try #require(timeline.present as? CountingRun) }

  @Test("any step back shows the very state that was", arguments: 1...10)
  func exact(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var timeline = Timeline(CountingRun(), memory: 32 * 20)
    timeline.advance(by: 3000)
    for _ in 0..<50 {
      let step = generator.index(below: 3001)
      timeline.go(to: step)
      #expect(try standing(timeline) == straight(step).0)
    }
    timeline.go(to: 3000)
    timeline.advance(by: 500)
    #expect(try standing(timeline) == straight(3500).0)
    #expect(timeline.history == straight(3500).1)
  }

  @Test("how the steps are divided into calls makes no difference")
  func divided() throws {
    var generator = SplitMix64(seed: 5)
    var timeline = Timeline(CountingRun())
    while timeline.present.step < 5000 {
      timeline.advance(by: min(5000 - timeline.present.step, generator.index(below: 90)))
    }
    #expect(try standing(timeline) == straight(5000).0)
    #expect(timeline.history == straight(5000).1)
  }

  @Test("changes are passed again where they were made")
  func journal() throws {
    var timeline = Timeline(CountingRun(), memory: 32 * 20)
    timeline.advance(by: 100)
    try timeline.apply(.setting(.learningRate, .number(0.1)))
    timeline.advance(by: 1000)
    try timeline.apply(.setting(.learningRate, .number(0.9)))
    timeline.advance(by: 900)
    let changes = [(step: 100, rate: 0.1), (step: 1100, rate: 0.9)]
    for step in [50, 100, 101, 1099, 1100, 1101, 1999, 2000] {
      timeline.go(to: step)
      #expect(try standing(timeline) == straight(step, changes: changes.filter { $0.step <= step }).0)
    }
  }

  @Test(
    "a change in the past begins another future, and the curves are those of that future", arguments: [3, 777, 2999])
  func fork(step: Int) throws {
    var timeline = Timeline(CountingRun(), memory: 32 * 20)
    timeline.advance(by: 5000)
    timeline.go(to: step)
    try timeline.apply(.setting(.learningRate, .number(0.01)))
    #expect(timeline.head == step)
    timeline.advance(by: 6000 - step)
    let truth = straight(6000, changes: [(step, 0.01)])
    #expect(try standing(timeline) == truth.0)
    #expect(timeline.history[.stepLoss] == truth.1[.stepLoss])
    #expect(timeline.history[.trainLoss] == truth.1[.trainLoss])
  }

  @Test("A run that becomes larger by a change keeps fewer checkpoints, and is as exact", arguments: [10, 2000])
  func larger(step: Int) throws {
    let description = try Description(.network, parsing: [("data", "xor"), ("hidden", "16,16")])
    let start = try AssembledRun(loading: description).run
    let memory = 256 * start.checkpointSize
    var timeline = Timeline(start, memory: memory)
    timeline.advance(by: step)
    #expect(timeline.size <= memory)
    // Two numbers more for each weight.
    try timeline.apply(.setting(.optimizer, .word("adam")))
    timeline.advance(by: 3000)
    #expect(timeline.present.checkpointSize > start.checkpointSize * 3 / 2)
    for target in stride(from: 2900, to: 2800, by: -1) { timeline.go(to: target) }
    #expect(timeline.size <= memory)
    var truth = start
    var history = History()
    truth.advance(by: step, history: &history)
    try truth.apply(.setting(.optimizer, .word("adam")))
    truth.advance(by: 2801 - step, history: &history)
    #expect(timeline.present.fingerprint == truth.fingerprint)
  }

  @Test("a refused change leaves everything as it was")
  func refused() throws {
    var timeline = Timeline(CountingRun())
    timeline.advance(by: 100)
    timeline.go(to: 50)
    #expect(throws: ChangeError.needsNewStart(.hidden)) { try timeline.apply(.setting(.hidden, .integers([3]))) }
    #expect(timeline.head == 100)
    #expect(try standing(timeline) == straight(50).0)
  }

  @Test("epochs back and forth", arguments: [0, 1, 5, 100, 142])
  func epochs(epoch: Int) throws {
    var timeline = Timeline(CountingRun(), memory: 32 * 20)
    timeline.advance(by: 1000)
    timeline.go(toEpoch: epoch)
    #expect(try standing(timeline) == straight(epoch * 7).0)
  }

  @Test("a million steps are remembered in few checkpoints")
  func bounded() {
    var timeline = Timeline(CountingRun())
    timeline.advance(by: 1_000_000)
    #expect(timeline.checkpointCount <= 1024)
    #expect(timeline.spacing <= 1024)
  }

  @Test("a run that has ended stays where it ended")
  func ended() {
    var timeline = Timeline(CountingRun(endsAt: 10))
    #expect(timeline.advance(by: 100) == 10)
    #expect(timeline.advance(by: 100) == 0)
    timeline.go(to: 4)
    #expect(timeline.present.status == .running)
  }
}
