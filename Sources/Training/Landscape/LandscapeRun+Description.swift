import Learning

extension LandscapeChoice {
  /// The plane that a description asks for, of a model.
  ///
  /// - Throws: `AssembledRun.Failure` where the model has no weight of a name.
  package init(_ description: Description, for model: LossLandscape.Model) throws(AssembledRun.Failure) {
    let names = ParameterName.all(of: model)
    var weights: [Int] = []
    for name in description.words(.planeWeights) {
      guard let index = names.firstIndex(of: name) else { throw .unknownWeight(name, known: names) }
      weights.append(index)
    }
    let usual = Self.usualWeights(of: model)
    if weights.isEmpty { weights = usual }
    if weights.count == 1, let other = usual.first(where: { $0 != weights[0] }) { weights.append(other) }
    guard weights.count == 2, weights[0] != weights[1] else { throw .repeatedWeight(names[weights[0]]) }
    self.init(
      description.word(.directions).flatMap(LandscapePlane.Kind.init(rawValue:)) ?? .principal, weights: weights,
      seed: UInt64(description.integer(.planeSeed) ?? 1))
  }

  /// The two weights that are shown when nobody chose: w1 and w2 of a perceptron, those into a network's first output.
  private static func usualWeights(of model: LossLandscape.Model) -> [Int] {
    switch model {
    case .perceptron(let features): return features.count > 1 ? [1, 2] : [1, 0]
    case .network(let network):
      guard let output = NetworkParameters.layers(of: network).last else { return [0, 1] }
      let second = output.inputs > 1 ? output.weight(input: 1, unit: 0) : output.bias(unit: 0)
      return [output.weight(input: 0, unit: 0), second]
    }
  }
}

extension LandscapeRun {
  /// Looks at an assembled run as the description of a landscape says.
  ///
  /// - Throws: `AssembledRun.Failure` where there is no such weight, or the other model can't be used.
  init(_ assembled: any ParameterizedRun, _ description: Description) throws(AssembledRun.Failure) {
    let choice = try LandscapeChoice(description, for: assembled.landscapeModel)
    var target: [Double]?
    if let path = description.word(.towards), case .network(let network) = assembled.landscapeModel {
      do throws(ModelError) {
        target = try Self.parameters(of: network, at: path, classes: assembled.dataset.classNames)
      } catch { throw .model(error) }
    }
    self.init(assembled, description, choice: choice, target: target)
  }

  private static func parameters(
    of network: Network, at path: String, classes: [String]
  ) throws(ModelError) -> [Double] {
    let file = try ModelFile(reading: path)
    if let others = file.classes, others != classes { throw ModelError(path: path, problem: .otherClasses(others)) }
    let other: (network: Network, parameters: NetworkParameters)
    do throws(ModelFile.Fault) { other = try file.network() } catch {
      throw ModelError(path: path, problem: .fault(error))
    }
    guard other.network == network else { throw ModelError(path: path, problem: .otherNetwork) }
    return other.parameters.values
  }
}

extension Description {
  /// What the run is carried out by that a landscape looks at.
  package var ofSubject: Description {
    var description = Description(subject)
    for (key, setting) in explicit where key != .of && key != .vary && key != .view && !key.isOfPlane {
      description[key] = setting
    }
    return description
  }
}

extension Key {
  /// Whether it is about what a landscape shows, and nothing to the run.
  package var isOfPlane: Bool {
    switch self {
    case .directions, .planeWeights, .planeSeed, .towards, .span, .resolution: true
    default: false
    }
  }
}
