import Plotting
import Training

/// The fidelity of a plane through weight space: what it shows, what it leaves out, and how far its loss is from the
/// true one.
struct LandscapeFidelity {
  let picture: LandscapePicture
  let context: SceneContext

  private var look: Look { context.look }
  private var theme: Theme { look.theme }
  private var math: MathText { MathText(glyphs: look.glyphs) }
  private var words: LandscapeWords { LandscapeWords(picture: picture, look: look) }

  /// The least height of the chart below the lines.
  private static let chartHeight = 5

  /// Draws the lines, and under them where there is room both losses against the step.
  func draw(in rect: Rect, frame: inout Frame) {
    let lines = lines(width: rect.width, height: rect.height)
    lines.draw(in: rect, look: look, frame: &frame)
    let rest = rect.splitTop(lines.count + 1).bottom
    guard rest.height >= Self.chartHeight, rest.width >= 24 else { return }
    drawChart(in: Rect(x: rest.x, y: rest.y, width: rest.width, height: min(rest.height, 14)), frame: &frame)
  }

  /// The lines for a width; what matters least is left out first.
  func lines(width: Int, height: Int) -> [StyledLine] {
    let room = width - Self.nameWidth
    var lines = [row("plane", words.kind, theme.heading)]
    if let now = picture.present { lines.append(losses("now", now, room: room)) }
    if let worst = picture.worst {
      lines.append(losses("worst", worst, ending: ", step \(GroupedNumber.text(worst.step))", room: room))
    }
    if let share = words.pathShare {
      let isMost = share.kind == .most || share.kind == .straight
      lines.append(row("holds", fitting(share.wordings, room), isMost ? theme.good : theme.warning))
    }
    if let now = picture.present, let farthest = picture.path.map(\.distance).max() {
      let (here, most) = (math.number(now.distance, significant: 2), math.number(farthest, significant: 2))
      lines.append(
        row(
          "off it",
          fitting(
            [
              "now \(here) from the plane, the path up to \(most)", "now \(here), the path up to \(most)",
              "\(here) now, up to \(most)",
            ],
            room)))
    }
    lines.append(row("fixed", fitting(words.fixed, room)))
    if let axes = words.axes { lines.append(row("axes", fitting(axes, room))) }
    return Array(lines.prefix(max(0, height)))
  }

  private static let nameWidth = 9

  private func row(_ name: String, _ text: SafeText, _ style: Style? = nil) -> StyledLine {
    let padded = name + String(repeating: " ", count: max(1, Self.nameWidth - name.count))
    return StyledLine(SafeText(padded), theme.muted).adding(text, style ?? theme.text)
  }

  /// The first of some texts that has room, else the last.
  private func fitting(_ texts: [String], _ room: Int) -> SafeText {
    SafeText(texts.first { look.glyphs.text(SafeText($0)).cellWidth <= room } ?? texts.last ?? "")
  }

  /// The true loss beside the plane's.
  private func losses(_ name: String, _ point: LandscapePathPoint, ending: String = "", room: Int) -> StyledLine {
    let (truth, slice) = (math.number(point.loss, significant: 3), math.number(point.sliceLoss, significant: 3))
    let texts = ["loss \(truth), in the plane \(slice)", "loss \(truth), plane \(slice)", "\(truth), plane \(slice)"]
    let text = fitting(texts.map { $0 + ending } + texts, room)
    return row(name, text, LandscapePicture.tellsTruth(point) ? theme.good : theme.warning)
  }

  private func drawChart(in rect: Rect, frame: inout Frame) {
    func samples(_ value: (LandscapePathPoint) -> Double) -> [LineChart.Sample] {
      picture.path.map { LineChart.Sample(x: Double($0.step), y: value($0)) }
    }
    var chart = LineChart(
      [
        LineChart.Series("in the plane", samples: samples(\.sliceLoss), color: theme.mutedColor, isDashed: true),
        LineChart.Series("true", samples: samples(\.loss), color: theme.curveColor),
      ], style: look.plotStyle)
    let first = Double(picture.path.first?.step ?? 0)
    chart.x = Scale(from: first, to: max(first + 10, Double(picture.path.last?.step ?? 0)))
    chart.xName = "step"
    chart.emptyText = "no step yet"
    chart.draw(in: rect, on: &frame)
  }
}

extension LandscapePicture {
  /// The end of the way: where the model is.
  var present: LandscapePathPoint? { path.last }

  /// Where the plane's loss is farthest from the true one; nil where it never is.
  var worst: LandscapePathPoint? {
    let worst = path.max { Self.error(of: $0) < Self.error(of: $1) }
    return worst.flatMap { Self.tellsTruth($0) ? nil : $0 }
  }

  private static func error(of point: LandscapePathPoint) -> Double {
    let difference = (point.sliceLoss - point.loss).magnitude
    return difference.isNaN ? .infinity : difference
  }

  /// Whether the two losses agree to a hundredth.
  static func tellsTruth(_ point: LandscapePathPoint) -> Bool {
    error(of: point) <= 0.01 * max(point.loss.magnitude, point.sliceLoss.magnitude) + 1e-9
  }
}
