import Testing

@testable import Learning

@Suite("PerceptronPass") struct PerceptronPassTests {
  /// Points around two centers, `gap` apart; the larger the gap, the fewer overlap.
  static func clouds(_ count: Int, gap: Double, seed: UInt64, scale: Double = 1, digits: Double? = nil) -> Dataset {
    var generator = SplitMix64(seed: seed)
    var inputs: [Double] = []
    var labels: [Int] = []
    for _ in 0..<count {
      let label = generator.index(below: 2)
      for _ in 0..<2 {
        let value = generator.normal(mean: label == 0 ? gap / 2 : -gap / 2)
        inputs.append((digits.map { (value * $0).rounded() / $0 } ?? value) * scale)
      }
      labels.append(label)
    }
    return Dataset(name: "clouds", inputs: inputs, targets: .classes(labels, names: ["A", "B"]))
  }

  struct Mistake: Equatable {
    var position: Int
    var loss: Double
  }

  /// One example after another through the readable `learn`.
  static func plain(
    _ perceptron: inout Perceptron, _ examples: PerceptronExamples, _ order: [Int32]?, _ positions: Range<Int>,
    _ rate: Double
  ) -> (PerceptronPass, [Mistake]) {
    var pass = PerceptronPass()
    var mistakes: [Mistake] = []
    for position in positions {
      let index = order.map { Int($0[position]) } ?? position
      let step = perceptron.learn(
        index: index, values: examples.values(at: index), target: examples.target(at: index), learningRate: rate)
      guard step.isFinite else {
        pass.isFinite = false
        break
      }
      pass.steps += 1
      if !step.isCorrect {
        pass.mistakes += 1
        mistakes.append(Mistake(position: position, loss: step.loss))
      }
    }
    return (pass, mistakes)
  }

  static func expectSame(
    _ dataset: Dataset, features: [Feature] = [.x1, .x2], order: ExampleOrder = .given, rate: Double,
    start: Perceptron? = nil, stretches: Int = 7, epochs: Int = 3
  ) {
    let examples = PerceptronExamples(dataset, features: features)
    var fast = start ?? Perceptron(features: features)
    var slow = fast
    for epoch in 1...epochs {
      let indices = order.indices(epoch: epoch, count: dataset.count)
      for stretch in 0..<stretches {
        let positions = dataset.count * stretch / stretches..<dataset.count * (stretch + 1) / stretches
        var mistakes: [Mistake] = []
        let pass = fast.learn(from: examples, order: indices, positions: positions, learningRate: rate) {
          mistakes.append(Mistake(position: $0, loss: $1))
        }
        let expected = plain(&slow, examples, indices, positions, rate)
        #expect(pass == expected.0)
        #expect(mistakes == expected.1)
        #expect(fast.bias.bitPattern == slow.bias.bitPattern)
        #expect(fast.weights.map(\.bitPattern) == slow.weights.map(\.bitPattern))
      }
    }
  }

  @Test("is the plain loop, bit for bit", arguments: 0..<24)
  func same(seed: Int) {
    let gap = [0.5, 2, 6, 12][seed % 4]
    let rate = [1, 0.1, 0.0371, 1e-5][seed / 4 % 4]
    let dataset = Self.clouds([40, 257, 1999][seed % 3], gap: gap, seed: UInt64(seed))
    Self.expectSame(dataset, rate: rate)
    Self.expectSame(dataset, order: .shuffled(seed: UInt64(seed)), rate: rate)
    Self.expectSame(Self.clouds(500, gap: gap, seed: UInt64(seed), digits: 10), rate: rate)
  }

  @Test("is the plain loop with any features", arguments: 1...Feature.allCases.count)
  func features(count: Int) {
    let dataset = Self.clouds(700, gap: 3, seed: UInt64(count))
    Self.expectSame(dataset, features: Array(Feature.allCases.suffix(count)), rate: 0.1)
    Self.expectSame(
      dataset, features: Array(Feature.allCases.prefix(count)), order: .shuffled(seed: 5), rate: 0.03)
  }

  @Test(
    "is the plain loop at every scale", arguments: [1e-300, 1e-45, 1e-30, 1e-15, 1e-7, 1e7, 1e15, 1e30, 1e100, 1e300])
  func scales(scale: Double) {
    for gap in [1.0, 8] {
      let dataset = Self.clouds(400, gap: gap, seed: 3, scale: scale)
      for rate in [0.1, 1 / scale, 1e-12, 1e6, -1] where rate.isFinite {
        Self.expectSame(dataset, rate: rate)
        Self.expectSame(dataset, rate: rate, start: Perceptron(weights: [1 / scale, 1], bias: -1e-3))
      }
    }
  }

  @Test("is the plain loop for every size and stretch", arguments: 0...40)
  func sizes(count: Int) {
    Self.expectSame(Self.clouds(count, gap: 1, seed: 9), rate: 0.5, stretches: 1)
    Self.expectSame(Self.clouds(count, gap: 1, seed: 9), rate: 0.5, stretches: 3)
  }

