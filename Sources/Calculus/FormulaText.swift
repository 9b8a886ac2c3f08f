import Basics

/// The formula of one operation and of its derivatives, in the notation that expressions are read in.
struct FormulaText {
  /// The operation with its exponent or value.
  let step: Instruction
  /// What its result is called.
  let name: String
  /// What its operands are called: names, or numbers for constants.
  let operandNames: [String]

  private var left: String { operandNames.first ?? "" }
  private var right: String { operandNames.last ?? "" }
  private var exponent: String { ShortNumber(step.number, significant: 5).plain }

  /// The operation on its operands.
  var formula: String {
    switch step.operation {
    case .constant: ShortNumber(step.number, significant: 5).plain
    case .x, .y: name
    case .add: "\(left) + \(right)"
    case .subtract: "\(left) - \(guarded(right))"
    case .multiply: "\(guarded(left))*\(guarded(right))"
    case .divide: "\(guarded(left))/\(guarded(right))"
    case .power: "\(guarded(left))^\(guarded(right))"
    case .negate: "-\(left)"
    case .integerPower, .realPower: "\(left)^\(exponent)"
    default: "\(step.operation.functionName ?? "")(\(operandNames.joined(separator: ", ")))"
    }
  }

  /// The derivative of the operation's result with respect to one operand.
  func derivative(ofRight isRight: Bool) -> String {
    switch step.operation {
    case .constant, .x, .y: "0"
    case .add: "1"
    case .subtract: isRight ? "-1" : "1"
    case .multiply: isRight ? left : right
    case .divide: isRight ? "-\(guarded(left))/\(guarded(right))^2" : "1/\(guarded(right))"
    case .power:
      isRight
        ? "\(name)*log(\(left))" : "\(guarded(right))*\(guarded(left))^(\(right) - 1)"
    case .minimum: "1 if \(isRight ? right : left) < \(isRight ? left : right) else 0"
    case .maximum: "1 if \(isRight ? right : left) > \(isRight ? left : right) else 0"
    case .hypotenuse: "\(guarded(isRight ? right : left))/\(name)"
    case .angle: "\(isRight ? "-\(guarded(left))" : guarded(right))/(\(left)^2 + \(right)^2)"
    default: slope
    }
  }

  /// The derivative of an operation with one operand.
  private var slope: String {
    switch step.operation {
    case .constant, .x, .y, .add, .subtract, .multiply, .divide, .power, .minimum, .maximum, .hypotenuse, .angle: "0"
    case .negate: "-1"
    case .integerPower, .realPower: powerSlope
    case .sine: "cos(\(left))"
    case .cosine: "-sin(\(left))"
    case .tangent: "1 + \(name)^2"
    case .cotangent: "-1 - \(name)^2"
    case .secant: "\(name)*tan(\(left))"
    case .cosecant: "-\(name)*cot(\(left))"
    case .arcsine: "1/sqrt(1 - \(left)^2)"
    case .arccosine: "-1/sqrt(1 - \(left)^2)"
    case .arctangent: "1/(1 + \(left)^2)"
    case .arccotangent: "-1/(1 + \(left)^2)"
    case .arcsecant: "1/(abs(\(left))*sqrt(\(left)^2 - 1))"
    case .arccosecant: "-1/(abs(\(left))*sqrt(\(left)^2 - 1))"
    case .hyperbolicSine: "cosh(\(left))"
    case .hyperbolicCosine: "sinh(\(left))"
    case .hyperbolicTangent: "1 - \(name)^2"
    case .hyperbolicCotangent: "1 - \(name)^2"
    case .hyperbolicSecant: "-\(name)*tanh(\(left))"
    case .hyperbolicCosecant: "-\(name)*coth(\(left))"
    case .inverseHyperbolicSine: "1/sqrt(1 + \(left)^2)"
    case .inverseHyperbolicCosine: "1/sqrt(\(left)^2 - 1)"
    case .inverseHyperbolicTangent, .inverseHyperbolicCotangent: "1/(1 - \(left)^2)"
    case .inverseHyperbolicSecant: "-1/(\(guarded(left))*sqrt(1 - \(left)^2))"
    case .inverseHyperbolicCosecant: "-1/(abs(\(left))*sqrt(1 + \(left)^2))"
    case .exponential: name
    case .exponentialMinusOne: "exp(\(left))"
    case .logarithm: "1/\(left)"
    case .binaryLogarithm: "1/(\(guarded(left))*log(2))"
    case .decimalLogarithm: "1/(\(guarded(left))*log(10))"
    case .logarithmOfOnePlus: "1/(1 + \(left))"
    case .squareRoot: "1/(2*\(name))"
    case .absolute: "sign(\(left))"
    case .sign: "0"
    case .relu: "1 if \(left) > 0 else 0"
    case .elu: "1 if \(left) > 0 else exp(\(left))"
    case .gelu: "\(name)/\(guarded(left)) + \(guarded(left))*exp(-\(left)^2/2)/sqrt(2*pi)"
    case .silu: "sigmoid(\(left))*(1 + \(left) - \(name))"
    case .sigmoid: "\(name)*(1 - \(name))"
    case .softplus: "sigmoid(\(left))"
    }
  }

  /// `2*x`, `3*x^2`, `-1*x^-2`.
  private var powerSlope: String {
    switch step.number {
    case 0: "0"
    case 1: "1"
    case 2: "2*\(left)"
    default: "\(exponent)*\(left)^\(ShortNumber(step.number - 1, significant: 5).plain)"
    }
  }

  /// A negative number in parentheses, anything else as it is.
  private func guarded(_ operand: String) -> String {
    operand.hasPrefix("-") ? "(\(operand))" : operand
  }

  /// Whether a formula needs parentheses as a factor.
  static func isSum(_ formula: String) -> Bool {
    formula.hasPrefix("-") || formula.contains(" ")
  }

  /// A formula with numbers in place of names; a negative number gets parentheses where it would be misread.
  static func substituting(_ numbers: [String: String], into formula: String) -> String {
    var output = ""
    var word = ""
    var rest = Substring(formula)
    func flush(before next: Character?) {
      guard !word.isEmpty else { return }
      if let number = numbers[word] {
        let isAlone = (output.isEmpty || output.hasSuffix("(") || output.hasSuffix("if ") || output.hasSuffix(", "))
        let isPlain = isAlone && next != "^"
        output += number.hasPrefix("-") && !isPlain ? "(\(number))" : number
      } else {
        output += word
      }
      word = ""
    }
    while let character = rest.popFirst() {
      // A letter right after a digit belongs to a number such as 1e-05 and not to a name; names begin with a letter.
      if character.isLetter || (character.isNumber && !word.isEmpty) {
        word.append(character)
      } else {
        flush(before: character)
        output.append(character)
      }
    }
    flush(before: nil)
    return output
  }
}
