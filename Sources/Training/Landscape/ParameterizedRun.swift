import Learning

/// A run whose weights can be looked at as a point of the space of all parameters.
package protocol ParameterizedRun: Run {
  /// What has the parameters.
  var landscapeModel: LossLandscape.Model { get }
  /// All parameters, in the order of a landscape and of `Change.parameters`.
  var parameterValues: [Double] { get }
  /// The examples that are trained on.
  var dataset: Dataset { get }
}

extension ParameterizedRun {
  /// All parameters.
  package var numbers: [Double] { parameterValues }
}

extension NetworkRun: ParameterizedRun {
  /// The network's shape.
  package var landscapeModel: LossLandscape.Model { .network(network) }
  /// The weights and biases, in the order of `NetworkParameters`.
  package var parameterValues: [Double] { model.parameters.values }
}

extension PerceptronRun: ParameterizedRun {
  /// The perceptron's features.
  package var landscapeModel: LossLandscape.Model { .perceptron(perceptron.features) }
  /// w0, w1 to wm.
  package var parameterValues: [Double] { [perceptron.bias] + perceptron.weights }
}
