import Testing

@testable import Plotting

@Suite("Scale") struct ScaleTests {
  static let awkward: [Double] = [
    .nan, .infinity, -.infinity, 0, -0.0, 1, -1, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 1e-300, 1e300, -1e300,
    .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude, 1e16, 1e16 + 2, 0.1,
  ]

  @Test("ends lie at 0 and 1, the middle at a half")
  func ends() {
    let linear = Scale(from: -2, to: 6)
    #expect(linear.fraction(of: -2) == 0)
    #expect(linear.fraction(of: 6) == 1)
    #expect(linear.fraction(of: 2) == 0.5)
    #expect(linear.value(at: 0.25) == 0)
    let logarithmic = Scale(.logarithmic, from: 0.01, to: 100)
    #expect(abs(logarithmic.fraction(of: 1) - 0.5) < 1e-15)
    #expect(abs(logarithmic.value(at: 0.75) - 10) < 1e-13)
    #expect(logarithmic.fraction(of: 0).isNaN)
    #expect(logarithmic.fraction(of: -1).isNaN)
  }

  @Test("exchanged ends are put in order, equal ones widen around their value")
  func degenerate() {
    #expect(Scale(from: 3, to: 1) == Scale(from: 1, to: 3))
    let flat = Scale(from: 4, to: 4)
    #expect(flat.lower < 4 && flat.upper > 4)
    #expect(abs(flat.fraction(of: 4) - 0.5) < 1e-12)
    #expect(Scale(from: 0, to: 0) == Scale(from: -0.5, to: 0.5))
    #expect(Scale(covering: []) == Scale(from: 0, to: 1))
    #expect(Scale(covering: [.nan, 2, .infinity, 3]) == Scale(from: 2, to: 3))
    #expect(Scale(covering: [0, 10], margin: 0.1) == Scale(from: -1, to: 11))
  }

  @Test("any two numbers give a usable scale", arguments: awkward, awkward)
  func usable(first: Double, second: Double) {
    for kind in [Scale.Kind.linear, .logarithmic] {
      let scale = Scale(kind, from: first, to: second)
      #expect(scale.lower < scale.upper)
      #expect(scale.lower.isFinite && scale.upper.isFinite)
      #expect(kind == .linear || scale.lower > 0)
      #expect(scale.fraction(of: scale.lower) == 0)
      #expect(abs(scale.fraction(of: scale.upper) - 1) < 1e-12)
      #expect(scale.value(at: 0.5) >= scale.lower && scale.value(at: 0.5) <= scale.upper)
      for glyphs in GlyphSet.allCases {
        for count in [0, 1, 3, 7] {
          let ticks = Ticks(scale, atMost: count, glyphs: glyphs).ticks
          #expect(ticks.count <= max(count, 2))
          #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.value < $1.value })
        }
        for width in [0, 1, 5, 40, 300] { _ = Ticks(scale, width: width, glyphs: glyphs) }
      }
    }
  }
}
