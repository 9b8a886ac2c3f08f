import Learning

/// An activation function to look at: those of hidden units, softmax, and the two of the perceptron.
package enum ActivationCurve: String, CaseIterable, Sendable {
  case relu
  case sigmoid
  case tanh
  case softmax
  case leakyRelu = "leaky-relu"
  case elu
  case gelu
  case softplus
  case swish
  case identity
  case step
  case sign

  /// The scores of the other classes that softmax is shown against: x competes with these.
  package static let rivals: [Double] = [1, 0]

  /// The value at x and its derivative with respect to x.
  ///
  /// Of softmax both are those of the first of three classes, whose score is x while the others stay. Where there is no
  /// derivative it is the one from the left; a jump has none at all, and counts as 0.
  package func callAsFunction(_ x: Double) -> (value: Double, slope: Double) {
    if let activation = Activation(rawValue: rawValue) {
      let (value, derivative) = activation(x)
      return (value, derivative)
    }
    switch self {
    case .softmax:
      let value = shares(at: x)[0]
      return (value, value * (1 - value))
    case .step: return (x >= 0 ? 1 : 0, 0)
    default: return (x >= 0 ? 1 : -1, 0)
    }
  }

  /// What softmax makes of the scores x and `rivals`: three shares that add up to 1.
  package func shares(at x: Double) -> [Double] { OutputActivation.softmax([x] + Self.rivals) }

  /// The definition, in the lecture's symbols.
  package var formula: String {
    switch self {
    case .softmax: "e^x / (e^x + e^1 + e^0)"
    case .step: "1 if x >= 0, else 0"
    case .sign: "1 if x >= 0, else -1"
    default: Activation(rawValue: rawValue)?.formula ?? ""
    }
  }

  /// The derivative with respect to x, in the same symbols; g stands for the function itself.
  package var slopeFormula: String {
    switch self {
    case .relu: "1 if x > 0, else 0"
    case .sigmoid, .softmax: "g (1 - g)"
    case .tanh: "1 - g^2"
    case .leakyRelu: "1 if x > 0, else 0.01"
    case .elu: "1 if x > 0, else e^x"
    case .gelu: "P(N(0,1) <= x) + x e^(-x^2/2) / sqrt(2 pi)"
    case .softplus: "1 / (1 + e^-x)"
    case .swish: "s + g (1 - s), s = 1 / (1 + e^-x)"
    case .identity: "1"
    case .step, .sign: "0, and none at the jump"
    }
  }

  /// What the shape means for learning, in a sentence.
  package var meaning: String {
    switch self {
    case .relu: "Half of it lets the gradient through whole; the other half lets nothing through: a unit can die."
    case .sigmoid: "Flat on both sides: where |x| is large no gradient comes through. Its slope is never above 1/4."
    case .tanh: "Flat on both sides as sigmoid, but through 0 and with slope 1 there."
    case .softmax: "The scores of all classes become shares that add up to 1; here x competes with 1 and 0."
    case .leakyRelu: "ReLU with a little slope left of 0, so that no unit dies."
    case .elu: "As ReLU, but smooth at 0 and never below -1."
    case .gelu: "ReLU weighed by how many normal numbers lie below x; it dips below 0."
    case .softplus: "ReLU with its corner rounded off; its slope is sigmoid."
    case .swish: "x times sigmoid: as GELU, it dips below 0 and then rises."
    case .identity: "No activation: layers of it together are one linear layer."
    case .step: "The perceptron's: no slope anywhere, so gradient descent can't learn through it."
    case .sign: "The perceptron's with -1 and 1; the perceptron rule does without its slope."
    }
  }
}
