import Learning

/// How the learning rate stands to the largest one with which steps settle: η·λmax against the optimizer's bound.
///
/// λmax is the largest eigenvalue of the Hessian of what is descended: of a network's training loss with its
/// regularizer, or of a function. It holds for steps on all examples at once and for as long as the curvature stays what
/// it is here.
package struct Stability: Sendable, Equatable {
  /// How many digits a measured curvature has: it is found to half a hundredth.
  ///
  /// A third digit is kept, so that 1.99 and 2 can be told apart where the estimate is better than that.
  package static let digits = 3

  /// λmax.
  package let curvature: Double
  /// The smallest eigenvalue; nil where it is not known.
  ///
  /// One below 0 is sure; one above may hide a smaller one.
  package let smallest: Double?
  /// The learning rate in force, a schedule's factor included.
  package let learningRate: Double
  /// The largest η·λmax that settles; nil for an optimizer without one.
  package let bound: Double?
  /// After which step it was measured.
  package let step: Int
  /// After how many epochs it was measured.
  package let epoch: Int
  /// On how many examples it was measured; nil for a function.
  package let exampleCount: Int?
  /// Whether those are only some of the examples, so that it is an estimate.
  package let isEstimate: Bool

  /// Compares a curvature with a bound.
  package init(
    curvature: Double, smallest: Double? = nil, learningRate: Double, bound: Double?, step: Int, epoch: Int = 0,
    exampleCount: Int? = nil,
    isEstimate: Bool = false
  ) {
    self.curvature = curvature
    self.smallest = smallest
    self.learningRate = learningRate
    self.bound = bound
    self.step = step
    self.epoch = epoch
    self.exampleCount = exampleCount
    self.isEstimate = isEstimate
  }

  /// η·λmax.
  package var product: Double { learningRate * curvature }

  /// What it says of the next steps.
  ///
  /// - Parameter method: The optimizer's name.
  package func claim(method: String) -> StabilityClaim {
    var figures = StabilityClaim.Figures()
    (figures.method, figures.isEstimate) = (method, isEstimate)
    // Of a function everything is known; of a network as many digits as were measured.
    let isMeasured = exampleCount != nil
    figures.largest = PrintedNumber(curvature, significant: Self.digits)
    figures.smallest = smallest.map { PrintedNumber($0, significant: Self.digits) }
    if let bound, !isMeasured {
      (figures.product, figures.bound) = PrintedNumber.apart(product, bound, significant: Self.digits...8)
    } else {
      figures.product = PrintedNumber(product, significant: Self.digits)
      figures.bound = bound.map { PrintedNumber($0, significant: Self.digits) }
    }
    return StabilityClaim(figures)
  }
}
