extension ActivationsPicture {
  /// The place on the axis, and the value and the slope of the function there.
  public func number(_ name: String, example: Int) -> Double? {
    switch name {
    case "x": x
    case "value": value
    case "slope": slope
    default: nil
    }
  }

  /// The place of `x`.
  public func parameterIndex(_ name: String) -> Int? { name == "x" ? 0 : nil }
}

extension ActivationsRun {
  /// The place on the axis.
  public var numbers: [Double] { [x] }

  /// The place, and the function.
  public static func isLive(_ key: Key, in scene: SceneKind) -> Bool {
    [.learningRate, .at, .activation].contains(key)
  }

  /// All there is.
  public static func quantityNames(in scene: SceneKind) -> [String] { ["x", "value", "slope"] }
}
