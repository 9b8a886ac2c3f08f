import Learning

/// How the learning rate stands to the largest one with which steps settle: η·λmax against the optimizer's bound.
///
/// λmax is the largest eigenvalue of the Hessian of what is descended: of a network's training loss with its
/// regularizer, or of a function. It holds for steps on all examples at once and for as long as the curvature stays what
/// it is here.
public struct Stability: Sendable, Equatable {
  /// What the numbers say of the next steps.
  public enum Outlook: Sendable, Equatable {
    /// No direction is curved upward: there is nothing to overshoot.
    case flat
    /// η·λmax is below the bound.
    case settles
    /// η·λmax is above the bound: along the most curved direction each step overshoots further.
    case overshoots
    /// The optimizer scales each parameter for itself, so η·λmax has no bound as such.
    case scaled
  }

  /// How many digits a measured curvature has: it is found to half a hundredth.
  public static let digits = 3

  /// λmax.
  public let curvature: Double
  /// The learning rate in force, a schedule's factor included.
  public let learningRate: Double
  /// The largest η·λmax that settles; nil for an optimizer without one.
  public let bound: Double?
  /// After which step it was measured.
  public let step: Int
  /// After how many epochs it was measured.
  public let epoch: Int
  /// On how many examples it was measured; nil for a function.
  public let exampleCount: Int?
  /// Whether those are only some of the examples, so that it is an estimate.
  public let isEstimate: Bool

  /// Compares a curvature with a bound.
  public init(
    curvature: Double, learningRate: Double, bound: Double?, step: Int, epoch: Int = 0, exampleCount: Int? = nil,
    isEstimate: Bool = false
  ) {
    self.curvature = curvature
    self.learningRate = learningRate
    self.bound = bound
    self.step = step
    self.epoch = epoch
    self.exampleCount = exampleCount
    self.isEstimate = isEstimate
  }

  /// η·λmax.
  public var product: Double { learningRate * curvature }

  /// What it says of the next steps; nil where the curvature is no number.
  public var outlook: Outlook? {
    guard curvature.isFinite else { return nil }
    if curvature <= 0 { return .flat }
    guard let bound else { return .scaled }
    return product > bound ? .overshoots : .settles
  }
}
