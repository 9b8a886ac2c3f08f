import Learning
import Training

extension Change {
  /// The change that gives named weights, or the coordinates of a point, other numbers; nil where there are none so called.
  ///
  /// `w0`, `w1` ... of a perceptron; `h1.2.v0`, `out.1.w1` of a network; `x` and `y` of a descent or a graph.
  ///
  /// - Parameter picture: The run as it stands: what is not named stays.
  public init?(weights numbers: [Setting.Assignment], on picture: any Picture) {
    switch picture {
    case let picture as PerceptronPicture:
      var weights = [picture.perceptron.bias] + picture.perceptron.weights
      for assignment in numbers {
        guard let index = Quantity.number(assignment.name, after: "w"), weights.indices.contains(index) else {
          return nil
        }
        weights[index] = assignment.value
      }
      self = .parameters(weights)
    case let picture as NetworkPicture:
      var parameters = picture.parameters
      for assignment in numbers {
        guard let place = UnitQuantity(assignment.name)?.weightPlace(in: parameters) else { return nil }
        parameters[place] = assignment.value
      }
      self = .parameters(parameters.values)
    case let picture as DescentPicture:
      var point = picture.first.point
      for assignment in numbers {
        switch assignment.name {
        case "x": point.x = assignment.value
        case "y" where picture.function.variables == .xAndY: point.y = assignment.value
        default: return nil
        }
      }
      self = .point(picture.function.variables == .x ? [point.x] : [point.x, point.y])
    case let picture as GraphPicture:
      var point = picture.point
      for assignment in numbers {
        switch assignment.name {
        case "x": point.x = assignment.value
        case "y": point.y = assignment.value
        default: return nil
        }
      }
      self = .point([point.x, point.y])
    case let picture as LandscapePicture: self.init(weights: numbers, on: picture.subject)
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
