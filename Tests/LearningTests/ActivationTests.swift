import Testing

@testable import Learning

@Suite("Activations: value and derivative")
struct ActivationTests {
  /// Values by mpmath 1.3 with 30 digits (`quad`, `erf`, `exp`), rounded to 15: g(-1.5), g(0.7).
  static let known: [(Activation, Double, Double)] = [
    (.identity, -1.5, 0.7),
    (.relu, 0, 0.7),
    (.leakyRelu, -0.015, 0.7),
    (.elu, -0.776869839851570, 0.7),
    (.gelu, -0.100210801903287, 0.530625443443849),
    (.sigmoid, 0.182425523806356, 0.668187772168166),
    (.tanh, -0.905148253644866, 0.604367777117163),
    (.softplus, 0.201413277982752, 1.10318604888546),
    (.swish, -0.273638285709535, 0.467731440517716),
  ]

  @Test("agrees with values of thirty digits", arguments: known)
  func values(activation: Activation, low: Double, high: Double) {
    #expect(abs(activation(-1.5).value - low) < 1e-14)
    #expect(abs(activation(0.7).value - high) < 1e-14)
  }

  @Test("the derivative is the slope of the value", arguments: Activation.allCases)
  func derivative(activation: Activation) {
    var generator = SplitMix64(seed: 6)
    for _ in 0..<200 {
      let r = generator.uniform(-6, 6)
      guard abs(r) > 1e-3 else { continue }
      let h = 1e-5
      let slope = (activation(r + h).value - activation(r - h).value) / (2 * h)
      #expect(abs(slope - activation(r).derivative) < 1e-9)
      let bend = (activation(r + h).derivative - activation(r - h).derivative) / (2 * h)
      #expect(abs(bend - activation.secondDerivative(r)) < 1e-9)
    }
  }

  @Test("stays within its limits far out", arguments: Activation.allCases)
  func limits(activation: Activation) {
    for r in [-1e308, -1e4, -745, 745, 1e4, 1e308] {
      let (value, derivative) = activation(r)
      #expect(value.isFinite)
      #expect(derivative.isFinite)
      #expect(abs(value) <= max(1, abs(r)))
    }
    #expect(activation(.nan).value.isNaN)
  }

  @Test("softmax does not overflow and sums to one")
  func softmax() {
    let shares = OutputActivation.softmax([1e4, 1e4 - 1, -1e4])
    #expect(abs(shares[0] - 0.731058578630005) < 1e-12)
    #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
    #expect(shares[2] == 0)
  }
}
