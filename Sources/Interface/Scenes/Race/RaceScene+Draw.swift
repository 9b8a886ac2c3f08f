import Plotting
import Training

extension RaceScene {
  /// Draws all members, each by its own scene.
  func drawTiles(_ picture: RacePicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    for (index, tile) in RaceGrid(rect, count: picture.entries.count).rects.enumerated() {
      drawTile(picture, index, in: tile, context: context, frame: &frame)
    }
  }

  /// Draws one member: its value and state above its picture.
  func drawTile(_ picture: RacePicture, _ index: Int, in tile: Rect, context: SceneContext, frame: inout Frame) {
    guard picture.entries.indices.contains(index) else { return }
    let entry = picture.entries[index]
    let panel = Panel(
      SafeText(label(entry, picture.key)), remark: SafeText(entry.snapshot.ending?.brief ?? ""),
      isFocused: index == selected,
      style: context.look.plotStyle)
    let inside = panel.draw(in: tile, on: &frame)
    let scene = SceneCatalog.scene(for: entry.description)
    let shown = innerContext(entry, of: picture, context)
    frame.clipped(to: inside) { scene.drawPreview(in: inside, context: shown, frame: &$0) }
  }

  /// The same context as the scene of a member sees it.
  func innerContext(
    _ entry: RacePicture.Entry, of picture: RacePicture, _ context: SceneContext
  ) -> SceneContext {
    var inner = context
    inner.snapshot = entry.snapshot
    inner.description = entry.description
    inner.dataset = entry.dataset
    inner.findings = Findings()
    inner.display = .preview
    inner.shared = shared(picture)
    return inner
  }

  /// What the curves show.
  func curveTitle(_ picture: RacePicture) -> SafeText {
    if isFirstEpoch(picture) { return "step loss, first epoch" }
    return switch picture.entries.first?.judge {
    case .mistakes: "mistakes per epoch"
    case .value: "f against step"
    default: "training loss"
    }
  }

  /// Whether no epoch is over yet, so that only the losses of single steps tell how it goes.
  private func isFirstEpoch(_ picture: RacePicture) -> Bool {
    picture.entries.allSatisfy { $0.description.scene.learns && $0.snapshot.history[$0.judge].count == 0 }
  }

  /// The curve that is drawn of a member, until there are epochs that of its steps.
  private func curve(_ entry: RacePicture.Entry, isFirstEpoch: Bool) -> BoundedSeries {
    entry.snapshot.history[isFirstEpoch ? .stepLoss : entry.judge]
  }

  /// Whether the axis is logarithmic: not for mistakes, which are counted down to none, nor for values below 0.
  func usesLogarithm(_ picture: RacePicture) -> Bool {
    isLogarithmic
      && picture.entries.allSatisfy { entry in
        entry.judge != .mistakes && entry.snapshot.history[entry.judge].buckets.allSatisfy { !($0.minimum < 0) }
      }
  }

  private func label(_ entry: RacePicture.Entry, _ key: Key) -> String {
    switch key {
    case .learningRate: "η \(entry.value.text)"
    // Each runs at a rate of its own, unless one was asked for: either way it is said.
    case .optimizer: "\(entry.value.text) · η \(entry.description.learningRate.shortestText)"
    default: entry.value.text
    }
  }

  /// Draws all curves over one another.
  func drawCurves(_ picture: RacePicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    let look = context.look
    let usesLogarithm = usesLogarithm(picture)
    let isFirst = isFirstEpoch(picture)
    let series = picture.entries.enumerated().map { index, entry in
      let curve = curve(entry, isFirstEpoch: isFirst)
      let samples = curve.buckets.enumerated().map { position, bucket in
        LineChart.Sample(
          x: Double(position * curve.stride + (isFirst ? 1 : 0)), low: bucket.minimum, high: bucket.maximum)
      }
      return LineChart.Series(
        SafeText(entry.value.text), samples: samples, color: look.theme.pathColor(index),
        isDashed: index >= Theme.pathCount)
    }
    var chart = LineChart(series, style: look.plotStyle)
    // A curve that diverges would press all others flat: the axis ends at ten times the greatest start.
    let starts = picture.entries.compactMap { curve($0, isFirstEpoch: isFirst).buckets.first?.last }
      .filter(\.isFinite)
    let least = picture.entries.flatMap { curve($0, isFirstEpoch: isFirst).buckets.map(\.minimum) }
      .filter { $0.isFinite && (!usesLogarithm || $0 > 0) }
    if let top = starts.max(), let bottom = least.min(), top > 0,
      isFirst || picture.entries.first?.judge != .mistakes
    {
      chart.y =
        usesLogarithm && bottom > 0
        ? Scale(.logarithmic, from: max(bottom, top * 1e-12), to: top * 10) : Scale(from: min(0, bottom), to: top * 2)
    }
    chart.xName = picture.entries.first?.description.scene.learns == true && !isFirst ? "epoch" : "step"
    chart.emptyText = "no step yet"
    if isFirst { chart.x = Scale(from: 0, to: Double(max(10, context.snapshot?.step ?? 0))) }
    chart.draw(in: rect, on: &frame)
  }

  /// Draws a row for each value: its last value, and what that means.
  func drawVerdicts(_ picture: RacePicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    let look = context.look
    let math = MathText(glyphs: look.glyphs)
    let verdicts = picture.verdicts
    // The name and the value take what they need, so that the verdict has the rest.
    let names = picture.entries.indices.map { name(picture, $0, look) }
    let scoreColumn = rect.x + min(names.map(\.cellWidth).max() ?? 0, 15) + 1
    let verdictColumn = scoreColumn + 10
    let count = picture.entries.count
    let first = max(0, min(selected - rect.height + 1, count - rect.height))
    // The last column is left for the arrows that say that there are more.
    let edge = count > rect.height ? rect.maxX - 1 : rect.maxX
    for (offset, index) in picture.entries.indices.dropFirst(first).prefix(rect.height).enumerated() {
      let entry = picture.entries[index]
      let verdict = verdicts[index]
      let y = rect.y + offset
      let isSelected = index == selected
      let color = Style(foreground: look.theme.pathColor(index), attributes: .bold)
      look.put(
        names[index].truncated(to: scoreColumn - rect.x - 1, glyphs: look.glyphs), x: rect.x, y: y, in: rect,
        style: isSelected ? look.theme.heading : color, frame: &frame)
      let score: SafeText =
        entry.score.map { "\($0.isFinite ? math.number($0, significant: RaceVerdict.digits) : "beyond")" } ?? ""
      look.put(score, x: scoreColumn, y: y, in: rect, style: look.theme.text, frame: &frame)
      look.put(
        words(verdict, room: edge - verdictColumn, look), x: verdictColumn, y: y, in: rect,
        style: look.theme.style(verdict.tone), frame: &frame)
    }
    ScrollMark(from: first, seen: rect.height, of: count).draw(alongside: rect, look: look, frame: &frame)
  }

  /// A member's mark, the line of its curve and its value.
  private func name(_ picture: RacePicture, _ index: Int, _ look: Look) -> SafeText {
    let sample = look.glyphs.lineSample(isDashed: index >= Theme.pathCount)
    return look.glyphs.text("\(index == selected ? "›" : " ")\(sample) \(picture.entries[index].value.text)")
  }

  private func words(_ verdict: RaceVerdict, room: Int, _ look: Look) -> SafeText {
    SafeText(verdict.wordings.first { look.glyphs.text(SafeText($0)).cellWidth <= room } ?? verdict.brief)
  }
}
