import RealModule
import Testing

@testable import Plotting

@Suite("Ticks") struct TicksTests {
  private func labels(_ scale: Scale, _ count: Int, _ glyphs: GlyphSet = .braille) -> [String] {
    Ticks(scale, atMost: count, glyphs: glyphs).ticks.map(\.label.description)
  }

  @Test("powers of ten have whole logarithms, on which the first and the last mark depend")
  func wholeLogarithms() {
    for exponent in -300...300 { #expect(Double.log10(Ticks.powerOfTen(exponent)) == Double(exponent)) }
  }

  @Test("steps are 1, 2 or 5 times a power of ten, with equal decimals")
  func nice() {
    #expect(labels(Scale(from: -0.5, to: 1.5), 5) == ["−0.5", "0.0", "0.5", "1.0", "1.5"])
    #expect(labels(Scale(from: -0.5, to: 1.5), 5, .ascii) == ["-0.5", "0.0", "0.5", "1.0", "1.5"])
    #expect(labels(Scale(from: 0, to: 100), 6) == ["0", "20", "40", "60", "80", "100"])
    #expect(labels(Scale(from: 0, to: 0.3), 4) == ["0.0", "0.1", "0.2", "0.3"])
    #expect(labels(Scale(from: 0.02, to: 0.13), 4) == ["0.05", "0.10"])
    #expect(labels(Scale(from: 0, to: 3e9), 4) == ["0", "1e9", "2e9", "3e9"])
    #expect(labels(Scale(from: 0, to: 2e-9), 3) == ["0", "1e-9", "2e-9"])
    #expect(labels(Scale(from: 1_000_000, to: 1_000_020), 3) == ["1e6", "1.00001e6", "1.00002e6"])
  }

  @Test("values are the decimals they are labelled with")
  func exact() {
    #expect(
      Ticks(Scale(from: 0, to: 1), atMost: 11, glyphs: .ascii).ticks.map(\.value) == [
        0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1,
      ])
  }

  @Test("a logarithmic axis is marked in decades, thinned where they are many")
  func decades() {
    #expect(labels(Scale(.logarithmic, from: 0.001, to: 10), 5) == ["0.001", "0.01", "0.1", "1", "10"])
    #expect(labels(Scale(.logarithmic, from: 1e-12, to: 1), 4) == ["1e-12", "1e-8", "0.0001", "1"])
    #expect(labels(Scale(.logarithmic, from: 1, to: 20), 6) == ["1", "2", "5", "10", "20"])
    #expect(labels(Scale(.logarithmic, from: 3, to: 4), 3) == ["3.0", "3.5", "4.0"])
  }

  @Test("below an axis no two labels touch", arguments: [0, 1, 8, 20, 40, 80, 200])
  func spaced(width: Int) {
    let scale = Scale(from: -12_345, to: 99_999)
    let chosen = Ticks(scale, width: width, glyphs: .braille)
    let places = chosen.ticks.map { scale.fraction(of: $0.value) * Double(width) }
    for (left, right) in zip(places, places.dropFirst()) { #expect(right - left >= Double(chosen.labelWidth + 2)) }
    if width >= 20 { #expect(chosen.ticks.count >= 2) }
  }
}
