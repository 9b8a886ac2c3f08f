import Learning
import Training

extension Change {
  /// The changes that give named weights, or the coordinates of a point, other numbers; nil where there are none so called.
  ///
  /// `w0`, `w1` ... of a perceptron; `h1.2.v0`, `out.1.w1` of a network; `x` and `y` of a descent or a graph. What is not
  /// named stays as it is.
  ///
  /// - Parameter picture: A picture of the run; only its shape is looked at, so an older one will do.
  public static func weights(_ numbers: [Setting.Assignment], on picture: any Picture) -> [Change]? {
    var changes: [Change] = []
    for assignment in numbers {
      guard let index = index(of: assignment.name, in: picture) else { return nil }
      changes.append(.parameter(index: index, value: assignment.value))
    }
    return changes
  }

  /// The index of a name among the parameters of a run.
  private static func index(of name: String, in picture: any Picture) -> Int? {
    switch picture {
    case let picture as PerceptronPicture:
      return Quantity.number(name, after: "w").flatMap { $0 <= picture.perceptron.weights.count ? $0 : nil }
    case let picture as NetworkPicture:
      return UnitQuantity(name)?.weightPlace(in: picture.parameters).map(picture.parameters.index(of:))
    case let picture as DescentPicture:
      return name == "x" ? 0 : name == "y" && picture.function.variables == .xAndY ? 1 : nil
    case is GraphPicture: return ["x", "y"].firstIndex(of: name)
    case is ActivationsPicture: return name == "x" ? 0 : nil
    case let picture as LandscapePicture: return index(of: name, in: picture.subject)
    default: return nil
    }
  }
}

extension UnitQuantity {
  /// The place of the weight that is named; nil where it is none, or not one of these.
  fileprivate func weightPlace(in parameters: NetworkParameters) -> NetworkParameters.Place? {
    guard case .weight(let index) = part else { return nil }
    let layer = self.layer ?? parameters.layers.count - 1
    guard layer < parameters.layers.count, self.layer == nil || layer < parameters.layers.count - 1 else { return nil }
    guard unit < parameters.layers[layer].units, index <= parameters.layers[layer].inputs else { return nil }
    return NetworkParameters.Place(layer: layer, unit: unit, input: index == 0 ? nil : index - 1)
  }
}
