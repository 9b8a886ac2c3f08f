import Plotting
import Training

extension PerceptronScene {
  /// Draws the loss of each step on the left and the mistakes of each epoch on the right.
  func drawCurve(_ picture: PerceptronPicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    guard let snapshot = context.snapshot else { return }
    let look = context.look
    let barsWidth = rect.width >= 50 ? rect.width * 2 / 5 : 0
    let (left, right) = rect.splitLeft(rect.width - barsWidth)
    let steps = snapshot.history[.stepLoss]
    let stride = Double(steps.stride)
    let samples = steps.buckets.enumerated().map { index, bucket in
      LineChart.Sample(x: Double(index) * stride + 1, low: bucket.minimum, high: bucket.maximum)
    }
    var chart = LineChart(
      [LineChart.Series("loss", samples: samples, color: look.theme.curveColor)], style: look.plotStyle)
    chart.isLogarithmic = isLogarithmic
    chart.x = Scale(from: 1, to: Double(max(10, snapshot.head)))
    chart.xName = "step"
    chart.showsLegend = false
    if snapshot.step < snapshot.head { chart.cursor = Double(snapshot.step) }
    _ = chart.draw(in: left, on: &frame)
    guard barsWidth > 0 else { return }
    let mistakes = snapshot.history[.mistakes]
    var bars = BarChart(
      mistakes.buckets.map(\.maximum), colors: [look.theme.classColor(1)], style: look.plotStyle)
    if snapshot.step < snapshot.head { bars.current = snapshot.epochsCompleted / mistakes.stride }
    _ = bars.draw(in: right.inset(left: 1), on: &frame)
  }

  /// Draws the weights as they are turned by hand, and how many points they get right.
  func drawWeights(
    _ picture: PerceptronPicture, selected: Int, in rect: Rect, context: SceneContext, frame: inout Frame
  ) {
    let look = context.look
    let math = MathText(glyphs: look.glyphs)
    let perceptron = picture.perceptron
    let values = [perceptron.bias] + perceptron.weights
    var lines = [StyledLine("s = w₀ + Σ wᵢxᵢ", look.theme.muted), StyledLine()]
    for index in WeightOrder.indices(count: values.count) {
      let isSelected = index == selected
      let style = isSelected ? look.theme.selected : look.theme.text
      let left = look.glyphs.isUnicode ? "◂" : "<"
      let right = look.glyphs.isUnicode ? "▸" : ">"
      let value = math.number(values[index])
      lines.append(
        StyledLine("\(isSelected ? "›" : " ") \(math.indexed("w", index))  \(left) \(value) \(right) ", style))
    }
    let count = picture.dataset.count
    let right = count - picture.evaluation.errors
    lines += [
      StyledLine(),
      StyledLine(
        "\(GroupedNumber.text(right)) of \(GroupedNumber.text(count)) right",
        right == count ? look.theme.good : look.theme.heading),
      StyledLine("loss \(math.number(picture.evaluation.loss))", look.theme.muted),
    ]
    if right == count && count > 0 {
      lines.append(StyledLine("all points are classified", look.theme.good))
    }
    lines.draw(in: rect, look: look, frame: &frame)
  }
}

/// The order in which weights are listed: the bias last, as the lecture writes them.
enum WeightOrder {
  /// Indices into the weights, w0 having index 0, in that order.
  static func indices(count: Int) -> [Int] { Array(1..<max(1, count)) + [0] }
}
