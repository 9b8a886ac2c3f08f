/// Builds a program bottom up, sharing equal subexpressions and folding constant ones as they appear.
struct ProgramBuilder {
  /// What makes two steps the same; the number by its bits, so that NaN equals itself and 0 differs from -0.
  private struct Key: Hashable {
    var operation: Operation
    var left: Int
    var right: Int
    var bits: UInt64
  }

  private var instructions: [Instruction] = []
  private var known: [Key: Int] = [:]

  /// The step that gives a constant.
  mutating func constant(_ number: Double) -> Int {
    step(.constant, 0, 0, number)
  }

  /// The step that gives a variable.
  mutating func variable(_ variable: Operation) -> Int {
    step(variable, 0, 0, 0)
  }

  /// The step that applies an operation with one operand.
  mutating func apply(_ operation: Operation, _ operand: Int) -> Int {
    if let number = constantValue(operand) { return constant(operation.value(number, 0, 0)) }
    return step(operation, operand, 0, 0)
  }

  /// The step that applies an operation with two operands.
  mutating func apply(_ operation: Operation, _ left: Int, _ right: Int) -> Int {
    if let rightNumber = constantValue(right) {
      if operation == .power { return power(left, rightNumber) }
      if let leftNumber = constantValue(left) { return constant(operation.value(leftNumber, rightNumber, 0)) }
    }
    return step(operation, left, right, 0)
  }

  /// The program whose result is a step; steps that do not lead to it are left out.
  func program(endingWith root: Int) -> Program {
    var isNeeded = [Bool](repeating: false, count: root + 1)
    isNeeded[root] = true
    for index in stride(from: root, through: 0, by: -1) where isNeeded[index] {
      let step = instructions[index]
      if step.operation.arity > 0 { isNeeded[step.left] = true }
      if step.operation.arity > 1 { isNeeded[step.right] = true }
    }
    var places = [Int](repeating: 0, count: root + 1)
    var kept: [Instruction] = []
    for index in 0...root where isNeeded[index] {
      places[index] = kept.count
      var step = instructions[index]
      step.left = step.operation.arity > 0 ? places[step.left] : 0
      step.right = step.operation.arity > 1 ? places[step.right] : 0
      kept.append(step)
    }
    return Program(instructions: kept)
  }

  /// A power whose exponent is a constant; its derivative must not take the logarithm of the base.
  private mutating func power(_ base: Int, _ exponent: Double) -> Int {
    let isSmallAndWhole = exponent == exponent.rounded() && exponent.magnitude <= Elementary.largestSquaredExponent
    let operation = isSmallAndWhole ? Operation.integerPower : .realPower
    if let number = constantValue(base) { return constant(operation.value(number, 0, exponent)) }
    return step(operation, base, 0, exponent)
  }

  private func constantValue(_ index: Int) -> Double? {
    instructions[index].operation == .constant ? instructions[index].number : nil
  }

  private mutating func step(_ operation: Operation, _ left: Int, _ right: Int, _ number: Double) -> Int {
    let isSwapped = operation.isCommutative && left > right
    let key = Key(
      operation: operation, left: isSwapped ? right : left, right: isSwapped ? left : right, bits: number.bitPattern)
    if let index = known[key] { return index }
    instructions.append(Instruction(operation: operation, left: left, right: right, number: number))
    known[key] = instructions.count - 1
    return instructions.count - 1
  }
}
