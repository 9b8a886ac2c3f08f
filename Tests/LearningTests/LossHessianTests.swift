import Testing

@testable import Learning

/// A Hessian that PyTorch wrote out and NumPy took apart: a line of `Recorded/hessians.csv`, made by
/// `Tests/Oracles/stability.py`.
struct RecordedHessian: CustomTestStringConvertible, Sendable {
  var training: RecordedTraining
  var l2: Double
  var smallest: Double
  var largest: Double

  var testDescription: String { "\(training.activation) \(training.loss) \(training.output)" }

  static func all() throws -> [RecordedHessian] {
    try RecordedTraining.lines("hessians.csv").map { fields in
      RecordedHessian(
        training: RecordedTraining(
          activation: try #require(Activation(rawValue: fields[0])), loss: try #require(Loss(rawValue: fields[1])),
          output: try #require(OutputActivation(rawValue: fields[2])), optimizer: .sgd, learningRate: 0,
          start: fields[4], parameters: []),
        l2: Double(fields[3]) ?? .nan, smallest: Double(fields[5]) ?? .nan, largest: Double(fields[6]) ?? .nan)
    }
  }
}

@Suite("LossHessian")
struct LossHessianTests {
  @Test("its products are those of the readable network", arguments: Activation.allCases)
  func products(activation: Activation) throws {
    for (loss, output) in NetworkSamples.pairings {
      for (count, hidden) in [(1, [4, 3]), (7, []), (8, [3]), (9, [5]), (23, [4, 3])] {
        let network = try NetworkSamples.network(activation, loss, output, hidden: hidden)
        let examples = NetworkSamples.examples(count: count, for: network, seed: UInt64(count))
        let parameters = NetworkSamples.parameters(for: network, seed: 3)
        let reference = ReferenceNetwork(network, parameters: parameters)
        let hessian = LossHessian(network, parameters: parameters, examples: examples, regularizer: .init(l2: 0.1))
        for seed in 0..<4 as Range<UInt64> {
          let direction = NetworkSamples.parameters(for: network, seed: seed + 50).values
          let expected = reference.curvature(
            along: direction, examples, at: Array(0..<count), regularizer: .init(l2: 0.1))
          let product = hessian.product(direction)
          let scale = expected.reduce(1e-9) { max($0, $1.magnitude) }
          let worst = zip(product, expected).reduce(0) { max($0, ($1.0 - $1.1).magnitude) }
          #expect(worst < 1e-12 * max(1, scale), "\(activation) \(loss) \(output) \(count) \(hidden)")
        }
      }
    }
  }

