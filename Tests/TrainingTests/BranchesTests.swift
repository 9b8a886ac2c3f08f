import Learning
import Testing

@testable import Training

@Suite("Branches") struct BranchesTests {
  /// The state of a counting run that was carried out in one piece, with changes of the learning rate at some steps.
  private func straight(_ steps: Int, _ changes: [(step: Int, rate: Double)] = []) -> CountingRun {
    var run = CountingRun()
    var history = History()
    for change in changes where change.step <= steps {
      run.advance(by: change.step - run.step, history: &history)
      run.learningRate = change.rate
    }
    run.advance(by: steps - run.step, history: &history)
    return run
  }

  private func runs(_ branches: Branches) -> [CountingRun] {
    branches.all.compactMap { $0.timeline.present as? CountingRun }
  }

  @Test("a fork in the past: the old branch keeps its future, the new one has its own, both stand at the same step")
  func fork() throws {
    var branches = Branches(CountingRun())
    branches.advance(by: 100)
    branches.go(to: 12)
    try branches.fork()
    #expect(branches.currentID == 1)
    #expect(runs(branches) == [straight(12), straight(12)])
    try branches.apply(.setting(.learningRate, .number(0.9)))
    #expect(branches.all.map(\.timeline.head) == [100, 12])
    branches.advance(by: 30)
    #expect(runs(branches) == [straight(42), straight(42, [(12, 0.9)])])
    branches.go(to: 5)
    #expect(runs(branches) == [straight(5), straight(5)])
    branches.advance(by: 40)
    #expect(runs(branches) == [straight(45), straight(45, [(12, 0.9)])])
    branches.go(to: 100)
    #expect(runs(branches) == [straight(100), straight(100, [(12, 0.9)])])
  }

  @Test("a change goes to the current branch and to no other")
  func spoken() throws {
    var branches = Branches(CountingRun())
    branches.advance(by: 10)
    try branches.fork()
    branches.switchTo(branch: 0)
    branches.advance(by: 10)
    try branches.apply(.setting(.learningRate, .number(0.1)))
    branches.advance(by: 10)
    #expect(runs(branches) == [straight(30, [(20, 0.1)]), straight(30)])
    // They were the same until the change, whoever was forked from whom.
    #expect(branches.all.map(\.forkStep) == [0, 10])
  }

  @Test("a change before the fork moves the fork back to it")
  func earlier() throws {
    var branches = Branches(CountingRun())
    branches.advance(by: 20)
    try branches.fork()
    branches.advance(by: 5)
    branches.go(to: 8)
    try branches.apply(.setting(.learningRate, .number(0.1)))
    #expect(branches.all[1].forkStep == 8)
    #expect(branches.all[0].timeline.head == 25)
    branches.advance(by: 10)
    #expect(runs(branches) == [straight(18), straight(18, [(8, 0.1)])])
  }

  @Test("a change that dropped a future is taken back as if it had never been made")
  func futureComesBack() throws {
    var branches = Branches(CountingRun())
    branches.advance(by: 100)
    branches.go(to: 12)
    try branches.apply(.setting(.learningRate, .number(0.9)))
    branches.advance(by: 3)
    try branches.apply(.setting(.learningRate, .number(0.8)))
    branches.advance(by: 3)
    // The second change dropped nothing, so another change undoes it where the run stands.
    try branches.takeBack()
    #expect(branches.head == 18)
    try branches.takeBack()
    #expect(branches.step == 12)
    #expect(branches.head == 100)
    branches.go(to: 100)
    #expect(runs(branches) == [straight(100)])
  }

  @Test("what a hand amends is taken back with the change that it began with, future and all")
  func amended() throws {
    var branches = Branches(CountingRun())
    branches.advance(by: 100)
    branches.go(to: 12)
    try branches.apply(.setting(.learningRate, .number(0.9)))
    for rate in [0.8, 0.7, 0.6] { try branches.amend(.setting(.learningRate, .number(rate))) }
    branches.advance(by: 3)
    #expect(runs(branches) == [straight(15, [(12, 0.6)])])
    try branches.apply(.setting(.learningRate, .number(0.2)))
    try branches.amend(.setting(.learningRate, .number(0.1)))
    try branches.takeBack()
    #expect(runs(branches) == [straight(15, [(12, 0.6)])])
    try branches.takeBack()
    #expect(branches.step == 12 && branches.head == 100)
    branches.go(to: 100)
    #expect(runs(branches) == [straight(100)])
    // Nothing is left behind that a later one would bring back.
    #expect(throws: ChangeError.nothingToTakeBack) { try branches.takeBack() }
    #expect(runs(branches) == [straight(100)])
  }

