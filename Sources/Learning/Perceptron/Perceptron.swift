/// The linear binary classifier of Rosenblatt: a weight for each feature and one for the bias.
///
/// It computes the score s = w0 + w1 x1 + ... + wm xm and puts an example into class A (encoded +1) where s >= 0, into
/// class B (encoded -1) where s < 0. Its boundary is s = 0: a line, when the features are x1 and x2.
///
/// The arithmetic is decimal as far as the numbers are (see `DecimalGrid`): 0.3 - 0.1 - 0.2 is 0, a score within its
/// rounding error of 0 is 0, and the weights of a lesson are the ones that pencil and paper give. Where numbers have
/// more digits than a person writes, it is ordinary floating-point arithmetic.
package struct Perceptron: Sendable, Hashable {
  /// The function that turns the score into the prediction.
  package enum Activation: String, CaseIterable, Sendable {
    /// 1 if s >= 0, else 0.
    case step
    /// 1 if s >= 0, else -1.
    case sign

    /// The prediction for a score: 1 for class A; 0 (step) or -1 (sign) for class B and for NaN.
    package func callAsFunction(_ score: Double) -> Int {
      score >= 0 ? 1 : (self == .step ? 0 : -1)
    }
  }

  /// What each weight is multiplied by, computed from the two inputs of an example.
  package let features: [Feature]
  /// The function that turns the score into the prediction.
  package var activation: Activation
  /// w1 to wm, one a feature.
  package var weights: [Double]
  /// w0, the weight of the constant input 1.
  package var bias: Double

  /// Makes a perceptron with given weights.
  ///
  /// - Precondition: there are as many weights as features, and at least one.
  package init(
    weights: [Double], bias: Double, features: [Feature] = [.x1, .x2], activation: Activation = .sign
  ) {
    precondition(
      weights.count == features.count && !features.isEmpty,
      "\(weights.count) weights for \(features.count) features")
    self.features = features
    self.activation = activation
    self.weights = weights
    self.bias = bias
  }

  /// Makes a perceptron whose weights are all 0.
  ///
  /// - Precondition: there is at least one feature.
  package init(features: [Feature] = [.x1, .x2], activation: Activation = .sign) {
    self.init(
      weights: Array(repeating: 0, count: features.count), bias: 0, features: features, activation: activation)
  }

  /// Whether no weight is infinite or NaN.
  package var isFinite: Bool {
    bias.isFinite && weights.allSatisfy(\.isFinite)
  }

  /// The features of a point, x1 to xm, without the constant 1.
  package func features(of x1: Double, _ x2: Double) -> [Double] {
    features.map { $0(x1, x2) }
  }

  /// The score s = w0 + w1 x1 + w2 x2 and so on, summed in this order; exactly 0 within rounding error of 0.
  ///
  /// Infinite or NaN where the arithmetic overflows.
  ///
  /// - Precondition: there are as many values as weights.
  package func score(_ values: [Double]) -> Double {
    precondition(values.count == weights.count, "\(values.count) values for \(weights.count) weights")
    var sum = bias
    var magnitude = abs(bias)
    for (value, weight) in zip(values, weights) {
      let term = value * weight
      sum += term
      magnitude += abs(term)
    }
    return DecimalGrid.score(sum, magnitude: magnitude, terms: weights.count + 1)
  }

  /// The score at a point of the plane.
  package func score(_ x1: Double, _ x2: Double) -> Double {
    score(features(of: x1, x2))
  }

  /// Whether a score puts an example into its own class, `target` being +1 for class A and -1 for class B.
  ///
  /// At s = 0 the prediction is +1, so an example of class B is misclassified there although its loss is 0.
  package static func isCorrect(score: Double, target: Int) -> Bool {
    target > 0 ? score >= 0 : score < 0
  }

  /// The perceptron's loss of one example, L(s, y) = max(0, -y s); NaN where the score is.
  package static func loss(score: Double, target: Int) -> Double {
    let signed = target > 0 ? -score : score
    return signed <= 0 ? 0 : signed
  }
}
