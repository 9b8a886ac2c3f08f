import Foundation
import Testing

@testable import Learning

/// A training that PyTorch did: a line of `Recorded/pytorch.csv`, made by `Tests/Oracles/pytorch_agreement.py`.
struct RecordedTraining: CustomTestStringConvertible, Sendable {
  var activation: Activation
  var loss: Loss
  var output: OutputActivation
  var optimizer: Optimizer
  var learningRate: Double
  /// Which of the starts it began from.
  var start: String
  /// The parameters after 50 epochs, in our order too.
  var parameters: [Double]

  var testDescription: String { "\(activation) \(loss) \(output) \(optimizer.name)" }

  static func lines(_ name: String) throws -> [[String]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let text = try String(contentsOf: folder.appending(path: "Recorded/\(name)"), encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: ",").map(String.init) }
  }

  static func all() throws -> [RecordedTraining] {
    try lines("pytorch.csv").map { fields in
      RecordedTraining(
        activation: try #require(Activation(rawValue: fields[0])), loss: try #require(Loss(rawValue: fields[1])),
        output: try #require(OutputActivation(rawValue: fields[2])),
        optimizer: try #require(Optimizer(name: fields[3])),
        learningRate: try #require(Double(fields[4])), start: fields[5],
        parameters: fields.dropFirst(6).map { Double($0) ?? .nan })
    }
  }

  /// The network of the recording: two inputs, hidden layers of 3 and 2 units.
  func network() throws -> Network {
    try Network(
      inputs: [.x1, .x2], hidden: [3, 2].map { .init(units: $0, activation: activation) },
      outputs: output == .softmax ? 3 : 1, outputActivation: output, loss: loss)
  }

  /// Its data: three classes, or the first against the rest.
  func examples(for network: Network) throws -> NetworkExamples {
    let rows = try Self.lines("points.csv")
    let labels = rows.map { Swift.min(Int($0[2]) ?? -1, network.outputs == 1 ? 1 : 2) }
    let names = network.outputs == 1 ? ["first", "other"] : ["first", "second", "third"]
    return NetworkExamples(
      Dataset(
        name: "points", inputs: rows.flatMap { [Double($0[0]) ?? .nan, Double($0[1]) ?? .nan] },
        targets: .classes(labels, names: names)), for: network)
  }

  /// Its start.
  func start(for network: Network) throws -> NetworkParameters {
    let rows = try Self.lines("start.csv")
    let row = try #require(rows.first { $0[0] == "\(network.outputs)" && $0[1] == start })
    let values = row.dropFirst(2).map { Double($0) ?? .nan }
    return NetworkParameters(values, for: network)
  }
}

@Suite("Agreement with PyTorch")
struct NetworkAgreementTests {
  /// What is asked for: 1e-4 after 50 epochs, in single precision.
  static let tolerance = 1e-4

  @Test("after 50 epochs every weight is within 1e-4, for every activation, loss and optimizer")
  func agreement() throws {
    let recordings = try RecordedTraining.all()
    #expect(recordings.count == 9 * 7 * 8)
    for recorded in recordings {
      let network = try recorded.network()
      let examples = try recorded.examples(for: network)
      let options = TrainingOptions(optimizer: recorded.optimizer)
      let start = try recorded.start(for: network)
      var fast = FastNetwork(network, parameters: start, optimizer: recorded.optimizer)
      let fastExamples = FastExamples(examples)
      var reference = ReferenceNetwork(network, parameters: start)
      var state = OptimizerState(for: recorded.optimizer, parameterCount: start.values.count)
      for _ in 0..<50 {
        fast.train(
          on: fastExamples, batchSize: 5, steps: .max, learningRate: recorded.learningRate, options: options)
        for first in stride(from: 0, to: examples.count, by: 5) {
          reference.step(
            examples, at: Array(first..<min(first + 5, examples.count)), options: options,
            learningRate: recorded.learningRate, state: &state)
        }
      }
      let fastWorst = Self.distance(fast.parameters.values, recorded.parameters)
      let referenceWorst = Self.distance(reference.parameters.values, recorded.parameters)
      #expect(fastWorst < Self.tolerance, "\(recorded.testDescription): fast network")
      #expect(referenceWorst < Self.tolerance, "\(recorded.testDescription): reference")
    }
  }

  private static func distance(_ a: [Double], _ b: [Double]) -> Double {
    a.count == b.count ? zip(a, b).reduce(0) { max($0, abs($1.0 - $1.1)) } : .infinity
  }
}
