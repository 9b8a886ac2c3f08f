import Learning
import Plotting
import Training

/// What stands in each box of the training loop.
extension TrainingLoopDrawing {
  func draw(_ part: TrainingLoopLayout.Part, in rect: Rect, frame: inout Frame) {
    switch part {
    case .input: drawInput(in: rect, frame: &frame)
    case .network: drawNetwork(in: rect, frame: &frame)
    case .predictions: drawPredictions(in: rect, frame: &frame)
    case .targets: drawTargets(in: rect, frame: &frame)
    case .lossFunction: drawLossFunction(in: rect, frame: &frame)
    case .lossScore: drawLossScore(in: rect, frame: &frame)
    case .optimizer: drawOptimizer(in: rect, frame: &frame)
    }
  }

  /// How many examples of the batch a box of this height shows under its heading; a row is kept for how many there are.
  private func shownRows(_ rect: Rect) -> ArraySlice<TrainingLoop.Row> {
    let room = rect.height - 1
    return loop.rows.prefix(loop.count > room ? max(0, room - 1) : max(0, room))
  }

  private func more(_ shown: Int) -> String? { loop.count > shown ? "… \(GroupedNumber.text(loop.count)) in all" : nil }

  private func drawInput(in rect: Rect, frame: inout Frame) {
    let columns = max(1, min(picture.network.inputs.count, (rect.width + 1) / 7))
    let width = min(10, (rect.width + 1) / columns)
    func number(_ value: Double) -> String {
      // A blank stands between two numbers.
      let texts = [3, 2, 1].map { math.number(value, significant: $0) }
      return (texts.first { $0.count < width } ?? texts[2]).padded(to: width)
    }
    let heading = (1...columns).map { names.input(0, $0).padded(to: width) }.joined()
    var lines = [StyledLine(SafeText(heading), theme.muted)]
    let shown = shownRows(rect)
    for row in shown {
      lines.append(StyledLine(SafeText(row.inputs.prefix(columns).map { number($0) }.joined()), theme.text))
    }
    if let more = more(shown.count) { lines.append(StyledLine(SafeText(more), theme.muted)) }
    lines.draw(in: rect, look: look, frame: &frame)
  }

  private func drawTargets(in rect: Rect, frame: inout Frame) {
    var lines = [StyledLine(SafeText(names.target(0).prefix(1).description), theme.muted)]
    for row in shownRows(rect) {
      let meaning = DataView.meaning(of: row.example, in: picture.dataset, on: picture.quantity)
      let isNumber = row.targets.count == 1
      lines.append(marked(meaning, isNumber ? math.number(row.targets[0], significant: 3) : className(of: row)))
    }
    lines.draw(in: rect, look: look, frame: &frame)
  }

  private func drawPredictions(in rect: Rect, frame: inout Frame) {
    var lines = [StyledLine("z", theme.muted)]
    guard isReached(.forward) else {
      lines.draw(in: rect, look: look, frame: &frame)
      return
    }
    for row in shownRows(rect) {
      if row.outputs.count == 1 {
        lines.append(StyledLine(SafeText(math.number(row.outputs[0], significant: 3)), theme.heading))
      } else {
        let best = row.outputs.indices.max { row.outputs[$0] < row.outputs[$1] } ?? 0
        lines.append(marked(.label(best), "\(math.number(row.outputs[best], significant: 2)) \(className(best))"))
      }
    }
    lines.draw(in: rect, look: look, frame: &frame)
  }

  /// What the class of an example is called; nothing for numbers.
  private func className(of row: TrainingLoop.Row) -> String {
    switch picture.dataset.targets {
    case .classes(let labels, _): className(labels[row.example])
    case .numbers: ""
    }
  }

  private func className(_ label: Int) -> String {
    let names = picture.dataset.classNames
    return names.indices.contains(label) ? names[label] : "class \(label + 1)"
  }

  private func marked(_ meaning: Mark.Meaning, _ text: String) -> StyledLine {
    let mark = look.mark(of: meaning)
    return StyledLine(SafeText(String(mark.glyph)), mark.style).adding(SafeText(" " + text), theme.text)
  }

  /// The parts of the network's box in a diagram that fills a room.
  static func networkRooms(of room: Rect) -> (units: Rect, output: Rect, words: Rect) {
    let inside = Panel.interior(
      of: TrainingLoopLayout(in: room).boxes[.network] ?? Rect(x: 0, y: 0, width: 0, height: 0))
    let margin = inside.width > 12 ? 1 : 0
    return networkRooms(in: inside.inset(left: margin, right: margin))
  }

  /// The parts of the network's box: units where there is room, the output over the plane, the shape in words.
  static func networkRooms(in rect: Rect) -> (units: Rect, output: Rect, words: Rect) {
    let (above, words) = rect.splitTop(rect.height - 1)
    let none = Rect(x: rect.x, y: rect.y, width: 0, height: 0)
    guard above.width >= 44, above.height >= 10 else { return (none, above, words) }
    let (units, output) = above.splitLeft(above.width * 11 / 20)
    return (units.inset(right: 1), output, words)
  }

  private func drawNetwork(in rect: Rect, frame: inout Frame) {
    let rooms = Self.networkRooms(in: rect)
    if !rooms.units.isEmpty {
      frame.clipped(to: rooms.units) {
        NetworkDrawing(picture, scene: scene, in: rooms.units, look: look).draw(frame: &$0)
      }
    }
    frame.clipped(to: rooms.output) {
      NetworkOutput(scene: scene, picture: picture, context: context).draw(in: rooms.output, frame: &$0)
    }
    let sizes = [picture.network.inputs.count] + picture.network.hidden.map(\.units) + [picture.network.outputs]
    let text = sizes.map(String.init).joined(separator: " → ")
    let whole = "\(text), \(GroupedNumber.text(picture.parameters.values.count)) weights"
    let shown = SafeText(whole).cellWidth <= rooms.words.width ? whole : text
    look.put(
      look.glyphs.text(SafeText(shown)).truncated(to: rooms.words.width, glyphs: look.glyphs), x: rooms.words.x,
      y: rooms.words.y, in: rooms.words, style: theme.muted, frame: &frame)
  }

