import Basics
import Calculus
import Learning

/// A point going down a function step by step: one of the descents of a run.
package struct Descent: Sendable {
  /// How the next step is chosen.
  package private(set) var method: DescentMethod
  /// The learning rate in force.
  package internal(set) var learningRate: Double
  /// Where it began, or was put by hand.
  package private(set) var start: PlanePoint
  /// Where it is.
  package private(set) var point: PlanePoint
  /// The function's value there.
  package private(set) var value: Double
  /// The gradient there.
  package private(set) var gradient: PlaneGradient
  /// How many steps it has made.
  package private(set) var step = 0
  /// How it stands.
  package private(set) var status = RunStatus.running
  /// The value at which the run ends; nil for none.
  package internal(set) var target: Double?
  /// The last step with its arithmetic; nil at the start.
  package private(set) var lastStep: DescentStep?
  /// Where it has been since it began or was put somewhere by hand.
  package private(set) var path: DescentPath

  private var state: OptimizerState
  /// How many coordinates there are: one for a curve, whose y nothing may depend on.
  private let dimensions: Int
  /// At this length of the gradient it has arrived.
  package let tolerance: Double
  /// Beyond this value, or this distance from the start, it has diverged; far below where numbers end, so that it shows
  /// within a screenful of steps.
  private var limits = (value: Double.infinity, distance: Double.infinity)

  private static let divergenceFactor = 1e6

  /// Puts a point on a function.
  init(
    _ function: PlaneFunction, start: PlanePoint, method: DescentMethod, learningRate: Double, tolerance: Double
  ) {
    self.method = method
    self.learningRate = learningRate
    self.tolerance = tolerance
    self.start = start
    point = start
    (value, gradient) = function.valueAndGradient(at: start)
    path = DescentPath(start: .init(step: 0, point: start, value: value))
    dimensions = function.variables == .x ? 1 : 2
    state = Descent.state(for: method, dimensions)
    place(start, on: function)
  }

  private static func state(for method: DescentMethod, _ dimensions: Int) -> OptimizerState {
    if case .optimizer(let optimizer) = method {
      OptimizerState(for: optimizer, parameterCount: dimensions)
    } else {
      OptimizerState(for: .sgd, parameterCount: dimensions)
    }
  }

  /// Goes on from another point, without memory of what was before.
  mutating func place(_ point: PlanePoint, on function: PlaneFunction) {
    start = point
    self.point = point
    (value, gradient) = function.valueAndGradient(at: point)
    path = DescentPath(start: .init(step: step, point: point, value: value))
    lastStep = nil
    state = Descent.state(for: method, dimensions)
    limits.value = Self.divergenceFactor * (1 + value.magnitude)
    limits.distance = Self.divergenceFactor * (1 + PlaneGradient(x: point.x, y: point.y).length)
    reconsider()
  }

  /// Takes another method, which begins without memory; the same one with other numbers goes on with it.
  mutating func take(_ method: DescentMethod) {
    if method.name != self.method.name { state = Descent.state(for: method, dimensions) }
    self.method = method
    reconsider()
  }

  /// After a change by hand, looks anew whether there is anywhere to go.
  mutating func reconsider() {
    status = .running
    if !value.isFinite || !gradient.length.isFinite {
      diverge(quantity: value.isFinite ? "the gradient" : "f", value: value.isFinite ? gradient.length : value)
    } else if gradient.length <= tolerance {
      status = .converged
    }
  }

  /// Ends it for a reason of the run's.
  mutating func finish(_ limit: RunStatus.Limit) {
    if status == .running { status = .finished(limit) }
  }

  // MARK: Steps

  /// Makes one step; where it leads out of the finite numbers, or far beyond all bounds, it stays and has diverged.
  ///
  /// - Parameters:
  ///   - parameters: Scratch space for the coordinates.
  ///   - slopes: Scratch space for the gradient.
  mutating func advance(
    on function: PlaneFunction, parameters: inout [Double], slopes: inout [Double]
  ) {
    guard status == .running else { return }
    var rate: Double? = learningRate
    var newton: NewtonStep.Kind?
    var trials: Int?
    var next = point
    switch method {
    case .optimizer(let optimizer):
      parameters = dimensions == 1 ? [point.x] : [point.x, point.y]
      slopes = dimensions == 1 ? [gradient.x] : [gradient.x, gradient.y]
      state.update(&parameters, gradient: slopes, learningRate: learningRate, optimizer: optimizer)
      next = PlanePoint(x: parameters[0], y: dimensions == 1 ? 0 : parameters[1])
    case .newton:
      let curvature = function.derivatives(at: point).curvature
      let step = NewtonStep(gradient: gradient, curvature: curvature, variables: function.variables)
      (rate, newton) = (nil, step.kind)
      next = PlanePoint(x: point.x + step.x, y: point.y + step.y)
    case .lineSearch:
      let found = BacktrackingLineSearch().search(
        from: point, value: value, gradient: gradient, direction: PlanePoint(x: -gradient.x, y: -gradient.y)
      ) { function.value(at: $0) }
      (rate, trials) = (found.rate, found.trials.count)
      next = PlanePoint(x: point.x - found.rate * gradient.x, y: point.y - found.rate * gradient.y)
    }
    arrive(at: next, on: function, rate: rate, newton: newton, trials: trials)
  }

  private mutating func arrive(
    at next: PlanePoint, on function: PlaneFunction, rate: Double?, newton: NewtonStep.Kind?, trials: Int?
  ) {
    let (newValue, newGradient) = function.valueAndGradient(at: next)
    let slope = newGradient.length
    if let (quantity, number) = excess(of: next, newValue, slope) {
      let curvature = function.stepTheory(at: point).curvatures.last
      diverge(quantity: quantity, value: number, curvature: curvature)
      return
    }
    lastStep = DescentStep(
      before: point, valueBefore: value, gradient: gradient, after: next, valueAfter: newValue, rate: rate,
      newton: newton, trials: trials)
    let distance = PlaneGradient(x: next.x - point.x, y: next.y - point.y).length
    (point, value, gradient) = (next, newValue, newGradient)
    step += 1
    path.append(.init(step: step, point: point, value: value))
    // A ball that rolls through the bottom has no gradient there either, but it has not come to rest.
    let isAtRest = !method.hasVelocity || distance <= 10 * tolerance * max(1, learningRate)
    if slope <= tolerance && isAtRest { status = .converged }
    // A line search that finds nothing lower has found the bottom as well as numbers allow.
    if method == .lineSearch && rate == 0 { status = .converged }
  }

  /// What is beyond all bounds at a point, and its number; nil where all is well.
  private func excess(of point: PlanePoint, _ value: Double, _ slope: Double) -> (String, Double)? {
    let distance = PlaneGradient(x: point.x, y: point.y).length
    if !distance.isFinite { return ("the point", distance) }
    if let memory = (state.first + state.second).first(where: { !$0.isFinite }) {
      return ("the optimizer's memory", memory)
    }
    if !value.isFinite || value > limits.value { return ("f", value) }
    if !slope.isFinite { return ("the gradient", slope) }
    return distance > limits.distance ? ("the distance", distance) : nil
  }

  private mutating func diverge(quantity: String, value: Double, curvature: Double? = nil) {
    status = .diverged(
      Divergence(
        step: step + 1, quantity: quantity, value: value, learningRate: learningRate, curvature: curvature,
        bound: method.stabilityBound))
  }
}
