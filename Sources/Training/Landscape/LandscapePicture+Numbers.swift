extension LandscapePicture {
  /// Where the weights are on the plane and how much of their way lies in it; all else is asked of the run.
  package func number(_ name: String, example: Int) -> Double? {
    switch name {
    case "alpha": position.alpha
    case "beta": position.beta
    case "explained1": explained?.first
    case "explained2": explained?.last
    default: subject.number(name, example: example)
    }
  }

  /// The place of a weight of the run.
  package func parameterIndex(_ name: String) -> Int? { subject.parameterIndex(name) }
}

extension LandscapeRun {
  /// Those of the run that it is of.
  package var numbers: [Double] { subject.parameterValues }

  /// The plane can be exchanged, but not where it leads to.
  package static func isLive(_ key: Key, in scene: SceneKind) -> Bool {
    key == .learningRate || key.isOfPlane && key != .towards
  }

  /// Its own, then those of the runs that it can be of.
  package static func quantityNames(in scene: SceneKind) -> [String] {
    var names = ["alpha", "beta", "explained1", "explained2"]
    for subject in [PerceptronRun.quantityNames(in: .perceptron), NetworkRun.quantityNames(in: .network)] {
      names += subject.filter { !names.contains($0) }
    }
    return names
  }

  /// A number of a run that it can be of.
  package static func hasQuantity(_ name: String) -> Bool {
    PerceptronRun.hasQuantity(name) || NetworkRun.hasQuantity(name)
  }
}
