import Testing

@testable import Interface

@Suite("Height ramp") struct HeightRampTests {
  @Test("the median of stretched heights is the middle shade, and shades keep the order")
  func median() {
    let heights = (0...1000).map { Double($0 * $0 * $0) }
    let ramp = HeightRamp(heights)
    #expect(abs(ramp.shade(of: 500 * 500 * 500) - 0.5) < 1e-9)
    #expect(ramp.shade(of: 0) == 0 && abs(ramp.shade(of: 1e9) - 1) < 1e-12)
    let shades = heights.map(ramp.shade(of:))
    #expect(zip(shades, shades.dropFirst()).allSatisfy { $0 < $1 })
    for height in [1.0, 2e5, 3e8] {
      let back = ramp.height(of: ramp.shade(of: height))
      #expect(abs(back - height) <= 1e-6 * height)
    }
  }

  @Test("levels are round, ascending and inside", arguments: [1.0, 1e-8, 1e8, 3.7])
  func levels(scale: Double) {
    let ramp = HeightRamp((0...400).map { Double($0 * $0) * scale - 50 * scale })
    let levels = ramp.levels(9)
    #expect(levels.count >= 6)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 })
    #expect(levels.allSatisfy { $0 > ramp.lowest && $0 < ramp.highest })
  }

  @Test(
    "flat, empty and wild heights have shades too",
    arguments: [[], [3.0, 3.0], [.nan], [.infinity, -.infinity], [-1e308, 1e308]])
  func wild(heights: [Double]) {
    let ramp = HeightRamp(heights)
    #expect(ramp.shade(of: .nan).isNaN)
    for height in [0.0, 3, 1e308, .infinity] { #expect((0...1).contains(ramp.shade(of: height))) }
    _ = ramp.levels(9)
  }
}
