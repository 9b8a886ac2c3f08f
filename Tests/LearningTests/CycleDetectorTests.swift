import Testing

@testable import Learning

@Suite("CycleDetector") struct CycleDetectorTests {
  /// Whole-number weights of an epoch of XOR in the lecture's order, learning rate 1: the oracle.
  static func epoch(_ weights: [Int]) -> [Int] {
    var (w0, w1, w2) = (weights[0], weights[1], weights[2])
    for (x1, x2, y) in [(1, 0, 1), (1, 1, -1), (0, 1, 1), (0, 0, -1)] {
      let score = w0 + w1 * x1 + w2 * x2
      if y > 0 ? score < 0 : score >= 0 {
        w0 += y
        w1 += y * x1
        w2 += y * x2
      }
    }
    return [w0, w1, w2]
  }

  @Test("finds XOR's cycle when it first closes, with its period", arguments: 0..<60) func xor(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    // In tenths, so that binary drift would break the cycle.
    let start = seed == 0 ? [0, 0, 0] : (0..<3).map { _ in generator.index(below: 41) - 20 }
    var seen = [start: 0]
    var weights = start
    var expected: (epoch: Int, period: Int)?
    for epoch in 1...200 where expected == nil {
      weights = Self.epoch(weights)
      if let earlier = seen[weights] { expected = (epoch, epoch - earlier) }
      seen[weights] = epoch
    }
    let truth = try #require(expected)
    let examples = PerceptronExamples(try BuiltInDataset.xorGate.dataset())
    var perceptron = Perceptron(weights: [Double(start[1]) / 10, Double(start[2]) / 10], bias: Double(start[0]) / 10)
    var detector = CycleDetector(start: perceptron)
    for epoch in 1...truth.epoch {
      perceptron.learn(from: examples, positions: 0..<4, learningRate: 0.1)
      let period = detector.period(after: perceptron)
      #expect(period == (epoch == truth.epoch ? truth.period : nil))
    }
  }

  @Test("finds long cycles too, behind a long way, within the promise", arguments: [1, 31, 32, 33, 100, 1000])
  func long(period: Int) {
    for way in [0, 1, 40, 700] {
      func perceptron(_ epoch: Int) -> Perceptron {
        Perceptron(weights: [Double(epoch < way ? -1 - epoch : (epoch - way) % period), 0], bias: 1)
      }
      var detector = CycleDetector(start: perceptron(0))
      var found: (epoch: Int, period: Int)?
      for epoch in 1...20_000 where found == nil {
        if let period = detector.period(after: perceptron(epoch)) { found = (epoch, period) }
      }
      #expect(found?.period == period)
      #expect((found?.epoch ?? .max) <= 3 * (way + period) + 3)
      if period < 32 { #expect(found?.epoch == way + period) }
    }
  }

  @Test("weights that go on growing never come back") func growing() {
    var detector = CycleDetector(start: Perceptron())
    for epoch in 1...1000 {
      #expect(detector.period(after: Perceptron(weights: [Double(epoch), 0], bias: 0)) == nil)
    }
  }
}