  private func drawLossFunction(in rect: Rect, frame: inout Frame) {
    let minus = look.glyphs.isUnicode ? "−" : "-"
    let formula =
      switch picture.network.loss {
      case .binaryCrossEntropy: "\(minus)[y log z + (1\(minus)y) log(1\(minus)z)]"
      case .squaredError: "½ (z \(minus) y)²"
      case .crossEntropy: "\(minus)log z of the true class"
      case .hinge: "max(0, 1 \(minus) y s)"
      }
    let name = picture.network.loss.rawValue.split(separator: "-").joined(separator: " ")
    var lines = [StyledLine(SafeText(name), theme.muted)]
    lines += Paragraph(look.glyphs.text(SafeText(formula)), width: rect.width).lines.map { StyledLine($0, theme.text) }
    if isReached(.loss) {
      for row in loop.rows.prefix(max(0, rect.height - lines.count - 1)) {
        lines.append(
          StyledLine(SafeText("example \(row.example + 1)".padded(to: 13)), theme.muted)
            .adding(SafeText(math.number(row.loss, significant: 3)), theme.text))
      }
    }
    let mean: SafeText = loop.count == 1 ? "one example" : "mean over \(GroupedNumber.text(loop.count)) examples"
    while lines.count < rect.height - 1 { lines.append(StyledLine()) }
    lines.append(StyledLine(mean, theme.muted))
    lines.draw(in: rect, look: look, frame: &frame)
  }

  private func drawLossScore(in rect: Rect, frame: inout Frame) {
    guard isReached(.loss) else { return }
    let text = look.glyphs.text(SafeText(loop.loss.map { math.number($0) } ?? "not finite"))
    let y = rect.y + max(0, rect.height / 2 - (rect.height > 3 ? 1 : 0))
    if isReached(.update), let after = loop.lossAfter {
      let text = look.glyphs.text(SafeText("→ \(math.number(after))"), ascii: SafeText("> \(math.number(after))"))
      look.put(
        text, x: rect.x + max(0, (rect.width - text.cellWidth) / 2), y: y + 1, in: rect, style: theme.good,
        frame: &frame)
    }
    look.put("L", x: rect.x + (rect.width - 1) / 2, y: y - 1, in: rect, style: theme.muted, frame: &frame)
    look.put(
      text, x: rect.x + max(0, (rect.width - text.cellWidth) / 2), y: y, in: rect,
      style: stage == .loss ? theme.selected : theme.heading, frame: &frame)
  }

  private func drawOptimizer(in rect: Rect, frame: inout Frame) {
    let rate = math.number(loop.step.rate, significant: 3)
    var lines = [
      StyledLine(SafeText(picture.pace.options.optimizer.name), theme.heading)
        .adding(SafeText("  η \(rate)"), theme.text)
    ]
    // In a narrow box the number goes before its name.
    let label: SafeText = rect.width >= 15 ? "|dL/dw| " : ""
    var line = StyledLine(label, theme.muted)
    if isReached(.backward) {
      let length = loop.gradientLength.map { math.number($0, fitting: rect.width - label.cellWidth) } ?? "large batch"
      line = line.adding(SafeText(length), Style(foreground: theme.gradientColor, attributes: .bold))
    }
    lines.append(line)
    lines += weights(width: rect.width, height: rect.height - lines.count)
    lines.draw(in: rect, look: look, frame: &frame)
  }

  /// Weights before and after, in as many columns as there is room for.
  private func weights(width: Int, height: Int) -> [StyledLine] {
    guard height > 0 else { return [] }
    let places = loop.places
    let names = names
    let nameWidth = places.prefix(60).map { names.weight($0.layer, $0.unit, $0.input).count }.max() ?? 3
    // Four digits where there is room, as a small step must be seen; in a narrow box one number instead of two.
    let numberWidth = min(8, (width - nameWidth - 4) / 2)
    let hasBoth = numberWidth >= 5
    let single = max(1, width - nameWidth - 3)
    let across = max(1, (width + 2) / (nameWidth + 2 * numberWidth + 6))
    let isNew = isReached(.update)
    return (0..<height).map { row in
      var line = StyledLine()
      for position in 0..<across where row + position * height < places.count {
        let (layer, unit, input) = places[row + position * height]
        let weight = loop.weight(layer, unit, input)
        line = line.adding(SafeText(names.weight(layer, unit, input).padded(to: nameWidth + 1)), theme.muted)
        if hasBoth || !isNew {
          let number = math.number(weight.before, fitting: hasBoth ? numberWidth : single)
          line = line.adding(SafeText(hasBoth ? number.padded(to: numberWidth + 1) : number), theme.text)
        }
        if isNew {
          let number = math.number(weight.after, fitting: hasBoth ? numberWidth : single)
          line = line.adding(look.glyphs.text("→ ", ascii: "> "), theme.muted)
            .adding(SafeText(hasBoth ? number.padded(to: numberWidth + 2) : number), theme.good)
        } else if hasBoth {
          line = line.adding(SafeText("".padded(to: numberWidth + 4)), theme.text)
        }
      }
      return line
    }
  }
}
