import Dispatch
import Testing

@testable import Training

@Suite("Trainer") struct TrainerTests {
  /// Waits for a snapshot that fulfills a condition; bounded, woken by the trainer, without sleeping.
  private func snapshot(
    of trainer: Trainer, _ woken: DispatchSemaphore, where condition: (Snapshot) -> Bool
  ) -> Snapshot? {
    for _ in 0..<1000 {
      if let snapshot = trainer.takeSnapshot(), condition(snapshot) { return snapshot }
      guard woken.wait(timeout: .now() + 20) == .success else { return nil }
    }
    return nil
  }

  private func make(_ run: CountingRun = CountingRun()) throws -> (Trainer, DispatchSemaphore) {
    let woken = DispatchSemaphore(value: 0)
    return (Trainer(run, generation: 1, on: try Worker()) { woken.signal() }, woken)
  }

  private func truth(_ steps: Int) -> UInt64 {
    var run = CountingRun()
    var history = History()
    run.advance(by: steps, history: &history)
    return run.value
  }

  @Test("five forward, five back, five forward: the same picture")
  func steps() throws {
    let (trainer, woken) = try make()
    trainer.send(.step(5))
    let first = try #require(snapshot(of: trainer, woken) { $0.step == 5 })
    trainer.send(.step(-5))
    let start = try #require(snapshot(of: trainer, woken) { $0.step == 0 })
    #expect(start.head == 5)
    trainer.send(.step(5))
    let second = try #require(snapshot(of: trainer, woken) { $0.step == 5 })
    #expect((first.picture as? CountingPicture)?.value == truth(5))
    #expect((second.picture as? CountingPicture)?.value == truth(5))
  }

  @Test("what was kept comes back with its past, under the generation asked for")
  func keeping() throws {
    let (trainer, woken) = try make()
    for command in [TrainerCommand.step(5), .keep(7), .step(30)] { trainer.send(command) }
    trainer.send(.replace(CountingRun(), generation: 2))
    trainer.send(.step(1))
    trainer.send(.recall(7, generation: 3))
    let back = try #require(snapshot(of: trainer, woken) { $0.generation == 3 })
    #expect(back.step == 5 && back.head == 5 && (back.picture as? CountingPicture)?.value == truth(5))
    trainer.send(.step(-3))
    #expect(try #require(snapshot(of: trainer, woken) { $0.step == 2 }).head == 5)
    trainer.send(.reach(40))
    let far = try #require(snapshot(of: trainer, woken) { $0.step == 40 })
    #expect((far.picture as? CountingPicture)?.value == truth(40))
    trainer.send(.reach(3))
    #expect(try #require(snapshot(of: trainer, woken) { $0.step == 3 }).head == 40)
  }

  @Test("at full speed it goes on until the run ends, and says so")
  func fullSpeed() throws {
    let (trainer, woken) = try make(CountingRun(endsAt: 20_000))
    trainer.send(.speed(.unlimited))
    trainer.send(.play)
    let last = try #require(snapshot(of: trainer, woken) { $0.status == .converged })
    #expect(last.step == 20_000)
    #expect(!last.isPlaying)
    #expect((last.picture as? CountingPicture)?.value == truth(20_000))
  }

  @Test("a pause is obeyed and a change is carried out where it stands")
  func pause() throws {
    let (trainer, woken) = try make()
    trainer.send(.speed(.unlimited))
    trainer.send(.play)
    _ = try #require(snapshot(of: trainer, woken) { $0.isPlaying && $0.step > 0 })
    trainer.send(.pause)
    let paused = try #require(snapshot(of: trainer, woken) { !$0.isPlaying })
    trainer.send(.change(.setting(.learningRate, .number(0.25)), undo: nil))
    let changed = try #require(snapshot(of: trainer, woken) { $0.learningRate == 0.25 })
    #expect(changed.step == paused.step)
    trainer.send(.change(.setting(.hidden, .integers([3])), undo: nil))
    let refused = try #require(snapshot(of: trainer, woken) { !$0.refusals.isEmpty })
    #expect(refused.refusals.map(\.reason) == [.needsNewStart(.hidden)])
  }

  @Test("what was refused is heard of with the next snapshot that is taken, however many came between")
  func refusals() throws {
    let (trainer, _) = try make()
    trainer.send(.change(.setting(.hidden, .integers([3])), undo: nil))
    _ = trainer.timeline()
    trainer.send(.change(.setting(.learningRate, .number(0.25)), undo: nil))
    trainer.send(.closeBranch)
    _ = trainer.timeline()
    trainer.send(.step(2))
    _ = trainer.timeline()
    let snapshot = try #require(trainer.takeSnapshot())
    #expect(snapshot.step == 2 && snapshot.learningRate == 0.25)
    #expect(snapshot.refusals.map(\.reason) == [.needsNewStart(.hidden), .doesNotApply("there is only one branch")])
    guard case .change(.setting(.hidden, _), _, _)? = snapshot.refusals.first?.command else {
      Issue.record("the first refusal is not of what was asked for first")
      return
    }
    trainer.send(.step(1))
    _ = trainer.timeline()
    #expect(try #require(trainer.takeSnapshot()).refusals.isEmpty)
  }

