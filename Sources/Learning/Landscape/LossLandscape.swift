/// The mean loss over examples as a function of all parameters of a model.
///
/// Twice over: exactly, in double precision (`exactLoss`, `sampleExactly`), and fast (`loss`, `sample`), for networks in
/// single precision. The loss is the data's alone, without a regularizer. A network's parameters are in the order of
/// `NetworkParameters`, a perceptron's are w0, w1 to wm. Parameters that are not finite give losses that are not.
package struct LossLandscape: Sendable {
  /// What has the parameters.
  package enum Model: Sendable, Equatable {
    /// A network of this shape.
    case network(Network)
    /// A perceptron on these features, judged by the perceptron's loss max(0, -y s).
    case perceptron([Feature])
  }

  enum Examples: Sendable {
    case network(NetworkExamples, FastExamples)
    case perceptron(PerceptronExamples)
  }

  /// What has the parameters.
  package let model: Model
  /// The model's units.
  package let units: [ParameterUnit]
  /// How many parameters there are.
  package let parameterCount: Int
  /// How many examples the loss is the mean of; for none it is 0.
  package let exampleCount: Int
  let examples: Examples
  /// What a loss of 1 comes to in the own units of numbers to predict.
  let lossUnit: Double

  /// The loss of a model on a data set.
  ///
  /// - Precondition: the data are of the kind that the model is for: classes for a perceptron (class 0 against all
  ///   others), for a network what `NetworkExamples` asks for.
  package init(_ model: Model, on dataset: Dataset) {
    self.model = model
    exampleCount = dataset.count
    lossUnit = dataset.lossUnit
    switch model {
    case .network(let network):
      units = ParameterUnit.units(of: network)
      let prepared = NetworkExamples(dataset, for: network)
      examples = .network(prepared, FastExamples(prepared))
    case .perceptron(let features):
      units = ParameterUnit.units(ofPerceptronWith: features)
      examples = .perceptron(PerceptronExamples(dataset, features: features))
    }
    parameterCount = units.reduce(0) { $0 + $1.weights.count + 1 }
  }

  /// The loss at some parameters, in double precision.
  ///
  /// - Precondition: there are `parameterCount` of them.
  /// - Complexity: O(parameters) for each example.
  package func exactLoss(at parameters: [Double]) -> Double {
    check(parameters.count)
    switch (model, examples) {
    case (.network(let network), .network(let examples, _)):
      var evaluation = ExactNetworkLoss(network)
      return evaluation.mean(examples, parameters: parameters) * lossUnit
    case (_, .perceptron(let examples)): return examples.meanLoss(parameters: parameters)
    default: return .nan
    }
  }

  /// The loss on places of a plane, in double precision.
  ///
  /// The loss at `alphas[column]` and `betas[row]` goes to `values[row * alphas.count + column]`, for the given rows; rows
  /// may be divided among threads.
  ///
  /// - Parameter rows: Which of the betas; nil for all.
  /// - Precondition: the plane is one of the model's parameters; `values` holds a number for each place.
  /// - Complexity: O(parameters) for each example and place.
  package func sampleExactly(
    _ plane: ParameterPlane, alphas: [Double], betas: [Double], rows: Range<Int>? = nil,
    into values: UnsafeMutableBufferPointer<Double>
  ) {
    let rows = check(plane, alphas, betas, rows, values)
    var evaluation: ExactNetworkLoss?
    if case .network(let network) = model { evaluation = ExactNetworkLoss(network) }
    for row in rows {
      for column in alphas.indices {
        let point = plane.point(PlanePlace(alpha: alphas[column], beta: betas[row]))
        let loss: Double
        switch examples {
        case .network(let examples, _): loss = evaluation?.mean(examples, parameters: point) ?? .nan
        case .perceptron(let examples): loss = examples.meanLoss(parameters: point)
        }
        values[row * alphas.count + column] = loss * lossUnit
      }
    }
  }

  func check(_ count: Int) {
    precondition(count == parameterCount, "\(count) numbers for \(parameterCount) parameters")
  }

  func check(
    _ plane: ParameterPlane, _ alphas: [Double], _ betas: [Double], _ rows: Range<Int>?,
    _ values: UnsafeMutableBufferPointer<Double>
  ) -> Range<Int> {
    check(plane.origin.count)
    let rows = rows ?? 0..<betas.count
    precondition(
      rows.lowerBound >= 0 && rows.upperBound <= betas.count, "rows \(rows) of a surface with \(betas.count)")
    precondition(
      values.count >= alphas.count * betas.count, "\(values.count) places for \(alphas.count * betas.count) losses")
    return rows
  }
}
