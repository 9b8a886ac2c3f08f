import Basics
import Learning
import Plotting
import Training

/// How the network does: losses, accuracies, who is taken for whom, and what it says of the place that is asked about.
struct NetworkScores {
  let scene: NetworkScene
  let picture: NetworkPicture
  let context: SceneContext

  private var look: Look { context.look }
  private var theme: Theme { context.look.theme }
  private var math: MathText { MathText(glyphs: context.look.glyphs) }

  /// Draws the numbers, then as much of the rest as there is room for.
  func draw(in rect: Rect, frame: inout Frame) {
    var y = rect.y
    if scene.place != nil { y = drawOutputs(at: y, in: rect, frame: &frame) }
    for line in scores() where y < rect.maxY {
      line.draw(x: rect.x, y: y, in: rect, look: look, frame: &frame)
      y += 1
    }
    if scene.place == nil, rect.maxY - y >= 5 + picture.network.outputs + picture.training.evaluation.classCount {
      y = drawOutputs(at: y + 1, in: rect, frame: &frame)
    }
    drawConfusion(at: y + (rect.maxY - y > picture.training.evaluation.classCount + 2 ? 1 : 0), in: rect, frame: &frame)
  }

  private func scores() -> [StyledLine] {
    let isNumeric = picture.dataset.isNumeric
    let name: SafeText = isNumeric ? "R²" : "accuracy"
    var lines = [StyledLine("         loss     ", theme.muted).adding(name, theme.muted)]
    func row(_ name: String, _ score: NetworkScore, _ style: Style) -> StyledLine {
      let loss = math.number(score.loss, significant: 4)
      let accuracy = score.accuracy.map { isNumeric ? math.number($0) : math.percent($0) } ?? "–"
      return StyledLine(SafeText(name.padded(to: 9)), style).adding(SafeText(loss.padded(to: 9)), theme.text)
        .adding(SafeText(accuracy), theme.heading)
    }
    lines.append(row("training", picture.training, Style(foreground: theme.curveColor)))
    if let testing = picture.testing { lines.append(row("test", testing, Style(foreground: theme.testColor))) }
    if picture.pace.options.regularizer != .none {
      lines.append(
        StyledLine("penalty  ", theme.muted).adding(SafeText(math.number(picture.penalty)), theme.text))
    }
    if let loss = picture.batchLoss {
      lines.append(StyledLine("batch    ", theme.muted).adding(SafeText(math.number(loss)), theme.text))
    }
    return lines
  }

  /// The outputs at the place that is asked about, by what each stands for.
  private func outputs(_ passage: NetworkPassage) -> [(name: String, meaning: Mark.Meaning, value: Double)] {
    let values = passage.outputs
    if let quantity = context.shared?.quantity ?? picture.quantity {
      return [("z", .quantity(quantity.share(of: values[0])), picture.dataset.inOwnUnits(values[0]))]
    }
    let names = picture.dataset.classNames
    func name(_ index: Int) -> String { names.indices.contains(index) ? names[index] : "class \(index + 1)" }
    if values.count == 1 {
      guard picture.network.outputActivation == .sigmoid else {
        return [(name(0), .label(values[0] >= 0 ? 0 : 1), values[0])]
      }
      return [(name(0), .label(0), values[0]), (name(1), .label(1), 1 - values[0])]
    }
    return values.enumerated().map { (name($0.offset), .label($0.offset), $0.element) }
  }

  /// - Returns: The row below.
  private func drawOutputs(at top: Int, in rect: Rect, frame: inout Frame) -> Int {
    guard let passage = NetworkPassage(scene: scene, picture: picture) else { return top }
    let outputs = outputs(passage)
    let heading: SafeText = "z at \(passage.name), x = \(math.vector([passage.place.x1, passage.place.x2]))"
    look.put(heading, x: rect.x, y: top, in: rect, style: theme.muted, frame: &frame)
    let isShare = picture.network.outputActivation == .sigmoid || picture.network.outputActivation == .softmax
    let nameWidth = min(12, outputs.map { SafeText($0.name).cellWidth }.max() ?? 0) + 3
    var y = top + 1
    for output in outputs where y < rect.maxY {
      let mark = look.mark(of: output.meaning)
      if rect.width > 0 { frame.clipped(to: rect) { $0[rect.x, y] = Cell(mark.glyph, style: mark.style) } }
      let room = Rect(x: rect.x + 2, y: y, width: max(0, min(nameWidth - 3, rect.width - 2)), height: 1)
      look.put(SafeText(output.name), x: room.x, y: y, in: room, style: theme.text, frame: &frame)
      let number = math.number(output.value, significant: 3)
      let bar = Rect(x: rect.x + nameWidth, y: y, width: max(0, rect.width - nameWidth - 8), height: 1)
      if isShare {
        ProgressBar(output.value, color: mark.style.foreground, style: look.plotStyle).draw(
          in: bar, on: &frame)
      }
      look.put(
        SafeText(number), x: isShare ? bar.maxX + 1 : bar.x, y: y, in: rect, style: theme.heading, frame: &frame)
      y += 1
    }
    return y
  }

  /// The confusion matrix of the test set, or of the training set where there is no other.
  private func drawConfusion(at top: Int, in rect: Rect, frame: inout Frame) {
    let evaluation = (picture.testing ?? picture.training).evaluation
    let count = evaluation.classCount
    guard count > 0, top < rect.maxY else { return }
    let names = picture.dataset.classNames
    let cellWidth = max(4, min(7, (rect.width - 10) / max(1, count)))
    let set = picture.testing == nil ? "training" : "test"
    look.put("\(set): true ↓ taken for →", x: rect.x, y: top, in: rect, style: theme.muted, frame: &frame)
    for actual in 0..<count where top + 2 + actual < rect.maxY {
      let y = top + 2 + actual
      drawMark(actual, x: rect.x, y: y, in: rect, frame: &frame)
      let room = Rect(x: rect.x + 2, y: y, width: 7, height: 1).intersection(rect)
      look.put(
        SafeText(names.indices.contains(actual) ? names[actual] : ""), x: room.x, y: y, in: room, style: theme.text,
        frame: &frame)
      for predicted in 0..<count {
        let number = evaluation.confusion[actual * count + predicted]
        let style = number == 0 ? theme.muted : predicted == actual ? theme.good : theme.bad
        let text = GroupedNumber.text(number).leftPadded(to: cellWidth - 1)
        look.put(
          SafeText(text), x: rect.x + 10 + predicted * cellWidth, y: y, in: rect, style: style, frame: &frame)
      }
    }
    guard top + 1 < rect.maxY else { return }
    for predicted in 0..<count {
      drawMark(predicted, x: rect.x + 8 + (predicted + 1) * cellWidth, y: top + 1, in: rect, frame: &frame)
    }
  }

  private func drawMark(_ label: Int, x: Int, y: Int, in rect: Rect, frame: inout Frame) {
    let cell = Cell(look.glyphs.mark(of: label), style: Style(foreground: theme.classColor(label), attributes: .bold))
    frame.clipped(to: rect) { $0[x, y] = cell }
  }
}

extension String {
  /// The text with blanks behind it up to a width.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
  /// The text with blanks before it up to a width.
  func leftPadded(to width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}

extension MathText {
  /// A share as a percentage with one decimal: 98.4 %.
  func percent(_ share: Double) -> String {
    "\(ShortNumber(100 * share, decimals: 1).text(glyphs).description) %"
  }
}
