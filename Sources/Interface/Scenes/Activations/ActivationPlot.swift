import Basics
import Plotting
import Training

/// An activation function with its derivative over the axis, and the place on both.
struct ActivationPlot {
  let curve: ActivationCurve
  /// The place that is marked.
  let x: Double
  let look: Look
  /// Whether the curves are named.
  var isNamed = false

  private var theme: Theme { look.theme }

  /// The vertical axis, the same for all, so that they can be compared.
  private static let height = (low: -1.25, high: 2.25)

  /// Where the curves lie in a rectangle.
  func transform(in rect: Rect) -> PlotTransform {
    let chart = chart(in: rect)
    let (x, y) = chart.scales
    return Axes(x: x, y: y, xName: chart.xName, yName: isNamed ? " " : "", style: look.plotStyle).transform(in: rect)
  }

  /// Draws axes, derivative and function, then the place on both.
  func draw(in rect: Rect, frame: inout Frame) {
    guard rect.width >= 3, rect.height >= 2 else { return }
    let transform = chart(in: rect).draw(in: rect, on: &frame)
    let (value, slope) = curve(x)
    mark(slope, look.glyphs.mark(of: 0, hollow: true), theme.gradientColor, through: transform, frame: &frame)
    mark(value, look.glyphs.mark(of: 0), theme.lineColor, through: transform, frame: &frame)
  }

  private func chart(in rect: Rect) -> LineChart {
    let reach = ActivationsRun.reach
    let count = max(24, min(400, rect.width * 4))
    let places = (0...count).map { -reach + 2 * reach * Double($0) / Double(count) }
    func series(_ name: SafeText, _ color: Color, isDashed: Bool, _ number: (Double) -> Double) -> LineChart.Series {
      LineChart.Series(
        isNamed ? name : "", samples: places.map { LineChart.Sample(x: $0, y: number($0)) }, color: color,
        isDashed: isDashed)
    }
    var chart = LineChart(
      [
        series("slope", theme.gradientColor, isDashed: true) { curve($0).slope },
        series("g(x)", theme.curveColor, isDashed: false) { curve($0).value },
      ], style: look.plotStyle)
    chart.x = Scale(from: -reach, to: reach)
    chart.y = Scale(from: Self.height.low, to: Self.height.high)
    chart.xName = isNamed ? "x" : ""
    chart.showsLegend = isNamed
    chart.cursor = x
    return chart
  }

  private func mark(
    _ y: Double, _ glyph: Unicode.Scalar, _ color: Color, through transform: PlotTransform, frame: inout Frame
  ) {
    // What lies beyond the axis is marked at its edge.
    let shown = min(max(y, transform.y.lower), transform.y.upper)
    guard let cell = transform.cell(of: PlanePoint(x: x, y: shown)) else { return }
    frame[cell.x, cell.y] = Cell(
      glyph, style: Style(foreground: theme.name == .monochrome ? .inherit : color, attributes: .bold))
  }
}
