import Training

/// Which scene shows which kind of run.
enum SceneCatalog {
  /// Every scene, in the order in which their keys are listed.
  static let all: [any Scene.Type] = [
    PerceptronScene.self, CurveScene.self, SurfaceScene.self, GraphScene.self, NetworkScene.self,
    ActivationsScene.self, RaceScene.self, LandscapeScene.self,
  ]

  /// A fresh scene for a description.
  static func scene(for description: Description) -> any Scene {
    switch description.scene {
    case .network: NetworkScene()
    case .curve: CurveScene()
    case .surface: SurfaceScene()
    case .graph: GraphScene()
    case .activations: ActivationsScene()
    case .race: RaceScene()
    case .landscape: LandscapeScene(of: description.subject)
    case .perceptron: PerceptronScene()
    }
  }
}
