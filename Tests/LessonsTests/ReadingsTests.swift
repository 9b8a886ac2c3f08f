import Learning
import Testing
import Training

@testable import Lessons

/// What is read of runs by name, against numbers worked out by hand.
@Suite struct ReadingsTests {
  private func number(_ name: String, _ stage: LessonStage, example: Int = 0) -> Double? {
    if case .number(let value)? = stage.readings.value(of: Quantity(name), example: example) { value } else { nil }
  }

  private func stage(_ scene: SceneKind, _ settings: [(String, String)], steps: Int = 0) throws -> LessonStage {
    var stage = try LessonStage(try Description(scene, parsing: settings.map { (key: $0.0, value: $0.1) }))
    try stage.perform(LessonAction(place: TextPlace(line: 1, column: 1), kind: .step(steps)))
    return stage
  }

  @Test("The lecture's first step on AND")
  func perceptron() throws {
    let stage = try stage(.perceptron, [], steps: 1)
    let expected: [String: Double] = [
      "step": 1, "epoch": 0, "s": 0.1, "prediction": 1, "target": -1, "step-loss": 0.1, "gradient.w0": 1,
      "gradient.w1": 1, "gradient.w2": 0, "w0": -0.2, "w1": 0.1, "w2": 0, "updates": 1, "learning-rate": 0.1,
      // s is -0.1 at (1, 0) and (1, 1), -0.2 elsewhere: only (1, 1) is wrong, with loss 0.1.
      "mistakes": 1, "right": 3, "accuracy": 0.75, "loss": 0.025,
    ]
    for (name, value) in expected { #expect(number(name, stage) == value, "\(name)") }
    #expect(number("period", stage) == nil && number("w3", stage) == nil && number("value", stage) == nil)
  }

  @Test("η 0.1 on x² + y² from (3, -2): the point shrinks by 0.8")
  func surface() throws {
    let stage = try stage(
      .surface, [("function", "x^2+y^2"), ("start", "x=3,y=-2"), ("learning-rate", "0.1")], steps: 1)
    for (name, value) in [
      "x": 2.4, "y": -1.6, "value": 8.32, "gx": 4.8, "gy": -3.2, "factor": 0.8, "theory": 0.8, "lambda-max": 2,
    ] {
      let found = try #require(number(name, stage), "\(name)")
      #expect(abs(found - value) < 1e-12, "\(name): \(found)")
    }
  }

  @Test("Descents beside one another, and a race, are read one by one")
  func several() throws {
    let compared = try stage(
      .curve, [("function", "x^2"), ("start", "x=1"), ("vary", "learning-rate=0.25,0.5")], steps: 1)
    #expect(number("run1.x", compared) == 0.5 && number("run2.x", compared) == 0)
    let race = try stage(
      .race, [("of", "curve"), ("function", "x^2"), ("start", "x=1"), ("vary", "learning-rate=0.25,2")], steps: 1)
    #expect(number("run1.value", race) == 0.25 && number("run2.value", race) == 9)
    #expect(race.readings.value(of: Quantity("run1.status")) == .word("running"))
    #expect(number("run3.value", race) == nil)
  }

  @Test("sin(x²) at 1.5: each value is there once it is computed")
  func graph() throws {
    var stage = try stage(.graph, [("at", "x=1.5")], steps: 2)
    #expect(number("u", stage) == 2.25 && number("value", stage) == nil)
    try stage.perform(LessonAction(place: TextPlace(line: 1, column: 1), kind: .train(100)))
    // dz/dx = 2x cos(x²), worked out with Python's math.
    #expect(abs(try #require(number("d/dx", stage)) - -1.8845208681682175) < 1e-12)
    #expect(abs(try #require(number("dz/du", stage)) - -0.6281736227227391) < 1e-12)
  }

  @Test("A network's units in the lecture's letters, for the example asked about")
  func network() throws {
    var stage = try stage(
      .network,
      [
        ("data", "xor-gate"), ("hidden", "2"), ("activation", "sigmoid"), ("test-fraction", "0"),
        ("initializer", "zeros"),
      ])
    let weights = [("h1.1.v0", -0.5), ("h1.1.v1", 1.0), ("h1.1.v2", 0.5), ("out.1.w0", -0.25), ("out.1.w1", 1.5)]
    let action = LessonAction.Kind.weights(weights.map { Setting.Assignment($0.0, $0.1) })
    try stage.perform(LessonAction(place: TextPlace(line: 1, column: 1), kind: action))
    for (name, value) in weights { #expect(number(name, stage) == value, "\(name)") }
    #expect(number("parameters", stage) == 9 && number("units", stage) == 2 && number("layers", stage) == 1)
    // Example 0 is (1, 0): r = 0.5; example 1 is (1, 1): r = 1; the second unit has r = 0, so u = 1/2, and weight 0.
    #expect(number("h1.1.r", stage) == 0.5 && number("h1.1.r", stage, example: 1) == 1)
    #expect(number("h1.2.u", stage) == 0.5)
    func sigmoid(_ s: Double) -> Double { 1 / (1 + Double.exp(-s)) }
    let (u, t) = (sigmoid(0.5), try #require(number("target", stage)))
    let z = sigmoid(-0.25 + 1.5 * u)
    let expected: [(String, Double)] = [
      ("out.1.s", -0.25 + 1.5 * u), ("out.1.z", z), ("probability", z), ("dL/ds", z - t), ("out.1.dL/dw1", (z - t) * u),
      ("h1.1.dL/du", (z - t) * 1.5), ("h1.1.du/dr", u * (1 - u)), ("h1.1.dL/dr", (z - t) * 1.5 * u * (1 - u)),
      ("h1.1.dL/dv1", (z - t) * 1.5 * u * (1 - u)), ("h1.1.dL/dv2", 0), ("out.1.dz/ds", z * (1 - z)),
      ("out.1.dL/dw0", z - t),
    ]
    for (name, value) in expected {
      #expect(abs(try #require(number(name, stage), "\(name)") - value) < 1e-12, "\(name)")
    }
    #expect(number("h2.1.r", stage) == nil && number("h1.3.r", stage) == nil && number("h1.1.v3", stage) == nil)
    #expect(number("h1.1.r", stage, example: 4) == nil)
  }

  @Test(
    "A number is what was expected up to a billionth of it",
    arguments: [
      (Condition.Test.equal(0.1), 0.1 + 0.5e-10, true), (.equal(0.1), 0.1 + 2e-10, false), (.equal(0), 1e-13, true),
      (.equal(0), 1e-11, false), (.about(1, within: 0.5), 1.5, true), (.about(1, within: 0.5), 1.51, false),
      (.atLeast(2), 2, true), (.atLeast(2), 1.999, false), (.atMost(2), 2, true), (.atMost(2), 2.001, false),
      (.between(1...2), 1, true), (.between(1...2), 2.1, false), (.equal(1), .nan, false), (.atMost(1), .nan, false),
    ])
  func tests(test: Condition.Test, value: Double, holds: Bool) {
    #expect(test.holds(for: value) == holds)
  }
}
