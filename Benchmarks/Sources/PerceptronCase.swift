import Learning

/// A million points of two classes that a perceptron goes through, one epoch after another.
struct PerceptronCase {
  /// What the points are like.
  enum Points: String, CaseIterable {
    /// On the two sides of a line, none nearer to it than a twentieth.
    case separable
    /// Two clouds with a tenth of the points on the wrong side.
    case overlapping
  }

  /// How many points.
  static let count = 1_000_000
  /// How many epochs a measurement goes through, from weights that are all 0.
  static let epochs = 20

  private let examples: PerceptronExamples

  /// Draws the points; the peers draw theirs from the same distributions.
  init(_ points: Points) {
    var generator = SplitMix64(seed: 1)
    var inputs: [Double] = []
    var labels: [Int] = []
    inputs.reserveCapacity(2 * Self.count)
    for _ in 0..<Self.count {
      switch points {
      case .separable:
        var (x1, x2, side) = (0.0, 0.0, 0.0)
        while abs(side) < 0.05 {
          (x1, x2) = (generator.uniform(-1, 1), generator.uniform(-1, 1))
          side = 0.7 * x1 - 0.4 * x2 + 0.1
        }
        inputs += [x1, x2]
        labels.append(side > 0 ? 0 : 1)
      case .overlapping:
        let label = generator.index(below: 2)
        let center = label == 0 ? 1.0 : -1
        inputs += [generator.normal(mean: center, deviation: 1.15), generator.normal(mean: center, deviation: 1.15)]
        labels.append(label)
      }
    }
    examples = PerceptronExamples(
      Dataset(name: points.rawValue, inputs: inputs, targets: .classes(labels, names: ["A", "B"])))
  }

  /// Examples learned from a second.
  func rate() -> Double {
    let passes = Stopwatch.rate(rounds: 5) {
      var perceptron = Perceptron()
      for _ in 0..<Self.epochs {
        perceptron.learn(from: examples, positions: 0..<Self.count, learningRate: 0.1)
      }
    }
    return passes * Double(Self.epochs * Self.count)
  }
}
