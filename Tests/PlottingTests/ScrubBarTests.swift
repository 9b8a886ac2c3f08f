import Basics
import Testing

@testable import Plotting

@Suite("ScrubBar") struct ScrubBarTests {
  private func row(_ width: Int, _ draw: (Rect, inout Frame) -> Void) -> String {
    var frame = Frame(width: width, height: 1)
    draw(frame.bounds, &frame)
    return frame.rows[0]
  }

  @Test("the knob stands where the step is")
  func knob() {
    let style = PlotStyle()
    #expect(row(11) { ScrubBar(step: 0, last: 10, style: style).draw(in: $0, on: &$1) } == "●─────────┤")
    #expect(row(11) { ScrubBar(step: 4, last: 10, style: style).draw(in: $0, on: &$1) } == "├───●─────┤")
    #expect(row(11) { ScrubBar(step: 99, last: 10, style: style).draw(in: $0, on: &$1) } == "├─────────●")
    let notch = ScrubBar.Notch(step: 7, glyph: "!", style: .plain)
    #expect(
      row(11) { ScrubBar(step: 4, last: 10, notches: [notch], style: PlotStyle(glyphs: .ascii)).draw(in: $0, on: &$1) }
        == "+---o--!--+")
  }

  @Test("a click means the step whose knob would be there")
  func inverse() {
    let rect = Rect(x: 5, y: 0, width: 21, height: 1)
    let bar = ScrubBar(step: 0, last: 10, style: PlotStyle())
    for step in 0...10 { #expect(bar.step(atColumn: bar.column(of: step, in: rect), in: rect) == step) }
    #expect(bar.step(atColumn: -1000, in: rect) == 0)
    #expect(bar.step(atColumn: .max, in: rect) == 10)
    #expect(ScrubBar(step: 0, last: .max, style: PlotStyle()).step(atColumn: 25, in: rect) == .max)
    #expect(ScrubBar(step: 3, last: 0, style: PlotStyle()).step(atColumn: 9, in: rect) == 0)
  }

  @Test("absurd numbers and sizes do not trap", arguments: [0, 1, 2, 3])
  func robust(width: Int) {
    for step in [Int.min, -1, 0, 5, .max] {
      for last in [Int.min, 0, 1, .max - 1, .max] {
        let bar = ScrubBar(step: step, last: last, style: PlotStyle())
        _ = row(width) { bar.draw(in: $0, on: &$1) }
        for column in [-1, 0, 1] { _ = bar.step(atColumn: column, in: Rect(x: 0, y: 0, width: width, height: 1)) }
      }
    }
  }

  @Test("progress and sparkline")
  func bars() {
    let style = PlotStyle()
    #expect(row(4) { ProgressBar(0.5, color: .inherit, style: style).draw(in: $0, on: &$1) } == "██  ")
    #expect(row(4) { ProgressBar(0.3125, color: .inherit, style: style).draw(in: $0, on: &$1) } == "█▎  ")
    #expect(
      row(8) { Sparkline([0, 1, 2, 3, 4, 5, 6, 7], color: .inherit, style: style).draw(in: $0, on: &$1) } == "▁▂▃▄▅▆▇█")
    #expect(row(3) { Sparkline([.nan, 1, 2], color: .inherit, style: style).draw(in: $0, on: &$1) } == " ▁█")
    #expect(row(2) { Sparkline([1, 9, 1, 1], color: .inherit, style: style).draw(in: $0, on: &$1) } == "█▁")
    for width in 0...3 {
      _ = row(width) {
        Sparkline(ScaleTests.awkward, color: .inherit, isLogarithmic: true, style: style).draw(in: $0, on: &$1)
      }
      for value in ScaleTests.awkward {
        _ = row(width) { ProgressBar(value, color: .inherit, style: style).draw(in: $0, on: &$1) }
      }
    }
  }

  @Test("a density is counted cell by cell and shaded by its logarithm")
  func density() {
    let transform = PlotTransform(
      rect: Rect(x: 0, y: 0, width: 3, height: 1), x: Scale(from: 0, to: 3), y: Scale(from: 0, to: 1))
    let palette = ClassPalette(background: 0)
    var plot = DensityPlot(through: transform, palette: palette, style: PlotStyle())
    for _ in 0..<1000 { plot.add(PlanePoint(x: 0.5, y: 0.5), label: 0) }
    plot.add(x: [1.5, 1.5, 1.5, .nan, 99], y: [0.5, 0.5, 0.5, 0, 0], labels: [1, 1, 0, 1, 1])
    var frame = Frame(width: 3, height: 1)
    plot.draw(on: &frame)
    // ln 4 / ln 1001 is 0.2, just above a fifth.
    #expect(frame.rows == ["█░ "])
    #expect(frame[0, 0].style.foreground == palette.marks[0])
    #expect(frame[1, 0].style.foreground == palette.marks[1])
  }
}
