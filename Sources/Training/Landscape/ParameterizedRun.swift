import Learning

/// A run whose weights can be looked at as a point of the space of all parameters.
public protocol ParameterizedRun: Run {
  /// What has the parameters.
  var landscapeModel: LossLandscape.Model { get }
  /// All parameters, in the order of a landscape and of `Change.parameters`.
  var parameterValues: [Double] { get }
  /// The examples that are trained on.
  var dataset: Dataset { get }
}

extension ParameterizedRun {
  /// All parameters.
  public var numbers: [Double] { parameterValues }
}

extension NetworkRun: ParameterizedRun {
  /// The network's shape.
  public var landscapeModel: LossLandscape.Model { .network(network) }
  /// The weights and biases, in the order of `NetworkParameters`.
  public var parameterValues: [Double] { model.parameters.values }
}

extension PerceptronRun: ParameterizedRun {
  /// The perceptron's features.
  public var landscapeModel: LossLandscape.Model { .perceptron(perceptron.features) }
  /// w0, w1 to wm.
  public var parameterValues: [Double] { [perceptron.bias] + perceptron.weights }
}
