import Learning
import RealModule
import Testing

@testable import Calculus

@Suite("Derivatives") struct DerivativeTests {
  @Test("of a sum of squares, by hand") func bowl() throws {
    let bowl = try Expression(parsing: "x^2 + y^2")
    let (value, gradient, curvature) = bowl.derivatives(x: 3, y: -2)
    #expect(value == 13)
    #expect(gradient == PlaneGradient(x: 6, y: -4))
    #expect(curvature == Curvature(xx: 2, xy: 0, yy: 2))
  }

  @Test("of the lecture's sin(x^2): 2x cos(x^2)") func chain() throws {
    let chain = try Expression(parsing: "sin(x^2)", variables: .x)
    for x in stride(from: -3, through: 3, by: 0.25) {
      #expect(isClose(chain.gradient(x: x).x, 2 * x * Double.cos(x * x), relative: 1e-15))
      #expect(chain.gradient(x: x).y == 0)
    }
  }

  @Test(
    "follow the stated conventions at kinks",
    arguments: [
      ("abs(x)", 0, 0), ("relu(x)", 0, 0), ("max(x, y)", 0.5, 0.5), ("min(x, y)", 0.5, 0.5), ("max(x, x)", 1, 0),
      ("sqrt(x^2 + y^2)", 0, 0), ("max(x, -x)", 0, 0),
    ] as [(String, Double, Double)]
  ) func kinks(text: String, byX: Double, byY: Double) throws {
    #expect(try Expression(parsing: text).gradient(x: 0, y: 0) == PlaneGradient(x: byX, y: byY))
  }

  @Test("are NaN where the value is, infinite at a vertical tangent, and never trap") func edges() throws {
    let logarithm = try Expression(parsing: "log(x^2 - 1)")
    #expect(logarithm.gradient(x: 0, y: 0).x.isNaN)
    #expect(logarithm.gradient(x: 0, y: 0).y.isNaN)
    #expect(try Expression(parsing: "sqrt(x)").gradient(x: 0).x == .infinity)
    #expect(try Expression(parsing: "1/x").gradient(x: 0).x == -.infinity)
    #expect(try Expression(parsing: "x^3").gradient(x: -2).x == 12)
    #expect(try Expression(parsing: "x^41").gradient(x: -1).x == 41)
    #expect(try Expression(parsing: "x^y").gradient(x: -2, y: 2).x == -4)
    #expect(try Expression(parsing: "x^y").gradient(x: -2, y: 2).y.isNaN)
    #expect(try Expression(parsing: "x^1").curvature(x: 0) == Curvature(xx: 0, xy: 0, yy: 0))
    for text in ["x/y", "x^y", "tan(x)", "exp(exp(x))", "x^-3", "acos(x)", "min(x,y)/max(x,y)"] {
      let expression = try Expression(parsing: text)
      for x in [0, -0.0, 1, -1, 1e308, -1e308, .leastNonzeroMagnitude, .infinity, -.infinity, .nan] {
        for y in [0, 1, -1, 1e308, .infinity, .nan] { _ = expression.derivatives(x: x, y: y) }
      }
    }
  }

  @Test("saturated functions keep the digits of their derivative") func saturated() throws {
    // 1/cosh(20)^2 and sigmoid'(40), mpmath with 30 digits.
    #expect(isClose(try Expression(parsing: "tanh(x)").gradient(x: 20).x, 1.6993417021166356e-17, relative: 1e-14))
    #expect(isClose(try Expression(parsing: "sigmoid(x)").gradient(x: 40).x, 4.248354255291589e-18, relative: 1e-14))
  }

  @Test("a polynomial's degree is read off") func degree() throws {
    #expect(try Expression(parsing: "3").polynomialDegree == 0)
    #expect(try Expression(parsing: "(x + 2y)^2 / 3 - x").polynomialDegree == 2)
    #expect(try Expression(parsing: "x*y*x").polynomialDegree == 3)
    #expect(try Expression(parsing: "sin(2)x").polynomialDegree == 1)
    #expect(try Expression(parsing: "1/x").polynomialDegree == nil)
    #expect(try Expression(parsing: "sin(x)^2").polynomialDegree == nil)
    #expect(try Expression(parsing: "((x^32)^32)^0").polynomialDegree == 0)
  }
}

@Suite("Curvature") struct CurvatureTests {
  @Test("eigenvalues by hand") func byHand() {
    #expect(Curvature(xx: 2, xy: 0, yy: 2).eigenvalues == (2, 2))
    #expect(Curvature(xx: 2, xy: 0, yy: 20).eigenvalues == (2, 20))
    #expect(Curvature(xx: 10, xy: 8, yy: 10).eigenvalues == (2, 18))
    #expect(Curvature(xx: 2, xy: 0, yy: -2).eigenvalues == (-2, 2))
    #expect(Curvature(xx: 0, xy: 0, yy: 0).eigenvalues == (0, 0))
    #expect(Curvature(xx: -10, xy: 8, yy: -10).eigenvalues == (-18, -2))
    #expect(Curvature(xx: .nan, xy: 0, yy: 0).eigenvalues.larger.isNaN)
  }

  @Test("the Hessian of Rosenbrock's function at its minimum") func rosenbrock() throws {
    // [[802, -400], [-400, 200]]: SymPy gives 501 -+ sqrt(250601).
    let curvature = try Expression(parsing: "(1-x)^2 + 100(y-x^2)^2").curvature(x: 1, y: 1)
    #expect(curvature == Curvature(xx: 802, xy: -400, yy: 200))
    #expect(isClose(curvature.eigenvalues.smaller, 0.39936077, relative: 1e-7))
    #expect(isClose(curvature.eigenvalues.larger, 1001.60063923, relative: 1e-10))
  }

  @Test("directions are eigenvectors of length 1", arguments: 0..<50) func directions(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let matrix = Curvature(
      xx: generator.uniform(-5, 5), xy: seed.isMultiple(of: 7) ? 0 : generator.uniform(-5, 5),
      yy: generator.uniform(-5, 5))
    let values = matrix.eigenvalues
    let directions = matrix.principalDirections
    for (value, direction) in [(values.smaller, directions.smaller), (values.larger, directions.larger)] {
      #expect(isClose(direction.length, 1, relative: 1e-14))
      #expect(abs(matrix.xx * direction.x + matrix.xy * direction.y - value * direction.x) < 1e-13)
      #expect(abs(matrix.xy * direction.x + matrix.yy * direction.y - value * direction.y) < 1e-13)
    }
  }
}
