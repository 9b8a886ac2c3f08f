/// A function of x, or of x and y, that somebody typed.
///
/// Numbers, `x`, `y`, `pi`, `e`, `+ - * / ^`, unary minus, parentheses and the functions sin cos tan asin acos atan
/// sinh cosh tanh exp log sqrt abs min max relu sigmoid softplus; `min` and `max` take two or more arguments. `-x^2`
/// is -(x^2); `2^3^2` is 2^(3^2); `2x`, `2sin(x)` and `2(x+1)` multiply, as tightly as `*` does: `1/2x` is (1/2)x.
/// `log` is the natural logarithm. Two expressions are equal when they compute the same steps.
package struct Expression: Sendable {
  /// The variables that may appear.
  package enum Variables: Sendable, Hashable {
    /// Only x: a curve.
    case x
    /// Both x and y: a surface.
    case xAndY
  }

  /// The longest text that is read, in UTF-8 bytes; a longer one is an error at once.
  ///
  /// Nesting has no limit of its own.
  package static let longestText = 131_072

  /// The text that was parsed.
  package let text: String
  /// The variables that were allowed.
  package let variables: Variables
  /// The steps that compute it.
  let program: Program

  /// Parses a text.
  ///
  /// - Throws: `ExpressionError` with the column of the first fault.
  /// - Complexity: O(n) in the length of the text.
  package init(parsing text: String, variables: Variables = .xAndY) throws(ExpressionError) {
    let size = text.utf8.count
    guard size <= Self.longestText else {
      throw ExpressionError(.tooLong(bytes: size), atByte: Self.longestText, of: text)
    }
    var parser = ExpressionParser(text, variables: variables)
    self.text = text
    self.variables = variables
    program = try parser.parse()
  }

  /// Whether y appears, so that it is a surface and not a curve.
  package var usesY: Bool { program.usesY }

  /// How many elementary operations one evaluation takes, equal subexpressions counted once.
  package var operationCount: Int { program.instructions.count { $0.operation.arity > 0 } }

  /// The value at a point; NaN outside the domain, infinite at poles and on overflow.
  ///
  /// - Complexity: O(n) in `operationCount`.
  package func value(x: Double, y: Double = 0) -> Double {
    program.value(x: x, y: y)
  }
}

extension Expression: Equatable {
  /// Whether both compute the same steps; `2x` equals `2*x`.
  package static func == (left: Expression, right: Expression) -> Bool {
    left.variables == right.variables && left.program == right.program
  }
}
