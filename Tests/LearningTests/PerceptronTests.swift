import Testing

@testable import Learning

@Suite("Perceptron") struct PerceptronTests {
  /// The lecture's AND: points in its order, targets +1 for (1, 1) alone.
  static let points: [(values: [Double], target: Int)] = [([1, 0], -1), ([1, 1], 1), ([0, 1], -1), ([0, 0], -1)]

  /// A step as the lecture's table writes it.
  struct Row: Equatable, CustomStringConvertible {
    var score: String
    var right: Bool
    var weights: [String]
    var description: String { "\(score) \(right) \(weights)" }
  }

  /// The worked example, by exact decimal arithmetic (Python's `fractions`), every number in its shortest form.
  static let table: [Row] = [
    Row(score: "0.1", right: false, weights: ["0.1", "0.0", "-0.2"]),
    Row(score: "-0.1", right: false, weights: ["0.2", "0.1", "-0.1"]),
    Row(score: "0.0", right: false, weights: ["0.2", "0.0", "-0.2"]),
    Row(score: "-0.2", right: true, weights: ["0.2", "0.0", "-0.2"]),
    Row(score: "0.0", right: false, weights: ["0.1", "0.0", "-0.3"]),
    Row(score: "-0.2", right: false, weights: ["0.2", "0.1", "-0.2"]),
    Row(score: "-0.1", right: true, weights: ["0.2", "0.1", "-0.2"]),
    Row(score: "-0.2", right: true, weights: ["0.2", "0.1", "-0.2"]),
    Row(score: "0.0", right: false, weights: ["0.1", "0.1", "-0.3"]),
    Row(score: "-0.1", right: false, weights: ["0.2", "0.2", "-0.2"]),
    Row(score: "0.0", right: false, weights: ["0.2", "0.1", "-0.3"]),
    Row(score: "-0.3", right: true, weights: ["0.2", "0.1", "-0.3"]),
    Row(score: "-0.1", right: true, weights: ["0.2", "0.1", "-0.3"]),
    Row(score: "0.0", right: true, weights: ["0.2", "0.1", "-0.3"]),
    Row(score: "-0.2", right: true, weights: ["0.2", "0.1", "-0.3"]),
    Row(score: "-0.3", right: true, weights: ["0.2", "0.1", "-0.3"]),
  ]

  @Test("learns AND as the lecture does, to the digit") func workedExample() {
    var perceptron = Perceptron(weights: [0.2, 0], bias: -0.1)
    var rows: [Row] = []
    for _ in 1...4 {
      for (index, point) in Self.points.enumerated() {
        let step = perceptron.learn(index: index, values: point.values, target: point.target, learningRate: 0.1)
        #expect(step.after == perceptron)
        rows.append(
          Row(
            score: "\(step.score)", right: step.isCorrect,
            weights: (perceptron.weights + [perceptron.bias]).map { "\($0)" }))
      }
    }
    #expect(rows == Self.table)
  }

  @Test("a step holds the whole arithmetic") func record() {
    let perceptron = Perceptron(weights: [0.2, 0], bias: -0.1, activation: .step)
    let step = perceptron.step(index: 0, values: [1, 0], target: -1, learningRate: 0.1)
    #expect(step.score == 0.1)
    #expect(step.prediction == 1)
    #expect(!step.isCorrect)
    #expect(step.loss == 0.1)
    #expect(step.biasGradient == 1)
    #expect(step.gradient == [1, 0])
    #expect(step.before == perceptron)
    #expect(step.after.weights == [0.1, 0])
    #expect(step.after.bias == -0.2)
  }

  @Test("the gradient of a feature that is 0 is 0, not -0", arguments: [1, -1])
  func signOfZero(target: Int) {
    let perceptron = Perceptron(weights: [0, 0], bias: target > 0 ? -1 : 1)
    let step = perceptron.step(index: 0, values: [0, 2], target: target, learningRate: 1)
    #expect("\(step.gradient[0])" == "0.0")
    #expect(step.gradient[1] == Double(-2 * target))
  }

