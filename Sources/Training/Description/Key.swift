import Learning

/// What can be set in a description: the name on the command line (`--learning-rate`), in a lesson's YAML and in JSON.
///
/// Everything known about a key stands in its `specification`: one table that feeds validation, option help,
/// completions, `downhill list keys`, lessons and the program's own command line. The order is the order of all lists.
package enum Key: String, CaseIterable, Sendable {
  case of
  case vary
  case view
  case directions
  case planeWeights = "plane-weights"
  case planeSeed = "plane-seed"
  case towards
  case span
  case resolution

  case data
  case columns
  case label
  case target
  case classes
  case header
  case delimiter
  case decimal
  case thousands
  case comment
  case missing
  case standardize
  case noise
  case flipNoise = "flip-noise"
  case examples
  case testFraction = "test-fraction"
  case seed
  case dataSeed = "data-seed"

  case features
  case hidden
  case activation
  case outputActivation = "output-activation"
  case initializer
  case weightSeed = "weight-seed"
  case dropout
  case weights
  case model

  case function
  case at
  case start

  case loss
  case learningRate = "learning-rate"
  case schedule
  case decay
  case decayEvery = "decay-every"
  case batchSize = "batch-size"
  case order
  case orderSeed = "order-seed"
  case optimizer
  case momentum
  case alpha
  case rho
  case nu
  case beta1
  case beta2
  case epsilon
  case weightDecay = "weight-decay"
  case l1
  case l2

  case epochs
  case steps
  case stopAtLoss = "stop-at-loss"
  case patience

  /// The keys that a scene's description takes, in the order of all lists.
  ///
  /// A race takes those of the scene it races, and its own; so does a landscape.
  package static func keys(of scene: SceneKind, showing subject: SceneKind? = nil) -> [Key] {
    allCases.filter { key in
      let scenes = key.specification.scenes
      return scenes.contains(scene) || subject.map(scenes.contains) == true
    }
  }
}

extension Key {
  /// The key of a number that an optimizer has.
  package init(_ number: Optimizer.Hyperparameter) {
    self =
      switch number {
      case .momentum: .momentum
      case .alpha: .alpha
      case .rho: .rho
      case .nu: .nu
      case .beta1: .beta1
      case .beta2: .beta2
      case .epsilon: .epsilon
      case .weightDecay: .weightDecay
      }
  }

  /// The number of an optimizer that it sets; nil where it sets none.
  package var hyperparameter: Optimizer.Hyperparameter? { Optimizer.Hyperparameter.allCases.first { Key($0) == self } }
  /// Whether it sets a number that some optimizer has.
  package var isOfOptimizer: Bool { hyperparameter != nil }
}

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