  @Test("the ends of its spectrum are PyTorch's and NumPy's, for every activation, loss and output")
  func recorded() throws {
    let all = try RecordedHessian.all()
    #expect(all.count == 378)
    for line in all {
      let network = try line.training.network()
      let hessian = LossHessian(
        network, parameters: try line.training.start(for: network), examples: try line.training.examples(for: network),
        regularizer: Regularizer(l2: line.l2))
      let scale = max(line.largest.magnitude, line.smallest.magnitude)
      let exact = hessian.spectrum(products: 64, tolerance: 0)
      #expect((exact.largest - line.largest).magnitude <= 1e-8 * scale, "\(line.testDescription)")
      #expect((exact.smallest - line.smallest).magnitude <= 1e-8 * scale, "\(line.testDescription)")
      let usual = hessian.spectrum().largest
      #expect(
        (usual - line.largest).magnitude <= 0.01 * line.largest.magnitude + 1e-9 * scale, "\(line.testDescription)")
    }
  }

  @Test(
    "λmax is within 1 % of the dense Hessian's by central differences, on networks as they are trained",
    arguments: [[], [4, 2], [8], [6, 5, 4]], [0, 0.01])
  func dense(hidden: [Int], l2: Double) throws {
    for (activation, loss, output) in [
      (Activation.tanh, Loss.binaryCrossEntropy, OutputActivation.sigmoid), (.sigmoid, .squaredError, .tanh),
      (.relu, .crossEntropy, .softmax), (.gelu, .squaredError, .identity), (.softplus, .squaredError, .softmax),
    ] {
      let network = try NetworkSamples.network(activation, loss, output, hidden: hidden)
      let examples = NetworkSamples.examples(count: 40, for: network, seed: 2)
      var reference = ReferenceNetwork(network, parameters: NetworkSamples.parameters(for: network, seed: 8))
      var state = OptimizerState(for: .sgd, parameterCount: reference.parameters.values.count)
      let options = TrainingOptions(regularizer: Regularizer(l2: l2))
      for _ in 0..<3 {
        let eigenvalues = DenseHessian.eigenvalues(
          DenseHessian.matrix(reference, examples, regularizer: options.regularizer))
        let largest = try #require(eigenvalues.last)
        let measured = LossHessian(
          network, parameters: reference.parameters, examples: examples, regularizer: options.regularizer
        ).spectrum().largest
        #expect((measured - largest).magnitude < 0.01 * largest.magnitude, "\(activation) \(loss) \(output) \(hidden)")
        for _ in 0..<40 {
          reference.step(examples, at: Array(0..<40), options: options, learningRate: 0.3, state: &state)
        }
      }
    }
  }

  @Test("as much as a dozen products are enough where power iteration takes a hundred")
  func economy() throws {
    let network = try NetworkSamples.network(.tanh, .binaryCrossEntropy, .sigmoid, hidden: [8, 8])
    let examples = NetworkSamples.examples(count: 200, for: network, seed: 1)
    let parameters = NetworkSamples.parameters(for: network, seed: 1)
    let ends = LossHessian(network, parameters: parameters, examples: examples).spectrum()
    let patient = ReferenceNetwork(network, parameters: parameters).largestCurvature(
      examples, at: Array(0..<200), iterations: 300)
    #expect(ends.products <= 16)
    #expect((ends.largest - patient).magnitude < 0.005 * patient)
  }

  @Test("without examples nothing is curved but the regularizer; what is not finite is NaN")
  func edges() throws {
    let network = try NetworkSamples.network(.tanh, .binaryCrossEntropy, .sigmoid)
    let none = NetworkSamples.examples(count: 0, for: network, seed: 1)
    let parameters = NetworkSamples.parameters(for: network, seed: 1)
    let flat = LossHessian(network, parameters: parameters, examples: none)
    #expect(flat.product(parameters.values).allSatisfy { $0 == 0 })
    #expect(flat.spectrum().largest == 0)
    let pulled = LossHessian(network, parameters: parameters, examples: none, regularizer: Regularizer(l2: 0.25))
    #expect((pulled.spectrum().largest - 0.25).magnitude < 1e-12)
    var lost = parameters
    lost.values[0] = .nan
    let some = NetworkSamples.examples(count: 3, for: network, seed: 1)
    #expect(LossHessian(network, parameters: lost, examples: some).spectrum().largest.isNaN)
  }
}

@Suite("SpectrumEnds")
struct SpectrumEndsTests {
  private func ends(_ matrix: [[Double]], products: Int = 64, tolerance: Double = 1e-12) -> SpectrumEnds {
    SpectrumEnds(dimension: matrix.count, products: products, tolerance: tolerance) { direction, product in
      for (row, numbers) in matrix.enumerated() {
        product[row] = numbers.enumerated().reduce(0) { $0 + $1.element * direction[$1.offset] }
      }
    }
  }

  // The n x n matrix with 2 on the diagonal and -1 beside it has the eigenvalues 2 - 2 cos(k pi / (n + 1)).
  @Test("a chain of springs", arguments: [(1, 2.0, 2.0), (2, 1, 3), (3, 0.585786437626905, 3.414213562373095)])
  func chain(size: Int, smallest: Double, largest: Double) {
    let matrix = (0..<size).map { row in (0..<size).map { abs($0 - row) == 1 ? -1.0 : $0 == row ? 2 : 0 } }
    let found = ends(matrix)
    #expect((found.smallest - smallest).magnitude < 1e-12)
    #expect((found.largest - largest).magnitude < 1e-12)
    #expect(found.products <= size)
  }

  @Test("negative eigenvalues of any size are not in the way")
  func negative() {
    let found = ends([[-5, 0, 0], [0, -0.5, 0], [0, 0, -100]])
    #expect((found.largest + 0.5).magnitude < 1e-10)
    #expect((found.smallest + 100).magnitude < 1e-10)
    #expect(ends([[3, 0], [0, -1000]]).largest > 2.9999999)
  }

  @Test("no rows, no numbers")
  func empty() {
    #expect(ends([]).largest == 0)
    #expect(ends([[0, 0], [0, 0]]).largest == 0)
    #expect(ends([[.nan, 0], [0, 1]]).largest.isNaN)
    #expect(ends([[.infinity, 0], [0, 1]]).largest.isNaN)
  }

  @Test("the error that it states holds", arguments: [2, 4, 8, 16])
  func error(products: Int) {
    let matrix = (0..<40).map { row in (0..<40).map { $0 == row ? Double(row * row) : 0 } }
    let found = ends(matrix, products: products, tolerance: 0)
    let nearest = (0..<40).map { (Double($0 * $0) - found.largest).magnitude }.min() ?? .infinity
    #expect(nearest <= found.error * (1 + 1e-9) + 1e-9)
    #expect(found.largest <= 1521 + 1e-9)
  }
}
