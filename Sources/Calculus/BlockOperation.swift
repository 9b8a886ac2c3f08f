import RealModule

extension Operation {
  /// Carries the operation out on a whole block of numbers, bit for bit what `value` gives for each.
  ///
  /// Arithmetic, square roots and small powers become vector instructions; the functions of the mathematical library
  /// are called number by number. Interpreting the operation costs its `switch` once a block.
  ///
  /// - Parameters:
  ///   - target: Receives `count` numbers; apart from the operands, which lets the loops become vector instructions.
  ///   - left: The first operand, `count` numbers.
  ///   - right: The second operand, `count` numbers; not read by operations with one operand.
  ///   - number: The exponent of a constant power.
  func apply(
    to target: UnsafeMutablePointer<Double>, _ left: UnsafePointer<Double>, _ right: UnsafePointer<Double>,
    number: Double, count: Int
  ) {
    switch self {
    case .add: for lane in 0..<count { target[lane] = left[lane] + right[lane] }
    case .subtract: for lane in 0..<count { target[lane] = left[lane] - right[lane] }
    case .multiply: for lane in 0..<count { target[lane] = left[lane] * right[lane] }
    case .divide: for lane in 0..<count { target[lane] = left[lane] / right[lane] }
    case .negate: for lane in 0..<count { target[lane] = -left[lane] }
    case .absolute: for lane in 0..<count { target[lane] = left[lane].magnitude }
    case .squareRoot: for lane in 0..<count { target[lane] = left[lane].squareRoot() }
    case .minimum: for lane in 0..<count { target[lane] = Elementary.smaller(left[lane], right[lane]) }
    case .maximum: for lane in 0..<count { target[lane] = Elementary.larger(left[lane], right[lane]) }
    case .relu: for lane in 0..<count { target[lane] = Elementary.larger(left[lane], 0) }
    case .integerPower where number == 2:
      for lane in 0..<count { target[lane] = left[lane] * left[lane] }
    case .integerPower where number == 3:
      for lane in 0..<count {
        let base = left[lane]
        target[lane] = base * (base * base)
      }
    case .integerPower where number == 4:
      for lane in 0..<count {
        let square = left[lane] * left[lane]
        target[lane] = square * square
      }
    case .integerPower: for lane in 0..<count { target[lane] = Elementary.integerPower(left[lane], number) }
    case .sine: for lane in 0..<count { target[lane] = .sin(left[lane]) }
    case .cosine: for lane in 0..<count { target[lane] = .cos(left[lane]) }
    case .exponential: for lane in 0..<count { target[lane] = .exp(left[lane]) }
    case .hyperbolicTangent: for lane in 0..<count { target[lane] = .tanh(left[lane]) }
    case .sigmoid: for lane in 0..<count { target[lane] = Elementary.sigmoid(left[lane]) }
    case .hypotenuse, .angle: for lane in 0..<count { target[lane] = value(left[lane], right[lane], number) }
    case .power: for lane in 0..<count { target[lane] = Elementary.power(left[lane], right[lane]) }
    default: for lane in 0..<count { target[lane] = value(left[lane], 0, number) }
    }
  }
}
