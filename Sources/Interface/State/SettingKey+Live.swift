import Training

extension SettingKey {
  /// Whether a run takes a new value of the setting between two steps, without a new start.
  func isLive(in scene: SceneKind) -> Bool {
    switch (scene, self) {
    case (_, .learningRate), (.perceptron, .activation): true
    default: false
    }
  }
}
