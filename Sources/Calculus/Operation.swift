/// One elementary operation of an expression: what a node of its computation graph does to its operands.
public enum Operation: UInt8, Sendable, Hashable, CaseIterable {
  // Without operands.
  case constant, x, y
  // Two operands.
  case add, subtract, multiply, divide, power, minimum, maximum
  // One operand; the two powers keep their constant exponent beside it.
  case negate, integerPower, realPower
  case sine, cosine, tangent, arcsine, arccosine, arctangent
  case hyperbolicSine, hyperbolicCosine, hyperbolicTangent
  case exponential, logarithm, squareRoot, absolute, relu, sigmoid, softplus

  /// How many operands it takes: 0, 1 or 2.
  @inlinable public var arity: Int {
    switch self {
    case .constant, .x, .y: 0
    case .add, .subtract, .multiply, .divide, .power, .minimum, .maximum: 2
    default: 1
    }
  }

  /// Whether exchanging its operands changes nothing, bit for bit.
  var isCommutative: Bool { self == .add || self == .multiply }

  /// The name that calls it in an expression; nil for operators, constants and variables.
  public var functionName: String? {
    switch self {
    case .minimum: "min"
    case .maximum: "max"
    case .sine: "sin"
    case .cosine: "cos"
    case .tangent: "tan"
    case .arcsine: "asin"
    case .arccosine: "acos"
    case .arctangent: "atan"
    case .hyperbolicSine: "sinh"
    case .hyperbolicCosine: "cosh"
    case .hyperbolicTangent: "tanh"
    case .exponential: "exp"
    case .logarithm: "log"
    case .squareRoot: "sqrt"
    case .absolute: "abs"
    case .relu: "relu"
    case .sigmoid: "sigmoid"
    case .softplus: "softplus"
    default: nil
    }
  }

  /// The operation that a function's name calls; nil for a name that is not a function's.
  static func named(_ name: String) -> Operation? {
    allCases.first { $0.functionName == name }
  }
}
