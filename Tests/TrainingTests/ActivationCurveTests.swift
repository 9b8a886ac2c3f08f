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
