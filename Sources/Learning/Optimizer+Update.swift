import RealModule

/// What the update rules compute with: one number, or several side by side.
protocol UpdateNumber {
  /// The constant that every lane gets.
  init(constant: Double)
  static func + (left: Self, right: Self) -> Self
  static func - (left: Self, right: Self) -> Self
  static func * (left: Self, right: Self) -> Self
  static func / (left: Self, right: Self) -> Self
  /// The square root of every lane.
  func squareRoot() -> Self
}

extension Double: UpdateNumber {
  init(constant: Double) { self = constant }
}

extension Optimizer {
  /// The constants of one step's update, computed once and used for every parameter.
  struct Constants<Number: UpdateNumber> {
    let rate: Number
    let kept: Number
    let added: Number
    let keptSquare: Number
    let addedSquare: Number
    let epsilon: Number
    let correction: Number
    let shrink: Number
  }

  /// The constants for a step, counted from 1, at a learning rate.
  @inline(__always)
  func constants<Number: UpdateNumber>(step: Int, learningRate: Double, as type: Number.Type) -> Constants<Number> {
    var rate = learningRate
    var kept = 0.0
    var keptSquare = 0.0
    var epsilon = 0.0
    var correction = 1.0
    var shrink = 1.0
    switch self {
    case .sgd: break
    case .momentum(let momentum), .nesterov(let momentum): kept = momentum
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
      keptSquare: Number(constant: keptSquare), addedSquare: Number(constant: 1 - keptSquare),
      epsilon: Number(constant: epsilon), correction: Number(constant: correction), shrink: Number(constant: shrink))
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
}

/// What an optimizer remembers between steps for a row of parameters, and how many steps it has made.
package struct OptimizerState: Sendable, Equatable {
  /// Steps made so far.
  package private(set) var step = 0
  /// Momentum, mean gradient or sum of squares, by parameter; empty if the optimizer remembers nothing.
  package private(set) var first: [Double]
  /// Mean square, or mean square of the updates, by parameter; empty if the optimizer remembers less than two.
  package private(set) var second: [Double]

  /// The state before the first step.
  package init(for optimizer: Optimizer, parameterCount: Int) {
    first = Array(repeating: 0, count: optimizer.memories > 0 ? parameterCount : 0)
    second = Array(repeating: 0, count: optimizer.memories > 1 ? parameterCount : 0)
  }

  /// A state in the middle of a run.
  package init(step: Int, first: [Double], second: [Double]) {
    self.step = step
    self.first = first
    self.second = second
  }

  /// Makes one step: moves `parameters` against `gradient`.
  ///
  /// - Precondition: `gradient` and the state have as many numbers as `parameters`.
  /// - Complexity: O(n).
  package mutating func update(
    _ parameters: inout [Double], gradient: [Double], learningRate: Double, optimizer: Optimizer
  ) {
    precondition(
      gradient.count == parameters.count, "\(gradient.count) derivatives for \(parameters.count) parameters")
    step += 1
    let constants = optimizer.constants(step: step, learningRate: learningRate, as: Double.self)
    for index in parameters.indices {
      var one = first.isEmpty ? 0 : first[index]
      var two = second.isEmpty ? 0 : second[index]
      parameters[index] = optimizer.updated(
        parameters[index], gradient: gradient[index], first: &one, second: &two, constants: constants)
      if !first.isEmpty { first[index] = one }
      if !second.isEmpty { second[index] = two }
    }
  }
}
