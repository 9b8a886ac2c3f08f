import Learning
import Plotting
import Training

extension PerceptronScene {
  /// Draws the losses over what is to be said of their curvature, or that alone.
  func drawCurve(_ picture: PerceptronPicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    let theme = context.look.theme
    let flat = StyledLine("λmax 0", theme.heading).adding(" piecewise linear: no bound on η", theme.muted)
    if showsStability {
      let words = [
        "L = max(0, −ys) is piecewise linear in the weights: its Hessian is 0 wherever it has one.",
        "So no η is too large for it. From zero weights every η makes the same mistakes, only the weights are larger.",
        "A network without hidden layers is a perceptron with a curved loss: there η·λmax < 2 is the limit.",
      ]
      let lines = words.flatMap { Paragraph(SafeText($0), width: max(8, rect.width - 2)).lines }
      ([flat] + lines.map { StyledLine($0, theme.text) })
        .draw(in: rect.inset(left: 1, right: 1), look: context.look, frame: &frame)
      return
    }
    guard rect.height >= 6 else { return drawLosses(picture, in: rect, context: context, frame: &frame) }
    let (losses, row) = rect.splitTop(rect.height - 1)
    drawLosses(picture, in: losses, context: context, frame: &frame)
    flat.draw(x: row.x + 1, y: row.y, in: row, look: context.look, frame: &frame)
  }

  /// Draws the loss of each step on the left and the mistakes of each epoch on the right.
  private func drawLosses(_ picture: PerceptronPicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    guard let snapshot = context.snapshot else { return }
    let look = context.look
    let barsWidth = rect.width >= 50 ? rect.width * 2 / 5 : 0
    let (left, right) = rect.splitLeft(rect.width - barsWidth)
    let steps = snapshot.history[.stepLoss]
    let stride = Double(steps.stride)
    let samples = steps.buckets.enumerated().map { index, bucket in
      LineChart.Sample(x: Double(index) * stride + 1, low: bucket.minimum, high: bucket.maximum)
    }
    let own = LineChart.Series(context.curveName("loss"), samples: samples, color: context.curveColor)
    var chart = LineChart(context.branchSeries(.stepLoss, first: 1) + [own], style: look.plotStyle)
    chart.isLogarithmic = isLogarithmic
    chart.x = Scale(from: 1, to: Double(max(10, snapshot.head)))
    chart.xName = "step"
    chart.showsLegend = snapshot.isForked
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
    var lines = [StyledLine("s = Σ wᵢxᵢ + w₀", look.theme.muted), StyledLine()]
    for (index, weight) in WeightOrder.numbered(perceptron.weights, bias: perceptron.bias) {
      let isSelected = index == selected
      let style = isSelected ? look.theme.selected : look.theme.text
      let left = look.glyphs.isUnicode ? "◂" : "<"
      let right = look.glyphs.isUnicode ? "▸" : ">"
      let value = math.number(weight)
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
