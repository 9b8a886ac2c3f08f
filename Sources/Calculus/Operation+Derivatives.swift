import RealModule

/// The first derivatives of one operation's value with respect to each of its operands.
struct FirstPartials {
  /// With respect to the left, or only, operand.
  var left: Double
  /// With respect to the right operand; 0 where there is none.
  var right: Double
}

/// The second derivatives of one operation's value with respect to its operands.
struct SecondPartials {
  /// Twice with respect to the left operand.
  var leftLeft = 0.0
  /// Once with respect to each operand.
  var leftRight = 0.0
  /// Twice with respect to the right operand.
  var rightRight = 0.0
}

/// A derivative times what it is applied to, where exactly 0 on either side wins over infinity.
///
/// So a quantity that does not depend on x has derivative 0 with respect to x whatever stands around it, and
/// `sqrt(x^2 + y^2)` has gradient 0 at the origin, which is one of its subgradients, rather than NaN.
@inline(__always)
func scaled(_ derivative: Double, _ factor: Double) -> Double {
  derivative == 0 || factor == 0 ? 0 : derivative * factor
}

extension Operation {
  /// The derivatives of the value with respect to the operands.
  ///
  /// Where there is none, the conventions are: abs'(0) = 0 and relu'(0) = 0; `min` and `max` of two equal operands
  /// pass one half to each, as mainstream frameworks do. Outside the domain the value is NaN and callers make the
  /// derivatives NaN too.
  ///
  /// - Parameter value: The operation's value at the operands.
  @inline(__always)
  func firstPartials(_ left: Double, _ right: Double, _ number: Double, value: Double) -> FirstPartials {
    switch self {
    case .constant, .x, .y: FirstPartials(left: 0, right: 0)
    case .add: FirstPartials(left: 1, right: 1)
    case .subtract: FirstPartials(left: 1, right: -1)
    case .multiply: FirstPartials(left: right, right: left)
    case .divide: FirstPartials(left: 1 / right, right: -value / right)
    case .power:
      FirstPartials(
        left: scaled(right, Elementary.power(left, right - 1)), right: scaled(value, Elementary.logarithm(left)))
    case .minimum: FirstPartials(left: share(left < right, left == right), right: share(right < left, left == right))
    case .maximum: FirstPartials(left: share(left > right, left == right), right: share(right > left, left == right))
    default: FirstPartials(left: slope(left, number, value: value), right: 0)
    }
  }

  /// The derivative of an operation with one operand.
  private func slope(_ operand: Double, _ number: Double, value: Double) -> Double {
    switch self {
    case .negate: -1
    case .integerPower: scaled(number, lowered(operand, number, by: 1))
    case .realPower: scaled(number, Elementary.power(operand, number - 1))
    case .sine: .cos(operand)
    case .cosine: -.sin(operand)
    case .tangent: 1 + value * value
    case .arcsine: 1 / ((1 - operand) * (1 + operand)).squareRoot()
    case .arccosine: -1 / ((1 - operand) * (1 + operand)).squareRoot()
    case .arctangent: 1 / (1 + operand * operand)
    case .hyperbolicSine: .cosh(operand)
    case .hyperbolicCosine: .sinh(operand)
    case .hyperbolicTangent: squaredSecant(operand)
    case .exponential: value
    case .logarithm: 1 / operand
    case .squareRoot: 0.5 / value
    case .absolute: operand > 0 ? 1 : operand < 0 ? -1 : 0
    case .relu: operand > 0 ? 1 : 0
    case .sigmoid: value * Elementary.sigmoid(-operand)
    case .softplus: Elementary.sigmoid(operand)
    default: 0
    }
  }

  /// The second derivatives of the value with respect to the operands; 0 at a kink.
  @inline(__always)
  func secondPartials(
    _ left: Double, _ right: Double, _ number: Double, value: Double, first: FirstPartials
  ) -> SecondPartials {
    switch self {
    case .constant, .x, .y, .add, .subtract, .minimum, .maximum: SecondPartials()
    case .multiply: SecondPartials(leftRight: 1)
    case .divide:
      SecondPartials(leftRight: -first.left * first.left, rightRight: -2 * first.right / right)
    case .power:
      SecondPartials(
        leftLeft: scaled(right * (right - 1), Elementary.power(left, right - 2)),
        leftRight: Elementary.power(left, right - 1) + scaled(first.left, Elementary.logarithm(left)),
        rightRight: scaled(first.right, Elementary.logarithm(left)))
    default: SecondPartials(leftLeft: bend(left, number, value: value, slope: first.left))
    }
  }

  /// The second derivative of an operation with one operand.
  private func bend(_ operand: Double, _ number: Double, value: Double, slope: Double) -> Double {
    switch self {
    case .integerPower: scaled(number * (number - 1), lowered(operand, number, by: 2))
    case .realPower: scaled(number * (number - 1), Elementary.power(operand, number - 2))
    case .sine, .cosine: -value
    case .tangent: 2 * value * slope
    case .arcsine, .arccosine: slope * operand / ((1 - operand) * (1 + operand))
    case .arctangent: -2 * operand * slope * slope
    case .hyperbolicSine, .hyperbolicCosine, .exponential: value
    case .hyperbolicTangent: -2 * value * slope
    case .logarithm: -slope * slope
    case .squareRoot: -0.5 * slope / operand
    case .sigmoid: -slope * .tanh(operand / 2)
    case .softplus: slope * Elementary.sigmoid(-operand)
    default: 0
    }
  }
}

/// What an operand of `min` or `max` receives: all where it is chosen, half where both are equal, otherwise nothing.
@inline(__always)
private func share(_ isChosen: Bool, _ isTie: Bool) -> Double {
  isChosen ? 1 : isTie ? 0.5 : 0
}

/// A small whole power with its exponent lowered, as the power's own derivatives need it.
private func lowered(_ base: Double, _ exponent: Double, by steps: Double) -> Double {
  let rest = exponent - steps
  return rest.magnitude <= Elementary.largestSquaredExponent
    ? Elementary.integerPower(base, rest) : Elementary.power(base, rest)
}

/// 1 - tanh(a)^2 = 1 / cosh(a)^2, which keeps its digits where tanh is close to 1.
private func squaredSecant(_ operand: Double) -> Double {
  let secant = 1 / Double.cosh(operand)
  return secant * secant
}
