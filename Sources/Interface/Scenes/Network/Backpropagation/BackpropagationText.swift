import Learning
import Plotting
import Training

/// The moves of backpropagation in words and numbers: the present one written out, all of them as a list, the examples.
struct BackpropagationText {
  let passes: Backpropagation
  let context: SceneContext
  private let equations: BackpropagationEquations

  init(_ passes: Backpropagation, context: SceneContext) {
    self.passes = passes
    self.context = context
    equations = BackpropagationEquations(passes, math: MathText(glyphs: context.look.glyphs))
  }

  private var theme: Theme { context.look.theme }
  private var math: MathText { MathText(glyphs: context.look.glyphs) }
  private var backward: Style { Style(foreground: theme.gradientColor, attributes: .bold) }

  /// Which example, and how far the passes are.
  var phase: SafeText {
    let way: String
    switch passes.present?.phase {
    case nil: way = "→ begins"
    case .forward: way = "forward →"
    case .loss: way = "the loss"
    case .backward: way = "← backward"
    case .update: way = "the update"
    }
    return
      "example \(passes.example + 1) of \(passes.picture.dataset.count) · \(way) \(passes.made)/\(passes.moves.count)"
  }

  /// The last move written out, and what comes next.
  func move(width: Int, height: Int) -> [StyledLine] {
    guard let present = passes.present else {
      return Array((intentions(width: width) + next(width: width)).prefix(max(0, height)))
    }
    let equation = equations.equation(of: present)
    var lines = [StyledLine(SafeText(equation.heading), theme.muted)]
    lines += written(equation, of: present, width: width)
    let coming = next(width: width)
    if present == .update {
      let effect = effect(width: width)
      lines += update(width: width, height: height - lines.count - effect.count - coming.count) + effect
    }
    let room = height - lines.count - coming.count
    if room >= 1 { lines.append(StyledLine()) }
    let past = room >= 3 ? history(width: width, height: room - 2) : []
    return Array((past + lines + coming).prefix(max(0, height)))
  }

  /// The moves before the present one, a line each, and an empty line after them.
  private func history(width: Int, height: Int) -> [StyledLine] {
    let before = passes.moves[..<max(0, passes.made - 1)].suffix(height)
    guard !before.isEmpty else { return [] }
    return before.map { move in
      let line = context.look.glyphs.text(SafeText(equations.equation(of: move).line(math)))
      return StyledLine(line.truncated(to: width, glyphs: context.look.glyphs), theme.muted)
    } + [StyledLine()]
  }

  /// Formula, numbers and result: on one line where there is room, else one below the other.
  private func written(
    _ equation: BackpropagationEquation, of move: BackpropagationMove, width: Int
  ) -> [StyledLine] {
    var style = theme.heading
    switch move.phase {
    case .backward: style = backward
    case .update: style = theme.good
    case .forward, .loss: break
    }
    if move == .update { return paragraph(equation.symbols, width, style) }
    let result = equation.value.map { math.number($0) } ?? ""
    let whole = StyledLine("\(equation.name) = ", theme.heading).adding(SafeText(equation.symbols), theme.text)
      .adding(SafeText(equation.numbers.isEmpty ? "" : " = \(equation.numbers)"), theme.text)
      .adding(SafeText(result.isEmpty ? "" : " = "), theme.text).adding(SafeText(result), style)
    if whole.width(context.look.glyphs) <= width { return [whole] }
    var lines = paragraph("\(equation.name) = \(equation.symbols)", width, theme.text)
    let indent = equation.numbers.isEmpty ? "" : "  = \(equation.numbers)"
    if !indent.isEmpty { lines += paragraph(indent, width, theme.text, indented: 2) }
    guard !result.isEmpty else { return lines }
    let ending = StyledLine(" = ", theme.text).adding(SafeText(result), style)
    if let last = lines.last, last.width(context.look.glyphs) + ending.width(context.look.glyphs) <= width {
      lines[lines.count - 1] = last.adding(" = ", theme.text).adding(SafeText(result), style)
    } else {
      lines.append(StyledLine("  = ", theme.text).adding(SafeText(result), style))
    }
    return lines
  }

  private func paragraph(_ text: String, _ width: Int, _ style: Style, indented: Int = 0) -> [StyledLine] {
    let room = max(8, width - indented)
    let pad = String(repeating: " ", count: indented)
    return Paragraph(context.look.glyphs.text(SafeText(text)), width: room, hanging: 2).lines
      .map { StyledLine(SafeText(pad + $0.description), style) }
  }

  /// What the first key begins.
  private func intentions(width: Int) -> [StyledLine] {
    let x = (1...max(1, passes.network.inputs.count)).map { passes.input($0, of: 0) }
    let target = passes.targets.count == 1 ? math.number(passes.targets[0]) : math.vector(passes.targets)
    let about = paragraph(
      "Example \(passes.example + 1): x = \(math.vector(x)), y = \(target). Its values go forward, then the derivatives of its loss come back, then every weight is moved against its own.",
      width, theme.text)
    let keys = another + ["↓ a whole layer", "space plays"]
    return about + paragraph(keys.joined(separator: " · "), width, theme.muted)
  }

  /// In a lesson that key turns its page.
  private var another: [String] { context.isInLesson ? [] : ["n: another example"] }

