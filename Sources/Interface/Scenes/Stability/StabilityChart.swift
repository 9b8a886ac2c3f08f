import Learning
import Plotting
import Training

/// η·λmax along the run with the bound as a line, and in words what it says: the edge of stability.
struct StabilityChart {
  let gauge: StabilityGauge
  /// The name of the horizontal axis: epoch or step.
  let axis: SafeText
  /// Where on that axis the first measurement stands.
  let first: Double
  /// Where the picture stands, and how far the run has been.
  let present: Double
  let head: Double
  /// Whether the vertical axis is logarithmic.
  let isLogarithmic: Bool
  /// What is to be said besides about how it was measured.
  let remarks: [String]

  private var stability: Stability { gauge.stability }
  private var theme: Theme { gauge.look.theme }
  private var math: MathText { MathText(glyphs: gauge.look.glyphs) }

  /// What the panel is called while it is shown.
  static let title: SafeText = "edge of stability"
  /// How to leave it.
  static func remark(_ context: SceneContext) -> SafeText { "\(context.key(.stability)) goes back" }

  /// Draws the chart over as many of the words as leave it room.
  func draw(in rect: Rect, frame: inout Frame) {
    var lines: [StyledLine] = []
    for block in blocks(width: rect.width - 2) {
      guard lines.isEmpty || lines.count + block.count <= rect.height - 7 else { break }
      lines += block
    }
    let (top, bottom) = rect.splitTop(rect.height < 5 ? 0 : rect.height - lines.count)
    if !top.isEmpty { drawChart(in: top, frame: &frame) }
    lines.draw(in: bottom.inset(left: 1, right: 1), look: gauge.look, frame: &frame)
  }

  private func drawChart(in rect: Rect, frame: inout Frame) {
    let right = max(head, first + 3)
    let history = gauge.history
    var samples = history.buckets.enumerated().map { index, bucket in
      LineChart.Sample(
        x: first + Double(index * history.stride), low: bucket.minimum, high: bucket.maximum)
    }
    if stability.product.isFinite, present >= head {
      samples.append(LineChart.Sample(x: present, y: stability.product))
    }
    var series = [
      LineChart.Series("η·λmax", samples: samples, color: theme.curveColor)
    ]
    if let bound = stability.bound {
      let limit = [0, right].map { LineChart.Sample(x: $0, y: bound) }
      series.insert(
        LineChart.Series(
          SafeText("\(math.number(bound, significant: 3))"), samples: limit, color: theme.boundColor, isDashed: true),
        at: 0)
    }
    var chart = LineChart(series, style: gauge.look.plotStyle)
    chart.isLogarithmic = isLogarithmic
    if !isLogarithmic, let bound = stability.bound {
      let highest = samples.reduce(1.2 * bound) { Double.maximum($0, $1.high) }
      chart.y = Scale(from: samples.reduce(0) { Double.minimum($0, $1.low) }, to: highest)
    }
    chart.x = Scale(from: 0, to: right)
    chart.xName = axis
    chart.emptyText = "not measured yet"
    if present < head { chart.cursor = present }
    chart.draw(in: rect, on: &frame)
  }

  /// What is measured, what it says, and what it does not say; what matters least last.
  func blocks(width: Int) -> [[StyledLine]] {
    func block(_ text: String, _ style: Style) -> [StyledLine] {
      Paragraph(SafeText(text), width: max(8, width)).lines.map { StyledLine($0, style) }
    }
    let claim = gauge.claim
    let rate = math.number(stability.learningRate, significant: 3)
    let ends = (claim.figures.smallest.map { "λmin \($0.text), " } ?? "") + "λmax \(claim.figures.largest.text)"
    var blocks = [[gauge.comparison.adding(SafeText("   \(ends), η \(rate)"), theme.muted)]]
    blocks.append(block(claim.words, theme.style(claim.tone)))
    if let rule = Optimizer(name: gauge.method)?.facts.bound?.reason { blocks.append(block(rule, theme.text)) }
    return blocks + remarks.map { block($0, theme.muted) }
  }
}

extension Theme {
  /// The color of a line that is not to be crossed.
  var boundColor: Color { name == .monochrome ? .inherit : bad.foreground }
}
