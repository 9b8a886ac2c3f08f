/// One update of a perceptron with everything that led to it: the arithmetic that a person can follow.
package struct PerceptronStep: Sendable, Hashable {
  /// The index of the example in its data set, from 0.
  package let index: Int
  /// The features of the example, x1 to xm; the constant x0 = 1 is left out.
  package let values: [Double]
  /// The class of the example: +1 for class A, -1 for class B.
  package let target: Int
  /// The score before the update.
  package let score: Double
  /// The output of the activation function: 1 or -1 (sign), 1 or 0 (step).
  package let prediction: Int
  /// Whether the prediction was right; then the weights stay.
  package let isCorrect: Bool
  /// The loss before the update, max(0, -y s).
  package let loss: Double
  /// dL/dw0: -y where the example is misclassified, else 0.
  package let biasGradient: Double
  /// dL/dw1 to dL/dwm: -y x where the example is misclassified, else 0.
  package let gradient: [Double]
  /// The perceptron before the update.
  package let before: Perceptron
  /// The perceptron after the update, w - learning rate * dL/dw.
  package let after: Perceptron

  /// Whether the score and the new weights are finite; a step that is not should not be taken.
  package var isFinite: Bool {
    score.isFinite && after.isFinite
  }
}

extension Perceptron {
  /// What learning from one example would do, the perceptron itself staying as it is.
  ///
  /// At s = 0 the loss has a kink; an example of class B is misclassified there, and the gradient taken is -y x. An
  /// example that is classified correctly has gradient 0.
  ///
  /// - Precondition: there are as many values as weights, and the target is +1 or -1.
  package func step(index: Int, values: [Double], target: Int, learningRate: Double) -> PerceptronStep {
    precondition(target == 1 || target == -1, "a target of \(target), neither 1 nor -1")
    let score = score(values)
    let isCorrect = Self.isCorrect(score: score, target: target)
    let sign = Double(target)
    var after = self
    if !isCorrect {
      after.bias = DecimalGrid.sum(bias, learningRate * sign)
      for feature in weights.indices {
        after.weights[feature] = DecimalGrid.sum(weights[feature], learningRate * (sign * values[feature]))
      }
    }
    return PerceptronStep(
      index: index, values: values, target: target, score: score, prediction: activation(score),
      isCorrect: isCorrect, loss: Self.loss(score: score, target: target),
      biasGradient: isCorrect ? 0 : -sign,
      // Subtracted from 0 rather than negated, lest a 0 become -0.
      gradient: values.map { isCorrect ? 0 : 0 - sign * $0 },
      before: self, after: after)
  }

  /// Learns from one example and tells how; a step that would leave the finite numbers is told but not taken.
  ///
  /// - Precondition: there are as many values as weights, and the target is +1 or -1.
  @discardableResult
  package mutating func learn(
    index: Int, values: [Double], target: Int, learningRate: Double
  ) -> PerceptronStep {
    let step = step(index: index, values: values, target: target, learningRate: learningRate)
    if step.isFinite { self = step.after }
    return step
  }
}