  @Test("a replaced run's snapshots carry the new generation")
  func replaced() throws {
    let (trainer, woken) = try make()
    trainer.send(.step(3))
    trainer.send(.replace(CountingRun(seed: 9), generation: 2))
    let fresh = try #require(snapshot(of: trainer, woken) { $0.generation == 2 })
    #expect(fresh.step == 0)
    #expect(fresh.head == 0)
  }

  @Test("epochs: to the end of this one, to the beginning of this one, to the one before")
  func epochs() throws {
    let (trainer, woken) = try make()
    trainer.send(.step(9))
    trainer.send(.epoch(1))
    #expect(try #require(snapshot(of: trainer, woken) { $0.step > 9 }).step == 14)
    trainer.send(.step(3))
    trainer.send(.epoch(-1))
    #expect(snapshot(of: trainer, woken) { $0.step == 14 && $0.head == 17 } != nil)
    trainer.send(.epoch(-1))
    #expect(snapshot(of: trainer, woken) { $0.step == 7 } != nil)
  }

  @Test("while a step takes long, what waits for it is counted; once it is answered nothing does")
  func longStep() throws {
    let gate = Gate()
    let woken = DispatchSemaphore(value: 0)
    let trainer = Trainer(HeldRun(gate: gate), generation: 1, on: try Worker()) { woken.signal() }
    #expect(trainer.unansweredSeconds == nil && trainer.waitingCount == 0)
    trainer.send(.step(1))
    gate.hasBegun.wait()
    #expect(trainer.unansweredSeconds != nil && trainer.waitingCount == 0)
    trainer.send(.change(.setting(.learningRate, .number(0.2)), undo: nil))
    trainer.send(.request(PictureRequest()))
    trainer.send([.pause, .change(.setting(.learningRate, .number(0.1)), undo: nil)])
    // How it is to be looked at is nothing that somebody asked for.
    #expect(trainer.unansweredSeconds != nil && trainer.waitingCount == 3)
    gate.mayEnd.signal()
    #expect(trainer.branches().present.learningRate == 0.1)
    #expect(trainer.unansweredSeconds == nil && trainer.waitingCount == 0)
  }

  @Test("What is lined up behind a way of several steps waits, too")
  func longWay() throws {
    let gate = Gate()
    let trainer = Trainer(HeldRun(gate: gate), generation: 1, on: try Worker()) {}
    trainer.send([
      .epoch(1), .change(.setting(.learningRate, .number(0.2)), undo: nil),
      .change(.setting(.learningRate, .number(0.1)), undo: nil),
    ])
    gate.hasBegun.wait()
    #expect(trainer.waitingCount == 2)
    trainer.send(.step(1))
    #expect(trainer.waitingCount == 3)
    gate.mayEnd.signal()
    #expect(trainer.branches().present.learningRate == 0.1)
    #expect(trainer.waitingCount == 0)
  }
}

/// Where a step says that it has begun, and waits until it may end.
private final class Gate: Sendable {
  let hasBegun = DispatchSemaphore(value: 0)
  let mayEnd = DispatchSemaphore(value: 0)
}

/// A run whose first step takes as long as somebody likes.
private struct HeldRun: Run {
  let gate: Gate
  var inner = CountingRun()
  var stepsPerEpoch: Int { inner.stepsPerEpoch }
  var remedy: Double? { nil }
  var step: Int { inner.step }
  var numbers: [Double] { inner.numbers }
  static func isLive(_ key: Key, in scene: SceneKind) -> Bool { CountingRun.isLive(key, in: scene) }
  static func quantityNames(in scene: SceneKind) -> [String] { [] }
  var learningRate: Double { inner.learningRate }
  var epochsCompleted: Int { inner.epochsCompleted }
  var stepsToEpochEnd: Int { inner.stepsToEpochEnd }
  var checkpointSize: Int { inner.checkpointSize }
  var status: RunStatus { inner.status }

  mutating func advance(by count: Int, history: inout History) {
    if step == 0 {
      gate.hasBegun.signal()
      gate.mayEnd.wait()
    }
    inner.advance(by: count, history: &history)
  }

  mutating func apply(_ change: Change) throws(ChangeError) { try inner.apply(change) }

  func picture(_ request: PictureRequest) -> any Picture { inner.picture(request) }
}
