extension SceneKind {
  /// What carries a description of the scene out.
  var runType: any Run.Type {
    switch self {
    case .perceptron: PerceptronRun.self
    case .network: NetworkRun.self
    case .curve, .surface: DescentRun.self
    case .graph: GraphRun.self
    case .activations: ActivationsRun.self
    case .race: RaceRun.self
    case .landscape: LandscapeRun.self
    }
  }
}
