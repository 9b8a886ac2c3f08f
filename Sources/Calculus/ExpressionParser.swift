/// Turns the text of an expression into a program: Dijkstra's shunting yard, which keeps its own stacks, so no depth
/// of nesting can overflow the thread's.
///
/// From loose to tight: `+ -`, then `* /` and multiplication without a sign, then unary minus and `√`, then `^`, then a
/// power above the line. All group to the left but `^`. So `-x^2` is -(x^2), `2^3^2` is 2^(3^2), `2^-x` is 2^(-x),
/// `1/2x` is (1/2) x, `√2x` is (√2) x. A bar after a complete operand closes the innermost one, where that is a bar;
/// otherwise it opens one: `2|x|` is 2 abs(x), `||x| - 1|` is abs(abs(x) - 1).
struct ExpressionParser {
  /// What waits on the operator stack for its right side.
  private enum Pending {
    case binary(Operation)
    case unary(Operation)
    case group(start: Int)
    case bars(start: Int)
    case call(Call)

    /// How tightly it binds; 0 for an open parenthesis, which nothing passes.
    var tightness: Int {
      switch self {
      case .binary(.add), .binary(.subtract): 1
      case .binary(.power): 4
      case .binary: 2
      case .unary: 3
      case .group, .bars, .call: 0
      }
    }
  }

  /// A function whose arguments are being read.
  private struct Call {
    var function: Operation
    /// As it was written, for errors.
    var name: String
    var arguments = 1
    var start: Int
    /// The power written between the name and the arguments: `sin²(x)`.
    var power: Double?
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
      while try completes(token) { token = try scanner.next() }
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
        pending.append(.call(try call(name)))
      case .open: pending.append(.group(start: scanner.tokenStart))
      case .bar: pending.append(.bars(start: scanner.tokenStart))
      case .subtract: pending.append(.unary(.negate))
      case .root: pending.append(.unary(.squareRoot))
      case .add: break
      case .end: throw scanner.error(.operandExpected(found: nil))
      case .close, .comma, .multiply, .divide, .power, .raised:
        if token == .close, case .call(let call) = pending.last, call.arguments == 1 {
          throw scanner.error(.wrongArgumentCount(function: call.name, found: 0), at: call.start)
        }
        throw scanner.error(.operandExpected(found: scanner.tokenText))
      }
      token = try scanner.next()
    }
  }

  /// Begins the call of a function: its name was the last token, its parenthesis follows.
  private mutating func call(_ name: String) throws(ExpressionError) -> Call {
    guard let function = FunctionName.operation(name) else { throw scanner.error(unknown(name)) }
    var call = Call(function: function, name: name, start: scanner.tokenStart)
    var token = try scanner.next()
    if case .raised(let power) = token {
      // sin⁻¹ is the inverse to some and 1/sin to others.
      guard power > 0 else {
        throw scanner.error(.foreignSign(scanner.tokenText, instead: "write 1/\(name)(x), or the inverse by its name"))
      }
      call.power = power
      token = try scanner.next()
    }
    guard token == .open else { throw scanner.error(.argumentsExpected(function: name), at: call.start) }
    return call
  }

  /// Takes what ends or raises the operand before it; false for any other token.
  private mutating func completes(_ token: Token) throws(ExpressionError) -> Bool {
    switch token {
    case .close: try close()
    case .bar where isInsideBars: closeBars()
    case .raised(let power):
      operands.append(builder.apply(.power, operands.removeLast(), builder.constant(power)))
    default: return false
    }
    return true
  }

  /// Takes what stands after a complete operand but `)`; false at the end of the text, otherwise `token` begins an
  /// operand.
  private mutating func continues(with token: inout Token) throws(ExpressionError) -> Bool {
    switch token {
    case .end, .close, .raised: return false
    case .number: throw scanner.error(.operatorExpected(found: scanner.tokenText))
    case .name, .open, .bar, .root:
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
      switch last {
      case .binary(let operation): operands.append(builder.apply(operation, operands.removeLast(), right))
      case .unary(let operation): operands.append(builder.apply(operation, right))
      // These are loose, so the loop has ended before.
      case .group, .bars, .call: operands.append(right)
      }
    }
  }

  /// Whether the innermost thing that is open is a bar.
  private var isInsideBars: Bool {
    let open = pending.last { $0.tightness == 0 }
    if case .bars = open { return true }
    return false
  }

  private mutating func closeBars() {
    reduce(downTo: 1)
    pending.removeLast()
    operands.append(builder.apply(.absolute, operands.removeLast()))
  }

  private mutating func close() throws(ExpressionError) {
    reduce(downTo: 1)
    switch pending.popLast() {
    case .group: break
    case .call(let call):
      let (least, most) = FunctionName.argumentCounts(call.function)
      guard call.arguments >= least, call.arguments <= most ?? call.arguments else {
        throw scanner.error(.wrongArgumentCount(function: call.name, found: call.arguments), at: call.start)
      }
      let arguments = operands.suffix(call.arguments)
      operands.removeLast(call.arguments)
      let first = arguments[arguments.startIndex]
      var result =
        call.function.arity == 1
        ? builder.apply(call.function, first)
        : arguments.dropFirst().reduce(first) { builder.apply(call.function, $0, $1) }
      if let power = call.power { result = builder.apply(.power, result, builder.constant(power)) }
      operands.append(result)
    case .bars(let start): throw scanner.error(.unclosedBar, at: start)
    default: throw scanner.error(.unopenedParenthesis)
    }
  }

  private mutating func nextArgument() throws(ExpressionError) {
    reduce(downTo: 1)
    guard case .call(var call) = pending.last else { throw scanner.error(.misplacedComma) }
    call.arguments += 1
    if let most = FunctionName.argumentCounts(call.function).most, call.arguments > most {
      throw scanner.error(.wrongArgumentCount(function: call.name, found: call.arguments), at: call.start)
    }
    pending[pending.count - 1] = .call(call)
  }

  private mutating func finish() throws(ExpressionError) -> Int {
    reduce(downTo: 1)
    switch pending.last {
    case .group(let start): throw scanner.error(.unclosedParenthesis, at: start)
    case .bars(let start): throw scanner.error(.unclosedBar, at: start)
    case .call(let call): throw scanner.error(.unclosedParenthesis, at: call.start + call.name.utf8.count)
    case .binary, .unary, nil: return operands.removeLast()
    }
  }

  /// The step of a variable or a named constant; nil for any other name.
  private mutating func leaf(_ name: String) -> Int? {
    switch name {
    case "x", "x1": builder.variable(.x)
    case "y" where variables == .xAndY, "x2" where variables == .xAndY: builder.variable(.y)
    case "pi": builder.constant(.pi)
    case "tau": builder.constant(2 * .pi)
    case "e": builder.constant(2.718281828459045)
    default: nil
    }
  }

  private func unknown(_ name: String) -> ExpressionError.Problem {
    let shown = name.count > 20 ? name.prefix(20) + "..." : name
    return .unknownName(shown, suggestion: NameSuggestion.suggestion(for: name, variables: variables))
  }
}
