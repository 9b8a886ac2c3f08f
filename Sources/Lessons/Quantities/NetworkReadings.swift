import Learning
import Training

/// What can be read of a network at one step.
struct NetworkReadings {
  private let picture: NetworkPicture

  init(_ picture: NetworkPicture) {
    self.picture = picture
  }

  /// The number of that name; nil where there is none.
  ///
  /// - Complexity: O(weights) for the numbers of an example.
  func value(_ name: String, example: Int) -> Double? {
    switch name {
    case "loss": picture.training.loss
    case "accuracy": picture.training.accuracy
    case "test-loss": picture.testing?.loss
    case "test-accuracy": picture.testing?.accuracy
    case "train-test-gap": picture.testing.map { $0.loss - picture.training.loss }
    case "parameters": Double(picture.parameters.values.count)
    case "units": Double(picture.network.hidden.reduce(0) { $0 + $1.units })
    case "layers": Double(picture.network.hidden.count)
    case "lambda-max": picture.stability.flatMap { $0.curvature.isFinite ? $0.curvature : nil }
    case "target": target(of: example)?.first
    case "probability": passage(of: example)?.values.last?.outputs.first
    case "example-loss": passage(of: example)?.loss
    case "dL/ds": passage(of: example)?.gradients.last?.sums.first
    default: unit(name, example: example)
    }
  }

  private func unit(_ name: String, example: Int) -> Double? {
    guard let quantity = UnitQuantity(name), let passage = passage(of: example) else { return nil }
    return quantity.value(in: passage, of: model)
  }

  private var model: ReferenceNetwork { ReferenceNetwork(picture.network, parameters: picture.parameters) }

  private func examples(_ index: Int) -> NetworkExamples? {
    guard picture.dataset.count > 0, index >= 0, index < picture.dataset.count else { return nil }
    return NetworkExamples(picture.dataset.examples(at: [index]), for: picture.network)
  }

  private func target(of index: Int) -> [Double]? { examples(index)?.target(at: 0) }

  private func passage(of index: Int) -> ReferenceNetwork.Passage? {
    guard let examples = examples(index) else { return nil }
    return model.backpropagate(examples.input(at: 0), targets: examples.target(at: 0))
  }
}
