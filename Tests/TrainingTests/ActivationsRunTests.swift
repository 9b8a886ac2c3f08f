import Foundation
import Learning
import Testing

@testable import Training

@Suite("Activation curves") struct ActivationCurveTests {
  // The formulas of the lecture and of the papers, written anew with the system's mathematics.
  static let formulas: [(ActivationCurve, @Sendable (Double) -> Double)] = [
    (.relu, { max(0, $0) }), (.sigmoid, { 1 / (1 + exp(-$0)) }), (.tanh, { 2 / (1 + exp(-2 * $0)) - 1 }),
    (.softmax, { exp($0) / (exp($0) + exp(1) + exp(0)) }), (.leakyRelu, { $0 > 0 ? $0 : 0.01 * $0 }),
    (.elu, { $0 > 0 ? $0 : exp($0) - 1 }), (.gelu, { $0 * 0.5 * (1 + erf($0 / 2.0.squareRoot())) }),
    (.softplus, { log(1 + exp($0)) }), (.swish, { $0 / (1 + exp(-$0)) }), (.identity, { $0 }),
    (.step, { $0 >= 0 ? 1 : 0 }), (.sign, { $0 >= 0 ? 1 : -1 }),
  ]

  @Test("each is its formula, and its slope that of central differences", arguments: formulas.indices)
  func values(index: Int) {
    let (curve, formula) = Self.formulas[index]
    for tenth in -60...60 where tenth != 0 {
      let x = Double(tenth) / 10
      let (value, slope) = curve(x)
      #expect(abs(value - formula(x)) < 1e-14 * max(1, abs(value)), "\(curve) at \(x)")
      let h = 1e-6
      #expect(abs(slope - (formula(x + h) - formula(x - h)) / (2 * h)) < 1e-8, "\(curve) at \(x)")
    }
  }

  @Test("all that the program knows are there, each with words")
  func complete() {
    #expect(Self.formulas.count == ActivationCurve.allCases.count)
    for activation in Activation.allCases { #expect(ActivationCurve(rawValue: activation.rawValue) != nil) }
    for curve in ActivationCurve.allCases {
      #expect(!curve.formula.isEmpty && !curve.slopeFormula.isEmpty && !curve.meaning.isEmpty)
    }
  }

  // By hand: scores (1, 1, 0) give e/(2e + 1) twice and 1/(2e + 1).
  @Test("the shares of softmax add up to 1 and are those of equal scores where they are equal")
  func shares() {
    for x in [-6, -0.5, 0, 3, 6.0] {
      #expect(abs(ActivationCurve.softmax.shares(at: x).reduce(0, +) - 1) < 1e-15)
    }
    let equal = ActivationCurve.softmax.shares(at: 1)
    #expect(abs(equal[0] - M_E / (2 * M_E + 1)) < 1e-15 && equal[0] == equal[1])
  }
}

@Suite("Activations run") struct ActivationsRunTests {
  private func run(_ settings: [Key: String] = [:]) throws -> ActivationsRun {
    ActivationsRun(try Description(.activations, parsing: settings.map { (key: $0.key.rawValue, value: $0.value) }))
  }

  @Test("steps move x by a tenth to the end of the axis, and the timeline comes back")
  func steps() throws {
    var timeline = Timeline(try run([.at: "x=-2", .activation: "tanh"]))
    timeline.advance(by: 3)
    let picture = try #require(timeline.present.picture(PictureRequest()) as? ActivationsPicture)
    #expect(picture.x == -1.7 && picture.curve == .tanh)
    #expect(abs(picture.value - Foundation.tanh(-1.7)) < 1e-15)
    timeline.advance(by: 1000)
    #expect((timeline.present as? ActivationsRun)?.x == 6)
    #expect(timeline.present.status == .finished(.steps) && timeline.present.step == 80)
    timeline.go(to: 20)
    #expect((timeline.present as? ActivationsRun)?.x == 0)
  }

  @Test("what is changed by hand, and what can't be")
  func changes() throws {
    var run = try run()
    try run.apply(.setting(.at, .assignments([.init("x", 99)])))
    #expect(run.x == 6)
    try run.apply(.point([.nan]))
    #expect(run.x == 0)
    try run.apply(.setting(.activation, .words(["softmax"])))
    #expect(run.curve == .softmax)
    #expect(throws: ChangeError.needsNewStart(.seed)) { try run.apply(.setting(.seed, .integer(2))) }
  }
}