  @Test("points on the line are told apart from points a hair beside it") func nearTheLine() {
    var generator = SplitMix64(seed: 4)
    var inputs: [Double] = []
    for _ in 0..<320 {
      let x = Double(generator.index(below: 20)) / 10
      inputs += [x, 1 - x + [0, 0, 1e-16, -1e-16, 1e-12, -1e-9][generator.index(below: 6)]]
    }
    let labels = (0..<320).map { _ in generator.index(below: 2) }
    let dataset = Dataset(name: "line", inputs: inputs, targets: .classes(labels, names: ["A", "B"]))
    Self.expectSame(dataset, rate: 0.1, start: Perceptron(weights: [1, 1], bias: -1))
    Self.expectSame(dataset, rate: 1e-13, start: Perceptron(weights: [1, 1], bias: -1))
  }

  @Test("one point a hair on the wrong side is found among points far from the line", arguments: 0..<50)
  func needle(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let (w1, w2, w0) = (generator.uniform(1, 2), generator.uniform(1, 2), generator.normal())
    let needle = generator.index(below: 128)
    var inputs: [Double] = []
    for index in 0..<128 {
      let x1 = generator.uniform(-4, 4)
      // Single precision can't tell 1e-9 from 0 here; half of the time it errs to the right side.
      let distance = index == needle ? -1e-9 : generator.uniform(1, 2)
      inputs += [x1, (distance - w0 - w1 * x1) / w2]
    }
    let dataset = Dataset(
      name: "needle", inputs: inputs, targets: .classes(Array(repeating: 0, count: 128), names: ["A", "B"]))
    var perceptron = Perceptron(weights: [w1, w2], bias: w0)
    var found: [Int] = []
    perceptron.learn(from: PerceptronExamples(dataset), positions: 0..<128, learningRate: 1e-3) { position, _ in
      found.append(position)
    }
    #expect(found == [needle])
    Self.expectSame(dataset, rate: 1e-3, start: Perceptron(weights: [w1, w2], bias: w0), stretches: 1)
  }

  @Test("stops before the step that leaves the finite numbers", arguments: [1e308, .infinity, .nan])
  func overflow(rate: Double) {
    let dataset = Self.clouds(100, gap: 0.1, seed: 2)
    Self.expectSame(dataset, rate: rate)
    var perceptron = Perceptron(weights: [1, 1], bias: 0)
    let pass = perceptron.learn(from: PerceptronExamples(dataset), positions: 0..<100, learningRate: rate)
    #expect(!pass.isFinite && pass.steps < 100 && perceptron.isFinite)
  }

  @Test("NaN and infinite inputs stop the pass") func nonFinite() {
    let dataset = Self.clouds(64, gap: 20, seed: 1)
    for value in [Double.nan, .infinity] {
      var inputs = dataset.inputs
      inputs[80] = value
      Self.expectSame(dataset.with(inputs: inputs), rate: 0.1, stretches: 1)
    }
  }

  @Test("evaluates to what the examples one by one add up to", arguments: 0..<12) func evaluationSum(seed: Int) {
    let dataset = Self.clouds([5, 64, 1000][seed % 3], gap: [1, 3, 8, 20][seed % 4], seed: UInt64(seed))
    let examples = PerceptronExamples(dataset)
    let perceptron = Perceptron(weights: [0.7, 0.6], bias: 0.1)
    var (loss, errors) = (0.0, 0)
    for index in 0..<dataset.count {
      let score = perceptron.score(examples.values(at: index))
      loss += max(0, -score * Double(examples.target(at: index)))
      if (score >= 0 ? 1 : -1) != examples.target(at: index) { errors += 1 }
    }
    let evaluation = perceptron.evaluate(examples)
    #expect(evaluation.loss == loss / Double(dataset.count) && evaluation.errors == errors)
  }

  @Test("evaluates to the mean loss and the count of errors") func evaluation() {
    // AND at the worked example's start: scores 0.1, 0.1, -0.1, -0.1 for targets -1, 1, -1, -1.
    let and = Dataset(
      name: "and", inputs: [1, 0, 1, 1, 0, 1, 0, 0], targets: .classes([1, 0, 1, 1], names: ["1", "0"]))
    let evaluation = Perceptron(weights: [0.2, 0], bias: -0.1).evaluate(PerceptronExamples(and))
    #expect(evaluation.errors == 1)
    #expect(evaluation.loss == 0.025)
    #expect(evaluation.accuracy == 0.75)
    let empty = Dataset(name: "none", inputs: [], targets: .classes([], names: []))
    #expect(Perceptron().evaluate(PerceptronExamples(empty)).accuracy == 1)
  }
}

@Suite("ExampleOrder") struct ExampleOrderTests {
  @Test("an epoch's order is a permutation that depends on seed and epoch alone") func permutation() {
    let order = ExampleOrder.shuffled(seed: 1)
    let first = order.indices(epoch: 1, count: 100)
    #expect(first == order.indices(epoch: 1, count: 100))
    #expect(first != order.indices(epoch: 2, count: 100))
    #expect(first != ExampleOrder.shuffled(seed: 2).indices(epoch: 1, count: 100))
    #expect(first?.sorted() == Array(0..<100))
    #expect(ExampleOrder.given.indices(epoch: 1, count: 100) == nil)
    #expect(order.indices(epoch: 1, count: 0) == [])
  }
}
