import Basics
import Plotting
import Training

extension AppState {
  /// Draws the whole screen.
  package func draw() -> Frame {
    var frame = Frame(width: size.width, height: size.height)
    if isTiny {
      drawTiny(&frame)
    } else if case .start(let start) = page {
      drawStart(start, &frame)
    } else {
      drawScene(&frame)
    }
    drawOverlay(&frame)
    if look.theme.name == .monochrome { frame.removeColors() }
    if let page = look.theme.page { frame.replaceInherited(foreground: page.foreground, background: page.background) }
    return frame
  }

  /// The same screen for a file of plain text: classes and fields are told apart by characters alone.
  package var plainPicture: Frame {
    var plain = self
    plain.look = Look(
      theme: Theme(.monochrome, onDark: look.theme.isDark), glyphs: look.glyphs, depth: .none, words: look.words)
    return plain.draw()
  }

  // MARK: Scene

  private func drawScene(_ frame: inout Frame) {
    let rows = rows
    let context = context
    drawHeader(in: rows.header, &frame)
    if let banner = scene.banner(context: context), rows.banner.height > 0 {
      BannerRow.draw(banner, in: rows.banner, look: look, frame: &frame)
    }
    if snapshot == nil {
      drawLoading(in: rows.body, &frame)
    } else {
      for panel in placedPanels {
        frame.clipped(to: panel.rect) { scene.draw(panel.id, in: panel.rect, context: context, frame: &$0) }
      }
    }
    if let lessonPage, rows.lesson.height > 0 {
      frame.clipped(to: rows.lesson) { LessonPanel.draw(lessonPage, in: rows.lesson, look: look, frame: &$0) }
    }
    if snapshot != nil { dataNotes?.draw(in: rows.body, look: look, frame: &frame) }
    if let snapshot { ScrubRow.draw(snapshot, labels: context.branchLabels, in: rows.scrub, look: look, frame: &frame) }
    KeyRow.draw(in: rows.keys, state: self, frame: &frame)
  }

  private func drawHeader(in row: Rect, _ frame: inout Frame) {
    let right = look.glyphs.text(statusLine(room: row.width))
    let rightX = max(row.x, row.maxX - right.cellWidth - 1)
    let left = Rect(x: row.x, y: row.y, width: max(0, rightX - row.x - 1), height: 1)
    let title = scene.title(context: context)
    var x = row.x + 1
    if left.width >= look.glyphs.text(title).cellWidth + 13 {
      x += look.put("downhill", x: x, y: row.y, in: left, style: look.theme.heading, frame: &frame)
      x += look.put(" · ", x: x, y: row.y, in: left, style: look.theme.muted, frame: &frame)
    }
    let shown = look.glyphs.text(title).truncated(to: max(0, left.maxX - x), glyphs: look.glyphs)
    look.put(shown, x: x, y: row.y, in: left, style: look.theme.text, frame: &frame)
    look.put(right, x: rightX, y: row.y, in: row, style: look.theme.heading, frame: &frame)
  }

  /// Learning rate, epoch, step and whether it plays: the same moment as the picture.
  private func statusLine(room: Int) -> SafeText {
    guard let snapshot else { return "" }
    let rate = ShortNumber(snapshot.learningRate, significant: 3).text(look.glyphs)
    // A graph learns nothing and has no rate.
    var parts: [String] = snapshot.learningRate.isNaN ? [] : ["η \(rate)"]
    if snapshot.isForked { parts.insert(String(Character(BranchLabel.letter(snapshot.currentBranch))), at: 0) }
    if dataset != nil { parts.append("epoch \(GroupedNumber.text(displayedEpoch(snapshot)))") }
    parts.append("step \(GroupedNumber.text(snapshot.step))")
    parts.append(pace(snapshot))
    let full = parts.joined(separator: "   ")
    let width = look.glyphs.text(SafeText(full)).cellWidth
    return SafeText(width + 34 <= room ? full : parts.joined(separator: "  "))
  }

  /// The epoch under way, counted from 1; at its end, the one that was completed.
  private func displayedEpoch(_ snapshot: Snapshot) -> Int {
    snapshot.isAtEpochStart && snapshot.step > 0 ? snapshot.epochsCompleted : snapshot.epochsCompleted + 1
  }

  private func pace(_ snapshot: Snapshot) -> String {
    let play = look.glyphs.isUnicode ? "▶" : ">"
    let pause = look.glyphs.isUnicode ? "Ⅱ" : "||"
    func count(_ rate: Double) -> String { GroupedNumber.text(clampedIndex(rate, in: 0..<1_000_000_000) ?? 0) }
    if let waitingCommands {
      guard snapshot.generation == generation else { return "\(play) preparing the run" }
      // Each key that has to wait is seen to have been heard.
      switch waitingCommands {
      case 0: return "\(play) a long step is under way"
      case 1: return "\(play) a long step: 1 command waits"
      default: return "\(play) a long step: \(GroupedNumber.text(waitingCommands)) commands wait"
      }
    }
    if let destination = snapshot.destination {
      let share = Double(snapshot.step) / Double(max(1, destination))
      return "\(play) to \(GroupedNumber.text(destination)), \(clampedIndex(share * 100, in: 0..<100) ?? 0) %"
    }
    guard snapshot.isPlaying else {
      // A scene that is gone through move by move plays within a step of the run, which stands still meanwhile.
      if let moves = beatsPerSecond { return "\(play) \(count(moves)) moves/s" }
      switch snapshot.status {
      case .running: return "\(pause) paused"
      case .converged: return "converged"
      case .finished: return "finished"
      case .cycling: return "cycling"
      case .diverged: return "diverged"
      }
    }
    if let wanted = snapshot.speed.stepsPerSecond { return "\(play) \(count(wanted)) steps/s" }
    guard let measured = snapshot.measuredRate else { return "\(play) full speed" }
    return "\(play) \(RateNumber.text(measured)) steps/s"
  }

