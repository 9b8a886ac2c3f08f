extension PerceptronPicture {
  /// The number of a name; those of a step are of the last one.
  package func number(_ name: String, example: Int) -> Double? {
    switch name {
    case "mistakes": Double(evaluation.errors)
    case "right": Double(dataset.count - evaluation.errors)
    case "accuracy": evaluation.accuracy
    case "loss": evaluation.loss
    case "updates": Double(totalMistakes)
    case "s": lastStep?.score
    case "prediction": lastStep.map { Double($0.prediction) }
    case "target": lastStep.map { Double($0.target) }
    case "step-loss": lastStep?.loss
    case "w0": perceptron.bias
    case "gradient.w0": lastStep?.biasGradient
    default:
      element(Quantity.number(name, after: "w"), of: perceptron.weights)
        ?? element(Quantity.number(name, after: "gradient.w"), of: lastStep?.gradient)
    }
  }

  private func element(_ index: Int?, of numbers: [Double]?) -> Double? {
    guard let index, let numbers, numbers.indices.contains(index - 1) else { return nil }
    return numbers[index - 1]
  }

  /// The place of `w0`, `w1` ...
  package func parameterIndex(_ name: String) -> Int? {
    Quantity.number(name, after: "w").flatMap { $0 <= perceptron.weights.count ? $0 : nil }
  }
}

extension PerceptronRun {
  /// The learning rate, and what the prediction is made by.
  package static func isLive(_ key: Key, in scene: SceneKind) -> Bool { [.learningRate, .activation].contains(key) }

  /// The mistakes: a perceptron's loss grows with the learning rate, as its weights do, and says nothing between rates.
  package static var judge: History.Curve { .mistakes }

  /// Scores, the last step, and the first two weights.
  package static func quantityNames(in scene: SceneKind) -> [String] {
    [
      "mistakes", "right", "accuracy", "loss", "s", "prediction", "target", "step-loss", "updates", "period", "w1",
      "w2", "w0", "gradient.w1", "gradient.w2", "gradient.w0",
    ]
  }

  /// Any weight, and its derivative in the last step.
  package static func hasQuantity(_ name: String) -> Bool {
    Quantity.number(name, after: "w") ?? Quantity.number(name, after: "gradient.w") != nil
  }
}
