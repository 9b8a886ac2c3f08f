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
    case .hypotenuse:
      // At the origin, where there is none, 0: as for sqrt(x^2 + y^2).
      value == 0 ? FirstPartials(left: 0, right: 0) : FirstPartials(left: left / value, right: right / value)
    case .angle: angleSlopes(left, right)
    default: FirstPartials(left: slope(left, number, value: value), right: 0)
    }
  }

  /// The derivative of an operation with one operand.
  private func slope(_ operand: Double, _ number: Double, value: Double) -> Double {
    switch self {
    case .constant, .x, .y, .add, .subtract, .multiply, .divide, .power, .minimum, .maximum, .hypotenuse, .angle: 0
    case .negate: -1
    case .integerPower: scaled(number, lowered(operand, number, by: 1))
    case .realPower: scaled(number, Elementary.power(operand, number - 1))
    case .sine: .cos(operand)
    case .cosine: -.sin(operand)
    case .tangent: 1 + value * value
    case .cotangent: -1 - value * value
    case .secant: value * .tan(operand)
    case .cosecant: -value * .cos(operand) / .sin(operand)
    case .arcsine: 1 / ((1 - operand) * (1 + operand)).squareRoot()
    case .arccosine: -1 / ((1 - operand) * (1 + operand)).squareRoot()
    case .arctangent: 1 / (1 + operand * operand)
    case .arccotangent: -1 / (1 + operand * operand)
    case .arcsecant: 1 / (operand.magnitude * ((operand - 1) * (operand + 1)).squareRoot())
    case .arccosecant: -1 / (operand.magnitude * ((operand - 1) * (operand + 1)).squareRoot())
    case .hyperbolicSine: .cosh(operand)
    case .hyperbolicCosine: .sinh(operand)
    case .hyperbolicTangent: squaredSecant(operand)
    case .hyperbolicCotangent: -squaredCosecant(operand)
    case .hyperbolicSecant: -value * .tanh(operand)
    case .hyperbolicCosecant: -value / .tanh(operand)
    case .inverseHyperbolicSine: 1 / Double.hypot(1, operand)
    case .inverseHyperbolicCosine: 1 / ((operand - 1) * (operand + 1)).squareRoot()
    case .inverseHyperbolicTangent, .inverseHyperbolicCotangent: 1 / ((1 - operand) * (1 + operand))
    case .inverseHyperbolicSecant: -1 / (operand * ((1 - operand) * (1 + operand)).squareRoot())
    case .inverseHyperbolicCosecant: -1 / (operand.magnitude * Double.hypot(1, operand))
    case .exponential: value
    case .exponentialMinusOne: .exp(operand)
    case .logarithm: 1 / operand
    case .binaryLogarithm: 1 / (operand * 0.6931471805599453)
    case .decimalLogarithm: 1 / (operand * 2.302585092994046)
    case .logarithmOfOnePlus: 1 / (1 + operand)
    case .squareRoot: 0.5 / value
    case .absolute: operand > 0 ? 1 : operand < 0 ? -1 : 0
    case .sign: 0
    case .relu: operand > 0 ? 1 : 0
    case .elu: operand > 0 ? 1 : .exp(operand)
    case .gelu: Elementary.normalShare(operand) + scaled(Elementary.normalDensity(operand), operand)
    case .silu: Elementary.sigmoid(operand) + scaled(value, Elementary.sigmoid(-operand))
    case .sigmoid: value * Elementary.sigmoid(-operand)
    case .softplus: Elementary.sigmoid(operand)
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
    case .hypotenuse:
      // With the unit vector (l, r) towards the operands: (r^2, -l r, l^2) / length.
      value == 0
        ? SecondPartials()
        : SecondPartials(
          leftLeft: first.right * first.right / value, leftRight: -first.left * first.right / value,
          rightRight: first.left * first.left / value)
    case .angle:
      SecondPartials(
        leftLeft: 2 * first.left * first.right, leftRight: (first.right - first.left) * (first.right + first.left),
        rightRight: -2 * first.left * first.right)
    default: SecondPartials(leftLeft: bend(left, number, value: value, slope: first.left))
    }
  }

  /// The second derivative of an operation with one operand.
  private func bend(_ operand: Double, _ number: Double, value: Double, slope: Double) -> Double {
    switch self {
    case .constant, .x, .y, .add, .subtract, .multiply, .divide, .power, .minimum, .maximum, .hypotenuse, .angle: 0
    case .negate, .absolute, .sign, .relu: 0
    case .integerPower: scaled(number * (number - 1), lowered(operand, number, by: 2))
    case .realPower: scaled(number * (number - 1), Elementary.power(operand, number - 2))
    case .sine, .cosine: -value
    case .tangent: 2 * value * slope
    case .cotangent: -2 * value * slope
    case .secant, .cosecant: value * (2 * value * value - 1)
    case .arcsine, .arccosine: slope * operand / ((1 - operand) * (1 + operand))
    case .arctangent: -2 * operand * slope * slope
    case .arccotangent: 2 * operand * slope * slope
    case .arcsecant, .arccosecant:
      -slope * (2 * operand * operand - 1) / (operand * ((operand - 1) * (operand + 1)))
    case .hyperbolicSine, .hyperbolicCosine, .exponential: value
    case .hyperbolicTangent, .hyperbolicCotangent: -2 * value * slope
    case .hyperbolicSecant: value * (1 - 2 * value * value)
    case .hyperbolicCosecant: value * (1 + 2 * value * value)
    case .inverseHyperbolicSine, .inverseHyperbolicCosine: -operand * slope * slope * slope
    case .inverseHyperbolicTangent, .inverseHyperbolicCotangent: 2 * operand * slope * slope
    case .inverseHyperbolicSecant:
      -slope * (1 - 2 * operand * operand) / (operand * ((1 - operand) * (1 + operand)))
    case .inverseHyperbolicCosecant: -slope * (1 + 2 * operand * operand) / (operand * (1 + operand * operand))
    case .exponentialMinusOne: slope
    case .logarithm: -slope * slope
    case .binaryLogarithm, .decimalLogarithm: -slope / operand
    case .logarithmOfOnePlus: -slope * slope
    case .squareRoot: -0.5 * slope / operand
    case .elu: operand < 0 ? slope : 0
    case .gelu: scaled(Elementary.normalDensity(operand), 2 - operand * operand)
    case .silu:
      scaled(
        Elementary.sigmoid(operand) * Elementary.sigmoid(-operand), 2 - operand * Double.tanh(operand / 2))
    case .sigmoid: -slope * .tanh(operand / 2)
    case .softplus: slope * Elementary.sigmoid(-operand)
    }
  }
}

/// The derivatives of the angle of a point (left is up, right is to the right); 0 at the origin, where there are none.
private func angleSlopes(_ left: Double, _ right: Double) -> FirstPartials {
  let length = Double.hypot(left, right)
  guard length != 0 else { return FirstPartials(left: 0, right: 0) }
  return FirstPartials(left: right / length / length, right: -left / length / length)
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

/// 1 / sinh(a)^2, the slope of the hyperbolic cotangent without its sign.
private func squaredCosecant(_ operand: Double) -> Double {
  let cosecant = 1 / Double.sinh(operand)
  return cosecant * cosecant
}
