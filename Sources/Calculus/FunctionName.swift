/// The names that call functions in expressions.
enum FunctionName {
  /// What a name calls; nil for a name that is not a function's.
  static func operation(_ name: String) -> Operation? { operations[name] }

  /// All names, each function's own before the other ones for it.
  static let all: [String] = Operation.allCases.compactMap(\.functionName) + others.keys.sorted()

  /// How many arguments a function takes; any number from the lower bound on where there is no upper one.
  static func argumentCounts(_ operation: Operation) -> (least: Int, most: Int?) {
    switch operation {
    case .minimum, .maximum, .hypotenuse: (2, nil)
    case .angle: (2, 2)
    default: (1, 1)
    }
  }

  private static let operations: [String: Operation] = {
    let own = Operation.allCases.compactMap { operation in operation.functionName.map { ($0, operation) } }
    return others.merging(own) { _, own in own }
  }()

  /// What mathematics and other programs call the same functions.
  private static let others: [String: Operation] = [
    "ln": .logarithm, "ln1p": .logarithmOfOnePlus, "lb": .binaryLogarithm, "sgn": .sign, "signum": .sign,
    "fabs": .absolute, "fmin": .minimum, "fmax": .maximum, "cosec": .cosecant, "cotan": .cotangent,
    "arcsin": .arcsine, "arccos": .arccosine, "arctan": .arctangent, "arctan2": .angle, "arccot": .arccotangent,
    "arcsec": .arcsecant, "arccsc": .arccosecant,
    "arsinh": .inverseHyperbolicSine, "arcosh": .inverseHyperbolicCosine, "artanh": .inverseHyperbolicTangent,
    "arcoth": .inverseHyperbolicCotangent, "arsech": .inverseHyperbolicSecant, "arcsch": .inverseHyperbolicCosecant,
    "arcsinh": .inverseHyperbolicSine, "arccosh": .inverseHyperbolicCosine, "arctanh": .inverseHyperbolicTangent,
    "swish": .silu, "logistic": .sigmoid, "expit": .sigmoid, "sgm": .sigmoid,
  ]
}
