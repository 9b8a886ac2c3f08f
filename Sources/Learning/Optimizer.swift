import RealModule

/// How a gradient becomes an update.
///
/// Definitions, names of numbers and defaults are PyTorch's; those of `qhm` are its authors'. All that is known of an
/// optimizer stands in this file: what it is called, remembers and is good for, and its one rule.
package enum Optimizer: Sendable, Equatable {
  /// w <- w - eta g.
  case sgd
  /// m <- mu m + g; w <- w - eta m.
  case momentum(momentum: Double = 0.9)
  /// m <- mu m + g; w <- w - eta (g + mu m).
  case nesterov(momentum: Double = 0.9)
  /// v <- beta v + (1 - beta) g; w <- w - eta ((1 - nu) g + nu v). J. Ma, D. Yarats, ICLR 2019.
  case qhm(momentum: Double = 0.999, nu: Double = 0.7)
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

  /// All optimizers with their default numbers, in the order in which they are offered.
  package static let all: [Optimizer] = [
    .sgd, .momentum(), .nesterov(), .qhm(), .adagrad(), .rmsprop(), .adadelta(), .adam(), .adamw(),
  ]

  /// A number that an optimizer has besides the learning rate; the raw values are the names of the command line.
  package enum Hyperparameter: String, CaseIterable, Sendable {
    case momentum, alpha, rho, nu, beta1, beta2, epsilon
    case weightDecay = "weight-decay"

    /// What it may be, its letter in formulas (empty where it has none of its own), what stands for it in help, and what
    /// it means.
    package var facts: (range: Range, letter: String, placeholder: String, help: String) {
      switch self {
      case .momentum: (.belowOne, "β", "FACTOR", "the share of the last step that the next one keeps")
      case .alpha: (.belowOne, "α", "FACTOR", "rmsprop's smoothing of the squared gradient")
      case .rho: (.belowOne, "ρ", "FACTOR", "adadelta's smoothing of squared gradients and steps")
      case .nu: (.unit, "ν", "SHARE", "the share that qhm gives its running mean beside the gradient itself")
      case .beta1: (.belowOne, "β1", "FACTOR", "adam's smoothing of the gradient")
      case .beta2: (.belowOne, "β2", "FACTOR", "adam's smoothing of the squared gradient")
      case .epsilon: (.notNegative, "ε", "NUMBER", "keeps the adaptive optimizers from dividing by zero")
      case .weightDecay: (.notNegative, "", "RATE", "adamw's decay of the weights")
      }
    }

    /// The numbers it may be: from 0 to 1, without 1 or with it, or any that is not below 0.
    package enum Range: Sendable { case belowOne, unit, notNegative }

    /// Whether it may be so.
    package func allows(_ value: Double) -> Bool {
      switch facts.range {
      case .belowOne: value >= 0 && value < 1
      case .unit: value >= 0 && value <= 1
      case .notNegative: value >= 0 && value.isFinite
      }
    }
  }

  /// Its numbers in the order of the definition.
  package var hyperparameters: [(name: Hyperparameter, value: Double)] {
    switch self {
    case .sgd: []
    case .momentum(let momentum), .nesterov(let momentum): [(.momentum, momentum)]
    case .qhm(let momentum, let nu): [(.momentum, momentum), (.nu, nu)]
    case .adagrad(let epsilon): [(.epsilon, epsilon)]
    case .rmsprop(let alpha, let epsilon): [(.alpha, alpha), (.epsilon, epsilon)]
    case .adadelta(let rho, let epsilon): [(.rho, rho), (.epsilon, epsilon)]
    case .adam(let beta1, let beta2, let epsilon): [(.beta1, beta1), (.beta2, beta2), (.epsilon, epsilon)]
    case .adamw(let beta1, let beta2, let epsilon, let decay):
      [(.beta1, beta1), (.beta2, beta2), (.epsilon, epsilon), (.weightDecay, decay)]
    }
  }

  /// The same optimizer with other numbers, in the order of its own.
  private func with(_ n: [Double]) -> Optimizer {
    switch self {
    case .sgd: .sgd
    case .momentum: .momentum(momentum: n[0])
    case .nesterov: .nesterov(momentum: n[0])
    case .qhm: .qhm(momentum: n[0], nu: n[1])
    case .adagrad: .adagrad(epsilon: n[0])
    case .rmsprop: .rmsprop(alpha: n[0], epsilon: n[1])
    case .adadelta: .adadelta(rho: n[0], epsilon: n[1])
    case .adam: .adam(beta1: n[0], beta2: n[1], epsilon: n[2])
    case .adamw: .adamw(beta1: n[0], beta2: n[1], epsilon: n[2], weightDecay: n[3])
    }
  }

  /// The same optimizer with one number changed; nil if it has no such one.
  package func setting(_ name: Hyperparameter, to value: Double) -> Optimizer? {
    let own = hyperparameters
    guard own.contains(where: { $0.name == name }) else { return nil }
    return with(own.map { $0.name == name ? value : $0.value })
  }

  /// The optimizer of that name with its default numbers; nil if there is none.
  package init?(name: String) {
    guard let optimizer = Self.all.first(where: { $0.name == name }) else { return nil }
    self = optimizer
  }

  /// The name on the command line.
  package var name: String { facts.name }
  /// The largest product of learning rate and curvature with which it settles; nil where there is none.
  package var stabilityBound: Double? { facts.bound?.product }

  /// The learning rate that an optimizer is usually run at.
  package enum UsualRate: Sendable {
    /// So much of what is usual for plain gradient descent: its steps grow with the slope.
    case share(Double)
    /// Its steps are about as long as the rate: of a network this one; on a function so many times the one that crosses
    /// the picture in about 80 steps.
    case length(network: Double, crossing: Double)
    /// It finds its own length.
    case always(Double)
  }

  /// What is known of an optimizer besides its rule.
  package struct Facts: Sendable {
    package let name: String
    package let usualRate: UsualRate
    /// Whether a step goes on where there is no gradient, by what is left of the ones before.
    package let carriesOn: Bool
    /// What it is for and when it fails, in two sentences.
    package let summary: String
    /// The largest product of learning rate and curvature with which the update settles, and where it comes from.
    ///
    /// On a quadratic of curvature λ a step of sgd multiplies the distance by 1 - ηλ. With momentum β the distances obey
    /// r² - (1 + β - ηλ) r + β = 0 (heavy ball) or r² - (1 + β)(1 - ηλ) r + β (1 - ηλ) = 0 (Nesterov), of qhm
    /// r² - (1 + β - ηλ(1 - βν)) r + β (1 - ηλ(1 - ν)) = 0; their roots have to lie inside the unit circle. Nil for rules
    /// that scale every parameter for itself: what counts for them is the curvature of the scaled loss. Source: J. Cohen
    /// et al., ICLR 2021, section 2 and appendix B.
    package let bound: (product: Double, reason: String)?

    init(
      _ name: String, rate: UsualRate, carriesOn: Bool = false, bound: (Double, String)? = nil, _ summary: String
    ) {
      (self.name, usualRate, self.carriesOn, self.bound, self.summary) = (name, rate, carriesOn, bound, summary)
    }
  }

  /// What is known of it besides its rule.
  package var facts: Facts {
    switch self {
    case .sgd:
      Facts(
        "sgd", rate: .share(1),
        bound: (
          2, "along a direction of curvature λ a step multiplies the distance by 1 − ηλ: it shrinks below ηλ = 2"
        ), "The gradient as it is: what the theory is about. It crawls along narrow valleys.")
    case .momentum(let beta):
      Facts(
        "momentum", rate: .share(0.1), carriesOn: true,
        bound: (2 * (1 + beta), "with momentum β the bound is 2(1 + β)"),
        "Adds a share of the last step: fast along valleys and over small dips. It overshoots and swings.")
    case .nesterov(let beta):
      Facts(
        "nesterov", rate: .share(0.1), carriesOn: true,
        bound: (2 * (1 + beta) / (1 + 2 * beta), "with Nesterov's momentum β the bound is 2(1 + β)/(1 + 2β)"),
        "Momentum that looks ahead, so it swings less. Its limit of stability is lower.")
    case .qhm(let beta, let nu):
      Facts(
        "qhm", rate: .share(1), carriesOn: true,
        bound: (
          2 * (1 + beta) / (1 + beta - 2 * beta * nu),
          "with the share ν of a mean of momentum β the bound is 2(1 + β)/(1 + β − 2βν)"
        ),
        "A share ν of a long running mean, the rest the gradient itself: steadier than sgd. One more number to choose.")
    case .adagrad:
      Facts(
        "adagrad", rate: .length(network: 0.01, crossing: 5),
        "A rate for each weight, by its past gradients: for rare inputs. The rates only fall, and it may stop early.")
    case .rmsprop:
      Facts(
        "rmsprop", rate: .length(network: 0.01, crossing: 1),
        "A rate for each weight, by its recent gradients. Near a minimum it keeps shaking with a fixed η.")
    case .adadelta:
      Facts(
        "adadelta", rate: .always(1), "As rmsprop, with its own unit of length: η 1 is usual. It starts slowly.")
    case .adam:
      Facts(
        "adam", rate: .length(network: 0.001, crossing: 1), carriesOn: true,
        "Momentum and a rate for each weight: works almost everywhere. It can miss what plain steps would find.")
    case .adamw:
      Facts(
        "adamw", rate: .length(network: 0.001, crossing: 1), carriesOn: true,
        "Adam with weights that shrink by themselves: generalizes better. One more number to choose.")
    }
  }

  /// The parts of its rule as a screen writes them.
  ///
  /// - Parameters:
  ///   - w: What moves: `x`.
  ///   - g: The gradient: `G`.
  ///   - dot: What stands between a letter and the gradient.
  ///   - number: A number as text.
  package func formula(_ w: String, _ g: String, dot: String, _ number: (Double) -> String) -> [String] {
    switch self {
    case .sgd: ["\(w) ← \(w) − η\(dot)\(g)"]
    case .momentum(let beta): ["v ← βv + \(g)", "\(w) ← \(w) − ηv", "β = \(number(beta))"]
    case .nesterov(let beta): ["v ← βv + \(g)", "\(w) ← \(w) − η(\(g) + βv)", "β = \(number(beta))"]
    case .qhm(let beta, let nu):
      [
        "v ← βv + (1−β)\(g)", "\(w) ← \(w) − η((1−ν)\(g) + νv)", "β = \(number(beta)), ν = \(number(nu))",
      ]
    case .adagrad: ["s ← s + \(g)²", "\(w) ← \(w) − η \(g)/√s"]
    case .rmsprop: ["s ← αs + (1−α)\(g)²", "\(w) ← \(w) − η \(g)/√s"]
    case .adadelta: ["s, q: means of \(g)², d²", "d = \(g)·√q/√s", "\(w) ← \(w) − ηd"]
    case .adam: ["m, s: means of \(g), \(g)²", "\(w) ← \(w) − ηm/√s"]
    case .adamw: ["as adam, after \(w) ← (1 − η·decay)\(w)"]
    }
  }

  /// How many numbers it remembers for each parameter: 0, 1 or 2.
  @inline(__always)
  package var memories: Int {
    switch self {
    case .sgd: 0
    case .momentum, .nesterov, .qhm, .adagrad, .rmsprop: 1
    case .adadelta, .adam, .adamw: 2
    }
  }

  // MARK: The rule

  /// The constants of one step's update, computed once and used for every parameter.
  struct Constants<Number: UpdateNumber> {
    let rate, kept, added, share, rest, keptSquare, addedSquare, epsilon, correction, shrink: Number
  }

  /// The constants for a step, counted from 1, at a learning rate.
  @inline(__always)
  func constants<Number: UpdateNumber>(step: Int, learningRate: Double, as type: Number.Type) -> Constants<Number> {
    var (rate, kept, share, keptSquare, epsilon, correction, shrink) = (learningRate, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0)
    switch self {
    case .sgd: break
    case .momentum(let momentum), .nesterov(let momentum): kept = momentum
    case .qhm(let momentum, let nu): (kept, share) = (momentum, nu)
    case .adagrad(let small): epsilon = small
    case .rmsprop(let alpha, let small): (keptSquare, epsilon) = (alpha, small)
    case .adadelta(let rho, let small): (keptSquare, epsilon) = (rho, small)
    case .adam(let beta1, let beta2, let small), .adamw(let beta1, let beta2, let small, _):
      (kept, keptSquare, epsilon) = (beta1, beta2, small)
      rate = learningRate / (1 - Double.pow(beta1, step))
      correction = 1 / (1 - Double.pow(beta2, step)).squareRoot()
      if case .adamw(_, _, _, let decay) = self { shrink = 1 - learningRate * decay }
    }
    return Constants(
      rate: Number(constant: rate), kept: Number(constant: kept), added: Number(constant: 1 - kept),
      share: Number(constant: share), rest: Number(constant: 1 - share), keptSquare: Number(constant: keptSquare),
      addedSquare: Number(constant: 1 - keptSquare), epsilon: Number(constant: epsilon),
      correction: Number(constant: correction), shrink: Number(constant: shrink))
  }

  /// The one definition of every optimizer: the new value of a parameter w with gradient g.
  ///
  /// `first` and `second` are what the optimizer remembers; a rule that remembers less leaves them alone. Used for single
  /// numbers and for lanes of numbers alike.
  @inline(__always)
  func updated<Number: UpdateNumber>(
    _ w: Number, gradient g: Number, first: inout Number, second: inout Number, constants c: Constants<Number>
  ) -> Number {
    switch self {
    case .sgd:
      return w - c.rate * g
    case .momentum:
      first = c.kept * first + g
      return w - c.rate * first
    case .nesterov:
      first = c.kept * first + g
      return w - c.rate * (g + c.kept * first)
    case .qhm:
      first = c.kept * first + c.added * g
      return w - c.rate * (c.rest * g + c.share * first)
    case .adagrad:
      first = first + g * g
      return w - c.rate * g / (first.squareRoot() + c.epsilon)
    case .rmsprop:
      first = c.keptSquare * first + c.addedSquare * g * g
      return w - c.rate * g / (first.squareRoot() + c.epsilon)
    case .adadelta:
      first = c.keptSquare * first + c.addedSquare * g * g
      let change = g * ((second + c.epsilon).squareRoot() / (first + c.epsilon).squareRoot())
      second = c.keptSquare * second + c.addedSquare * change * change
      return w - c.rate * change
    case .adam, .adamw:
      first = c.kept * first + c.added * g
      second = c.keptSquare * second + c.addedSquare * g * g
      return w * c.shrink - c.rate * first / (second.squareRoot() * c.correction + c.epsilon)
    }
  }

  /// Sweeps by the rule of this optimizer, spelled out: so each loop is compiled for its rule.
  @inline(__always)
  func specialize<Sweep: UpdateSweep>(_ sweep: Sweep) -> Sweep.Outcome {
    switch self {
    case .sgd: sweep(.sgd)
    case .momentum: sweep(.momentum())
    case .nesterov: sweep(.nesterov())
    case .qhm: sweep(.qhm())
    case .adagrad: sweep(.adagrad())
    case .rmsprop: sweep(.rmsprop())
    case .adadelta: sweep(.adadelta())
    case .adam, .adamw: sweep(.adam())
    }
  }
}
