import Foundation
import Testing

@testable import Learning

/// What NumPy made of landscapes: `Recorded/landscape.json`, written by `Tests/Oracles/landscape.py`.
struct RecordedLandscapes: Decodable {
  /// A network on its data, and its loss over a plane.
  struct Model: Decodable, Sendable {
    struct File: Decodable, Sendable {
      struct Layer: Decodable, Sendable {
        var activation: String
        var weights: [[Double]]
        var biases: [Double]
      }
      var inputs: [String]
      var layers: [Layer]
      var loss: String
    }

    var model: File
    var points: [[Double]]
    var answers: [Double]
    var classes: Int
    var first: [Double]
    var second: [Double]
    var alphas: [Double]
    var betas: [Double]
    var losses: [Double]

    /// The network as the program reads it from a model file.
    func network() throws -> (network: Network, parameters: NetworkParameters) {
      try ModelFile(
        inputs: model.inputs,
        layers: model.layers.map { .init(activation: $0.activation, weights: $0.weights, biases: $0.biases) },
        loss: model.loss
      ).network()
    }

    var dataset: Dataset {
      let names = (0..<classes).map { "class \($0)" }
      return Dataset(
        name: "recorded", inputs: points.flatMap { $0 },
        targets: classes > 0 ? .classes(answers.map { Int($0) }, names: names) : .numbers(answers))
    }

    var plane: ParameterPlane {
      get throws {
        ParameterPlane(
          origin: try network().parameters.values, directions: LandscapeDirections(first: first, second: second))
      }
    }
  }

  struct Perceptron: Decodable, Sendable {
    var points: [[Double]]
    var classes: [Int]
    var weights: [Double]
    var first: [Double]
    var second: [Double]
    var alphas: [Double]
    var betas: [Double]
    var losses: [Double]
  }

  struct Filters: Decodable, Sendable {
    var weights: [Double]
    var direction: [Double]
    var scaled: [Double]
  }

  struct Path: Decodable, Sendable {
    var points: Int
    var width: Int
    var directions: [[Double]]
    var explained: [Double]

    /// The same path as `path()` of the recording program.
    var parameters: [[Double]] {
      (0..<points).map { point in
        let (i, share) = (Double(point), Double(point) / Double(points))
        return (0..<width).map { number in
          let k = Double(number)
          return 3 * exp(-4 * share) * sin(k + 1) + share * share * cos(1.3 * k) + 0.05 * sin(0.7 * i * k + k)
        }
      }
    }
  }

  struct Projection: Decodable, Sendable {
    var origin: [Double]
    var point: [Double]
    var first: [Double]
    var second: [Double]
    var place: [Double]
    var distance: Double
  }

  var models: [Model]
  var perceptron: Perceptron
  var filters: Filters
  var paths: [Path]
  var projections: [Projection]

  static func read() throws -> RecordedLandscapes {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    return try JSONDecoder().decode(
      RecordedLandscapes.self, from: Data(contentsOf: folder.appending(path: "Recorded/landscape.json")))
  }
}
