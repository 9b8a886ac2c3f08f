import ArgumentParser
import Learning
import Training

// What the command line has for each kind of scene: its command, and its records.

extension SceneKind {
  /// The command that shows the scene.
  var command: any ParsableCommand.Type {
    switch self {
    case .perceptron: PerceptronCommand.self
    case .network: NetworkCommand.self
    case .curve: CurveCommand.self
    case .surface: SurfaceCommand.self
    case .graph: GraphCommand.self
    case .activations: ActivationsCommand.self
    case .race: RaceCommand.self
    case .landscape: LandscapeCommand.self
    }
  }
}

extension HeadlessSession {
  /// A run with what its kind has for records.
  func playable(
    _ assembled: AssembledRun, _ description: Description, _ standardization: Standardization?
  ) throws(MissingRecords) -> any PlayableRun {
    let run: (any PlayableRun)? =
      switch description.scene {
      case .perceptron:
        (assembled.run as? PerceptronRun).map { run in
          let examples = assembled.test.map { PerceptronExamples($0, features: description.features) }
          return HeadlessRun(
            run, PerceptronRecords(description: description, test: examples, standardization: standardization))
        }
      case .network:
        (assembled.run as? NetworkRun).map { run in
          HeadlessRun(
            run,
            NetworkRecords(
              description: run.description, hasParameters: hasParameters, standardization: standardization))
        }
      case .curve, .surface:
        (assembled.run as? DescentRun).map { HeadlessRun($0, DescentRecords(description: description)) }
      case .graph: (assembled.run as? GraphRun).map { HeadlessRun($0, GraphRecords(description: description)) }
      case .activations:
        (assembled.run as? ActivationsRun).map { HeadlessRun($0, ActivationsRecords(description: description)) }
      case .race, .landscape: nil
      }
    guard let run else { throw MissingRecords(scene: description.scene) }
    return run
  }
}
