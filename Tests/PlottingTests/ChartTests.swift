import Basics
import Testing

@testable import Plotting

/// The pictures here were worked out by hand from the rules in the documentation of each chart.
@Suite("Charts") struct ChartTests {
  static let sizes = [
    (0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (3, 3), (8, 4), (20, 10), (80, 24), (200, 60), (500, 200),
  ]
  static let styles = GlyphSet.allCases.flatMap { glyphs in
    ColorDepth.allCases.map { PlotStyle(glyphs: glyphs, depth: $0) }
  }
  private let plain = PlotStyle()
  private let ascii = PlotStyle(glyphs: .ascii, depth: .none)

  private func drawn(_ width: Int, _ height: Int, _ draw: (inout Frame) -> Void) -> [String] {
    var frame = Frame(width: width, height: height)
    draw(&frame)
    return frame.rows
  }

  @Test("everything draws at every size, with every number, and stays inside", arguments: sizes)
  func robust(width: Int, height: Int) {
    let palette = ClassPalette(background: 0)
    let values = ScaleTests.awkward
    for style in Self.styles {
      var frame = Frame(width: width + 4, height: height + 4)
      frame.fill(frame.bounds, with: Cell("~"))
      let rect = Rect(x: 2, y: 2, width: width, height: height)
      Panel("a long title", remark: "remark", isFocused: true, style: style).draw(in: rect, on: &frame)
      for (low, high) in [(0.0, 1.0), (-1e300, 1e300), (.nan, 0), (5, 5)] {
        let scale = Scale(from: low, to: high)
        let axes = Axes(x: scale, y: scale, xName: "x", yName: "y", hasEqualUnits: true, style: style)
        let transform = axes.draw(in: rect, on: &frame)
        let marks = values.map { Mark(PlanePoint(x: $0, y: $0), label: 3, isWrong: true, isCurrent: true) }
        Marks(marks, palette: palette, style: style).draw(through: transform, on: &frame)
        _ = transform.place(of: Point(x: -5, y: 1_000_000))
      }
      var chart = LineChart([LineChart.Series("s", values: values, color: .inherit, isDashed: true)], style: style)
      chart.cursor = 3
      chart.draw(in: rect, on: &frame)
      chart.isLogarithmic = true
      chart.draw(in: rect, on: &frame)
      BarChart(values, colors: [.inherit], style: style).draw(in: rect, on: &frame)
      BarChart(Array(repeating: 1, count: 1000), colors: [], style: style).draw(in: rect, on: &frame)
      FieldPlot(
        samples: values + [0], columns: 2, rows: 9, palette: .diverging(background: 0), style: style
      ).draw(in: rect, on: &frame)
      ClassField(
        labels: [0, 3, 200], confidence: [.nan, 2, -1], columns: 3, rows: 1, palette: palette, style: style
      ).draw(in: rect, on: &frame)
      for y in 0..<frame.height {
        for x in 0..<frame.width where !rect.contains(x, y) { #expect(frame[x, y].scalar == "~") }
      }
      if style.glyphs == .ascii { #expect(frame.cells.allSatisfy { $0.scalar.isASCII }) }
    }
  }

  @Test("a panel has its title left, its remark right, and heavier lines with the focus")
  func panel() {
    #expect(
      drawn(18, 3) { Panel("loss", remark: "log", style: plain).draw(in: $0.bounds, on: &$0) } == [
        "╭─ loss ─── log ─╮", "│                │", "╰────────────────╯",
      ])
    #expect(
      drawn(12, 3) { Panel("a long title", style: plain).draw(in: $0.bounds, on: &$0) } == [
        "╭─ a lon… ─╮", "│          │", "╰──────────╯",
      ])
    #expect(
      drawn(12, 3) { Panel("loss", isFocused: true, style: ascii).draw(in: $0.bounds, on: &$0) } == [
        "#= loss ===#", "#          #", "#==========#",
      ])
  }

