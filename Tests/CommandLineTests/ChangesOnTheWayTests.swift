import Testing
import Training

@testable import downhill

/// What is said beside the command of a run that was changed by hand.
@Suite struct ChangesOnTheWayTests {
  private func line(_ changes: [(step: Int, change: Change)], branches: Int = 1) -> String? {
    ChangesOnTheWay(changes: changes, branchCount: branches, saveKey: "S").line
  }

  private func rate(_ value: Double) -> Change { .setting(.learningRate, .number(value)) }

  @Test("Nothing is said where the command leads there again")
  func nothing() {
    #expect(line([]) == nil)
    // A setting changed before the first step is one that the run begins with.
    #expect(line([(0, rate(0.2)), (0, .setting(.optimizer, .word("adam")))]) == nil)
  }

  @Test("What the command leaves out is named with its step")
  func named() {
    #expect(
      line([(0, rate(0.5)), (12, rate(0.2))])
        == "downhill: changed on the way: learning-rate at step 12; S saves a session exactly as it went")
    // No command has weights that were set by hand, not even at the start.
    #expect(
      line([(0, .parameter(index: 1, value: 3)), (7, .point([1, 2]))])
        == "downhill: changed on the way: a weight at step 0, the point at step 7; S saves a session exactly as it went"
    )
  }

  @Test("Many changes are counted, and branches are told of")
  func many() {
    let changes = (1...9).map { (step: $0, change: rate(1 / Double($0))) }
    let words = line(changes)
    #expect(words?.contains("learning-rate at step 4, 5 more;") == true)
    #expect(line([], branches: 2) == "downhill: this is one of 2 branches; S saves a session exactly as it went")
    #expect(line([(3, rate(1))], branches: 3)?.contains("step 3; this is one of 3 branches;") == true)
  }
}