  /// What is done before there is anything to see, once that takes a while.
  private func drawLoading(in area: Rect, _ frame: inout Frame) {
    guard loading != nil || waitingCommands != nil else { return }
    let box = area.centered(width: 44, height: 3)
    let words: SafeText = loading == nil ? "preparing the run" : "reading the data"
    look.put(words, x: box.x, y: box.y, in: box, style: look.theme.text, frame: &frame)
    if let fraction = loading?.fraction {
      let bar = Rect(x: box.x, y: box.y + 1, width: box.width, height: 1)
      ProgressBar(fraction, color: look.theme.curveColor, style: look.plotStyle).draw(in: bar, on: &frame)
    }
  }

  // MARK: Tiny

  private func drawTiny(_ frame: inout Frame) {
    guard let snapshot else { return }
    let line: SafeText =
      "\(scene.kind.rawValue) step \(snapshot.step) η \(ShortNumber(snapshot.learningRate).text(look.glyphs)) \(pace(snapshot))"
    look.put(line, x: 0, y: 0, in: screen, style: look.theme.text, frame: &frame)
    if size.height > 1 {
      let curve = snapshot.history[.trainLoss].count > 0 ? snapshot.history[.trainLoss] : snapshot.history[.value]
      let values = curve.buckets.map(\.maximum)
      Sparkline(values, color: look.theme.curveColor, style: look.plotStyle).draw(
        in: Rect(x: 0, y: 1, width: size.width, height: 1), on: &frame)
    }
    if size.height > 3 {
      look.put("make the window larger: 40x12", x: 0, y: 3, in: screen, style: look.theme.muted, frame: &frame)
    }
  }

  // MARK: Start

  private func drawStart(_ start: StartPage, _ frame: inout Frame) {
    let rows = rows
    let (list, preview) = StartPage.layout(in: rows.body)
    look.put("downhill", x: 1, y: 0, in: rows.header, style: look.theme.heading, frame: &frame)
    look.put("see learning happen", x: 11, y: 0, in: rows.header, style: look.theme.muted, frame: &frame)
    start.drawList(in: list, look: look, frame: &frame)
    if !preview.isEmpty {
      let area = previewArea
      if snapshot != nil {
        frame.clipped(to: area) { scene.drawPreview(in: area, context: context, frame: &$0) }
      }
      let text = Rect(x: preview.x, y: area.maxY + 1, width: preview.width, height: preview.maxY - area.maxY - 1)
      let paragraph = Paragraph(SafeText(start.selected.about), width: min(64, text.width))
      for (offset, line) in paragraph.lines.prefix(text.height).enumerated() {
        look.put(line, x: text.x, y: text.y + offset, in: text, style: look.theme.text, frame: &frame)
      }
    }
    KeyRow.draw(in: rows.keys, state: self, frame: &frame)
  }

  // MARK: Overlays

  /// What the marks mean that may be on the screen, part by part: those of each panel, and those of the bar below.
  var legend: [LegendPart] {
    let context = context
    guard !isPreviewing else {
      return scene.previewed.map { LegendPart(rect: previewArea, entries: scene.legend(of: $0, context: context)) }
    }
    let scrub: LegendEntry = .glyph(
      look.glyphs.mark(of: 0), look.plotStyle.highlight, "the step that is shown, among all so far: drag it")
    return placedPanels.map { LegendPart(rect: $0.rect, entries: scene.legend(of: $0.id, context: context)) }
      + [LegendPart(rect: rows.scrub, entries: .branches(context) + [scrub])]
  }

  /// Where lists lie over the page.
  var overlayArea: Rect { rows.body.union(rows.scrub) }

  /// The keys that the help lists here, those of a lesson first.
  var helpBindings: [KeyBinding] {
    (lesson == nil || isPreviewing ? [] : keys.bindings(in: .lesson)) + keys.bindings(in: place)
  }

  private func drawOverlay(_ frame: inout Frame) {
    guard !isTiny else { return }
    let rows = rows
    let area = overlayArea
    switch overlay {
    case .help(let help): help.draw(in: area, bindings: helpBindings, keys: keys, look: look, frame: &frame)
    case .picker(let picker): picker.draw(in: area, description: description, look: look, frame: &frame)
    case .command(let line): line.draw(in: screen, look: look, frame: &frame)
    case .legend(let legend): legend.draw(self.legend, over: area, look: look, frame: &frame)
    case .number(let line): line.draw(in: rows.keys, look: look, frame: &frame)
    case nil: break
    }
  }
}

extension Rect {
  /// The smallest rectangle that holds both; an empty one adds nothing.
  func union(_ other: Rect) -> Rect {
    guard !other.isEmpty else { return self }
    guard !isEmpty else { return other }
    let left = min(x, other.x)
    let top = min(y, other.y)
    return Rect(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }
}
