/// One step of a program: an operation on the results of earlier steps.
struct Instruction: Sendable, Equatable {
  /// What is done.
  var operation: Operation
  /// The step whose result is the left, or only, operand; 0 where there is none.
  var left: Int
  /// The step whose result is the right operand; 0 where there is none.
  var right: Int
  /// A constant's value, or the exponent of a constant power.
  var number: Double
}

/// An expression in the form that is evaluated: elementary operations in an order in which operands come first.
///
/// Equal subexpressions are one step and constant ones are computed beforehand. The last step is the result.
struct Program: Sendable, Equatable {
  /// The steps, operands before what uses them; never empty.
  let instructions: [Instruction]

  /// Whether some step reads y.
  var usesY: Bool { instructions.contains { $0.operation == .y } }

  /// The value at a point.
  ///
  /// - Complexity: O(n) in the number of steps; up to about 100 steps nothing is allocated on the heap.
  func value(x: Double, y: Double) -> Double {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: instructions.count) { values in
      evaluate(x: x, y: y, into: values)
      return values[instructions.count - 1]
    }
  }

  /// The values of all steps at a point, in their order.
  func values(x: Double, y: Double) -> [Double] {
    [Double](unsafeUninitializedCapacity: instructions.count) { buffer, count in
      evaluate(x: x, y: y, into: buffer)
      count = instructions.count
    }
  }

  /// Computes some of the steps, whose operands are among them or computed before, at a point.
  ///
  /// - Parameter values: A number a step of the whole program; only those of the given steps change.
  func evaluate(_ steps: [Int], x: Double, y: Double, into values: inout [Double]) {
    for index in steps {
      let step = instructions[index]
      switch step.operation {
      case .constant, .x, .y: values[index] = step.operation.value(x, y, step.number)
      default: values[index] = step.operation.value(values[step.left], values[step.right], step.number)
      }
    }
  }

  private func evaluate(x: Double, y: Double, into values: UnsafeMutableBufferPointer<Double>) {
    for (index, step) in instructions.enumerated() {
      switch step.operation {
      case .constant, .x, .y:
        values.initializeElement(at: index, to: step.operation.value(x, y, step.number))
      default:
        let value = step.operation.value(values[step.left], values[step.right], step.number)
        values.initializeElement(at: index, to: value)
      }
    }
  }
}

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
