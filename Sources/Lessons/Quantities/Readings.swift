import Calculus
import Learning
import Training

/// What can be read of a run at one step, by name: the same numbers for checks, conditions and goals.
public struct Readings: Sendable {
  private let snapshot: Snapshot

  /// Takes the readings from a snapshot.
  public init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
  }

  /// What a quantity is at; nil where the run has no such quantity, or not yet.
  ///
  /// - Parameter example: Of whose way through a network the numbers of units are read.
  public func value(of quantity: Quantity, example: Int = 0) -> Quantity.Reading? {
    switch quantity.member {
    case .whole: return value(quantity.base, example: example)
    case .run(let index):
      if let race = snapshot.picture as? RacePicture {
        guard race.entries.indices.contains(index) else { return nil }
        return Readings(race.entries[index].snapshot).value(quantity.base, example: example)
      }
      guard let picture = snapshot.picture as? DescentPicture, picture.descents.indices.contains(index) else {
        return nil
      }
      return value(quantity.base, of: picture.descents[index])
    case .branch(let index):
      guard snapshot.branches.indices.contains(index) else { return nil }
      return Readings(snapshot.standing(on: snapshot.branches[index])).value(quantity.base, example: example)
    }
  }

  private func value(_ name: String, example: Int) -> Quantity.Reading? {
    switch name {
    case "step": return .number(Double(snapshot.step))
    case "epoch": return .number(Double(snapshot.epochsCompleted))
    case "branches": return .number(Double(max(1, snapshot.branches.count)))
    case "status": return .word(snapshot.status.word)
    case "learning-rate": return snapshot.learningRate.isNaN ? nil : .number(snapshot.learningRate)
    default: break
    }
    let number: Double? =
      switch snapshot.picture {
      case let picture as PerceptronPicture: value(name, of: picture)
      case let picture as NetworkPicture: NetworkReadings(picture).value(name, example: example)
      case let picture as DescentPicture: value(name, of: picture)
      case let picture as GraphPicture: value(name, of: picture)
      case let picture as ActivationsPicture: value(name, of: picture)
      case let picture as LandscapePicture: value(name, of: picture)
      default: nil
      }
    if number == nil, let picture = snapshot.picture as? LandscapePicture {
      var inner = snapshot
      inner.picture = picture.subject
      return Readings(inner).value(name, example: example)
    }
    return number.map(Quantity.Reading.number)
  }

  // MARK: Landscape

  /// What a landscape has besides the quantities of its run.
  private func value(_ name: String, of picture: LandscapePicture) -> Double? {
    switch name {
    case "alpha": picture.position.alpha
    case "beta": picture.position.beta
    case "explained1": picture.explained?.first
    case "explained2": picture.explained?.last
    default: nil
    }
  }

  // MARK: Perceptron

  private func value(_ name: String, of picture: PerceptronPicture) -> Double? {
    let step = picture.lastStep
    switch name {
    case "mistakes": return Double(picture.evaluation.errors)
    case "right": return Double(picture.dataset.count - picture.evaluation.errors)
    case "accuracy": return picture.evaluation.accuracy
    case "loss": return picture.evaluation.loss
    case "updates": return Double(picture.totalMistakes)
    case "s": return step?.score
    case "prediction": return step.map { Double($0.prediction) }
    case "target": return step.map { Double($0.target) }
    case "step-loss": return step?.loss
    case "period": if case .cycling(let period) = snapshot.status { return Double(period) } else { return nil }
    case "w0": return picture.perceptron.bias
    case "gradient.w0": return step?.biasGradient
    default: break
    }
    func element(_ index: Int?, of numbers: [Double]?) -> Double? {
      guard let index, let numbers, numbers.indices.contains(index - 1) else { return nil }
      return numbers[index - 1]
    }
    return element(Quantity.number(name, after: "w"), of: picture.perceptron.weights)
      ?? element(Quantity.number(name, after: "gradient.w"), of: step?.gradient)
  }

  // MARK: Descents

  private func value(_ name: String, of picture: DescentPicture) -> Double? {
    switch name {
    case "lambda-max": return picture.theory.steps.curvatures.last
    case "factor": return picture.theory.measuredFactors.flatMap { decisive(picture, $0) }
    case "theory": return picture.theory.predictedFactors.flatMap { decisive(picture, $0) }
    default:
      if case .number(let number)? = value(name, of: picture.first) { return number } else { return nil }
    }
  }

  /// The factor along the steepest curvature, or along the other one where the point is at its bottom.
  private func decisive(_ picture: DescentPicture, _ factors: [Double?]) -> Double? {
    guard let measured = picture.theory.measuredFactors else { return factors.last ?? nil }
    return zip(factors, measured).reversed().first { $0.1 != nil }?.0 ?? factors.last ?? nil
  }

  private func value(_ name: String, of descent: Descent) -> Quantity.Reading? {
    switch name {
    case "status": .word(descent.status.word)
    case "step": .number(Double(descent.step))
    case "learning-rate": .number(descent.learningRate)
    case "x": .number(descent.point.x)
    case "y": .number(descent.point.y)
    case "value", "loss": .number(descent.value)
    case "slope", "gx": .number(descent.gradient.x)
    case "gy": .number(descent.gradient.y)
    case "gradient-length": .number(descent.gradient.length)
    default: nil
    }
  }

  // MARK: Activation functions

  private func value(_ name: String, of picture: ActivationsPicture) -> Double? {
    switch name {
    case "x": picture.x
    case "value": picture.value
    case "slope": picture.slope
    default: nil
    }
  }

  // MARK: Graphs

  private func value(_ name: String, of picture: GraphPicture) -> Double? {
    let nodes = picture.evaluated.graph.nodes
    let result = picture.evaluated.graph.result
    let known = picture.knowledge
    if name == "value" { return known[result.id].value }
    if let node = nodes.first(where: { $0.name == name }) { return known[node.id].value }
    let node = nodes.first { name == "d/d\($0.name)" || name == "d\(result.name)/d\($0.name)" }
    return node.flatMap { known[$0.id].derivative }
  }
}

extension RunStatus {
  /// The status in one word.
  public var word: String {
    switch self {
    case .running: "running"
    case .converged: "converged"
    case .finished: "finished"
    case .cycling: "cycling"
    case .diverged: "diverged"
    }
  }
}

extension Snapshot {
  /// The snapshot as if another of its branches were spoken of.
  fileprivate func standing(on branch: BranchSnapshot) -> Snapshot {
    var other = self
    other.step = branch.step
    other.head = branch.head
    other.status = branch.status
    other.learningRate = branch.learningRate
    other.history = branch.history
    other.picture = branch.picture
    other.spokenBranch = branch.id
    return other
  }
}
