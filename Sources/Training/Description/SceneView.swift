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
