/// One elementary operation of an expression: what a node of its computation graph does to its operands.
package enum Operation: UInt8, Sendable, Hashable, CaseIterable {
  // Without operands.
  case constant, x, y
  // Two operands.
  case add, subtract, multiply, divide, power, minimum, maximum, hypotenuse, angle
  // One operand; the two powers keep their constant exponent beside it.
  case negate, integerPower, realPower
  case sine, cosine, tangent, cotangent, secant, cosecant
  case arcsine, arccosine, arctangent, arccotangent, arcsecant, arccosecant
  case hyperbolicSine, hyperbolicCosine, hyperbolicTangent
  case hyperbolicCotangent, hyperbolicSecant, hyperbolicCosecant
  case inverseHyperbolicSine, inverseHyperbolicCosine, inverseHyperbolicTangent
  case inverseHyperbolicCotangent, inverseHyperbolicSecant, inverseHyperbolicCosecant
  case exponential, exponentialMinusOne, logarithm, binaryLogarithm, decimalLogarithm, logarithmOfOnePlus
  case squareRoot, absolute, sign, relu, elu, gelu, silu, sigmoid, softplus

  /// How many operands it takes: 0, 1 or 2.
  @inlinable package var arity: Int {
    switch self {
    case .constant, .x, .y: 0
    case .add, .subtract, .multiply, .divide, .power, .minimum, .maximum, .hypotenuse, .angle: 2
    default: 1
    }
  }

  /// Whether exchanging its operands changes nothing, bit for bit.
  var isCommutative: Bool { self == .add || self == .multiply }

  /// The name that calls it in an expression; nil for operators, constants and variables.
  package var functionName: String? {
    switch self {
    case .constant, .x, .y, .add, .subtract, .multiply, .divide, .power, .negate, .integerPower, .realPower: nil
    case .minimum: "min"
    case .maximum: "max"
    case .hypotenuse: "hypot"
    case .angle: "atan2"
    case .sine: "sin"
    case .cosine: "cos"
    case .tangent: "tan"
    case .cotangent: "cot"
    case .secant: "sec"
    case .cosecant: "csc"
    case .arcsine: "asin"
    case .arccosine: "acos"
    case .arctangent: "atan"
    case .arccotangent: "acot"
    case .arcsecant: "asec"
    case .arccosecant: "acsc"
    case .hyperbolicSine: "sinh"
    case .hyperbolicCosine: "cosh"
    case .hyperbolicTangent: "tanh"
    case .hyperbolicCotangent: "coth"
    case .hyperbolicSecant: "sech"
    case .hyperbolicCosecant: "csch"
    case .inverseHyperbolicSine: "asinh"
    case .inverseHyperbolicCosine: "acosh"
    case .inverseHyperbolicTangent: "atanh"
    case .inverseHyperbolicCotangent: "acoth"
    case .inverseHyperbolicSecant: "asech"
    case .inverseHyperbolicCosecant: "acsch"
    case .exponential: "exp"
    case .exponentialMinusOne: "expm1"
    case .logarithm: "log"
    case .binaryLogarithm: "log2"
    case .decimalLogarithm: "log10"
    case .logarithmOfOnePlus: "log1p"
    case .squareRoot: "sqrt"
    case .absolute: "abs"
    case .sign: "sign"
    case .relu: "relu"
    case .elu: "elu"
    case .gelu: "gelu"
    case .silu: "silu"
    case .sigmoid: "sigmoid"
    case .softplus: "softplus"
    }
  }
}
