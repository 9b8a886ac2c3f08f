import RealModule

extension Operation {
  /// The operation's value at its operands.
  ///
  /// Follows C's mathematical library: NaN outside the domain (`log(-1)`, `sqrt(-1)`), infinities at poles and on
  /// overflow, 0^0 = 1. NaN operands give NaN, also through `min` and `max`.
  ///
  /// - Parameters:
  ///   - left: The first operand; ignored by constants and variables.
  ///   - right: The second operand; ignored by all but the binary operations.
  ///   - number: The exponent of the two constant powers; a constant's value.
  @inline(__always)
  func value(_ left: Double, _ right: Double, _ number: Double) -> Double {
    switch self {
    case .constant: number
    case .x: left
    case .y: right
    case .add: left + right
    case .subtract: left - right
    case .multiply: left * right
    case .divide: left / right
    case .power: Elementary.power(left, right)
    case .minimum: Elementary.smaller(left, right)
    case .maximum: Elementary.larger(left, right)
    case .hypotenuse: .hypot(left, right)
    case .angle: .atan2(y: left, x: right)
    case .negate: -left
    case .integerPower: Elementary.integerPower(left, number)
    case .realPower: Elementary.power(left, number)
    case .sine: .sin(left)
    case .cosine: .cos(left)
    case .tangent: .tan(left)
    case .cotangent: .cos(left) / .sin(left)
    case .secant: 1 / .cos(left)
    case .cosecant: 1 / .sin(left)
    case .arcsine: .asin(left)
    case .arccosine: .acos(left)
    case .arctangent: .atan(left)
    case .arccotangent: left == 0 ? .pi / 2 : .atan(1 / left)
    case .arcsecant: .acos(1 / left)
    case .arccosecant: .asin(1 / left)
    case .hyperbolicSine: .sinh(left)
    case .hyperbolicCosine: .cosh(left)
    case .hyperbolicTangent: .tanh(left)
    case .hyperbolicCotangent: 1 / .tanh(left)
    case .hyperbolicSecant: 1 / .cosh(left)
    case .hyperbolicCosecant: 1 / .sinh(left)
    case .inverseHyperbolicSine: .asinh(left)
    case .inverseHyperbolicCosine: .acosh(left)
    case .inverseHyperbolicTangent: .atanh(left)
    case .inverseHyperbolicCotangent: Elementary.inverseHyperbolicCotangent(left)
    case .inverseHyperbolicSecant: Elementary.inverseHyperbolicSecant(left)
    case .inverseHyperbolicCosecant: .asinh(1 / left)
    case .exponential: .exp(left)
    case .exponentialMinusOne: .expMinusOne(left)
    case .logarithm: Elementary.logarithm(left)
    case .binaryLogarithm: left < 0 ? .nan : .log2(left)
    case .decimalLogarithm: left < 0 ? .nan : .log10(left)
    case .logarithmOfOnePlus: left < -1 ? .nan : .log(onePlus: left)
    case .squareRoot: left.squareRoot()
    case .absolute: left.magnitude
    case .sign: Elementary.sign(left)
    case .relu: Elementary.larger(left, 0)
    case .elu: left > 0 ? left : .expMinusOne(left)
    case .gelu: Elementary.gelu(left)
    case .silu: Elementary.silu(left)
    case .sigmoid: Elementary.sigmoid(left)
    case .softplus: Elementary.softplus(left)
    }
  }
}
