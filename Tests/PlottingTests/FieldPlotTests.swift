import Testing

@testable import Plotting

@Suite("FieldPlot") struct FieldPlotTests {
  private let palette = Palette.diverging(background: 0x000000)

  private func drawn(_ samples: [Float], _ columns: Int, _ style: PlotStyle, _ width: Int, _ height: Int) -> Frame {
    var frame = Frame(width: width, height: height)
    FieldPlot(
      samples: samples, columns: columns, rows: samples.count / columns, palette: palette, style: style
    ).draw(in: frame.bounds, on: &frame)
    return frame
  }

  @Test("half blocks show two samples a cell: equal ones as background alone")
  func halves() {
    let frame = drawn([-1, 1, 0, -1, -1, 1, -1, 0], 4, PlotStyle(), 4, 1)
    let (negative, positive) = (palette.colors[0], palette.colors[16])
    #expect(frame[0, 0] == Cell(" ", style: Style(background: negative)))
    #expect(frame[1, 0] == Cell(" ", style: Style(background: positive)))
    #expect(frame[2, 0] == Cell("▄", style: Style(foreground: negative)))
    #expect(frame[3, 0] == Cell("▀", style: Style(foreground: negative)))
  }

  @Test("without colors the two classes are shaded by different characters")
  func shades() {
    let samples: [Float] = [-1, -0.1, 0, 0.1, 1, .nan]
    #expect(drawn(samples, 6, PlotStyle(depth: .none), 6, 1).rows == ["░· ▒▓?"])
    #expect(drawn(samples, 6, PlotStyle(glyphs: .ascii, depth: .none), 6, 1).rows == [":. ~=?"])
  }

  @Test("a coarse field is enlarged, a fine one thinned, by nearest samples")
  func resampled() {
    let style = PlotStyle(glyphs: .ascii, depth: .none)
    #expect(drawn([-1, 1, 1, -1], 2, style, 4, 4).rows == ["::==", "::==", "==::", "==::"])
    #expect(drawn([-1, -1, -1, 1, 1, 1], 6, style, 2, 1).rows == [":="])
  }

  @Test("levels are symmetric around 0")
  func symmetric() {
    for step in 0...1000 {
      let value = Double(step) / 1000
      guard let up = palette.level(of: value), let down = palette.level(of: -value) else {
        Issue.record("\(value) has no level")
        return
      }
      // A border between two levels may fall either way.
      if abs((value * 8).rounded(.down) + 0.5 - value * 8) > 1e-9 { #expect(up + down == 16) }
    }
    #expect(palette.level(of: .nan) == nil)
    #expect(palette.level(of: .infinity) == 16)
    #expect(palette.level(of: -.infinity) == 0)
  }
}
