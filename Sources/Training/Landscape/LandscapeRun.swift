import Learning

/// A run together with the loss around its weights: it learns as the run would, and remembers the path.
///
/// The losses are those of the data alone, without a regularizer, over the examples that are trained on.
package struct LandscapeRun: Run {
  /// What is carried out, with the changes made since.
  package private(set) var description: Description
  /// The run that learns.
  package private(set) var subject: any ParameterizedRun
  /// The path so far.
  package private(set) var trajectory: Trajectory
  /// Which plane is shown, unless a picture is wished otherwise.
  package private(set) var choice: LandscapeChoice
  /// The loss as a function of all parameters.
  package private(set) var landscape: LossLandscape
  /// The examples that the loss is the mean over.
  var shown: Dataset
  /// The other model, for directions towards it.
  let target: [Double]?
  /// The names of all parameters.
  let names: [String]
  /// Shared by all copies of the run, which changes no number of theirs.
  let memo = LandscapeMemo()

  /// The most examples that a landscape is the mean over; of more, an even choice.
  package static let mostExamples = 10_000

  /// Looks at a run that stands at its start.
  ///
  /// - Parameters:
  ///   - subject: The run.
  ///   - description: What is carried out: a landscape.
  ///   - choice: Which plane is shown.
  ///   - target: The other model's parameters, for directions towards it.
  /// - Precondition: the weights chosen are there, and the other model has as many parameters as the run.
  package init(
    _ subject: any ParameterizedRun, _ description: Description, choice: LandscapeChoice, target: [Double]? = nil
  ) {
    self.subject = subject
    self.description = description
    self.choice = choice
    self.target = target
    names = ParameterName.all(of: subject.landscapeModel)
    shown = subject.dataset.thinned(to: Self.mostExamples)
    landscape = LossLandscape(subject.landscapeModel, on: shown)
    precondition(
      choice.kind != .towards || target?.count == names.count,
      "another model of \(target?.count ?? 0) parameters for \(names.count)")
    let parameters = subject.parameterValues
    trajectory = Trajectory(step: subject.step, parameters: parameters, loss: landscape.loss(at: parameters))
  }

  /// As many steps as the run has made.
  package var step: Int { subject.step }
  /// The epochs that the run has completed.
  package var epochsCompleted: Int { subject.epochsCompleted }
  /// How the run stands.
  package var status: RunStatus { subject.status }
  /// How many steps its epochs have.
  package var stepsPerEpoch: Int { subject.stepsPerEpoch }
  /// How many steps are left in its epoch.
  package var stepsToEpochEnd: Int { subject.stepsToEpochEnd }
  /// That of the run.
  package var learningRate: Double { subject.learningRate }
  /// The run's own, the list of the path's points, and the newest point; older ones are shared.
  package var checkpointSize: Int { subject.checkpointSize + 32 * Trajectory.most + 8 * names.count }

  /// Lets the run learn, and notes the path on the way.
  package mutating func advance(by count: Int, history: inout History) {
    var left = count
    while left > 0 && status.canAdvance {
      let before = step
      subject.advance(by: min(left, trajectory.stepsToNext(from: before)), history: &history)
      guard step > before else { return }
      left -= step - before
      let (subject, landscape) = (subject, landscape)
      trajectory.note(step: step) {
        let parameters = subject.parameterValues
        return (parameters, landscape.loss(at: parameters))
      }
    }
  }

  /// Passes changes on to the run; what is about the plane is taken here.
  package mutating func apply(_ change: Change) throws(ChangeError) {
    if case .setting(let key, let value) = change, key.isOfPlane {
      try choose(key, value)
      return
    }
    try subject.apply(change)
    switch change {
    case .setting(let key, let value): description.take(key, value)
    case .parameter, .parameters:
      let parameters = subject.parameterValues
      trajectory.jump(step: step, parameters: parameters, loss: landscape.loss(at: parameters))
    case .dataset:
      shown = subject.dataset.thinned(to: Self.mostExamples)
      landscape = LossLandscape(subject.landscapeModel, on: shown)
      let landscape = landscape
      trajectory.reevaluate { landscape.loss(at: $0) }
    case .point: break
    }
  }

  private mutating func choose(_ key: Key, _ value: Setting) throws(ChangeError) {
    guard key != .towards else { throw .needsNewStart(key) }
    var changed = description
    changed[key] = value
    let chosen: LandscapeChoice
    do { chosen = try LandscapeChoice(changed, for: subject.landscapeModel) } catch {
      throw .doesNotApply("there is no such weight")
    }
    guard chosen.kind != .towards || target != nil else { throw .needsNewStart(key) }
    choice = chosen
    description = changed
  }
}
