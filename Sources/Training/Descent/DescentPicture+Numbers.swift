import Learning

extension DescentPicture {
  /// The number of a name: of the first descent, or of the function where it is.
  package func number(_ name: String, example: Int) -> Double? {
    switch name {
    case "lambda-max": return theory.steps.curvatures.last
    case "factor": return theory.measuredFactors.flatMap(decisive)
    case "theory": return theory.predictedFactors.flatMap(decisive)
    default:
      if case .number(let number)? = first.reading(name) { return number } else { return nil }
    }
  }

  /// What is read of one descent.
  package func reading(_ name: String, ofRun index: Int, example: Int) -> Quantity.Reading? {
    descents.indices.contains(index) ? descents[index].reading(name) : nil
  }

  /// The place of `x`, and on a surface of `y`.
  package func parameterIndex(_ name: String) -> Int? {
    name == "x" ? 0 : name == "y" && function.variables == .xAndY ? 1 : nil
  }

  /// The factor along the steepest curvature, or along the other one where the point is at its bottom.
  private func decisive(_ factors: [Double?]) -> Double? {
    guard let measured = theory.measuredFactors else { return factors.last ?? nil }
    return zip(factors, measured).reversed().first { $0.1 != nil }?.0 ?? factors.last ?? nil
  }
}

extension Descent {
  /// What is read of a descent under a name; nil where it has none.
  func reading(_ name: String) -> Quantity.Reading? {
    switch name {
    case "status": .word(status.word)
    case "step": .number(Double(step))
    case "learning-rate": .number(learningRate)
    case "x": .number(point.x)
    case "y": .number(point.y)
    case "value", "loss": .number(value)
    case "slope", "gx": .number(gradient.x)
    case "gy": .number(gradient.y)
    case "gradient-length": .number(gradient.length)
    default: nil
    }
  }
}

extension DescentRun {
  /// Where each descent is, one after another.
  package var numbers: [Double] { descents.flatMap { [$0.point.x, $0.point.y] } }

  /// How it goes on; not what function, and not from where.
  package static func isLive(_ key: Key, in scene: SceneKind) -> Bool {
    [.learningRate, .optimizer, .steps, .stopAtLoss].contains(key)
      || key.isOfOptimizer
  }

  /// The point, the function there, and the factors of the last step.
  package static func quantityNames(in scene: SceneKind) -> [String] {
    let shared = ["gradient-length", "factor", "theory", "lambda-max"]
    return (scene == .curve ? ["x", "value", "slope"] : ["x", "y", "value", "gx", "gy"]) + shared
  }
}
