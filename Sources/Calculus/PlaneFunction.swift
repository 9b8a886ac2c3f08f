import Basics

/// A function to descend, named or typed, with the part of the plane to show and a start.
///
/// A curve is a function of x alone; its y is 0 throughout.
package struct PlaneFunction: Sendable {
  /// The catalog's entry, when it was asked for by name.
  package let named: NamedFunction?
  /// The function itself.
  package let expression: Expression
  /// The x to show, from the left edge to the right.
  package var xRange: ClosedRange<Double>
  /// The y to show, from the bottom edge to the top; 0...0 for a curve.
  package var yRange: ClosedRange<Double>
  /// Where a descent begins unless told otherwise.
  package var start: PlanePoint
  /// The learning rate of a descent unless told otherwise.
  package var learningRate: Double

  /// Takes a function from the catalog, with its range, start and rate.
  package init(_ named: NamedFunction) {
    self.named = named
    expression = named.expression
    xRange = named.xRange
    yRange = named.yRange
    start = named.start
    learningRate = named.learningRate
  }

  /// Takes an expression: shown from -4 to 4, started at (3, -2), or at 3 for a curve, with a rate of 0.1.
  package init(_ expression: Expression) {
    named = nil
    self.expression = expression
    let isCurve = expression.variables == .x
    xRange = -4...4
    yRange = isCurve ? 0...0 : -4...4
    start = PlanePoint(x: 3, y: isCurve ? 0 : -2)
    learningRate = 0.1
  }

  /// Takes what a user typed: the name of a function of this kind, otherwise an expression.
  ///
  /// - Throws: `ExpressionError`; for a single unknown name, its suggestion may be a named function.
  package init(parsing text: String, variables: Expression.Variables) throws(ExpressionError) {
    if let named = NamedFunction.named(text, variables) {
      self.init(named)
      return
    }
    do {
      self.init(try Expression(parsing: text, variables: variables))
    } catch {
      let names = NamedFunction.all(variables).map(\.name)
      guard let near = NameSuggestion.nearest(to: text, among: names) else { throw error }
      throw ExpressionError(.unknownName(String(text.prefix(20)), suggestion: near), atByte: 0, of: text)
    }
  }

  /// The variables it depends on.
  package var variables: Expression.Variables { expression.variables }

  /// What to call it: the catalog's title, otherwise the text as it was typed.
  package var title: String { named?.title ?? expression.text }

  /// The known minima, lowest first; empty for a typed expression.
  package var minima: [NamedFunction.Minimum] { named?.minima ?? [] }

  /// The value at a point.
  package func value(at point: PlanePoint) -> Double {
    expression.value(x: point.x, y: point.y)
  }

  /// The value and the exact gradient at a point.
  package func valueAndGradient(at point: PlanePoint) -> (value: Double, gradient: PlaneGradient) {
    expression.valueAndGradient(x: point.x, y: point.y)
  }

  /// The value, the exact gradient and the exact second derivatives at a point.
  package func derivatives(at point: PlanePoint) -> (value: Double, gradient: PlaneGradient, curvature: Curvature) {
    expression.derivatives(x: point.x, y: point.y)
  }

  /// What theory says about steps that begin near a point, from the curvature there; exact for a quadratic.
  package func stepTheory(at point: PlanePoint) -> StepTheory {
    StepTheory(expression.curvature(x: point.x, y: point.y), variables: variables)
  }

  /// Prepares to sample the shown part, one sample in the middle of each box.
  package func sampler(columns: Int, rows: Int) -> FieldSampler {
    FieldSampler(expression, over: SampleGrid(xRange: xRange, yRange: yRange, columns: columns, rows: rows))
  }
}
