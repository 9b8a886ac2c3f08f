import Testing

@testable import Training

@Suite("History") struct HistoryTests {
  /// A curve measured at some epochs, each time with a value of its own.
  private func measured(at epochs: [Int]) -> History {
    var history = History()
    for epoch in epochs { history.hold(.stability, index: epoch, value: Double(epoch) / 8) }
    return history
  }

  @Test("A curve that is measured now and then holds its last value up to the next measurement")
  func held() {
    let curve = measured(at: [0, 4, 6])[.stability]
    #expect(curve.buckets.map(\.last) == [0, 0, 0, 0, 0.5, 0.5, 0.75])
  }

  @Test("What is no number and what is known already is no measurement")
  func unmeasured() {
    var history = measured(at: [0, 4])
    history.hold(.stability, index: 5, value: .nan)
    history.hold(.stability, index: 4, value: 7)
    #expect(history == measured(at: [0, 4]))
  }

  // Up to 2048 values each has a bucket of its own; of 6002 every four share one.
  @Test(
    "Cut short it is what it was then, not what was to come, and goes on as if nothing had been",
    arguments: [
      ([0, 4, 6, 9], 8, [0, 4, 6]), ([0, 4, 6, 9], 7, [0, 4, 6]), ([0, 4, 6, 9], 6, [0, 4]), ([2, 5], 2, []),
      ([0, 5000, 5003, 6001], 6000, [0, 5000, 5003]), ([0, 5000, 5003, 6001], 5009, [0, 5000, 5003]),
      ([0, 5002, 6001], 5999, [0, 5002]), ([0, 17, 6001], 5000, [0, 17]),
    ])
  func cut(epochs: [Int], limit: Int, kept: [Int]) {
    var history = measured(at: epochs)
    _ = history.truncate(step: 0, epochs: limit)
    let expected = measured(at: kept)
    #expect(history[.stability].count == expected[.stability].count)
    #expect(history[.stability].last == expected[.stability].last)
    for epoch in epochs.dropFirst(kept.count) {
      history.hold(.stability, index: epoch, value: Double(epoch) / 8)
    }
    #expect(history == measured(at: epochs))
  }

  @Test("In a shared bucket it is replayed from the bucket's beginning")
  func replay() {
    var history = measured(at: [0, 5000, 5002, 6001])
    let replay = history.truncate(step: 0, epochs: 5003)
    #expect(replay.epochs == 5000)
    #expect(history[.stability].count == 1)
    for epoch in [5000, 5002, 6001] { history.hold(.stability, index: epoch, value: Double(epoch) / 8) }
    #expect(history == measured(at: [0, 5000, 5002, 6001]))
  }
}
