/// The shape of a multi-layer perceptron: what goes in, the hidden layers, what comes out, and how it is judged.
///
/// A shape has no weights; those are `NetworkParameters`.
package struct Network: Sendable, Equatable {
  /// One hidden layer.
  package struct HiddenLayer: Sendable, Equatable {
    /// How many units it has.
    package var units: Int
    /// What each unit makes of its sum.
    package var activation: Activation

    /// A hidden layer of `units` units.
    package init(units: Int, activation: Activation) {
      self.units = units
      self.activation = activation
    }
  }

  /// Why a shape is not a network.
  package enum Fault: Error, Equatable {
    /// There is no input feature.
    case noInputs
    /// A layer (0 is the first hidden one, the last is the output) has fewer than one unit or more than the limit.
    case units(layer: Int, count: Int)
    /// There are more hidden layers than the limit.
    case depth(count: Int)
    /// The loss is not defined for this output activation.
    case pairing(Loss, OutputActivation)
    /// Softmax over one output is always 1.
    case softmaxOfOne
  }

  /// The most units a layer may have.
  package static let unitLimit = 1024
  /// The most hidden layers a network may have.
  package static let depthLimit = 32

  /// The features that go in, in order.
  package let inputs: [Feature]
  /// The hidden layers, first to last.
  package let hidden: [HiddenLayer]
  /// How many outputs there are.
  package let outputs: Int
  /// What the output layer makes of its sums.
  package let outputActivation: OutputActivation
  /// How the outputs are judged.
  package let loss: Loss

  /// A network of the given shape, or the fault in it.
  package init(
    inputs: [Feature], hidden: [HiddenLayer], outputs: Int, outputActivation: OutputActivation, loss: Loss
  ) throws(Fault) {
    guard !inputs.isEmpty else { throw .noInputs }
    guard hidden.count <= Self.depthLimit else { throw .depth(count: hidden.count) }
    for (layer, units) in (hidden.map(\.units) + [outputs]).enumerated() {
      guard (1...Self.unitLimit).contains(units) else { throw .units(layer: layer, count: units) }
    }
    guard loss.outputActivations.contains(outputActivation) else { throw .pairing(loss, outputActivation) }
    guard outputActivation != .softmax || outputs > 1 else { throw .softmaxOfOne }
    self.inputs = inputs
    self.hidden = hidden
    self.outputs = outputs
    self.outputActivation = outputActivation
    self.loss = loss
  }

  /// How many outputs a data set wants: one for numbers and, unless it is softmax, for two classes; else one a class.
  package static func outputs(for dataset: Dataset, activation: OutputActivation) -> Int {
    if activation == .softmax { return Swift.max(2, dataset.classCount) }
    return dataset.classCount <= 2 ? 1 : dataset.classCount
  }

  /// The class that the logits s of one example stand for.
  ///
  /// With one output it is class 0 (the lecture's class A) where s >= 0 and class 1 elsewhere; with several the one with
  /// the largest sum, the first of equals.
  package static func predictedClass(sums: [Double]) -> Int {
    if sums.count == 1 { return sums[0] >= 0 ? 0 : 1 }
    var best = 0
    for k in sums.indices where sums[k] > sums[best] { best = k }
    return best
  }
}
