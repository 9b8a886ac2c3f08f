import Testing

@testable import Learning

@Suite("Model file: shape and check")
struct ModelFileTests {
  /// The network z = sigmoid(3 tanh(x1 - 2 x2 + 0.5) - 1).
  static let sample = ModelFile(
    inputs: ["x1", "x2"],
    layers: [
      .init(activation: "tanh", weights: [[1, -2]], biases: [0.5]),
      .init(activation: "sigmoid", weights: [[3]], biases: [-1]),
    ], loss: "binary-cross-entropy")

  @Test("a file becomes a network and the network the same file")
  func roundTrip() throws {
    let (network, parameters) = try Self.sample.network()
    #expect(network.inputs == [.x1, .x2])
    #expect(network.hidden == [.init(units: 1, activation: .tanh)])
    #expect(parameters.values == [1, -2, 0.5, 3, -1])
    #expect(ModelFile(network, parameters: parameters) == Self.sample)
    let wide = try NetworkSamples.network(.gelu, .crossEntropy, .softmax, hidden: [5, 2])
    let numbers = NetworkSamples.parameters(for: wide, seed: 1)
    let back = try ModelFile(wide, parameters: numbers).network()
    #expect(back.network == wide)
    #expect(back.parameters == numbers)
  }

  @Test("each fault is named with its place")
  func faults() {
    func fault(_ change: (inout ModelFile) -> Void) -> ModelFile.Fault? {
      var file = Self.sample
      change(&file)
      do {
        _ = try file.network()
        return nil
      } catch { return error }
    }
    #expect(fault { _ in } == nil)
    #expect(fault { $0.inputs = ["x1", "x3"] } == .unknownInput("x3"))
    #expect(fault { $0.inputs = ["x1", "x1"] } == .repeatedInput("x1"))
    #expect(fault { $0.inputs = [] } == .network(.noInputs))
    #expect(fault { $0.inputs = ["x1"] } == .weights(layer: 0, unit: 0, expected: 1, found: 2))
    #expect(fault { $0.loss = "regret" } == .unknownLoss("regret"))
    #expect(fault { $0.layers = [] } == .noLayers)
    #expect(fault { $0.layers[0].activation = "softmax" } == .unknownActivation(layer: 0, name: "softmax"))
    #expect(fault { $0.layers[1].activation = "relu" } == .unknownActivation(layer: 1, name: "relu"))
    #expect(fault { $0.layers[0].weights = [] } == .network(.units(layer: 0, count: 0)))
    #expect(fault { $0.layers[0].biases = [] } == .biases(layer: 0, expected: 1, found: 0))
    #expect(fault { $0.layers[1].weights = [[3, 4]] } == .weights(layer: 1, unit: 0, expected: 1, found: 2))
    #expect(
      fault { $0.layers[1].weights = [[1e300]] } == .notFinite(.init(layer: 1, unit: 0, input: 0)))
    #expect(fault { $0.layers[0].biases = [.nan] } == .notFinite(.init(layer: 0, unit: 0, input: nil)))
    #expect(fault { $0.loss = "hinge" } == .network(.pairing(.hinge, .sigmoid)))
  }
}