  @Test("a fork is taken back by closing it, and a closed branch comes back where the others are")
  func takenBack() throws {
    var branches = Branches(CountingRun())
    branches.advance(by: 10)
    try branches.fork()
    try branches.apply(.setting(.learningRate, .number(0.9)), undo: .setting(.learningRate, .number(0.5)))
    branches.advance(by: 5)
    try branches.close()
    #expect(branches.all.count == 1)
    #expect(branches.currentID == 0)
    branches.advance(by: 5)
    try branches.takeBack()
    #expect(branches.currentID == 1)
    #expect(runs(branches) == [straight(20), straight(20, [(10, 0.9)])])
    try branches.takeBack()
    try branches.takeBack()
    #expect(runs(branches) == [straight(20)])
  }

  @Test("closing the first branch leaves the others with one another")
  func firstClosed() throws {
    var branches = Branches(CountingRun())
    branches.advance(by: 10)
    try branches.fork()
    branches.advance(by: 10)
    branches.switchTo(branch: 0)
    try branches.fork()
    branches.switchTo(branch: 0)
    try branches.close()
    #expect(branches.all.map(\.id) == [1, 2])
    #expect(branches.all.map(\.parent) == [nil, 1])
    // The second left the first at step 20, and that one left the third's way at step 10.
    #expect(branches.all.map(\.forkStep) == [0, 10])
    branches.switchTo(branch: 2)
    try branches.close()
    #expect(throws: ChangeError.self) { try branches.close() }
  }

  @Test("there are at most four, and the next is refused")
  func most() throws {
    var branches = Branches(CountingRun())
    for _ in 1..<Branches.most { try branches.fork() }
    #expect(Set(branches.all.map(\.id)).count == Branches.most)
    #expect(throws: ChangeError.tooManyBranches(Branches.most)) { try branches.fork() }
    try branches.close()
    try branches.fork()
    #expect(Set(branches.all.map(\.id)) == [0, 1, 2, 3])
  }

  @Test("a branch that has ended stays at its end while the others go on")
  func ended() throws {
    var branches = Branches(CountingRun(endsAt: 50))
    branches.advance(by: 10)
    try branches.fork()
    try branches.apply(.parameter(index: 0, value: 3))
    #expect(branches.advance(by: 100) == 40)
    #expect(!branches.canAdvance)
    #expect(branches.known == 50)
  }

  @Test("all branches together keep no more checkpoints than one may")
  func memory() throws {
    var branches = Branches(CountingRun(), memory: 32 * 400)
    branches.advance(by: 5000)
    for rate in [0.1, 0.2, 0.3] {
      try branches.fork()
      try branches.apply(.setting(.learningRate, .number(rate)))
      branches.advance(by: 5000)
    }
    #expect(branches.all.reduce(0) { $0 + $1.timeline.size } <= 32 * 400)
    branches.go(to: 7777)
    #expect(runs(branches)[0] == straight(7777))
    #expect(runs(branches)[2] == straight(7777, [(5000, 0.1), (10_000, 0.2)]))
  }

  @Test("Very many changes one after another cost no more each than few do")
  func manyChanges() throws {
    // Where each copied all before it, these would take minutes.
    var branches = Branches(CountingRun())
    for number in 0..<100_000 {
      branches.advance(by: 1)
      try branches.apply(.setting(.learningRate, .number(Double(number % 7 + 1))))
    }
    #expect(branches.current.timeline.changes.count == 100_000)
    #expect(branches.present.learningRate == Double(99_999 % 7 + 1))
  }

  @Test("The settings of a branch are those of its changes, also after some of them were left behind")
  func settings() throws {
    var branches = Branches(CountingRun())
    branches.advance(by: 3)
    try branches.apply(.setting(.learningRate, .number(0.1)))
    branches.advance(by: 3)
    try branches.apply(.setting(.learningRate, .number(0.2)))
    try branches.apply(.parameter(index: 0, value: 5))
    #expect(branches.current.timeline.settings == [.learningRate: .number(0.2)])
    #expect(branches.current.timeline.outcome.isTouched)
    branches.go(to: 4)
    #expect(branches.current.timeline.settings == [.learningRate: .number(0.2)])
    try branches.apply(.setting(.learningRate, .number(0.3)))
    // The weight was changed in a future that is not there any more.
    #expect(branches.current.timeline.settings == [.learningRate: .number(0.3)])
    #expect(!branches.current.timeline.outcome.isTouched)
    try branches.takeBack()
    #expect(branches.current.timeline.settings == [.learningRate: .number(0.2)])
    #expect(branches.current.timeline.outcome.isTouched)
  }
}
