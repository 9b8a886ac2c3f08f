extension Key {
  /// Whether a run takes a new value of the setting between two steps, without a new start.
  package func isLive(in scene: SceneKind) -> Bool { scene.runType.isLive(self, in: scene) }
}

extension Key {
  /// The other limit, of which only one can hold: of epochs that of steps.
  package var rival: Key? {
    switch self {
    case .epochs: .steps
    case .steps: .epochs
    default: nil
    }
  }
}
