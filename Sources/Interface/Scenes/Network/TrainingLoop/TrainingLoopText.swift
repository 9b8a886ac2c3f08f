import Plotting
import Training

/// The training loop as lines, where there is no room for boxes: a stage after another, each with its numbers.
struct TrainingLoopText {
  private let loop: TrainingLoop
  /// The stage that is reached; nil where all are.
  private let stage: TrainingLoop.Stage?
  private let look: Look

  init(_ loop: TrainingLoop, stage: TrainingLoop.Stage?, context: SceneContext) {
    self.loop = loop
    self.stage = stage
    look = context.look
  }

  private var math: MathText { MathText(glyphs: look.glyphs) }
  private var names: BackpropagationNames { BackpropagationNames(network: loop.picture.network, math: math) }
  private var arrow: String { look.glyphs.isUnicode ? "→" : ">" }

  private func isReached(_ wanted: TrainingLoop.Stage) -> Bool { stage.map { $0.rawValue >= wanted.rawValue } ?? true }

  /// The lines of all stages; the last has as many weights as there is room for.
  func lines(width: Int, height: Int) -> [StyledLine] {
    let lines = TrainingLoop.Stage.allCases.map { line($0) }
    return lines + (isReached(.update) ? weights(width: width, height: height - lines.count) : [])
  }

  private func line(_ wanted: TrainingLoop.Stage) -> StyledLine {
    let isPresent = wanted == stage
    let words = isReached(wanted) ? numbers(wanted) : ""
    return StyledLine(isPresent ? "› " : "  ", look.theme.accent)
      .adding(SafeText(name(wanted).padded(to: 10)), isPresent ? look.theme.heading : look.theme.muted)
      .adding(look.glyphs.text(SafeText(words)), look.theme.text)
  }

  private func name(_ stage: TrainingLoop.Stage) -> String {
    switch stage {
    case .batch: "input x"
    case .forward: "forward"
    case .loss: "loss"
    case .backward: "backward"
    case .update: "update"
    }
  }

  private func numbers(_ stage: TrainingLoop.Stage) -> String {
    let rows = loop.rows
    let more = loop.count > rows.count ? " …" : ""
    switch stage {
    case .batch:
      let inputs = rows.map { math.vector($0.inputs, significant: 2) }.joined(separator: " ")
      let targets = rows.map { $0.targets.map { math.number($0, significant: 2) }.joined(separator: ",") }
      return "\(inputs)\(more)  y \(targets.joined(separator: " "))\(more)"
    case .forward:
      let outputs = rows.map { $0.outputs.map { math.number($0, significant: 4) }.joined(separator: ",") }
      return "z \(outputs.joined(separator: "  "))\(more)"
    case .loss:
      let before = loop.loss.map { math.number($0) } ?? "not finite"
      let after = isReached(.update) ? loop.lossAfter.map { " \(arrow) \(math.number($0))" } ?? "" : ""
      return "L \(before)\(after)  (\(loop.count == 1 ? "one example" : "mean over \(loop.count) examples"))"
    case .backward: return "|dL/dw| \(loop.gradientLength.map { math.number($0) } ?? "of a large batch")"
    case .update: return "\(loop.picture.pace.options.optimizer.name), η \(math.number(loop.step.rate, significant: 3))"
    }
  }

  /// Weights before and after.
  private func weights(width: Int, height: Int) -> [StyledLine] {
    let texts = loop.places.map { layer, unit, input in
      let weight = loop.weight(layer, unit, input)
      return "\(names.weight(layer, unit, input)) \(math.number(weight.before)) \(arrow) \(math.number(weight.after))"
    }
    let column = (texts.map { SafeText($0).cellWidth }.max() ?? 0) + 3
    let across = max(1, (width + 1) / max(1, column))
    return stride(from: 0, to: texts.count, by: across).prefix(max(0, height)).map { start in
      let row = texts[start..<min(texts.count, start + across)].map { $0.padded(to: column) }.joined()
      return StyledLine(look.glyphs.text(SafeText("  " + row)), look.theme.good)
    }
  }
}
