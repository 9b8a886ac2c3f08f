/// Why a text is not an expression, and where.
package struct ExpressionError: Error, Sendable, Equatable {
  /// What is wrong.
  package enum Problem: Sendable, Equatable {
    /// There is nothing but blanks.
    case empty
    /// The text has more UTF-8 bytes than `Expression.longestText`.
    case tooLong(bytes: Int)
    /// A number, a variable, a function or `(` should stand here; nil where the text ends.
    case operandExpected(found: String?)
    /// An operator should stand here: two values follow one another.
    case operatorExpected(found: String)
    /// A character that no expression contains.
    case unexpectedCharacter(String)
    /// A name that means nothing here, with what was perhaps meant.
    case unknownName(String, suggestion: String?)
    /// The parenthesis that opens here is never closed.
    case unclosedParenthesis
    /// The parenthesis that closes here was never opened.
    case unopenedParenthesis
    /// The bar that opens here is never closed.
    case unclosedBar
    /// A function's name without `(` after it.
    case argumentsExpected(function: String)
    /// A function with too many or too few arguments.
    case wrongArgumentCount(function: String, found: Int)
    /// A comma that does not separate the arguments of a function.
    case misplacedComma
    /// A number beyond the largest that can be represented, about 1.8e308.
    case numberTooLarge(String)
    /// A sign that other languages use, with the one to write here.
    case foreignSign(String, instead: String)
  }

  /// What is wrong.
  package let problem: Problem
  /// The column of the character where it is wrong, from 1, in characters as a reader counts them; one past the
  /// last where the text ends too early.
  package let column: Int
  /// The part of the text around the column, one line, at most 60 characters; it is foreign text, not yet safe to
  /// show in a terminal.
  package let excerpt: String
  /// How many characters of the excerpt stand before the one at `column`: blanks to put before a caret.
  package let caretOffset: Int

  /// Places a problem at a byte of a text.
  init(_ problem: Problem, atByte offset: Int, of text: String) {
    self.problem = problem
    let index = Self.characterIndex(atByte: offset, of: text)
    let before = text[..<index]
    column = before.count + 1
    let start = text.index(index, offsetBy: -40, limitedBy: text.startIndex) ?? text.startIndex
    let end = text.index(start, offsetBy: 60, limitedBy: text.endIndex) ?? text.endIndex
    let leading = start > text.startIndex ? "..." : ""
    let trailing = end < text.endIndex ? "..." : ""
    excerpt = leading + String(text[start..<end].map(Self.plain)) + trailing
    caretOffset = leading.count + text[start..<index].count
  }

  /// The start of the character that a byte belongs to.
  private static func characterIndex(atByte offset: Int, of text: String) -> String.Index {
    let bytes = text.utf8
    let target = bytes.index(bytes.startIndex, offsetBy: offset, limitedBy: bytes.endIndex) ?? bytes.endIndex
    guard target < bytes.endIndex else { return text.endIndex }
    return text.rangeOfCharacter(containing: target).lowerBound
  }

  /// A character as it may stand in an excerpt: line ends and tabs as blanks, endless accent piles replaced.
  private static func plain(_ character: Character) -> Character {
    if character.isNewline || character == "\t" { return " " }
    return character.unicodeScalars.count > 8 ? "\u{FFFD}" : character
  }
}

extension StringProtocol {
  /// The range of the whole character that an index lies in.
  fileprivate func rangeOfCharacter(containing target: Index) -> Range<Index> {
    var start = startIndex
    while start < endIndex {
      let next = index(after: start)
      if target < next { return start..<next }
      start = next
    }
    return endIndex..<endIndex
  }
}

extension ExpressionError: CustomStringConvertible {
  /// What is wrong and what was expected, one sentence in lower case without the place; may quote foreign text.
  package var description: String {
    switch problem {
    case .empty: "the expression is empty; write for example x^2"
    case .tooLong(let bytes): "the expression has \(bytes) bytes; at most \(Expression.longestText) are read"
    case .operandExpected(let found?): "expected a number, a variable, a function or '(', found '\(found)'"
    case .operandExpected(nil): "expected a number, a variable, a function or '(', but the expression ends here"
    case .operatorExpected(let found): "expected an operator such as + or * before '\(found)'"
    case .unexpectedCharacter(let character): "'\(character)' has no meaning in an expression"
    case .unknownName(let name, let suggestion?): "unknown name '\(name)'; did you mean \(suggestion)?"
    case .unknownName(let name, nil): "unknown name '\(name)'; known are x, y, pi, tau, e and the functions"
    case .unclosedParenthesis: "this '(' is never closed; expected ')'"
    case .unclosedBar: "this '|' is never closed; expected '|'"
    case .unopenedParenthesis: "this ')' closes nothing; expected an operator or the end"
    case .argumentsExpected(let function): "expected '(' after \(function), as in \(function)(x)"
    case .wrongArgumentCount(let function, let found):
      "\(function) takes \(Self.argumentCount(of: function)), found \(found)"
    case .misplacedComma: "a comma stands only between the arguments of a function, such as max(x, 1)"
    case .numberTooLarge(let number): "the number \(number) is too large; the largest is about 1.8e308"
    case .foreignSign(let sign, let instead): "'\(sign)' has no meaning in an expression; \(instead)"
    }
  }

  private static func argumentCount(of function: String) -> String {
    guard let operation = FunctionName.operation(function) else { return "one argument" }
    return switch FunctionName.argumentCounts(operation) {
    case (1, 1): "one argument"
    case (2, nil): "two or more arguments"
    case (let least, _): least == 2 ? "two arguments" : "\(least) arguments"
    }
  }
}
