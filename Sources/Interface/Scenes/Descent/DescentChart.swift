import Plotting
import Training

/// The function's value against the steps, for every descent.
struct DescentChart {
  let picture: DescentPicture
  let context: SceneContext
  /// Whether the axis is logarithmic where it can be.
  let isLogarithmic: Bool
  /// Whether η·λmax is drawn in place of the value.
  let showsStability: Bool

  /// The value that is taken off before the logarithm: the global minimum, where it is known and not 0.
  private var floor: Double {
    guard isLogarithmic, let lowest = picture.function.minima.first?.value else { return 0 }
    return lowest
  }

  /// Whether the axis is logarithmic: every value must lie above the floor.
  private var usesLogarithm: Bool {
    guard isLogarithmic else { return false }
    let floor = floor
    return picture.descents.allSatisfy { $0.path.places.allSatisfy { !($0.value < floor) } }
  }

  /// What is drawn.
  var title: SafeText {
    if showsStability { return StabilityChart.title }
    return usesLogarithm && floor != 0 ? "f − min f against step" : "f against step"
  }
  /// How.
  var remark: SafeText {
    if showsStability { return StabilityChart.remark(context) }
    let key = context.key(.logarithmicAxis)
    return usesLogarithm ? "log · \(key)" : isLogarithmic ? "linear: f has negative values" : "linear · \(key)"
  }

  /// The gauge of the first descent; nil for a method without a learning rate.
  var gauge: StabilityGauge? {
    guard let stability = picture.stability, let snapshot = context.snapshot else { return nil }
    return StabilityGauge(
      stability: stability, history: snapshot.history[.stepStability], method: picture.first.method.name, epoch: 0,
      look: context.look)
  }

  /// Whether the gauge has a row below the values, where they have the height: it is about a single descent.
  var showsGauge: Bool { !showsStability && picture.descents.count == 1 }

  /// Draws the values over the gauge, or η·λmax in their place.
  func draw(in rect: Rect, frame: inout Frame) {
    if showsStability { return drawStability(in: rect, frame: &frame) }
    guard rect.height >= 6, showsGauge, let gauge else { return drawValues(in: rect, frame: &frame) }
    let (values, row) = rect.splitTop(rect.height - 1)
    drawValues(in: values, frame: &frame)
    gauge.draw(in: row.inset(left: 1, right: 1), frame: &frame)
  }

  private func drawStability(in rect: Rect, frame: inout Frame) {
    guard let snapshot = context.snapshot, let gauge else {
      let paragraph = Paragraph(
        "\(picture.first.method.name) has no learning rate, so there is no η·λmax", width: rect.width - 2)
      paragraph.lines.map { StyledLine($0, context.look.theme.muted) }
        .draw(in: rect.inset(left: 1, right: 1), look: context.look, frame: &frame)
      return
    }
    let place = picture.theory.isExact ? "λmax is the same everywhere: a quadratic" : "λmax of the Hessian at the point"
    StabilityChart(
      gauge: gauge, axis: "step", first: 0, present: Double(snapshot.step), head: Double(snapshot.head),
      isLogarithmic: false, remarks: [picture.descents.count > 1 ? "\(place), of the first descent" : place]
    ).draw(in: rect, frame: &frame)
  }

  private func drawValues(in rect: Rect, frame: inout Frame) {
    guard let snapshot = context.snapshot else { return }
    let look = context.look
    let floor = usesLogarithm ? floor : 0
    var series = picture.descents.indices.dropFirst().reversed().map { index in
      let places = picture.descents[index].path.places
      return LineChart.Series(
        "", samples: places.map { LineChart.Sample(x: Double($0.step), y: $0.value - floor) },
        color: look.theme.pathColor(index))
    }
    series += context.branchSeries(.value, offset: floor)
    series.append(first(snapshot, floor: floor))
    var chart = LineChart(series, style: look.plotStyle)
    chart.isLogarithmic = usesLogarithm
    chart.includesZero = false
    chart.x = Scale(from: 0, to: Double(max(10, snapshot.head)))
    chart.xName = "step"
    chart.showsLegend = snapshot.isForked
    if snapshot.step < snapshot.head { chart.cursor = Double(snapshot.step) }
    chart.draw(in: rect, on: &frame)
  }

  /// The curve of the first descent: all of it, also beyond the present step.
  private func first(_ snapshot: Snapshot, floor: Double) -> LineChart.Series {
    let values = snapshot.history[.value]
    var samples = values.buckets.enumerated().map { index, bucket in
      LineChart.Sample(
        x: Double(index * values.stride), low: bucket.minimum - floor, high: bucket.maximum - floor)
    }
    if samples.isEmpty { samples = [LineChart.Sample(x: 0, y: picture.first.value - floor)] }
    let color = picture.descents.count == 1 ? context.curveColor : context.look.theme.pathColor(0)
    return LineChart.Series(context.curveName("f"), samples: samples, color: color)
  }
}
