import Basics
import Learning

/// A network of tanh units with squared error on points of two rings, as the peers measure it.
struct NetworkCase {
  let name: String
  let weightCount: Int
  private let network: FastNetwork
  private let examples: FastExamples
  private let options = TrainingOptions()

  init(hidden: [Int], count: Int = 250) {
    name = ([2] + hidden + [1]).map(String.init).joined(separator: "-")
    var generator = SplitMix64(seed: 1)
    var inputs: [Double] = []
    var labels: [Int] = []
    for _ in 0..<count {
      let (x1, x2) = (generator.uniform(-5, 5), generator.uniform(-5, 5))
      inputs += [x1, x2]
      labels.append(x1 * x1 + x2 * x2 < 12 ? 0 : 1)
    }
    let shape: Network
    do {
      shape = try Network(
        inputs: [.x1, .x2], hidden: hidden.map { .init(units: $0, activation: .tanh) }, outputs: 1,
        outputActivation: .tanh, loss: .squaredError)
    } catch {
      preconditionFailure("\(hidden) is no network: \(error)")
    }
    examples = FastExamples(
      NetworkExamples(
        Dataset(name: "rings", inputs: inputs, targets: .classes(labels, names: ["inner", "outer"])), for: shape))
    let parameters = Initializer.xavierUniform.parameters(for: shape, using: &generator)
    network = FastNetwork(shape, parameters: parameters)
    weightCount = parameters.layers.reduce(0) { $0 + $1.weights.count }
  }

  /// Examples trained a second.
  func trainingRate(batchSize: Int) -> Double {
    var trained = network
    let epochs = Stopwatch.rate {
      trained.train(on: examples, batchSize: batchSize, steps: .max, learningRate: 0.03, options: options)
    }
    return epochs * Double(examples.count)
  }

  /// Points sampled a second, of the output alone or with every hidden unit.
  func fieldRate(units: Bool) -> Double {
    let grid = SampleGrid(xRange: -6...6, yRange: -6...6, columns: 200, rows: 120)
    var outputs = [Float](repeating: 0, count: grid.count)
    var unitValues = [Float](repeating: 0, count: network.hiddenUnitCount * grid.count)
    return outputs.withUnsafeMutableBufferPointer { outputs in
      unitValues.withUnsafeMutableBufferPointer { unitValues in
        Stopwatch.rate {
          if units {
            network.sampleUnits(over: grid, outputs: outputs, units: unitValues)
          } else {
            network.sampleOutputs(over: grid, into: outputs)
          }
        } * Double(grid.count)
      }
    }
  }

  /// Evaluations of one example a second in a loss slice of 61 x 61 places.
  func sliceRate() -> Double {
    withSurface { sample in Stopwatch.rate(sample) } * Double(61 * 61 * examples.count)
  }

  /// Hands over what samples the loss on 61 x 61 places of a plane, on one thread.
  func withSurface(_ measure: (_ sample: () -> Void) -> Double) -> Double {
    let numbers = (0..<61).map { Double($0 - 30) / 30 }
    var losses = [Double](repeating: 0, count: 61 * 61)
    let direction = network.parameters
    return losses.withUnsafeMutableBufferPointer { losses in
      measure {
        network.sampleLoss(
          examples, first: direction, second: direction, alphas: numbers, betas: numbers, into: losses)
      }
    }
  }

  /// Trains in batches of 10 until it is told to end, and tells how many examples it trained a second of its own core's time.
  func train(until isOver: () -> Bool) -> Double {
    var trained = network
    var epochs = 0
    let start = Stopwatch.now(.thread)
    while !isOver() {
      for _ in 0..<100 {
        trained.train(on: examples, batchSize: 10, steps: .max, learningRate: 0.03, options: options)
      }
      epochs += 100
    }
    return Double(epochs * examples.count) / (Stopwatch.now(.thread) - start)
  }
}
