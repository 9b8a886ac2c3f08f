import Learning
import Plotting
import Training

/// The numbers of one example, or of a place of the plane, on its way through the network and back.
struct NetworkPassage {
  /// Where it is, as the data have it.
  let place: (x1: Double, x2: Double)
  /// The forward pass, layer by layer, the output last.
  let values: [ReferenceNetwork.LayerValues]
  /// The backward pass; nil where there is no target.
  let gradients: [ReferenceNetwork.LayerGradients]?
  /// What the example aims at, and its loss; nil where there is no target.
  let aim: (targets: [Double], loss: Double)?
  /// What the example is called: `example 3`, `the cursor`.
  let name: String

  /// Beyond so many weights nobody follows the numbers of one example.
  static let mostWeights = 300_000

  /// Works the numbers out; nil without examples and for a network too large to follow.
  ///
  /// - Complexity: O(weights).
  init?(scene: NetworkScene, picture: NetworkPicture) {
    guard picture.parameters.values.count <= Self.mostWeights else { return nil }
    let network = ReferenceNetwork(picture.network, parameters: picture.parameters)
    func inputs(_ x1: Double, _ x2: Double) -> [Double] { picture.network.inputs.map { $0(x1, x2) } }
    if let place = scene.place {
      self.place = (place.x, place.y)
      name = "the cursor"
      values = network.forward(inputs(place.x, place.y))
      gradients = nil
      aim = nil
      return
    }
    guard picture.dataset.count > 0 else { return nil }
    let index = min(max(0, scene.example), picture.dataset.count - 1)
    let (x1, x2) = picture.dataset.input(at: index)
    place = (x1, x2)
    name = "example \(index + 1)"
    let one = NetworkExamples(picture.dataset.examples(at: [index]), for: picture.network)
    let passage = network.backpropagate(inputs(x1, x2), targets: one.target(at: 0))
    values = passage.values
    gradients = passage.gradients
    aim = (one.target(at: 0), passage.loss)
  }

  /// The outputs z.
  var outputs: [Double] { values.last?.outputs ?? [] }
}
