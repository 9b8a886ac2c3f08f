extension Program {
  /// A bound on the degree of the polynomial in x and y that this computes; nil when it is none.
  ///
  /// Read off the operations, so it may be too large where terms cancel (`x^3 - x^3 + x`), never too small.
  var polynomialDegree: Int? {
    var degrees: [Int?] = []
    degrees.reserveCapacity(instructions.count)
    for step in instructions { degrees.append(Self.degree(of: step, degrees)) }
    return degrees.last ?? nil
  }

  private static func degree(of step: Instruction, _ degrees: [Int?]) -> Int? {
    switch step.operation {
    case .constant: return 0
    case .x, .y: return 1
    default: break
    }
    guard let left = degrees[step.left] else { return nil }
    switch step.operation {
    case .negate: return left
    case .integerPower where step.number >= 0: return limited(left.multipliedReportingOverflow(by: Int(step.number)))
    case .add, .subtract: return degrees[step.right].map { max(left, $0) }
    case .multiply: return degrees[step.right].flatMap { limited(left.addingReportingOverflow($0)) }
    case .divide: return degrees[step.right] == 0 ? left : nil
    default: return nil
    }
  }

  private static func limited(_ result: (partialValue: Int, overflow: Bool)) -> Int? {
    result.overflow ? nil : result.partialValue
  }
}
