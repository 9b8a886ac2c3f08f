import Basics
import Calculus
import Learning

@testable import Training

/// Random descents on named and typed functions, from a seed.
struct RandomDescents {
  private var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  static let curves = [
    "x^2", "x^3 - 3x", "x^3", "x^4", "-x^2", "-x^4", "sin(x)", "exp(-x)", "exp(-x^2)", "abs(x)", "sigmoid(x)", "log(x)",
    "1/x", "x", "7", "sqrt(x)", "x^2*1e-4", "x^4 - x^2", "cos(3x) + 0.1x^2", "exp(x)", "x^2 + 1e9", "exp(exp(x^2))",
  ]
  static let surfaces = [
    "x^2 + y^2", "x^2 - y^2", "-x^2 - y^2", "x*y", "x^4 + y^4", "x^2 + y^4", "-x^2 + 0*y", "x^2 + 0*y",
    "exp(-x^2 - y^2)",
    "abs(x) + abs(y)", "x^2 + 100y^2", "sin(x)*cos(y)", "log(x^2 + y^2)", "max(x, y)", "x^3 - 3x*y^2", "1e-7x^2 - y^2",
  ]
  static let methods = [
    "sgd", "sgd", "sgd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "newton", "line-search",
  ]

  mutating func pick<T>(_ list: [T]) -> T { list[Int(generator.uniform(0, Double(list.count)).rounded(.down))] }
  mutating func uniform(_ low: Double, _ high: Double) -> Double { generator.uniform(low, high) }

  /// A function of either kind, typed or named.
  mutating func function() throws -> PlaneFunction {
    let isCurve = uniform(0, 1) < 0.5
    let variables: Expression.Variables = isCurve ? .x : .xAndY
    if uniform(0, 1) < 0.4 { return PlaneFunction(pick(NamedFunction.all(variables))) }
    return try PlaneFunction(parsing: pick(isCurve ? Self.curves : Self.surfaces), variables: variables)
  }

  /// A start: the function's own, on a coarse grid where saddles, kinks and tops lie, or anywhere.
  mutating func start(on function: PlaneFunction) -> PlanePoint {
    let choice = uniform(0, 1)
    if choice < 0.2 { return function.start }
    func coordinate(_ generator: inout Self) -> Double {
      choice < 0.5 ? generator.uniform(-4, 4).rounded() / 2 : generator.uniform(-5, 5)
    }
    return PlanePoint(x: coordinate(&self), y: function.variables == .x ? 0 : coordinate(&self))
  }

  /// A run that has been advanced.
  mutating func run() throws -> DescentRun {
    let function = try function()
    guard let method = DescentMethod(name: pick(Self.methods)) else { fatalError("no such method") }
    let rate = uniform(0, 1) < 0.3 ? pick([0.05, 0.1, 0.5, 1, 1.01, 2]) : Self.power(10, uniform(-6, 1))
    var run = DescentRun(
      function, start: start(on: function), method: method, learningRate: rate,
      steps: Int(uniform(1, uniform(0, 1) < 0.5 ? 30 : 3000)), target: uniform(0, 1) < 0.1 ? 0.5 : nil)
    var history = History()
    run.advance(by: uniform(0, 1) < 0.3 ? Int(uniform(0, 20)) : 3000, history: &history)
    return run
  }

  private static func power(_ base: Double, _ exponent: Double) -> Double {
    var (result, left) = (1.0, exponent)
    while left >= 1 { (result, left) = (result * base, left - 1) }
    while left <= -1 { (result, left) = (result / base, left + 1) }
    // What is left is a number between; a straight line between its ends will do.
    return result * (left >= 0 ? 1 + left * (base - 1) : 1 + left * (1 - 1 / base))
  }
}
