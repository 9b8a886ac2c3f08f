import Learning
import Testing

@testable import Training

/// An engine stands where a count by hand says, whoever drives it and however many steps at a time.
@Suite("Engine") struct EngineTests {
  /// Where a run of epochs of 7 steps stands, worked out without training: the step and the furthest one reached.
  private struct Count {
    var step = 0
    var head = 0
    let end: Int

    mutating func obey(_ command: TrainerCommand) {
      switch command {
      case .step(let count): step = min(max(0, step + count), end)
      case .epoch(let count) where count > 0: step = min(end, (step / 7 + count) * 7)
      case .epoch(let count): step = max(0, (step / 7 + count + (step % 7 == 0 ? 0 : 1)) * 7)
      case .go(let target): step = min(max(0, target), head)
      case .reach(let target): step = min(max(0, target), end)
      default: break
      }
      head = max(head, step)
    }
  }

  private func command(_ generator: inout SplitMix64) -> TrainerCommand {
    switch generator.index(below: 6) {
    case 0: .step(1 + generator.index(below: 30))
    case 1: .step(-generator.index(below: 30))
    case 2: .epoch(1 + generator.index(below: 3))
    case 3: .epoch(-1 - generator.index(below: 3))
    case 4: .go(generator.index(below: 200))
    default: .reach(generator.index(below: 200))
    }
  }

  private func truth(_ steps: Int) -> UInt64 {
    var run = CountingRun()
    var history = History()
    run.advance(by: steps, history: &history)
    return run.value
  }

  @Test("At once or a few steps at a time, it comes to where each command leads", arguments: [UInt64(1), 2, 3, 4])
  func commands(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let run = CountingRun(endsAt: 150)
    var (whole, sliced, count) = (Engine(run, generation: 1), Engine(run, generation: 1), Count(end: 150))
    for _ in 0..<200 {
      let command = command(&generator)
      count.obey(command)
      whole.carryOut([command])
      sliced.lineUp([command])
      while sliced.isTraining {
        if let steps = sliced.stepsAsked {
          sliced.advance(by: min(steps, 1 + generator.index(below: 5)))
        } else if let next = sliced.nextCommand() {
          sliced.obey(next)
        }
      }
      for snapshot in [whole.snapshot(), sliced.snapshot()] {
        #expect(snapshot.step == count.step && snapshot.head == count.head, "seed \(seed): \(command)")
        #expect((snapshot.picture as? CountingPicture)?.value == truth(count.step), "seed \(seed): \(command)")
        #expect(!snapshot.isPlaying && snapshot.destination == nil && snapshot.refusals.isEmpty)
      }
    }
  }

  @Test("The commands behind a way wait for it; where it leads is known before it is gone")
  func waiting() {
    var engine = Engine(CountingRun(), generation: 1)
    engine.lineUp([.step(10), .request(PictureRequest()), .step(5), .keep(1)])
    #expect(engine.waitingCount == 3 && engine.snapshot().destination == 15)
    if let command = engine.nextCommand() { engine.obey(command) }
    #expect(engine.snapshot().destination == 15 && engine.stepsAsked == 10 && engine.advance(by: 4) == 4)
    #expect(engine.stepsAsked == 6 && engine.snapshot().step == 4)
    // What was asked for before is given up, what comes after is not.
    engine.carryOut([.interrupt, .step(1)])
    #expect(engine.snapshot().step == 5 && !engine.isTraining)
  }

  @Test("What is kept is what all before it leads to, also where another run begins meanwhile")
  func keeping() {
    var engine = Engine(CountingRun(), generation: 1)
    engine.carryOut([.step(5), .keep(7), .step(30), .replace(CountingRun(), generation: 2)])
    #expect(engine.snapshot().step == 0 && engine.generation == 2)
    engine.carryOut([.recall(7, generation: 3)])
    let back = engine.snapshot()
    #expect(back.step == 5 && back.generation == 3 && (back.picture as? CountingPicture)?.value == truth(5))
  }

  @Test("It plays while a branch goes on, and says once what was refused")
  func playing() {
    var engine = Engine(CountingRun(endsAt: 20), generation: 1)
    engine.carryOut([.play])
    #expect(engine.isPlaying && engine.stepsAsked == nil && engine.advance(by: 8) == 8)
    engine.carryOut([.change(.setting(.hidden, .integers([3])), undo: nil)])
    #expect(engine.isPlaying && engine.snapshot().refusals.map(\.reason) == [.needsNewStart(.hidden)])
    #expect(engine.snapshot().refusals.isEmpty && engine.advance(by: 100) == 12)
    engine.haltAtEnd()
    #expect(!engine.isPlaying && engine.snapshot().step == 20)
    engine.carryOut([.play])
    #expect(!engine.isPlaying)
  }
}
