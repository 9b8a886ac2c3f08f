import Basics
import Testing

@testable import Learning

@Suite("Fast network: fields, evaluation and loss slices")
struct FastNetworkFieldTests {
  @Test("outputs and units over a grid are the reference's, for odd and even sizes", arguments: [1, 7, 32, 45])
  func fields(columns: Int) throws {
    for activation in Activation.allCases {
      for (loss, output) in NetworkSamples.pairings {
        let network = try NetworkSamples.network(
          activation, loss, output, hidden: [5, 9], inputs: Feature.allCases)
        let parameters = NetworkSamples.parameters(for: network, seed: 3)
        let fast = FastNetwork(network, parameters: parameters)
        let reference = ReferenceNetwork(network, parameters: parameters)
        let grid = SampleGrid(xRange: -1...3, yRange: -2...2, columns: columns, rows: 3)
        var outputs = [Float](repeating: .nan, count: network.outputs * grid.count)
        var units = [Float](repeating: .nan, count: fast.hiddenUnitCount * grid.count)
        outputs.withUnsafeMutableBufferPointer { outputs in
          units.withUnsafeMutableBufferPointer { units in
            fast.sampleUnits(over: grid, outputs: outputs, units: units)
          }
        }
        #expect(outputs == fast.outputs(over: grid))
        var worst: Float = 0
        for row in 0..<3 {
          for column in 0..<columns {
            let (x1, x2) = (grid.x(column: column), grid.y(row: row))
            let values = reference.forward(network.inputs.map { $0(x1, x2) })
            let cell = row * columns + column
            for k in 0..<network.outputs {
              worst = max(worst, abs(outputs[k * grid.count + cell] - Float(values[2].outputs[k])))
            }
            let expected = values[0].outputs + values[1].outputs
            for j in expected.indices { worst = max(worst, abs(units[j * grid.count + cell] - Float(expected[j]))) }
          }
        }
        #expect(worst < 2e-5, "\(activation) \(loss) \(output)")
      }
    }
  }

  @Test("column 0 is left, row 0 on top, samples are at the centers of cells")
  func orientation() throws {
    let network = try NetworkSamples.network(.identity, .squaredError, .identity, hidden: [])
    // z = x1 + 10 x2
    let fast = FastNetwork(network, parameters: NetworkParameters([1, 10, 0], for: network))
    let grid = SampleGrid(xRange: 0...2, yRange: 0...4, columns: 2, rows: 2)
    #expect(fast.outputs(over: grid) == [30.5, 31.5, 10.5, 11.5])
    #expect(fast.outputs(x1: 2, x2: 3) == [32])
    #expect(fast.outputs(over: SampleGrid(xRange: 0...2, yRange: 0...4, columns: 0, rows: 2)) == [])
  }

  @Test("rows sampled apart are the same numbers as the whole")
  func rowsApart() throws {
    let network = try NetworkSamples.network(.gelu, .crossEntropy, .softmax)
    let fast = FastNetwork(network, parameters: NetworkSamples.parameters(for: network, seed: 3))
    let grid = SampleGrid(xRange: -1...3, yRange: -2...2, columns: 50, rows: 9)
    var values = [Float](repeating: .nan, count: 3 * grid.count)
    values.withUnsafeMutableBufferPointer { values in
      for rows in [4..<9, 0..<1, 1..<4] { fast.sampleOutputs(over: grid, rows: rows, into: values) }
    }
    #expect(values == fast.outputs(over: grid))
  }

  @Test("loss, classes and confusion are the reference's", arguments: [0, 1, 8, 33, 100])
  func evaluation(count: Int) throws {
    for (loss, output) in NetworkSamples.pairings {
      let network = try NetworkSamples.network(.tanh, loss, output)
      let parameters = NetworkSamples.parameters(for: network, seed: 7)
      let examples = NetworkSamples.examples(count: count, for: network, seed: 7)
      let reference = ReferenceNetwork(network, parameters: parameters)
      let fast = FastNetwork(network, parameters: parameters)
      let evaluation = fast.evaluate(FastExamples(examples))
      #expect(abs(evaluation.loss - reference.loss(examples)) < 1e-5)
      let classes = (0..<count).map { Network.predictedClass(sums: reference.forward(examples.input(at: $0))[2].sums) }
      #expect(fast.predictedClasses(FastExamples(examples)) == classes)
      #expect(evaluation.correct == zip(classes, examples.labels).filter { $0 == $1 }.count)
      #expect(evaluation.confusion.reduce(0, +) == count)
      #expect((evaluation.accuracy == nil) == (count == 0))
    }
  }

  @Test("regression has a loss and no accuracy")
  func regression() throws {
    let network = try NetworkSamples.network(.tanh, .squaredError, .identity, hidden: [])
    let examples = NetworkExamples(
      Dataset(name: "two", inputs: [1, 0, 0, 1], targets: .numbers([3, -1])), for: network)
    let fast = FastNetwork(network, parameters: NetworkParameters([1, 1, 0], for: network))
    let evaluation = fast.evaluate(FastExamples(examples))
    // ((1 - 3)² / 2 + (1 + 1)² / 2) / 2
    #expect(evaluation.loss == 2)
    #expect(evaluation.accuracy == nil)
  }

  @Test("a loss slice is the loss at the moved parameters, whole or row by row")
  func lossSlice() throws {
    let network = try NetworkSamples.network(.tanh, .binaryCrossEntropy, .sigmoid, hidden: [8, 8])
    let center = NetworkSamples.parameters(for: network, seed: 1)
    let first = NetworkSamples.parameters(for: network, seed: 2)
    let second = NetworkSamples.parameters(for: network, seed: 3)
    let examples = NetworkSamples.examples(count: 37, for: network, seed: 4)
    let fast = FastNetwork(network, parameters: center)
    let alphas = [-1, 0, 0.5]
    let betas = [-2.0, 0, 1]
    var values = [Double](repeating: .nan, count: 9)
    values.withUnsafeMutableBufferPointer { values in
      for rows in [1..<3, 0..<1] {
        fast.sampleLoss(
          FastExamples(examples), first: first, second: second, alphas: alphas, betas: betas, rows: rows, into: values)
      }
    }
    for (row, b) in betas.enumerated() {
      for (column, a) in alphas.enumerated() {
        var moved = center
        for index in moved.values.indices { moved.values[index] += a * first.values[index] + b * second.values[index] }
        let expected = ReferenceNetwork(network, parameters: moved).loss(examples)
        #expect(abs(values[3 * row + column] - expected) < 1e-5)
        #expect(abs(fast.loss(FastExamples(examples), parameters: moved) - expected) < 1e-5)
      }
    }
  }
}
