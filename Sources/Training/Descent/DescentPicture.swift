import Basics
import Calculus

/// What a descent shows of itself at one step.
package struct DescentPicture: Picture {
  /// The function.
  package let function: PlaneFunction
  /// The descents; the first is the current one.
  package let descents: [Descent]
  /// What the descents differ in; nil for a single one.
  package let variation: Setting.Variation?
  /// What theory says about the first descent's next step.
  package let theory: DescentTheory
  /// The part of the plane that shows the function and all starts.
  package let home: PlaneRect

  /// How the first descent's learning rate stands to the curvature at its point; nil for a method that uses none.
  package var stability: Stability? {
    guard first.method.usesLearningRate else { return nil }
    return Stability(
      curvature: theory.steps.curvatures.last ?? .nan, smallest: theory.steps.curvatures.first,
      learningRate: first.learningRate,
      bound: first.method.stabilityBound, step: first.step)
  }

  /// The current descent.
  package var first: Descent { descents[0] }
}

/// What theory says about the next steps of a descent from where it is: the curvatures there and what follows.
package struct DescentTheory: Sendable {
  /// The curvatures at the point and the laws that follow from them.
  package let steps: StepTheory
  /// The directions that belong to the curvatures: the axis for a curve.
  package let directions: [PlaneGradient]
  /// Whether the function is a quadratic, so that the laws hold exactly and everywhere.
  package let isExact: Bool
  /// The learning rate times the largest curvature; above 2 plain gradient descent diverges.
  package let stability: Double
  /// What a step of plain gradient descent multiplies the distance to the bottom by, along each direction; for other
  /// methods nil.
  package let predictedFactors: [Double]?
  /// What the last step did multiply it by; nil for a function that is no quadratic, at the start, and along
  /// directions in which the point is on the spot.
  package let measuredFactors: [Double?]?

  init(_ function: PlaneFunction, _ quadratic: Quadratic?, _ descent: Descent) {
    let curvature = function.derivatives(at: descent.point).curvature
    steps = StepTheory(curvature, variables: function.variables)
    let principal = curvature.principalDirections
    directions =
      function.variables == .x ? [PlaneGradient(x: 1, y: 0)] : [principal.smaller, principal.larger]
    isExact = quadratic != nil
    stability = descent.learningRate * (steps.curvatures.last ?? .nan)
    predictedFactors = Self.predictedFactors(steps, descent)
    if let bottom = quadratic?.stationaryPoint, let step = descent.lastStep {
      measuredFactors = directions.map { Self.factor(of: step, towards: bottom, along: $0) }
    } else {
      measuredFactors = nil
    }
  }

  private static func predictedFactors(_ steps: StepTheory, _ descent: Descent) -> [Double]? {
    switch descent.method {
    case .optimizer(.sgd): steps.factors(learningRate: descent.lastStep?.rate ?? descent.learningRate)
    case .lineSearch: descent.lastStep?.rate.map { steps.factors(learningRate: $0) }
    case .newton: steps.curvatures.map { _ in 0 }
    default: nil
    }
  }

  /// What a step multiplied the distance to the bottom by along a direction; nil where it was nothing already.
  private static func factor(
    of step: DescentStep, towards bottom: PlanePoint, along direction: PlaneGradient
  ) -> Double? {
    func distance(_ point: PlanePoint) -> Double {
      (point.x - bottom.x) * direction.x + (point.y - bottom.y) * direction.y
    }
    let before = distance(step.before)
    let scale = 1 + bottom.x.magnitude + bottom.y.magnitude
    guard before.magnitude > 1e-9 * scale else { return nil }
    return distance(step.after) / before
  }
}