  @Test("axes carry numbers where they belong")
  func axes() {
    let picture = drawn(22, 11) { frame in
      let transform = Axes(
        x: Scale(from: 0, to: 2), y: Scale(from: 0, to: 1), xName: "x₁", yName: "x₂", style: plain
      ).draw(in: frame.bounds, on: &frame)
      frame.fill(transform.rect, with: Cell("."))
    }
    #expect(
      picture == [
        "x₂                    ",
        "1.0 ..................",
        "    ..................",
        "    ..................",
        "    ..................",
        "0.5 ..................",
        "    ..................",
        "    ..................",
        "    ..................",
        "0.0 ..................",
        "    0        1      x₁",
      ])
  }

  @Test("a place and its cell find each other")
  func transform() {
    let transform = PlotTransform(
      rect: Rect(x: 3, y: 2, width: 10, height: 5), x: Scale(from: 0, to: 1), y: Scale(from: -1, to: 1))
    #expect(transform.cell(of: PlanePoint(x: 0, y: 1)) == Point(x: 3, y: 2))
    #expect(transform.cell(of: PlanePoint(x: 1, y: -1)) == Point(x: 12, y: 6))
    #expect(transform.cell(of: PlanePoint(x: 1.001, y: 0)) == nil)
    #expect(transform.cell(of: PlanePoint(x: .nan, y: 0)) == nil)
    #expect(transform.place(of: Point(x: 3, y: 2)) == PlanePoint(x: 0.05, y: 0.8))
    for x in 3..<13 {
      for y in 2..<7 { #expect(transform.cell(of: transform.place(of: Point(x: x, y: y))) == Point(x: x, y: y)) }
    }
    // Braille: 20 x 20 dots; the center of the plane is the center of the dots.
    #expect(transform.dot(of: PlanePoint(x: 0.5, y: 0), glyphs: .braille) == PlanePoint(x: 10, y: 10))
  }

  @Test("equal units make a cell twice as high as wide")
  func equalUnits() {
    let transform = PlotTransform(
      rect: Rect(x: 0, y: 0, width: 40, height: 10), x: Scale(from: 0, to: 1), y: Scale(from: 0, to: 1)
    ).withEqualUnits
    #expect(transform.y == Scale(from: 0, to: 1))
    #expect(abs(transform.x.lower + 0.5) < 1e-12 && abs(transform.x.upper - 1.5) < 1e-12)
  }

  @Test("a falling line, with a gap where there is no number")
  func line() {
    var chart = LineChart(
      [LineChart.Series("", values: [4, 3, 2, .nan, 0], color: .inherit)], style: plain)
    chart.y = Scale(from: 0, to: 4)
    // 4 x 3 dots from one sample to the next: (0, 0) (1, 1) (2, 2) (3, 2) (4, 3) and so on.
    #expect(
      drawn(8, 3) { _ = chart.draw(in: $0.bounds, on: &$0) } == [
        "⠑⠤⡀     ",
        "  ⠈⠒⠄   ",
        "       ⢀",
      ])
  }

  @Test("a hundred thousand steps look like their lowest and highest numbers, spikes and gaps included")
  func crowded() {
    // Ten dots across: ten thousand samples a column of dots, between 1 and 2, one of them 4, and a gap in the middle.
    // Half a unit a dot: 1 falls into dot 6 from the top, 2 into dot 4, 4 into dot 0 of the eighth column of dots.
    var values = (0..<100_000).map { 1 + Double($0 % 100) / 99 }
    values[71_234] = 4
    for index in 40_000..<60_000 { values[index] = .nan }
    var chart = LineChart([LineChart.Series("", values: values, color: .inherit)], style: plain)
    chart.x = Scale(from: 0, to: 100_000)
    chart.y = Scale(from: 0, to: 4)
    #expect(drawn(5, 2) { _ = chart.draw(in: $0.bounds, on: &$0) } == ["   ⢸ ", "⠿⠿ ⠿⠿"])
  }

  @Test("a chart says when there is nothing to draw")
  func empty() {
    for values in [[], [.nan, .infinity]] as [[Double]] {
      let chart = LineChart([LineChart.Series("", values: values, color: .inherit)], style: plain)
      #expect(drawn(11, 3) { _ = chart.draw(in: $0.bounds, on: &$0) } == ["           ", "  no data  ", "           "])
    }
  }

  @Test("a logarithmic axis turns a geometric sequence into a straight line")
  func logarithmic() {
    var chart = LineChart(
      [LineChart.Series("", values: [1000, 100, 10, 1], color: .inherit)], style: plain)
    chart.isLogarithmic = true
    let linear = LineChart([LineChart.Series("", values: [3, 2, 1, 0], color: .inherit)], style: plain)
    #expect(
      drawn(12, 3) { _ = chart.draw(in: $0.bounds, on: &$0) }
        == drawn(12, 3) { _ = linear.draw(in: $0.bounds, on: &$0) })
  }

  @Test("bars stand on 0 in eighths, with numbers at the left")
  func bars() {
    let chart = BarChart([3, 2, 0, 0.125], colors: [.inherit], style: plain)
    #expect(
      drawn(9, 3) { _ = chart.draw(in: $0.bounds, on: &$0) } == [
        "  █      ",
        "2 █ █    ",
        "0 █ █   ▁",
      ])
    let digits = BarChart([3, 2.5, 0, 0.5], colors: [.inherit], style: ascii)
    #expect(
      drawn(9, 3) { _ = digits.draw(in: $0.bounds, on: &$0) } == [
        "  # 4    ",
        "2 # #    ",
        "0 # #   4",
      ])
  }

  @Test("more bars than columns keep their peaks")
  func peaks() {
    var values = [Double](repeating: 1, count: 100)
    values[57] = 8
    var chart = BarChart(values, colors: [.inherit], style: plain)
    chart.showsNumbers = false
    #expect(drawn(10, 1) { _ = chart.draw(in: $0.bounds, on: &$0) } == ["▁▁▁▁▁█▁▁▁▁"])
  }

  @Test("marks: shape by class, hollow for test points, the current one on top in parentheses")
  func marks() {
    let transform = PlotTransform(
      rect: Rect(x: 0, y: 0, width: 9, height: 1), x: Scale(from: 0, to: 9), y: Scale(from: 0, to: 1))
    let marks = [
      Mark(PlanePoint(x: 4.5, y: 0.5), label: 1, isWrong: true, isCurrent: true),
      Mark(PlanePoint(x: 0.5, y: 0.5), label: 0), Mark(PlanePoint(x: 8.5, y: 0.5), label: 0, isTest: true),
      Mark(PlanePoint(x: 4.2, y: 0.5), label: 2), Mark(PlanePoint(x: 99, y: 0.5), label: 2),
    ]
    var frame = Frame(width: 9, height: 1)
    Marks(marks, palette: ClassPalette(background: 0), style: plain).draw(through: transform, on: &frame)
    #expect(frame.rows == ["●  (✕)  ○"])
    #expect(frame[4, 0].style.attributes == [.bold, .underline])
    #expect(frame[0, 0].style.foreground == ClassPalette(background: 0).marks[0])
  }
}
