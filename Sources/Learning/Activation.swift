import RealModule

/// What a unit makes of its weighted sum: u = g(r).
///
/// The raw values are the names of the command line and of the model file. Slopes and constants are those of PyTorch's
/// functions of the same names: leaky ReLU 0.01, ELU alpha 1, GELU with the exact normal distribution function.
package enum Activation: String, CaseIterable, Sendable {
  case identity
  case relu
  case leakyRelu = "leaky-relu"
  case elu
  case gelu
  case sigmoid
  case tanh
  case softplus
  case swish

  /// The slope of `leakyRelu` left of zero.
  package static let leak = 0.01

  /// The value g(r) and its derivative dg/dr, which travel together.
  ///
  /// At a kink the derivative is the one from the left, as in PyTorch: 0 for `relu`, 0.01 for `leakyRelu`, 1 for `elu`.
  package func callAsFunction(_ r: Double) -> (value: Double, derivative: Double) {
    switch self {
    case .identity: return (r, 1)
    case .relu: return r > 0 ? (r, 1) : (r.isNaN ? r : 0, 0)
    case .leakyRelu: return r > 0 ? (r, 1) : (Self.leak * r, Self.leak)
    case .elu: return r > 0 ? (r, 1) : (Double.expMinusOne(r), Double.exp(r))
    case .gelu:
      let (share, density) = Self.normal(r)
      return (r == -.infinity ? 0 : r * share, share + (density == 0 ? 0 : r * density))
    case .sigmoid:
      let value = Self.logistic(r)
      return (value, value * (1 - value))
    case .tanh:
      let value = Double.tanh(r)
      return (value, 1 - value * value)
    case .softplus: return (Self.softplus(r), Self.logistic(r))
    case .swish:
      let share = Self.logistic(r)
      let value = r == -.infinity ? 0 : r * share
      return (value, share + value * (1 - share))
    }
  }

  /// The second derivative d²g/dr², which the curvature of the loss needs; 0 at the kinks.
  package func secondDerivative(_ r: Double) -> Double {
    switch self {
    case .identity, .relu, .leakyRelu: return 0
    case .elu: return r > 0 ? 0 : Double.exp(r)
    case .gelu: return (2 - r * r) * Self.normal(r).density
    case .sigmoid, .softplus:
      let value = Self.logistic(r)
      let slope = value * (1 - value)
      return self == .softplus ? slope : slope * (1 - 2 * value)
    case .tanh:
      let value = Double.tanh(r)
      return -2 * value * (1 - value * value)
    case .swish:
      let share = Self.logistic(r)
      return share * (1 - share) * (2 + r * (1 - 2 * share))
    }
  }

  /// The definition in one line, in the lecture's symbols.
  package var formula: String {
    switch self {
    case .identity: "x"
    case .relu: "max(0, x)"
    case .leakyRelu: "x if x > 0, else 0.01 x"
    case .elu: "x if x > 0, else e^x - 1"
    case .gelu: "x P(N(0,1) <= x)"
    case .sigmoid: "1 / (1 + e^-x)"
    case .tanh: "2 / (1 + e^-2x) - 1"
    case .softplus: "log(1 + e^x)"
    case .swish: "x / (1 + e^-x)"
    }
  }

  /// The logistic function 1 / (1 + e^-r), which neither overflows nor loses small values.
  static func logistic(_ r: Double) -> Double {
    if r >= 0 { return 1 / (1 + Double.exp(-r)) }
    let growth = Double.exp(r)
    return growth / (1 + growth)
  }

  /// log(1 + e^r) without overflow: max(r, 0) + log(1 + e^-|r|).
  static func softplus(_ r: Double) -> Double {
    (r > 0 ? r : 0) + Double.log(onePlus: Double.exp(-r.magnitude))
  }

  /// The standard normal distribution function and its density at r.
  private static func normal(_ r: Double) -> (share: Double, density: Double) {
    (0.5 * Double.erfc(-r * 0.5.squareRoot()), Double.exp(-0.5 * r * r) / (2 * Double.pi).squareRoot())
  }
}