  @Test("at s = 0 class B is misclassified with loss 0, class A is right")
  func kink() {
    let perceptron = Perceptron(weights: [1, 1], bias: -1)
    let wrong = perceptron.step(index: 0, values: [1, 0], target: -1, learningRate: 0.5)
    #expect(wrong.score == 0 && wrong.prediction == 1 && !wrong.isCorrect && wrong.loss == 0)
    #expect(wrong.after.weights == [0.5, 1] && wrong.after.bias == -1.5)
    let right = perceptron.step(index: 0, values: [1, 0], target: 1, learningRate: 0.5)
    #expect(right.isCorrect && right.after == perceptron && right.gradient == [0, 0] && right.biasGradient == 0)
  }

  @Test("what is 0 in decimals is 0, though binary sums leave a rest")
  func zero() {
    // 0.1 + 0.2 - 0.3 = 5.55e-17 in binary.
    #expect(0.1 + 0.2 - 0.3 != 0)
    #expect(Perceptron(weights: [0.1, 0.2], bias: -0.3).score([1, 1]) == 0)
    #expect(Perceptron(weights: [1e9, 2e9], bias: -3e8).score([0.1, 0.1]) == 0)
    #expect(Perceptron(weights: [1e-9, 2e-9], bias: -3e-10).score([0.1, 0.1]) == 0)
    #expect(Perceptron(weights: [0.1, 0.2], bias: -0.3000001).score([1, 1]) < 0)
  }

  /// Integers in units of 10^-digits are the oracle: exact decimal arithmetic.
  @Test("a thousand updates stay on the exact decimals", arguments: [1, 2, 3, 4])
  func decimals(digits: Int) {
    var generator = SplitMix64(seed: UInt64(digits))
    let unit = [10, 100, 1000, 10_000][digits - 1]
    let rate = 1 + generator.index(below: unit)
    // Weights in units of 1 / unit^2, since a product of two decimals has twice the digits.
    var exact = [0, 0, 0]
    var perceptron = Perceptron()
    for index in 0..<1000 {
      let values = [generator.index(below: 4 * unit) - 2 * unit, generator.index(below: 4 * unit) - 2 * unit]
      let target = generator.index(below: 2) == 0 ? -1 : 1
      let step = perceptron.learn(
        index: index, values: values.map { Double($0) / Double(unit) }, target: target,
        learningRate: Double(rate) / Double(unit))
      let score = exact[0] * unit + exact[1] * values[0] + exact[2] * values[1]
      #expect(step.isCorrect == (target > 0 ? score >= 0 : score < 0))
      if target > 0 ? score < 0 : score >= 0 {
        exact[0] += target * rate * unit
        exact[1] += target * rate * values[0]
        exact[2] += target * rate * values[1]
      }
      let weights = [perceptron.bias] + perceptron.weights
      #expect(weights == exact.map { Double($0) / Double(unit * unit) })
    }
  }

  @Test("numbers beyond reason are told, not trapped on, and change nothing") func extremes() {
    for rate in [0, 1e-12, 10, 1e6, -1, .nan, .infinity, 1e308, 0x1p-1074] {
      for weight in [0, 1e308, -1e308, 0x1p-1074, .nan, .infinity] {
        for value in [0, 1, 1e300, -1e300, 1e-300, .nan, .infinity] {
          for target in [-1, 1] {
            var perceptron = Perceptron(weights: [weight, -weight], bias: weight)
            let before = perceptron
            let step = perceptron.learn(index: 0, values: [value, 1], target: target, learningRate: rate)
            if step.isFinite {
              #expect(perceptron.isFinite)
            } else {
              #expect("\(perceptron)" == "\(before)")
            }
          }
        }
      }
    }
  }
}
