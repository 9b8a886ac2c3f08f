/// The straight line that touches a curve at a point: f(x0 + dx) ~ f(x0) + a dx.
package struct Tangent: Sendable, Equatable {
  /// Where it touches, x0.
  package let x: Double
  /// The curve's value there, f(x0).
  package let value: Double
  /// Its slope a, the derivative of the curve with respect to x.
  package let slope: Double

  /// The line's value at another x.
  package func callAsFunction(_ x: Double) -> Double {
    value + slope * (x - self.x)
  }
}

extension Expression {
  /// The tangent of a curve at a point.
  package func tangent(at x: Double) -> Tangent {
    let (value, gradient) = valueAndGradient(x: x)
    return Tangent(x: x, value: value, slope: gradient.x)
  }

  /// The values of a curve at equally distant places, both ends of the range included.
  ///
  /// - Parameter count: How many; a single one is taken at the lower end, 0 or less give none.
  /// - Complexity: O(count * operations).
  package func curve(over range: ClosedRange<Double>, count: Int) -> [Double] {
    (0..<max(0, count)).map { index in
      let part = count > 1 ? Double(index) / Double(count - 1) : 0
      return value(x: range.lowerBound * (1 - part) + range.upperBound * part)
    }
  }
}