  private func next(width: Int) -> [StyledLine] {
    guard let next = passes.next else { return afterwards(width: width) }
    guard next == .update else { return [StyledLine(SafeText("→ \(equations.equation(of: next).name)"), theme.muted)] }
    guard context.snapshot?.status.canAdvance == true else {
      return paragraph("the run has ended; ← goes back", width, theme.muted)
    }
    let text =
      passes.isExact
      ? "→ the update of every weight: the run makes this step"
      : "→ the run's own step: \(passes.differences.joined(separator: ", "))"
    return paragraph(text, width, theme.muted)
  }

  /// What the key after the update does, and how far the update is this example's.
  private func afterwards(width: Int) -> [StyledLine] {
    let reasons = passes.differences.joined(separator: ", ")
    let own =
      passes.isExact
      ? [] : paragraph("The run's own step, not this example's alone: \(reasons).", width, theme.warning)
    guard context.snapshot?.status.canAdvance == true else {
      return own + paragraph("the run has ended; ← goes back", width, theme.muted)
    }
    return own + paragraph((["→ goes on to the next example"] + another).joined(separator: "; "), width, theme.good)
  }

  /// What the step did to the example: its outputs and its loss before and after.
  private func effect(width: Int) -> [StyledLine] {
    guard let after = passes.after, after.outputs.count == 1 else { return [] }
    let before = passes.passage.values[passes.outputLayer].outputs[0]
    let arrow = context.look.glyphs.isUnicode ? "→" : ">"
    let output = "z \(math.number(before)) \(arrow) \(math.number(after.outputs[0]))"
    let loss = "L \(math.number(passes.passage.loss)) \(arrow) \(math.number(after.loss))"
    return paragraph("this example now: \(output)   \(loss)", width, theme.heading)
  }

  /// The weights' updates, as many as fit.
  private func update(width: Int, height: Int) -> [StyledLine] {
    guard height > 0 else { return [] }
    let rows = updateRows
    let texts = rows.map { equations.update($0.layer, $0.unit, $0.input) }
    let column = (texts.map { SafeText($0).cellWidth }.max() ?? 0) + 3
    let across = max(1, (width + 3) / max(1, column))
    var lines: [StyledLine] = []
    var index = 0
    while index < texts.count && lines.count < height {
      let isLast = height > 1 && lines.count == height - 1 && index + across < texts.count
      var line = ""
      for text in texts[index..<min(texts.count, index + across)] { line += text.padded(to: column) }
      lines.append(StyledLine(SafeText(line), theme.text))
      if isLast { lines[lines.count - 1] = StyledLine("… \(texts.count - index) more", theme.muted) }
      index += across
    }
    return lines
  }

  /// The output's weights first, as they move most.
  private var updateRows: [(layer: Int, unit: Int, input: Int)] {
    var rows: [(layer: Int, unit: Int, input: Int)] = []
    for (layer, place) in passes.parameters.layers.enumerated().reversed() {
      for unit in 0..<place.units {
        for input in WeightOrder.indices(count: place.inputs + 1) { rows.append((layer, unit, input)) }
        if rows.count > 500 { return rows }
      }
    }
    return rows
  }

  // MARK: Lists

  /// All moves, the present one in sight, those to come without their numbers; after the last, the weights.
  func list(width: Int, height: Int) -> [StyledLine] {
    guard height > 0 else { return [] }
    let present = passes.made - 1
    let count = passes.moves.count
    let first = firstMove(height: height)
    return (first..<min(count, first + height)).map { index in
      let move = passes.moves[index]
      let names = equations.names
      let isPresent = index == present
      let mark: SafeText = isPresent ? "› " : "  "
      guard index <= present else { return StyledLine(SafeText("  \(names.name(of: move))"), theme.muted) }
      var style = theme.text
      if case .backward = move.phase { style = Style(foreground: theme.gradientColor) }
      let name = names.name(of: move)
      let text = passes.value(of: move).map { "\(name) = \(math.number($0))" } ?? name
      return StyledLine(mark, theme.accent).adding(SafeText(text), isPresent ? theme.heading : style)
    }
  }

  /// How many moves are above a list of `height` rows that shows the present one.
  func firstMove(height: Int) -> Int {
    max(0, min(passes.made - 1 - height * 2 / 3, passes.moves.count - height))
  }

  /// How many examples are above a list of `height` rows that shows the present one.
  func firstExample(height: Int) -> Int {
    max(0, min(passes.example - height / 2, passes.picture.dataset.count - height))
  }

  /// The examples around the present one: their inputs, targets and outputs now.
  func examples(height: Int) -> [StyledLine] {
    guard height > 0 else { return [] }
    let dataset = passes.picture.dataset
    let first = firstExample(height: height)
    let runs = passes.step?.examples.first
    let mark = passes.isUpdated ? "learned" : "next"
    return (first..<min(dataset.count, first + height)).map { index in
      guard
        let own = index == passes.example
          ? passes : passes.following(index)
      else { return StyledLine() }
      let (x1, x2) = dataset.input(at: index)
      let isPresent = index == passes.example
      let place = math.vector([x1, x2], significant: 2)
      let z = own.passage.values[own.outputLayer].outputs
      let output =
        z.count == 1 ? "z \(math.number(z[0], significant: 3))" : "L \(math.number(own.passage.loss, significant: 3))"
      let target = own.targets.count == 1 ? "  y \(math.number(own.targets[0], significant: 2))" : ""
      let text = "\(index + 1)  \(place)\(target)  \(output)\(index == runs ? "  \(mark)" : "")"
      return StyledLine(isPresent ? "› " : "  ", theme.accent)
        .adding(SafeText(text), isPresent ? theme.heading : theme.text)
    }
  }
}
