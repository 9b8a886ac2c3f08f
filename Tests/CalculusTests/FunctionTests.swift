import Basics
import Learning
import Testing

@testable import Calculus

@Suite("Functions of expressions") struct FunctionTests {
  @Test("each alone agrees with mpmath: value, slope and bend") func recorded() throws {
    let functions = try RecordedExpression.functions()
    for recorded in functions {
      let expression = try Expression(parsing: recorded.text)
      let (value, gradient, curvature) = expression.derivatives(x: recorded.x, y: recorded.y)
      let place = "\(recorded.text) at \(recorded.x), \(recorded.y)"
      // Near a pole, and where an inverse begins, the place itself is only known to 53 bits.
      #expect(isClose(value, recorded.value, relative: 2e-12), "\(place): \(value), not \(recorded.value)")
      #expect(isClose(gradient.x, recorded.gradient.x, relative: 1e-11), "d/dx \(place): \(gradient.x)")
      #expect(isClose(gradient.y, recorded.gradient.y, relative: 1e-11), "d/dy \(place): \(gradient.y)")
      #expect(isClose(curvature.xx, recorded.curvature.xx, relative: 1e-10), "xx \(place): \(curvature.xx)")
      #expect(isClose(curvature.xy, recorded.curvature.xy, relative: 1e-10), "xy \(place): \(curvature.xy)")
      #expect(isClose(curvature.yy, recorded.curvature.yy, relative: 1e-10), "yy \(place): \(curvature.yy)")
    }
    let tried = Set(functions.map { String($0.text.prefix { $0 != "(" }) })
    for name in Operation.allCases.compactMap(\.functionName) { #expect(tried.contains(name), "\(name)") }
  }

  @Test("the promised names are all there") func names() throws {
    let promised = """
      sin cos tan asin acos atan sinh cosh tanh exp log sqrt abs min max relu sigmoid softplus ln log2 log10 sign cot sec
      csc acot asec acsc coth sech csch asinh acosh atanh acoth asech acsch expm1 log1p elu gelu silu hypot atan2
      """
    for name in promised.split(whereSeparator: \.isWhitespace).map(String.init) {
      #expect(FunctionName.operation(name) != nil, "\(name)")
    }
    #expect(try Expression(parsing: "tau").value(x: 0) == 2 * Double.pi)
    #expect(try Expression(parsing: "ln(x)").value(x: 10) == 2.302585092994046)
  }

  @Test("derivatives are those of central differences, inside other functions too", arguments: Operation.allCases)
  func differences(operation: Operation) throws {
    guard let name = operation.functionName else { return }
    // Around 0.4 and around 1.7: one of them lies in every function's domain.
    for shift in ["0.4", "1.7"] {
      let second = operation.arity == 2 ? ", 1 + x*y/4" : ""
      let expression = try Expression(parsing: "y*\(name)(\(shift) + x*y/8 + x/16\(second))")
      let (x, y, h) = (0.3, 0.7, 1e-5)
      let gradient = expression.gradient(x: x, y: y)
      guard gradient.x.isFinite else { continue }
      let byX = (expression.value(x: x + h, y: y) - expression.value(x: x - h, y: y)) / (2 * h)
      let byY = (expression.value(x: x, y: y + h) - expression.value(x: x, y: y - h)) / (2 * h)
      #expect(abs(gradient.x - byX) < 1e-7 * max(1, abs(byX)), "\(expression.text): \(gradient.x), \(byX)")
      #expect(abs(gradient.y - byY) < 1e-7 * max(1, abs(byY)), "\(expression.text): \(gradient.y), \(byY)")
      let curvature = expression.curvature(x: x, y: y)
      let mixed = (expression.gradient(x: x + h, y: y).y - expression.gradient(x: x - h, y: y).y) / (2 * h)
      #expect(abs(curvature.xy - mixed) < 1e-6 * max(1, abs(mixed)), "\(expression.text): \(curvature.xy), \(mixed)")
    }
  }

  @Test("a grid has the same numbers as single places", arguments: Operation.allCases)
  func grid(operation: Operation) throws {
    guard let name = operation.functionName else { return }
    let expression = try Expression(parsing: operation.arity == 2 ? "\(name)(x + y, x)" : "\(name)(x*y + 0.5)")
    let grid = SampleGrid(xRange: -2...2, yRange: -1...1, columns: 9, rows: 4)
    let field = FieldSampler(expression, over: grid).field()
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let single = expression.value(x: grid.x(column: column), y: grid.y(row: row))
        let sampled = field[row * grid.columns + column]
        #expect(single == sampled || single.isNaN && sampled.isNaN, "\(name) at \(column), \(row)")
      }
    }
  }

  @Test("far from the middle they neither trap nor turn into NaN") func extremes() throws {
    let limits: [(String, Double, Double)] = [
      ("gelu(x)", -1e308, 0), ("gelu(x)", 1e308, 1e308), ("silu(x)", -.infinity, 0), ("silu(x)", -1e5, 0),
      ("elu(x)", -.infinity, -1), ("hypot(x, x)", 1e200, 1.4142135623730951e200), ("acot(x)", 0, .pi / 2),
      ("coth(x)", 1000, 1), ("sech(x)", 1000, 0), ("csch(x)", -1000, 0), ("acoth(x)", .infinity, 0),
      ("asech(x)", 0, .infinity), ("sign(x)", 0, 0), ("log10(x)", 0, -.infinity), ("atan2(x, x)", 0, 0),
    ]
    for (text, x, expected) in limits { #expect(try Expression(parsing: text).value(x: x) == expected, "\(text)") }
    for text in ["log2(x)", "log10(x)", "log1p(x)", "acosh(x)", "asec(1/x)", "asech(x)"] {
      #expect(try Expression(parsing: text).value(x: -2).isNaN, "\(text)")
    }
    #expect(try Expression(parsing: "hypot(x, y)").gradient(x: 0, y: 0) == PlaneGradient(x: 0, y: 0))
    #expect(try Expression(parsing: "atan2(y, x)").gradient(x: 0, y: 0) == PlaneGradient(x: 0, y: 0))
    #expect(try Expression(parsing: "atan2(y, x)").gradient(x: 0, y: 2) == PlaneGradient(x: -0.5, y: 0))
  }

  @Test("a suggestion never names a function that means something else") func suggestions() {
    func suggestion(_ text: String) -> String? {
      do {
        _ = try Expression(parsing: text)
        return "(read)"
      } catch {
        if case .unknownName(_, let suggestion) = error.problem { return suggestion }
        return nil
      }
    }
    let slips = [
      ("sine(x)", "sin"), ("Sin(x)", "sin"), ("sqroot(x)", "sqrt"), ("sigmod(x)", "sigmoid"), ("LOG10(x)", "log10"),
      ("softpls(x)", "softplus"), ("cosihn(x)", "cosh"), ("tanhh(x)", "tanh"), ("Pi", "pi"), ("exmp1(x)", "expm1"),
    ]
    for (text, expected) in slips { #expect(suggestion(text) == expected, "\(text)") }
    // Functions of C, NumPy, PyTorch, MATLAB and of mathematics: their names say something, and not what these say.
    let others = """
      exp2 exp10 log3 ln2 lg erf erfc erfinv floor ceil round trunc mod fmod gamma lgamma beta cbrt sqr rsqrt sinc
      sind cosd tand sinpi logit selu celu prelu relu6 mish softsign softmax hardtanh logsigmoid tanhshrink heaviside
      step clip abs2 sum mean norm sin2 cos3 logb versin cis logsumexp nadam
      """
    let known = Set(FunctionName.all)
    for name in others.split(whereSeparator: \.isWhitespace) {
      let offered = suggestion("\(name)(x)")
      #expect(!known.contains(offered ?? ""), "\(name): \(offered ?? "")")
    }
    #expect(suggestion("cbrt(x)") == "x^(1/3)")
    #expect(suggestion("exp2(x)") == "2^x")
  }

  @Test("a formula that is offered instead can be read") func offered() throws {
    for name in ["cbrt", "exp2", "sqr", "logit", "relu6", "softsign", "mish", "versin", "sind", "heaviside"] {
      _ = try Expression(parsing: try #require(NamesElsewhere.formula(for: name)))
    }
  }
}

@Suite("Input alphabet of expressions") struct ExpressionAlphabetTests {
  @Test(
    "signs mean what they show",
    arguments: [
      ("\u{2212}x\u{00B2}", "-(x^2)"), ("2\u{00D7}x \u{2013} y", "2*x - y"), ("x \u{00F7} 4", "x/4"),
      ("x\u{2081}\u{00B2} + x\u{2082}\u{00B2}", "x^2 + y^2"), ("\u{221A}(x\u{00B2} + 1)", "sqrt(x^2 + 1)"),
      ("\u{221A}2x", "sqrt(2)*x"), ("2\u{221A}x", "2*sqrt(x)"), ("\u{221A}x\u{00B3}", "sqrt(x^3)"),
      ("2\u{03C0}x", "2*pi*x"), ("\u{03C4}", "2*pi"), ("x\u{207B}\u{00B9}", "x^(-1)"),
      ("x\u{00B9}\u{2070}", "x^10"), ("2^x\u{00B2}", "2^(x^2)"), ("x\u{00B2}^3", "(x^2)^3"),
      ("sin\u{00B2}(x) + cos\u{00B2}(x)", "sin(x)^2 + cos(x)^2"), ("|x|", "abs(x)"), ("2|x| - 1", "2*abs(x) - 1"),
      ("||x| - 1|", "abs(abs(x) - 1)"), ("|x||y|", "abs(x)*abs(y)"), ("|x + 1|\u{00B2}", "abs(x + 1)^2"),
      ("(|x|)", "abs(x)"), ("max(|x|, |y|)", "max(abs(x), abs(y))"), ("|-3|", "3"), ("x|x|", "x*abs(x)"),
      ("1e\u{2212}3x", "0.001*x"), ("1.5\u{00B7}10\u{207B}\u{00B3}", "1.5*10^(-3)"),
      ("x\u{00A0}+\u{202F}1", "x + 1"), ("(x)\u{00B2}", "(x)^2"), ("x\u{2215}y", "x/y"),
      ("e^\u{2212}x\u{00B2}", "e^(-(x^2))"), ("arctan(x)", "atan(x)"), ("arsinh(x)", "asinh(x)"),
    ]
  ) func signs(shown: String, plain: String) throws {
    for (x, y) in [(0.7, -1.3), (-2.5, 0.25)] {
      let value = try Expression(parsing: shown).value(x: x, y: y)
      let expected = try Expression(parsing: plain).value(x: x, y: y)
      #expect(value == expected || value.isNaN && expected.isNaN, "\(shown): \(value), \(plain): \(expected)")
    }
  }

  @Test("wrong ones are named where they stand") func wrong() {
    func problem(_ text: String) -> (ExpressionError.Problem?, Int) {
      do {
        _ = try Expression(parsing: text)
        return (nil, 0)
      } catch {
        return (error.problem, error.column)
      }
    }
    #expect(problem("2 + |x") == (.unclosedBar, 5))
    #expect(problem("|x)") == (.unclosedBar, 1))
    #expect(problem("(|x)|") == (.unclosedBar, 2))
    #expect(problem("|") == (.operandExpected(found: nil), 2))
    #expect(problem("\u{221A}") == (.operandExpected(found: nil), 2))
    #expect(problem("\u{00B2}x") == (.operandExpected(found: "\u{00B2}"), 1))
    #expect(problem("sin\u{207B}\u{00B9}(x)").1 == 4)
    #expect(problem("\u{03B7}x").0 == .unexpectedCharacter("\u{03B7}"))
    #expect(problem("hypot(x)") == (.wrongArgumentCount(function: "hypot", found: 1), 1))
    #expect(problem("atan2(x, y, 1)") == (.wrongArgumentCount(function: "atan2", found: 3), 1))
  }

  @Test("numbers as they are shown are numbers") func numbers() {
    let shown = [
      ("\u{2212}0.5", "-0.5"), ("\u{2013}3", "-3"), ("1 234 567", "1234567"), ("\u{2212}12 000.5", "-12000.5"),
      ("1.2\u{00B7}10\u{207B}\u{2075}", "1.2e-5"), ("3\u{00D7}10\u{2074}", "3e4"), ("\u{221E}", "inf"),
      ("\u{2212}\u{221E}", "-inf"), ("1e\u{2212}5", "1e-5"), ("1\u{202F}000", "1000"),
    ]
    for (text, plain) in shown { #expect(InputAlphabet.number(text) == plain, "\(text)") }
    // What is no such number is left for an error to quote.
    for text in ["1 2", "12 34", "1234 567", "1 0000", "1,234", "0x1F", "a b", "", " ", "1 234 "] {
      #expect(InputAlphabet.number(text) == text, "\(text)")
    }
    #expect(InputAlphabet.plain("x\u{2081}\u{00B2}") == "x1^2")
    #expect(InputAlphabet.plain("w\u{2081}\u{2080}=\u{2212}1") == "w10=-1")
  }
}
