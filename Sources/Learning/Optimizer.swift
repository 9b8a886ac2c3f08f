/// How a gradient becomes an update.
///
/// Definitions, hyper-parameter names and defaults are PyTorch's; the update itself is in `Optimizer+Update`.
package enum Optimizer: Sendable, Equatable {
  /// w <- w - eta g.
  case sgd
  /// m <- mu m + g; w <- w - eta m.
  case momentum(momentum: Double = 0.9)
  /// m <- mu m + g; w <- w - eta (g + mu m).
  case nesterov(momentum: Double = 0.9)
  /// v <- v + g²; w <- w - eta g / (sqrt v + epsilon). J. Duchi et al., JMLR 12, 2011.
  case adagrad(epsilon: Double = 1e-10)
  /// v <- alpha v + (1 - alpha) g²; w <- w - eta g / (sqrt v + epsilon). G. Hinton, lecture 6e, 2012.
  case rmsprop(alpha: Double = 0.99, epsilon: Double = 1e-8)
  /// v <- rho v + (1 - rho) g²; d = g sqrt(a + epsilon) / sqrt(v + epsilon); a <- rho a + (1 - rho) d²;
  /// w <- w - eta d. M. Zeiler, arXiv:1212.5701.
  case adadelta(rho: Double = 0.9, epsilon: Double = 1e-6)
  /// m and v as running means of g and g², both corrected for their start at 0; w <- w - eta m / (sqrt v + epsilon).
  /// D. Kingma, J. Ba, ICLR 2015.
  case adam(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8)
  /// Like `adam`, after w <- w - eta lambda w with the weight decay lambda. I. Loshchilov, F. Hutter, ICLR 2019.
  case adamw(beta1: Double = 0.9, beta2: Double = 0.999, epsilon: Double = 1e-8, weightDecay: Double = 0.01)

  /// A number that an optimizer has besides the learning rate; the raw values are the names of the command line.
  package enum Hyperparameter: String, CaseIterable, Sendable {
    /// mu: how much of the last update is kept, in [0, 1).
    case momentum
    /// alpha: how much of the mean square is kept, in [0, 1).
    case alpha
    /// rho: how much of the mean squares is kept, in [0, 1).
    case rho
    /// beta 1: how much of the mean gradient is kept, in [0, 1).
    case beta1
    /// beta 2: how much of the mean square is kept, in [0, 1).
    case beta2
    /// epsilon: keeps a denominator from 0; at least 0.
    case epsilon
    /// lambda: how fast weights shrink; at least 0.
    case weightDecay = "weight-decay"

    /// Whether a value is in the range given above.
    package func allows(_ value: Double) -> Bool { value >= 0 && (includesOne ? value.isFinite : value < 1) }

    /// Whether it may be 1 and more: a rate or a constant, not a share.
    package var includesOne: Bool {
      switch self {
      case .epsilon, .weightDecay: true
      case .momentum, .alpha, .rho, .beta1, .beta2: false
      }
    }

    /// What stands for its value in help.
    package var placeholder: String {
      switch self {
      case .momentum, .alpha, .rho, .beta1, .beta2: "FACTOR"
      case .epsilon: "NUMBER"
      case .weightDecay: "RATE"
      }
    }

    /// What it does, in a line.
    package var meaning: String {
      switch self {
      case .momentum: "the share of the last step that the next one keeps"
      case .alpha: "rmsprop's smoothing of the squared gradient"
      case .rho: "adadelta's smoothing of squared gradients and steps"
      case .beta1: "adam's smoothing of the gradient"
      case .beta2: "adam's smoothing of the squared gradient"
      case .epsilon: "keeps the adaptive optimizers from dividing by zero"
      case .weightDecay: "adamw's decay of the weights"
      }
    }
  }

  /// All optimizers with their default hyper-parameters, in the order in which they are offered.
  package static let all: [Optimizer] = [
    .sgd, .momentum(), .nesterov(), .adagrad(), .rmsprop(), .adadelta(), .adam(), .adamw(),
  ]

  /// The name on the command line.
  package var name: String {
    switch self {
    case .sgd: "sgd"
    case .momentum: "momentum"
    case .nesterov: "nesterov"
    case .adagrad: "adagrad"
    case .rmsprop: "rmsprop"
    case .adadelta: "adadelta"
    case .adam: "adam"
    case .adamw: "adamw"
    }
  }

  /// The optimizer of that name with its default hyper-parameters; nil if there is none.
  package init?(name: String) {
    guard let optimizer = Self.all.first(where: { $0.name == name }) else { return nil }
    self = optimizer
  }

  /// The hyper-parameters with their values, in the order of the definition.
  package var hyperparameters: [(name: Hyperparameter, value: Double)] {
    switch self {
    case .sgd: []
    case .momentum(let momentum), .nesterov(let momentum): [(.momentum, momentum)]
    case .adagrad(let epsilon): [(.epsilon, epsilon)]
    case .rmsprop(let alpha, let epsilon): [(.alpha, alpha), (.epsilon, epsilon)]
    case .adadelta(let rho, let epsilon): [(.rho, rho), (.epsilon, epsilon)]
    case .adam(let beta1, let beta2, let epsilon): [(.beta1, beta1), (.beta2, beta2), (.epsilon, epsilon)]
    case .adamw(let beta1, let beta2, let epsilon, let weightDecay):
      [(.beta1, beta1), (.beta2, beta2), (.epsilon, epsilon), (.weightDecay, weightDecay)]
    }
  }

  /// The same optimizer with one hyper-parameter changed; nil if it has no such one.
  package func setting(_ name: Hyperparameter, to value: Double) -> Optimizer? {
    switch (self, name) {
    case (.momentum, .momentum): .momentum(momentum: value)
    case (.nesterov, .momentum): .nesterov(momentum: value)
    case (.adagrad, .epsilon): .adagrad(epsilon: value)
    case (.rmsprop(_, let epsilon), .alpha): .rmsprop(alpha: value, epsilon: epsilon)
    case (.rmsprop(let alpha, _), .epsilon): .rmsprop(alpha: alpha, epsilon: value)
    case (.adadelta(_, let epsilon), .rho): .adadelta(rho: value, epsilon: epsilon)
    case (.adadelta(let rho, _), .epsilon): .adadelta(rho: rho, epsilon: value)
    case (.adam(_, let beta2, let epsilon), .beta1): .adam(beta1: value, beta2: beta2, epsilon: epsilon)
    case (.adam(let beta1, _, let epsilon), .beta2): .adam(beta1: beta1, beta2: value, epsilon: epsilon)
    case (.adam(let beta1, let beta2, _), .epsilon): .adam(beta1: beta1, beta2: beta2, epsilon: value)
    case (.adamw(_, let beta2, let epsilon, let decay), .beta1):
      .adamw(beta1: value, beta2: beta2, epsilon: epsilon, weightDecay: decay)
    case (.adamw(let beta1, _, let epsilon, let decay), .beta2):
      .adamw(beta1: beta1, beta2: value, epsilon: epsilon, weightDecay: decay)
    case (.adamw(let beta1, let beta2, _, let decay), .epsilon):
      .adamw(beta1: beta1, beta2: beta2, epsilon: value, weightDecay: decay)
    case (.adamw(let beta1, let beta2, let epsilon, _), .weightDecay):
      .adamw(beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: value)
    default: nil
    }
  }

  /// How many numbers the optimizer remembers for each parameter: 0, 1 or 2.
  package var memories: Int {
    switch self {
    case .sgd: 0
    case .momentum, .nesterov, .adagrad, .rmsprop: 1
    case .adadelta, .adam, .adamw: 2
    }
  }
}
