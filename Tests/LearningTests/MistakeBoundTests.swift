import Testing

@testable import Learning

@Suite("MistakeBound") struct MistakeBoundTests {
  @Test("AND and OR have the bounds that geometry gives") func gates() throws {
    // By hand: u = (-3, 2, 2) / sqrt(17) for AND, (-1, 2, 2) / 3 for OR; R^2 = 3.
    let and = try #require(MistakeBound(try SeparabilityTests.gate(.and)))
    #expect(abs(and.margin - 1 / 17.0.squareRoot()) < 1e-14 && abs(and.fromZero - 51) < 1e-11)
    let or = try #require(MistakeBound(try SeparabilityTests.gate(.or)))
    #expect(abs(or.margin - 1.0 / 3) < 1e-14 && abs(or.fromZero - 27) < 1e-11)
    #expect(abs(or.radius - 3.0.squareRoot()) < 1e-15)
  }

  @Test("no run makes more mistakes than the bound, from 0 and from elsewhere", arguments: 0..<40)
  func mistakes(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    var points: [[Double]] = []
    var signs: [Int] = []
    let (a, b, c) = (generator.normal(), generator.normal(), generator.normal())
    while points.count < 30 {
      let (x, y) = (generator.normal(deviation: 2), generator.normal(deviation: 2))
      guard abs(a * x + b * y + c) > 0.1 else { continue }
      points.append([x, y])
      signs.append(a * x + b * y + c > 0 ? 1 : -1)
    }
    let examples = SeparabilityTests.examples(points, signs)
    let bound = try #require(MistakeBound(examples))
    for start in 0..<4 {
      let rate = [1, 0.1, 3, 0.01][start]
      var perceptron = Perceptron()
      if start > 0 {
        perceptron = Perceptron(weights: [generator.normal(), generator.normal()], bias: generator.normal())
      }
      let limit = bound.from(perceptron, learningRate: rate)
      if start == 0 { #expect(abs(limit / bound.fromZero - 1) < 1e-12) }
      var mistakes = 0
      for epoch in 1...10_000 {
        let order = ExampleOrder.shuffled(seed: UInt64(seed)).indices(epoch: epoch, count: examples.count)
        let pass = perceptron.learn(
          from: examples, order: order, positions: 0..<examples.count, learningRate: rate)
        mistakes += pass.mistakes
        if pass.mistakes == 0 { break }
      }
      #expect(Double(mistakes) <= limit * (1 + 1e-9))
    }
  }
}
