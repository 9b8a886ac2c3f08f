/// How a run stands.
package enum RunStatus: Sendable, Equatable {
  /// It can go on.
  case running
  /// There is nothing left to learn: a perceptron's epoch without a mistake, a gradient that has vanished.
  case converged
  /// A limit of its description was reached.
  case finished(Limit)
  /// The weights at an epoch's end came back exactly: it will never converge. `period` is in epochs.
  case cycling(period: Int)
  /// A number ceased to be finite. The run stands at the last finite step.
  case diverged(Divergence)

  /// A limit that ends a run.
  package enum Limit: String, Sendable, Equatable {
    /// As many epochs as were asked for.
    case epochs
    /// As many steps as were asked for.
    case steps
    /// The loss fell to the value asked for.
    case targetLoss = "target-loss"
    /// The loss has not improved for as long as was asked for.
    case noImprovement = "no-improvement"
  }

  /// Whether another step is possible.
  package var canAdvance: Bool { self == .running }
}

/// Where and how a run left the finite numbers.
package struct Divergence: Sendable, Equatable {
  /// The step, counted from 1, that could not be done: the run stands before it.
  package var step: Int
  /// What ceased to be finite: `weight 2 of unit 3 in layer 1`, `f(x, y)`.
  package var quantity: String
  /// The value it took.
  package var value: Double
  /// The learning rate at that step.
  package var learningRate: Double
  /// The largest curvature, λmax of the Hessian, where the run stands, or for a network where it began; where known.
  package var curvature: Double?
  /// The largest product of learning rate and curvature with which the optimizer settles; nil where it has none.
  package var bound: Double?

  /// Makes a report.
  package init(
    step: Int, quantity: String, value: Double, learningRate: Double, curvature: Double? = nil, bound: Double? = nil
  ) {
    self.step = step
    self.quantity = quantity
    self.value = value
    self.learningRate = learningRate
    self.curvature = curvature
    self.bound = bound
  }

  /// Whether the learning rate was above the largest one that settles, where that is known.
  package var isAboveBound: Bool {
    guard let curvature, let bound else { return false }
    return learningRate * curvature > bound
  }
}
