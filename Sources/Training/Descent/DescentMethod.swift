import Learning

/// How a descent chooses its next step.
package enum DescentMethod: Sendable, Equatable {
  /// By the gradient and what the optimizer remembers; the learning rate says how far.
  case optimizer(Optimizer)
  /// Newton's method: all the way to the minimum of the quadratic that fits here; the learning rate plays no part.
  case newton
  /// Along the gradient, as far as backtracking finds worth it; the learning rate plays no part.
  case lineSearch

  /// The name on the command line.
  package var name: String {
    switch self {
    case .optimizer(let optimizer): optimizer.name
    case .newton: "newton"
    case .lineSearch: "line-search"
    }
  }

  /// The method of that name with its default hyper-parameters; nil if there is none.
  package init?(name: String) {
    switch name {
    case "newton": self = .newton
    case "line-search": self = .lineSearch
    default:
      guard let optimizer = Optimizer(name: name) else { return nil }
      self = .optimizer(optimizer)
    }
  }

  /// Whether the learning rate decides how far a step goes.
  package var usesLearningRate: Bool {
    if case .optimizer = self { true } else { false }
  }

  /// The largest product of learning rate and curvature that settles, as for `Optimizer`; nil where there is none.
  package var stabilityBound: Double? {
    if case .optimizer(let optimizer) = self { optimizer.stabilityBound } else { nil }
  }

  /// Whether a step goes on where there is no gradient, by what is left of the ones before.
  var hasVelocity: Bool {
    if case .optimizer(let optimizer) = self { optimizer.facts.carriesOn } else { false }
  }

  /// The share of the last step that the next one keeps, of the methods whose theory is known: 0 for plain gradient
  /// descent, the momentum of the heavy ball; nil for all others.
  package var momentum: Double? {
    switch self {
    case .optimizer(.sgd): 0
    case .optimizer(.momentum(let momentum)): momentum
    default: nil
    }
  }
}
