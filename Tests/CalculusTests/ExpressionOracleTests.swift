import Testing

@testable import Calculus

@Suite("Expressions against SymPy and mpmath") struct ExpressionOracleTests {
  @Test("1,000 values to 1e-12, gradients to 1e-9, second derivatives to 1e-7") func recorded() throws {
    let expressions = try RecordedExpression.all()
    #expect(expressions.count == 1000)
    for recorded in expressions {
      let expression = try Expression(parsing: recorded.text)
      let (x, y) = (recorded.x, recorded.y)
      #expect(isClose(expression.value(x: x, y: y), recorded.value, relative: 1e-12), "\(recorded.text)")
      let (value, gradient) = expression.valueAndGradient(x: x, y: y)
      #expect(value == expression.value(x: x, y: y), "\(recorded.text)")
      #expect(isClose(gradient.x, recorded.gradient.x, relative: 1e-9), "d/dx \(recorded.text) at \(x), \(y)")
      #expect(isClose(gradient.y, recorded.gradient.y, relative: 1e-9), "d/dy \(recorded.text) at \(x), \(y)")
      let (_, again, curvature) = expression.derivatives(x: x, y: y)
      #expect(again == gradient, "\(recorded.text)")
      #expect(isClose(curvature.xx, recorded.curvature.xx, relative: 1e-7), "xx \(recorded.text) at \(x), \(y)")
      #expect(isClose(curvature.xy, recorded.curvature.xy, relative: 1e-7), "xy \(recorded.text) at \(x), \(y)")
      #expect(isClose(curvature.yy, recorded.curvature.yy, relative: 1e-7), "yy \(recorded.text) at \(x), \(y)")
    }
  }
}
