/// Turns the text of an expression into a program: Dijkstra's shunting yard, which keeps its own stacks, so no depth
/// of nesting can overflow the thread's.
///
/// From loose to tight: `+ -`, then `* /` and multiplication without a sign, then unary minus, then `^`. All group to
/// the left but `^`. So `-x^2` is -(x^2), `2^3^2` is 2^(3^2), `2^-x` is 2^(-x) and `1/2x` is (1/2) x.
struct ExpressionParser {
  /// What waits on the operator stack for its right side.
  private enum Pending {
    case binary(Operation)
    case negate
    case group(start: Int)
    case call(Operation, arguments: Int, start: Int)

    /// How tightly it binds; 0 for an open parenthesis, which nothing passes.
    var tightness: Int {
      switch self {
      case .binary(.add), .binary(.subtract): 1
      case .binary(.power): 4
      case .binary: 2
      case .negate: 3
      case .group, .call: 0
      }
    }
  }

  private var scanner: ExpressionScanner
  private let variables: Expression.Variables
  private var builder = ProgramBuilder()
  private var operands: [Int] = []
  private var pending: [Pending] = []

  /// Begins with a text in which some variables may appear.
  init(_ text: String, variables: Expression.Variables) {
    scanner = ExpressionScanner(text)
    self.variables = variables
  }

  /// Reads the whole text.
  ///
  /// - Complexity: O(n) in the length of the text.
  mutating func parse() throws(ExpressionError) -> Program {
    var token = try scanner.next()
    if token == .end { throw scanner.error(.empty, at: 0) }
    while true {
      try operand(beginningWith: token)
      token = try scanner.next()
      while token == .close {
        try close()
        token = try scanner.next()
      }
      guard try continues(with: &token) else { break }
    }
    let root = try finish()
    return builder.program(endingWith: root)
  }

  /// Reads up to and including one number or variable, with the signs and parentheses before it.
  private mutating func operand(beginningWith first: Token) throws(ExpressionError) {
    var token = first
    while true {
      switch token {
      case .number(let value):
        operands.append(builder.constant(value))
        return
      case .name(let name):
        if let leaf = leaf(name) {
          operands.append(leaf)
          return
        }
        guard let function = Operation.named(name) else { throw scanner.error(unknown(name)) }
        let start = scanner.tokenStart
        guard try scanner.next() == .open else {
          throw scanner.error(.argumentsExpected(function: name), at: start)
        }
        pending.append(.call(function, arguments: 1, start: start))
      case .open: pending.append(.group(start: scanner.tokenStart))
      case .subtract: pending.append(.negate)
      case .add: break
      case .end: throw scanner.error(.operandExpected(found: nil))
      case .close, .comma, .multiply, .divide, .power:
        if token == .close, case .call(let function, 1, let start) = pending.last {
          throw scanner.error(.wrongArgumentCount(function: function.functionName ?? "", found: 0), at: start)
        }
        throw scanner.error(.operandExpected(found: scanner.tokenText))
      }
      token = try scanner.next()
    }
  }

  /// Takes what stands after a complete operand but `)`; false at the end of the text, otherwise `token` begins an
  /// operand.
  private mutating func continues(with token: inout Token) throws(ExpressionError) -> Bool {
    switch token {
    case .end, .close: return false
    case .number: throw scanner.error(.operatorExpected(found: scanner.tokenText))
    case .name, .open:
      push(.multiply)
      return true
    case .comma: try nextArgument()
    case .add: push(.add)
    case .subtract: push(.subtract)
    case .multiply: push(.multiply)
    case .divide: push(.divide)
    case .power: push(.power)
    }
    token = try scanner.next()
    return true
  }

  /// Puts an operator on the stack after carrying out what binds at least as tightly on its left.
  private mutating func push(_ operation: Operation) {
    let entry = Pending.binary(operation)
    reduce(downTo: operation == .power ? entry.tightness + 1 : entry.tightness)
    pending.append(entry)
  }

  /// Carries out the waiting operators that bind at least this tightly.
  private mutating func reduce(downTo tightness: Int) {
    while let last = pending.last, last.tightness >= max(1, tightness) {
      pending.removeLast()
      let right = operands.removeLast()
      if case .binary(let operation) = last {
        let left = operands.removeLast()
        operands.append(builder.apply(operation, left, right))
      } else {
        operands.append(builder.apply(.negate, right))
      }
    }
  }

  private mutating func close() throws(ExpressionError) {
    reduce(downTo: 1)
    switch pending.popLast() {
    case .group: break
    case .call(let function, let count, let start):
      guard function.arity == 1 ? count == 1 : count >= 2 else {
        throw scanner.error(.wrongArgumentCount(function: function.functionName ?? "", found: count), at: start)
      }
      if function.arity == 1 {
        operands.append(builder.apply(function, operands.removeLast()))
      } else {
        let arguments = operands.suffix(count)
        operands.removeLast(count)
        operands.append(
          arguments.dropFirst().reduce(arguments[arguments.startIndex]) { builder.apply(function, $0, $1) })
      }
    default: throw scanner.error(.unopenedParenthesis)
    }
  }

  private mutating func nextArgument() throws(ExpressionError) {
    reduce(downTo: 1)
    guard case .call(let function, let count, let start) = pending.last, function.arity == 2 else {
      if case .call(let function, _, let start) = pending.last {
        throw scanner.error(.wrongArgumentCount(function: function.functionName ?? "", found: 2), at: start)
      }
      throw scanner.error(.misplacedComma)
    }
    pending[pending.count - 1] = .call(function, arguments: count + 1, start: start)
  }

  private mutating func finish() throws(ExpressionError) -> Int {
    reduce(downTo: 1)
    switch pending.last {
    case .group(let start): throw scanner.error(.unclosedParenthesis, at: start)
    case .call(let function, _, let start):
      throw scanner.error(.unclosedParenthesis, at: start + (function.functionName ?? "").utf8.count)
    default: return operands.removeLast()
    }
  }

  /// The step of a variable or a named constant; nil for any other name.
  private mutating func leaf(_ name: String) -> Int? {
    switch name {
    case "x": builder.variable(.x)
    case "y" where variables == .xAndY: builder.variable(.y)
    case "pi": builder.constant(.pi)
    case "e": builder.constant(2.718281828459045)
    default: nil
    }
  }

  private func unknown(_ name: String) -> ExpressionError.Problem {
    let shown = name.count > 20 ? name.prefix(20) + "..." : name
    return .unknownName(shown, suggestion: NameSuggestion.suggestion(for: name, variables: variables))
  }
}
