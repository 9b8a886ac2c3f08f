import Testing

@testable import Calculus

/// The value of a text at a point.
private func value(_ text: String, x: Double = 0, y: Double = 0) throws -> Double {
  try Expression(parsing: text).value(x: x, y: y)
}

@Suite("Expression") struct ExpressionTests {
  @Test(
    "binds as the rules say",
    arguments: [
      ("-x^2", -9), ("2^3^2", 512), ("2x", 6), ("2sin(x)", 0.2822400161197344), ("2(x+1)", 8), ("1/2x", 1.5),
      ("2^-x", 0.125), ("-2^2", -4), ("2^-x^2", 0.001953125), ("(x+1)(x-1)", 8), ("x(x)", 9), ("2x^2", 18),
      ("10-4-3", 3), ("16/4/2", 2), ("--x", 3), ("+x", 3), ("2*-x", -6), ("x--1", 4), ("2e", 5.43656365691809),
      ("2e1x", 60), ("2exp(0)", 2), (".5x", 1.5), ("5.", 5), ("1.5e-1", 0.15), ("pi", Double.pi), ("min(x,2,y)", -2),
      ("max(1,x,y,2)", 3), ("x y", -6), ("e^1", 2.718281828459045), ("2x(y)3^0", .nan), ("-x*y", 6), ("2^2x", 12),
      ("2\u{00B7}x \u{2212} \u{03C0}", 6 - Double.pi), ("sin(x)cos(y)", -0.05872664492762098),
    ]
  ) func binding(text: String, expected: Double) throws {
    guard !expected.isNaN else {
      #expect(throws: ExpressionError.self) { try Expression(parsing: text) }
      return
    }
    #expect(abs(try value(text, x: 3, y: -2) - expected) <= 1e-15 * abs(expected), "\(text)")
  }

  @Test("names the column, what was expected and an excerpt for the caret") func errors() throws {
    func problem(_ text: String, _ variables: Expression.Variables = .xAndY) -> (ExpressionError.Problem?, Int) {
      do {
        _ = try Expression(parsing: text, variables: variables)
        return (nil, 0)
      } catch {
        return (error.problem, error.column)
      }
    }
    #expect(problem("") == (.empty, 1))
    #expect(problem("  ") == (.empty, 1))
    #expect(problem("x +") == (.operandExpected(found: nil), 4))
    #expect(problem("x + * 2") == (.operandExpected(found: "*"), 5))
    #expect(problem("2 3") == (.operatorExpected(found: "3"), 3))
    #expect(problem("(x + 1") == (.unclosedParenthesis, 1))
    #expect(problem("1 + sin(x") == (.unclosedParenthesis, 8))
    #expect(problem("x)") == (.unopenedParenthesis, 2))
    #expect(problem("sin x") == (.argumentsExpected(function: "sin"), 1))
    #expect(problem("2 + min(x)") == (.wrongArgumentCount(function: "min", found: 1), 5))
    #expect(problem("sin(x, y)") == (.wrongArgumentCount(function: "sin", found: 2), 1))
    #expect(problem("sin()") == (.wrongArgumentCount(function: "sin", found: 0), 1))
    #expect(problem("max()") == (.wrongArgumentCount(function: "max", found: 0), 1))
    #expect(problem("min(x,)") == (.operandExpected(found: ")"), 7))
    #expect(problem("(x, y)") == (.misplacedComma, 3))
    #expect(problem("x, y") == (.misplacedComma, 2))
    #expect(problem("()") == (.operandExpected(found: ")"), 2))
    #expect(problem("lnn(x)") == (.unknownName("lnn", suggestion: "ln"), 1))
    #expect(problem("1 + xy") == (.unknownName("xy", suggestion: "x*y"), 5))
    #expect(problem("sine(x)") == (.unknownName("sine", suggestion: "sin"), 1))
    #expect(problem("Sin(x)") == (.unknownName("Sin", suggestion: "sin"), 1))
    #expect(problem("x + y", .x) == (.unknownName("y", suggestion: nil), 5))
    #expect(problem("x # 1") == (.unexpectedCharacter("#"), 3))
    #expect(problem("x ** 2") == (.foreignSign("**", instead: "write ^ for a power"), 3))
    #expect(problem("1e999") == (.numberTooLarge("1e999"), 1))
  }

  @Test("columns count characters, not bytes") func columns() throws {
    let error = #expect(throws: ExpressionError.self) { try Expression(parsing: "\u{03C0} + \u{1F600}x") }
    #expect(error?.column == 5)
    #expect(error?.excerpt == "\u{03C0} + \u{1F600}x")
    #expect(error?.caretOffset == 4)
    // An accent is part of the letter before it.
    let accent = #expect(throws: ExpressionError.self) { try Expression(parsing: "1 + x\u{0302}") }
    #expect(accent?.column == 5)
  }

  @Test("an excerpt is a window around the fault") func excerpt() throws {
    let text = String(repeating: "1+", count: 500) + "?" + String(repeating: "+1", count: 500)
    let error = try #require(throws: ExpressionError.self) { try Expression(parsing: text) }
    #expect(error.column == 1001)
    #expect(error.excerpt.count <= 66)
    #expect(Array(error.excerpt)[error.caretOffset] == "?")
  }

  @Test("equal subexpressions are computed once and constants beforehand") func sharing() throws {
    #expect(try Expression(parsing: "(x+y)*(x+y)").operationCount == 2)
    #expect(try Expression(parsing: "(x+y)*(y+x)").operationCount == 2)
    #expect(try Expression(parsing: "2*3*x").operationCount == 1)
    #expect(try Expression(parsing: "sin(pi/2)^2").operationCount == 0)
    #expect(try Expression(parsing: "2x") == Expression(parsing: " 2 * (x)"))
  }

  @Test("follows C outside the usual domain") func edges() throws {
    #expect(try value("0^0") == 1)
    #expect(try value("x^y", x: 0, y: 0) == 1)
    #expect(try value("x^y", x: -2, y: 3) == -8)
    #expect(try value("x^y", x: -2, y: 4) == 16)
    #expect(try value("x^y", x: -2, y: 0.5).isNaN)
    #expect(try value("x^-2", x: -2) == 0.25)
    #expect(try value("log(x)", x: 0) == -.infinity)
    #expect(try value("log(x)", x: -1).isNaN)
    #expect(try value("1/x", x: 0) == .infinity)
    #expect(try value("exp(x)", x: 1000) == .infinity)
    #expect(try value("min(x, y)", x: .nan, y: 1).isNaN)
    #expect(try value("max(x, y)", x: 1, y: .nan).isNaN)
    #expect(try value("relu(x)", x: .nan).isNaN)
    #expect(try value("sigmoid(x)", x: -1000) == 0)
    #expect(try value("sigmoid(x)", x: 1000) == 1)
    #expect(try value("softplus(x)", x: 1000) == 1000)
    #expect(try value("x^0", x: .nan) == 1)
  }

  @Test("10,000 levels of nesting parse and evaluate", arguments: ["(", "sin(", "-", "2^", "-(", "min(x,", "1+("])
  func nesting(opening: String) throws {
    let closing = String(repeating: ")", count: opening.count { $0 == "(" } * 10_000)
    let expression = try Expression(parsing: String(repeating: opening, count: 10_000) + "x" + closing)
    #expect(!expression.value(x: 0.5).isNaN)
  }
}
