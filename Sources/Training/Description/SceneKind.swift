/// A kind of picture for a kind of run; the name is also the command's.
package enum SceneKind: String, CaseIterable, Sendable {
  case perceptron, network, curve, surface, graph, activations, race, landscape

  /// Whether the scene shows another scene's runs (`downhill race surface`, `downhill landscape`), whose keys it takes.
  package var isOfAnother: Bool { self == .race || self == .landscape }

  /// What a sentence calls one: a perceptron, an activations scene.
  package var noun: String { self == .activations ? "an activations scene" : "a \(rawValue)" }

  /// Whether its runs learn from examples.
  package var learns: Bool { [SceneKind].learning.contains(self) }
}

extension [SceneKind] {
  /// The scenes whose runs learn from examples.
  static var learning: [SceneKind] { [.perceptron, .network] }
  /// The scenes whose runs go down a function.
  static var descending: [SceneKind] { [.curve, .surface] }
  /// The scenes whose runs take steps with a learning rate.
  static var stepping: [SceneKind] { learning + descending }
}

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

/// A way to look at a run, where a scene has several; the raw values are the words of the `view` key.
///
/// A view changes nothing about the run: its numbers are the same in all of them.
package enum SceneView: String, CaseIterable, Sendable {
  /// A network: its decision field, units and losses.
  case output
  /// A network: one example's way forward and backward, number by number.
  case backpropagation
  /// A network: the circle of forward pass, loss, backward pass and update.
  case trainingLoop = "training-loop"
  /// A surface or a landscape: its contours from above.
  case flat
  /// A surface or a landscape: in perspective.
  case relief
  /// A landscape: the loss along its first direction alone.
  case slice
  /// A landscape: the loss along its second direction alone.
  case crossSlice = "cross-slice"

  /// The views that a scene has, in the order of the key that goes through them; the first is the usual one.
  ///
  /// Empty for a scene with one view.
  package static func views(of scene: SceneKind) -> [SceneView] {
    switch scene {
    case .network: [.output, .backpropagation, .trainingLoop]
    case .surface: [.flat, .relief]
    case .landscape: [.flat, .relief, .slice, .crossSlice]
    case .perceptron, .curve, .graph, .activations, .race: []
    }
  }

  static func names(of scene: SceneKind) -> [String] { views(of: scene).map(\.rawValue) }

  /// The view after this one in a scene, the first after the last.
  package func next(in scene: SceneKind) -> SceneView {
    let views = SceneView.views(of: scene)
    guard let index = views.firstIndex(of: self) else { return views.first ?? self }
    return views[(index + 1) % views.count]
  }
}

extension Description {
  /// How the run is looked at; nil for a scene with one view.
  package var view: SceneView? { word(.view).flatMap(SceneView.init) }
}
