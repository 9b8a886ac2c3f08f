extension ActivationsPicture {
  /// The place on the axis, and the value and the slope of the function there.
  package func number(_ name: String, example: Int) -> Double? {
    switch name {
    case "x": x
    case "value": value
    case "slope": slope
    default: nil
    }
  }

  /// The place of `x`.
  package func parameterIndex(_ name: String) -> Int? { name == "x" ? 0 : nil }
}

extension ActivationsRun {
  /// The place on the axis.
  package var numbers: [Double] { [x] }

  /// The place, and the function.
  package static func isLive(_ key: Key, in scene: SceneKind) -> Bool {
    [.learningRate, .at, .activation].contains(key)
  }

  /// All there is.
  package static func quantityNames(in scene: SceneKind) -> [String] { ["x", "value", "slope"] }
}
