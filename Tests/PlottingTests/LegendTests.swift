import Testing

@testable import Plotting

@Suite("Legends") struct LegendTests {
  /// A level curve over the whole width, so that its gaps can be counted.
  private func drawn(isDashed: Bool, isThick: Bool, glyphs: GlyphSet) -> (legend: String, gaps: Int) {
    var style = PlotStyle(glyphs: glyphs)
    style.isThick = isThick
    // Many short pieces, as a loss has them.
    let samples = (0...57).map { LineChart.Sample(x: Double($0), y: 1) }
    var chart = LineChart(
      [LineChart.Series("name", samples: samples, color: Color(0xFFFFFF), isDashed: isDashed)], style: style)
    chart.y = Scale(from: 0, to: 2)
    var frame = Frame(width: 60, height: 12)
    let transform = chart.draw(in: Rect(x: 0, y: 0, width: 60, height: 12), on: &frame)
    let top = (0..<60).map { String(Character(frame[$0, 0].scalar)) }.joined()
    let legend = top.replacing("name", with: "").split(separator: " ").joined(separator: " ")
    // A column of dots is a gap where no row of the plot has a dot in it.
    var gaps = 0
    let across = glyphs.dotsPerCell.across
    for column in 0..<transform.rect.width * across {
      let cells = (transform.rect.y..<transform.rect.maxY).map { frame[transform.rect.x + column / across, $0].scalar }
      let isInked = cells.contains { scalar in
        guard glyphs == .braille else { return scalar != " " }
        let left: UInt32 = 0b0100_0111
        let bits = scalar.value >= 0x2800 && scalar.value <= 0x28FF ? scalar.value & 0xFF : 0
        return bits & (column % 2 == 0 ? left : ~left & 0xFF) != 0
      }
      if !isInked { gaps += 1 }
    }
    return (legend, gaps)
  }

  @Test(
    "a dashed curve has a dashed sample and gaps, a whole one neither", arguments: GlyphSet.allCases, [false, true])
  func samples(glyphs: GlyphSet, isThick: Bool) {
    let whole = drawn(isDashed: false, isThick: isThick, glyphs: glyphs)
    let dashed = drawn(isDashed: true, isThick: isThick, glyphs: glyphs)
    #expect(whole.gaps <= 4, "\(whole)")
    #expect(dashed.gaps > 12, "\(dashed)")
    #expect(whole.legend == (glyphs.isUnicode ? "─" : "-"))
    #expect(dashed.legend == (glyphs.isUnicode ? "╌" : "- -"))
  }
}
