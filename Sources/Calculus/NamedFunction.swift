import Basics

/// A function worth descending, with what is known about it.
package struct NamedFunction: Sendable {
  /// A minimum known from the literature or from a formula.
  package struct Minimum: Sendable, Equatable {
    /// Where it is.
    package var point: PlanePoint
    /// The function's value there.
    package var value: Double
    /// Whether the function is nowhere lower.
    package var isGlobal: Bool
  }

  /// What it is called on the command line: `rosenbrock`.
  ///
  /// A curve and a surface may share a name.
  package let name: String
  /// What it is called in a sentence: `Rosenbrock's banana`.
  package let title: String
  /// The formula; `expression.text` shows it.
  package let expression: Expression
  /// The x to show, from the left edge to the right.
  package let xRange: ClosedRange<Double>
  /// The y to show, from the bottom edge to the top; 0...0 for a curve.
  package let yRange: ClosedRange<Double>
  /// A start from which the descent tells what the function is for.
  package let start: PlanePoint
  /// A learning rate with which gradient descent from `start` tells it.
  package let learningRate: Double
  /// The known minima, lowest first; empty where there is none or where there are too many to list.
  package let minima: [Minimum]
  /// What it shows, one line.
  package let summary: String
  /// Where formula and minima come from.
  package let source: String

  /// A surface; its formula is written here and must parse.
  static func surface(
    _ name: String, title: String, _ formula: String, x: ClosedRange<Double>, y: ClosedRange<Double>,
    start: (Double, Double), learningRate: Double, minima: [Minimum], summary: String, source: String
  ) -> NamedFunction {
    NamedFunction(
      name: name, title: title, expression: parsed(formula, .xAndY), xRange: x, yRange: y,
      start: PlanePoint(x: start.0, y: start.1), learningRate: learningRate, minima: minima, summary: summary,
      source: source)
  }

  /// A curve; its formula is written here and must parse.
  static func curve(
    _ name: String, title: String, _ formula: String, x: ClosedRange<Double>, start: Double, learningRate: Double,
    minima: [Minimum], summary: String, source: String
  ) -> NamedFunction {
    NamedFunction(
      name: name, title: title, expression: parsed(formula, .x), xRange: x, yRange: 0...0, start: PlanePoint(x: start),
      learningRate: learningRate, minima: minima, summary: summary, source: source)
  }

  private static func parsed(_ formula: String, _ variables: Expression.Variables) -> Expression {
    do {
      return try Expression(parsing: formula, variables: variables)
    } catch {
      preconditionFailure("the catalog's '\(formula)' is wrong in column \(error.column): \(error)")
    }
  }

  /// The functions of a kind, in the order in which they are listed.
  package static func all(_ variables: Expression.Variables) -> [NamedFunction] {
    variables == .x ? curves : surfaces
  }

  /// The function of a kind with a name; nil when there is none.
  package static func named(_ name: String, _ variables: Expression.Variables) -> NamedFunction? {
    all(variables).first { $0.name == name }
  }
}

extension NamedFunction.Minimum {
  /// A lowest point.
  static func global(_ x: Double, _ y: Double = 0, value: Double) -> Self {
    Self(point: PlanePoint(x: x, y: y), value: value, isGlobal: true)
  }

  /// A point lower than all around it, though not than all there are.
  static func local(_ x: Double, _ y: Double = 0, value: Double) -> Self {
    Self(point: PlanePoint(x: x, y: y), value: value, isGlobal: false)
  }
}

extension NamedFunction {
  /// The named functions of one variable.
  package static let curves: [NamedFunction] = [
    .curve(
      "parabola", title: "parabola", "x^2", x: -4...4, start: 3, learningRate: 0.1, minima: [.global(0, value: 0)],
      summary: "One smooth valley: each step multiplies x by 1 - 2 eta.", source: "The lecture's first example."),
    .curve(
      "double-well", title: "double well", "(x^2 - 1)^2", x: -2...2, start: 0.1, learningRate: 0.05,
      minima: [.global(-1, value: 0), .global(1, value: 0)],
      summary: "Two equal valleys: which one is found depends on the side of the start.",
      source: "By hand: the derivative is 4x(x^2 - 1)."),
    .curve(
      "two-valleys", title: "two valleys", "(x^2 - 1)^2 + 0.3x", x: -2...2, start: 1.7, learningRate: 0.05,
      minima: [
        .global(-1.0355787140888537, value: -0.30542848374391597),
        .local(0.96014955551910552, value: 0.29414648102826285),
      ], summary: "A local and a global minimum: a small eta is caught in the nearer valley, 0.15 jumps across.",
      source: "The roots of 4x^3 - 4x + 0.3, computed with 30 digits by mpmath."),
    .curve(
      "sine-chain", title: "sine of a square", "sin(x^2)", x: -3...3, start: 1.5, learningRate: 0.05,
      minima: [
        .global(-2.170803763674803, value: -1), .global(2.170803763674803, value: -1), .local(0, value: 0),
      ], summary: "The chain rule's example: u = x^2, dz/dx = 2x cos(u).",
      source: "By hand: the square root of 3 pi / 2; at 0 the derivative 2x cos(x^2) changes its sign."),
  ]
}
