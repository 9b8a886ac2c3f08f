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

/// A loop over parameters that is to be compiled for each rule by itself.
protocol UpdateSweep {
  associatedtype Outcome
  /// Goes through the parameters by the rule of an optimizer, whatever its numbers are; to be inlined always.
  func callAsFunction(_ rule: Optimizer) -> Outcome
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
