import Learning
import Plotting
import Training

/// The losses of the whole training and test set against the epochs.
struct NetworkCurve {
  let picture: NetworkPicture
  let context: SceneContext
  let isLogarithmic: Bool
  let showsStability: Bool

  private var stability: NetworkStability? {
    context.snapshot.map { NetworkStability(picture: picture, snapshot: $0, look: context.look) }
  }

  /// Which loss it is.
  var title: SafeText {
    if showsStability { return StabilityChart.title }
    let name = picture.network.loss.rawValue.split(separator: "-").joined(separator: " ")
    return "\(name)\(isLogarithmic ? ", logarithmic" : "")"
  }

  /// The losses as the picture stands, in words where there is room.
  func remark(width: Int) -> SafeText {
    if showsStability { return StabilityChart.remark(context) }
    let math = MathText(glyphs: context.look.glyphs)
    let training = math.number(picture.training.loss, significant: 3)
    guard let testing = picture.testing else { return "\(training)" }
    let test = math.number(testing.loss, significant: 3)
    return width >= title.cellWidth + 42 ? "training \(training) · test \(test)" : "\(training) · test \(test)"
  }

  /// Draws the losses over the gauge, or η·λmax in their place.
  func draw(in rect: Rect, frame: inout Frame) {
    if showsStability {
      guard let chart = stability?.chart(isLogarithmic: isLogarithmic) else {
        let paragraph = Paragraph(
          "λmax is not measured: \(GroupedNumber.text(picture.parameters.values.count)) weights are too many",
          width: rect.width - 2)
        paragraph.lines.map { StyledLine($0, context.look.theme.muted) }
          .draw(in: rect.inset(left: 1, right: 1), look: context.look, frame: &frame)
        return
      }
      return chart.draw(in: rect, frame: &frame)
    }
    guard rect.height >= 5, let gauge = stability?.gauge else { return drawLosses(in: rect, frame: &frame) }
    let (losses, row) = rect.splitTop(rect.height - 1)
    drawLosses(in: losses, frame: &frame)
    gauge.draw(in: row.inset(left: 1, right: 1), frame: &frame)
  }

  private func drawLosses(in rect: Rect, frame: inout Frame) {
    guard let snapshot = context.snapshot else { return }
    let theme = context.look.theme
    let stepsPerEpoch = max(1, (picture.dataset.count + picture.batchSize - 1) / picture.batchSize)
    let headEpochs = Double(snapshot.head) / Double(stepsPerEpoch)
    var series: [LineChart.Series] = context.branchSeries(.trainLoss, first: 1, unit: stepsPerEpoch)
    // Until there are a few epochs to see, the batches tell how it goes.
    if snapshot.history[.trainLoss].count < 3 {
      if snapshot.isForked {
        series = context.branchSeries(.stepLoss, scale: 1 / Double(stepsPerEpoch))
      }
      series.append(
        LineChart.Series(
          "batch", samples: samples(snapshot.history[.stepLoss], scale: 1 / Double(stepsPerEpoch), from: 0),
          color: theme.mutedColor))
    }
    if picture.testing != nil {
      series.append(
        LineChart.Series(
          "test", samples: samples(snapshot.history[.testLoss], scale: 1, from: 1), color: theme.testColor,
          isDashed: true))
    }
    series.append(
      LineChart.Series(
        context.curveName("training"), samples: samples(snapshot.history[.trainLoss], scale: 1, from: 1),
        color: context.curveColor))
    var chart = LineChart(series, style: context.look.plotStyle)
    chart.isLogarithmic = isLogarithmic
    chart.x = Scale(from: 0, to: max(3, headEpochs, Double(snapshot.history[.trainLoss].count)))
    chart.xName = "epoch"
    chart.emptyText = "no step yet"
    if snapshot.step < snapshot.head {
      chart.cursor = Double(snapshot.epochsCompleted) + Double(picture.position) / Double(max(1, picture.dataset.count))
    }
    chart.draw(in: rect, on: &frame)
  }

  private func samples(_ curve: BoundedSeries, scale: Double, from first: Int) -> [LineChart.Sample] {
    curve.buckets.enumerated().map { index, bucket in
      LineChart.Sample(
        x: Double(index * curve.stride + first) * scale, low: bucket.minimum, high: bucket.maximum)
    }
  }
}

extension Theme {
  /// The color of what concerns the test set.
  var testColor: Color { name == .monochrome ? .inherit : warning.foreground }
}
