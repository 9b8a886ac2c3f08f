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
