import Basics
import RealModule
import Testing

@testable import Calculus

@Suite("Valley") struct ValleyTests {
  private func valleys(_ text: String, _ range: ClosedRange<Double>) throws -> [Valley] {
    try Expression(parsing: text, variables: .x).valleys(in: range)
  }

  @Test("of the named curves are the known minima", arguments: NamedFunction.curves) func known(
    function: NamedFunction
  ) throws {
    let valleys = function.expression.valleys(in: function.xRange).filter { !$0.isAtEnd }
    let expected = function.minima.sorted { $0.point.x < $1.point.x }
    for minimum in expected {
      #expect(valleys.contains { abs($0.x - minimum.point.x) < 1e-9 && abs($0.value - minimum.value) < 1e-12 })
    }
    #expect(valleys.count == expected.count)
  }

  @Test("basins end at the maximum between") func basins() throws {
    // The middle root of 4x^3 - 4x + 0.3, by mpmath.
    let two = try valleys("(x^2 - 1)^2 + 0.3x", -2...2)
    #expect(two.count == 2)
    #expect(abs(two[0].basin.upperBound - 0.0754291585697482) < 1e-12)
    #expect(two[0].basin.lowerBound == -2 && two[1].basin.upperBound == 2)
    #expect(two[0].basin.upperBound == two[1].basin.lowerBound)
    // sin(x^2): the maximum is at the square root of pi/2.
    let sine = try valleys("sin(x^2)", 0...2.5)
    #expect(sine.map(\.isAtEnd) == [true, false])
    #expect(abs(sine[0].basin.upperBound - (Double.pi / 2).squareRoot()) < 1e-9)
  }

  @Test("kinks, flat parts and ends") func kinks() throws {
    let kink = try valleys("abs(x - 0.3)", -1...1)
    #expect(kink.count == 1 && abs(kink[0].x - 0.3) < 1e-12)
    #expect(try valleys("3", -1...1).map(\.x) == [0])
    let slope = try valleys("x", -1...2)
    #expect(slope == [Valley(x: -1, value: -1, basin: -1...2, isAtEnd: true)])
    let trough = try valleys("max(abs(x) - 1, 0)", -3...3)
    #expect(trough.count == 1)
    #expect(abs(trough[0].x) <= 1 && trough[0].value == 0)
  }

  @Test("poles are borders, not valleys; undefined parts end basins") func poles() throws {
    #expect(try valleys("1/x", -1...1).allSatisfy { $0.isAtEnd })
    let double = try valleys("1/x^2 + x^2", -3...3)
    #expect(double.count == 2)
    #expect(abs(double[1].x - 1) < 1e-9 && abs(double[0].x + 1) < 1e-9)
    #expect(abs(double[0].basin.upperBound) < 0.01)
    #expect(try valleys("log(x)*x", -1...2).count == 1)
    #expect(try valleys("sqrt(-1 - x^2)", -1...1).isEmpty)
    #expect(try valleys("tan(x)", -4...4).allSatisfy { abs($0.value) < 1e6 })
  }

  @Test("a range without extent, and absurd ones, do not trap") func extremes() throws {
    for range in [0.0...0.0, -1e308...1e308, 1e-300...1e300, 5...5] {
      for text in ["x^2", "sin(x)", "1/x", "exp(x)", "abs(x)"] { _ = try valleys(text, range) }
    }
  }
}

@Suite("PlaneFunction") struct PlaneFunctionTests {
  @Test("names come before expressions, each kind has its own") func parsing() throws {
    #expect(try PlaneFunction(parsing: "rosenbrock", variables: .xAndY).named?.name == "rosenbrock")
    #expect(try PlaneFunction(parsing: "x^2 + y^2", variables: .xAndY).title == "x^2 + y^2")
    #expect(try PlaneFunction(parsing: "parabola", variables: .x).value(at: PlanePoint(x: 3)) == 9)
    let error = #expect(throws: ExpressionError.self) {
      try PlaneFunction(parsing: "rosenbrok", variables: .xAndY)
    }
    #expect(error?.problem == .unknownName("rosenbrok", suggestion: "rosenbrock"))
    let other = #expect(throws: ExpressionError.self) { try PlaneFunction(parsing: "x +", variables: .xAndY) }
    #expect(other?.problem == .operandExpected(found: nil))
  }

  @Test("the tangent of x^2 at 3 has slope 6") func tangent() throws {
    let tangent = try Expression(parsing: "x^2", variables: .x).tangent(at: 3)
    #expect(tangent == Tangent(x: 3, value: 9, slope: 6))
    #expect(tangent(4) == 15)
    #expect(try Expression(parsing: "x^2", variables: .x).curve(over: -1...1, count: 3) == [1, 0, 1])
    #expect(try Expression(parsing: "x", variables: .x).curve(over: -1...1, count: 1) == [-1])
    #expect(try Expression(parsing: "x", variables: .x).curve(over: -1...1, count: -4).isEmpty)
  }
}
