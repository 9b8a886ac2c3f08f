import Learning

extension Key {
  /// Whether a run takes a new value of the setting between two steps, without a new start.
  public func isLive(in scene: SceneKind) -> Bool {
    switch (scene, self) {
    // What is opened from a race is carried out by its description, so that must tell all.
    case (.race, _): false
    case (_, .learningRate), (.perceptron, .activation): true
    case (.curve, .optimizer), (.curve, .steps), (.curve, .stopAtLoss): true
    case (.surface, .optimizer), (.surface, .steps), (.surface, .stopAtLoss): true
    case (.curve, _), (.surface, _): Optimizer.Hyperparameter(rawValue: rawValue) != nil
    case (.graph, .at), (.activations, .at), (.activations, .activation): true
    case (.network, _): isLiveForNetworks
    case (.landscape, _): isOfPlane && self != .towards
    default: false
    }
  }
}

extension Key {
  /// The other limit, of which only one can hold: of epochs that of steps.
  public var rival: Key? {
    switch self {
    case .epochs: .steps
    case .steps: .epochs
    default: nil
    }
  }
}
