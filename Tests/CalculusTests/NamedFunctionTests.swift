import Basics
import Learning
import Testing

@testable import Calculus

@Suite("NamedFunction") struct NamedFunctionTests {
  static let all = NamedFunction.surfaces + NamedFunction.curves

  @Test("the catalog has the promised names") func names() {
    #expect(
      Set(NamedFunction.surfaces.map(\.name)) == [
        "sphere", "ellipse", "saddle", "monkey-saddle", "rosenbrock", "himmelblau", "beale", "booth", "matyas",
        "rastrigin", "ackley", "styblinski-tang", "six-hump-camel", "two-valleys", "plateau",
      ])
    #expect(Set(NamedFunction.curves.map(\.name)) == ["parabola", "double-well", "two-valleys", "sine-chain"])
    #expect(NamedFunction.named("two-valleys", .x)?.expression.usesY == false)
    #expect(NamedFunction.named("two-valleys", .xAndY)?.expression.usesY == true)
    #expect(NamedFunction.named("sphere", .x) == nil)
  }

  @Test("known minima have the stated value and no gradient", arguments: all) func minima(function: NamedFunction) {
    for minimum in function.minima {
      let (x, y) = (minimum.point.x, minimum.point.y)
      let (value, gradient, curvature) = function.expression.derivatives(x: x, y: y)
      #expect(abs(value - minimum.value) < 1e-12, "\(function.name) at \(x), \(y)")
      #expect(gradient.length < 1e-11, "\(function.name) at \(x), \(y)")
      #expect(curvature.xx >= 0)
      #expect(function.xRange.contains(x) && function.yRange.contains(y))
    }
  }

  @Test("no sample of the shown part lies below the global minimum", arguments: all) func global(
    function: NamedFunction
  ) {
    let grid = SampleGrid(xRange: function.xRange, yRange: function.yRange, columns: 300, rows: 300)
    let lowest = FieldSampler(function.expression, over: grid).field().min() ?? .nan
    let globals = function.minima.filter(\.isGlobal)
    for minimum in globals { #expect(lowest >= minimum.value - 1e-12, "\(function.name)") }
    #expect(Set(globals.map(\.value)).count <= 1)
    #expect(function.minima.map(\.value) == function.minima.map(\.value).sorted())
  }

  @Test("starts are shown and finite", arguments: all) func starts(function: NamedFunction) {
    #expect(function.xRange.contains(function.start.x) && function.yRange.contains(function.start.y))
    let (value, gradient) = function.expression.valueAndGradient(x: function.start.x, y: function.start.y)
    #expect(value.isFinite && gradient.length > 0)
  }

  @Test(
    "gradient descent tells the stated story",
    arguments: [
      ("two-valleys", 0.05, 1), ("two-valleys", 0.15, 0), ("six-hump-camel", 0.05, 4), ("six-hump-camel", 0.1, 0),
      ("himmelblau", 0.01, 2), ("styblinski-tang", 0.01, 1), ("sphere", 0.1, 0), ("plateau", 0.5, 0),
      ("booth", 0.05, 0), ("ellipse", 0.09, 0),
    ] as [(String, Double, Int)]
  ) func story(name: String, learningRate: Double, minimum: Int) throws {
    let function = try #require(NamedFunction.named(name, .xAndY))
    var point = function.start
    for _ in 0..<300 {
      let gradient = function.expression.gradient(x: point.x, y: point.y)
      point = PlanePoint(x: point.x - learningRate * gradient.x, y: point.y - learningRate * gradient.y)
    }
    let expected = function.minima[minimum].point
    #expect(abs(point.x - expected.x) < 1e-6 && abs(point.y - expected.y) < 1e-6, "\(name) ended at \(point)")
  }
}
