import Basics
import RealModule
import Testing

@testable import Calculus

@Suite("StepTheory") struct StepTheoryTests {
  private func theory(_ name: String) throws -> StepTheory {
    let function = try #require(NamedFunction.named(name, .xAndY))
    return try #require(Quadratic(function.expression)).theory
  }

  @Test("the lecture's bowl: factor 1 - 2 eta, stable below 1, one step at 1/2") func bowl() throws {
    let bowl = try theory("sphere")
    #expect(bowl.factors(learningRate: 0.1) == [0.8, 0.8])
    #expect(bowl.stabilityLimit() == 1)
    #expect(bowl.bestLearningRate == 0.5)
    let cases: [(Double, StepTheory.Behavior)] = [
      (0.1, .approaches), (0.5, .arrives), (0.7, .oscillates), (1, .circles), (1.1, .diverges),
    ]
    for (rate, behavior) in cases { #expect(bowl.behaviors(learningRate: rate) == [behavior, behavior]) }
  }

  @Test("limits of an ellipse with curvatures 2 and 20") func ellipse() throws {
    let ellipse = try theory("ellipse")
    #expect(ellipse.curvatures == [2, 20])
    #expect(isClose(try #require(ellipse.stabilityLimit()), 0.1, relative: 1e-15))
    #expect(isClose(try #require(ellipse.stabilityLimit(momentum: 0.9)), 0.19, relative: 1e-15))
    #expect(isClose(try #require(ellipse.bestLearningRate), 2.0 / 22, relative: 1e-15))
    // (1 - sqrt(0.1))^2 and (1 - sqrt(1))^2.
    let critical = ellipse.criticalMomentum(learningRate: 0.05)
    #expect(isClose(try #require(critical[0]), 0.46754446796632407, relative: 1e-14))
    #expect(critical[1] == 0)
  }

  @Test("without a minimum there is no limit") func saddle() throws {
    #expect(try theory("saddle").stabilityLimit() == nil)
    #expect(try theory("saddle").behaviors(learningRate: 0.1) == [.leaves, .approaches])
    #expect(try theory("saddle").bestWithMomentum == nil)
    let flat = try #require(Quadratic(try Expression(parsing: "x + 2y")))
    #expect(flat.theory.stabilityLimit() == .infinity)
    #expect(flat.stationaryPoint == nil)
  }

  @Test("predicted factors are the measured ones", arguments: ["sphere", "ellipse", "booth", "matyas"])
  func measured(name: String) throws {
    let function = PlaneFunction(try #require(NamedFunction.named(name, .xAndY)))
    let quadratic = try #require(function.quadratic)
    let center = try #require(quadratic.stationaryPoint)
    let directions = quadratic.curvature.principalDirections
    let rate = 0.9 / (quadratic.theory.curvatures.last ?? 1)
    let (_, gradient) = function.valueAndGradient(at: function.start)
    let next = PlanePoint(x: function.start.x - rate * gradient.x, y: function.start.y - rate * gradient.y)
    let factors = quadratic.theory.factors(learningRate: rate)
    for (direction, factor) in zip([directions.smaller, directions.larger], factors) {
      func distance(_ point: PlanePoint) -> Double {
        (point.x - center.x) * direction.x + (point.y - center.y) * direction.y
      }
      #expect(abs(distance(next) - factor * distance(function.start)) < 1e-12)
    }
  }

  @Test("momentum contracts in the long run as predicted", arguments: [0.0, 0.3, 0.46754446796632407, 0.9])
  func momentum(beta: Double) throws {
    // d' = (1 + beta - eta lambda) d - beta d_before, carried out on x^2 with eta = 0.05.
    let predicted = try theory("sphere").contractions(learningRate: 0.05, momentum: beta)[0]
    var (before, now) = (1.0, 0.9)
    for _ in 0..<400 { (before, now) = (now, (1 + beta - 0.1) * now - beta * before) }
    let measured = Double.pow(now.magnitude, 1.0 / 401)
    #expect(abs(measured - predicted) < 0.02, "measured \(measured), predicted \(predicted)")
  }

  @Test("Polyak's choice contracts both directions equally, by the root of its momentum") func polyak() throws {
    let ellipse = try theory("ellipse")
    let best = try #require(ellipse.bestWithMomentum)
    // ((sqrt 20 - sqrt 2)/(sqrt 20 + sqrt 2))^2
    #expect(isClose(best.momentum, 0.2698738636122385, relative: 1e-12))
    for contraction in ellipse.contractions(learningRate: best.learningRate, momentum: best.momentum) {
      #expect(isClose(contraction, best.momentum.squareRoot(), relative: 1e-6))
    }
  }

  @Test("a quadratic is recognized, with its center") func quadratics() throws {
    let function = try #require(NamedFunction.named("booth", .xAndY))
    let booth = try #require(Quadratic(function.expression))
    #expect(booth.theory.curvatures == [2, 18])
    #expect(booth.stationaryPoint == PlanePoint(x: 1, y: 3))
    #expect(Quadratic(try Expression(parsing: "x^2 + y^3")) == nil)
    #expect(Quadratic(try Expression(parsing: "cosh(x)")) == nil)
    let parabola = try #require(Quadratic(try Expression(parsing: "3(x - 2)^2", variables: .x)))
    #expect(parabola.theory.curvatures == [6])
    #expect(parabola.stationaryPoint == PlanePoint(x: 2))
  }
}

@Suite("NewtonStep") struct NewtonStepTests {
  private func step(_ text: String, _ point: PlanePoint, _ variables: Expression.Variables = .xAndY) throws
    -> NewtonStep
  {
    let (_, gradient, curvature) = try Expression(parsing: text, variables: variables).derivatives(
      x: point.x, y: point.y)
    return NewtonStep(gradient: gradient, curvature: curvature, variables: variables)
  }

  @Test("reaches a quadratic's minimum in one step") func quadratic() throws {
    let step = try step("(x + 2y - 7)^2 + (2x + y - 5)^2", PlanePoint(x: -8, y: -6))
    #expect(step.kind == .newton)
    #expect(abs(-8 + step.x - 1) < 1e-12 && abs(-6 + step.y - 3) < 1e-12)
    #expect(try self.step("3(x - 2)^2", PlanePoint(x: 10), .x).x == -8)
  }

  @Test("descends along negative curvature and says so") func saddle() throws {
    let step = try step("x^2 - y^2", PlanePoint(x: 1, y: 0.5))
    #expect(step.kind == .absoluteCurvature)
    #expect(abs(step.x + 1) < 1e-15 && abs(step.y - 0.5) < 1e-15)
    #expect(
      try self.step("-x^2", PlanePoint(x: 1), .x)
        == NewtonStep(
          gradient: PlaneGradient(x: -2, y: 0),
          curvature: Curvature(xx: -2, xy: 0, yy: 0), variables: .x))
    #expect(try self.step("-x^2", PlanePoint(x: 1), .x).x == 1)
  }

  @Test("falls back to the gradient without curvature or with NaN") func fallback() throws {
    #expect(try step("2x + y", PlanePoint(x: 0)).kind == .gradient)
    #expect(try step("2x + y", PlanePoint(x: 0)).x == -2)
    #expect(try step("log(x)", PlanePoint(x: -1)).kind == .gradient)
    #expect(try step("x^3 - 3x*y^2", PlanePoint(x: 0)).kind == .gradient)
    #expect(try step("x^2 + y", PlanePoint(x: 1, y: 0)).y == -1)
  }
}

@Suite("BacktrackingLineSearch") struct BacktrackingLineSearchTests {
  @Test("halves until Armijo's condition holds") func halving() {
    // f = x^2 at 1 along -gradient = -2: rate 1 lands on -1 (no gain), 1/2 on 0.
    let result = BacktrackingLineSearch().search(
      from: PlanePoint(x: 1), value: 1, gradient: PlaneGradient(x: 2, y: 0), direction: PlanePoint(x: -2)
    ) { $0.x * $0.x }
    #expect(result.rate == 0.5)
    #expect(result.trials == [.init(rate: 1, value: 1), .init(rate: 0.5, value: 0)])
  }

  @Test("refuses to climb, gives up in the end and survives NaN") func refusals() {
    let search = BacktrackingLineSearch()
    let uphill = search.search(
      from: PlanePoint(x: 1), value: 1, gradient: PlaneGradient(x: 2, y: 0), direction: PlanePoint(x: 2)
    ) { $0.x * $0.x }
    #expect(uphill.rate == 0 && uphill.trials.isEmpty)
    let never = search.search(
      from: PlanePoint(x: 1), value: 1, gradient: PlaneGradient(x: 2, y: 0), direction: PlanePoint(x: -2)
    ) { _ in .nan }
    #expect(never.rate == 0 && never.trials.count == 60)
  }
}
