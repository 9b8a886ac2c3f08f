import Learning
import Plotting
import Terminal
import Training

extension NetworkScene {
  /// Where the panels of the training loop lie: the circle, and where there is room the losses and the settings.
  func trainingLoopLayout(in area: Rect, context: SceneContext) -> [PlacedPanel] {
    if focus != .picture, area.width < 100 || area.height < 32 { return [PlacedPanel(id: focus, rect: area)] }
    guard area.width >= 100, area.height >= 32 else { return [PlacedPanel(id: .picture, rect: area)] }
    let (picture, below) = area.splitTop(area.height - min(14, max(9, area.height / 4)))
    let settingsWidth = min(40, area.width / 3)
    let (curve, settings) = below.splitLeft(below.width - settingsWidth)
    return [
      PlacedPanel(id: .picture, rect: picture), PlacedPanel(id: .curve, rect: curve),
      PlacedPanel(id: .settings, rect: settings),
    ]
  }

  /// Draws the circle.
  func drawTrainingLoop(_ picture: NetworkPicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    let stages: [TrainingLoop.Stage: String] = [
      .batch: "1 a batch", .forward: "2 forward", .loss: "3 the loss", .backward: "4 backward", .update: "5 the update",
    ]
    let isPlaying = context.snapshot?.isPlaying == true
    let stage = stages[steps.stage] ?? ""
    let remark =
      !picture.canAdvance
      ? "ended: the step that would come · \(stage)"
      : isPlaying ? "every step" : "\(stage) · \(context.key(.stepForward)) goes on\(pace)"
    let inside = Panel(
      "training loop", remark: SafeText(remark), isFocused: focus == .picture, style: context.look.plotStyle
    )
    .draw(in: rect, on: &frame)
    guard let loop = TrainingLoop(picture, most: inside.height) else {
      context.look.put(
        "no examples to learn from", x: inside.x + 1, y: inside.y + inside.height / 2, in: inside,
        style: context.look.theme.muted,
        frame: &frame)
      return
    }
    let drawing = TrainingLoopDrawing(loop, scene: self, in: inside, context: context)
    guard !drawing.layout.boxes.isEmpty else {
      drawLoopInWords(loop, in: inside, context: context, frame: &frame)
      return
    }
    frame.clipped(to: inside) { drawing.draw(frame: &$0) }
  }

  /// The circle as lines, where there is no room for boxes.
  private func drawLoopInWords(_ loop: TrainingLoop, in rect: Rect, context: SceneContext, frame: inout Frame) {
    let math = MathText(glyphs: context.look.glyphs)
    let first = loop.rows.first
    let texts: [(TrainingLoop.Stage, String)] = [
      (.batch, "\(loop.count) examples"),
      (.forward, "z \(first?.outputs.first.map { math.number($0, significant: 3) } ?? "")"),
      (.loss, "L \(loop.loss.map { math.number($0) } ?? "")"),
      (.backward, "|dL/dw| \(loop.gradientLength.map { math.number($0) } ?? "")"),
      (.update, "η \(math.number(loop.picture.effectiveRate))"),
    ]
    let theme = context.look.theme
    texts.map { stage, text in
      let isPresent = stage == steps.stage
      return StyledLine(isPresent ? "› " : "  ", theme.accent)
        .adding(SafeText(text), stage.rawValue <= steps.stage.rawValue ? theme.text : theme.muted)
    }.draw(in: rect, look: context.look, frame: &frame)
  }

  /// A click on a box goes to the stage that fills it.
  mutating func clickTrainingLoop(_ mouse: MouseEvent, in rect: Rect) -> SceneAnswer {
    switch TrainingLoopLayout(in: rect).part(atColumn: mouse.column, row: mouse.row) {
    case .input, .targets: steps.stage = .batch
    case .network, .predictions: steps.stage = .forward
    case .lossFunction, .lossScore: steps.stage = .loss
    case .optimizer: steps.stage = steps.stage == .backward ? .update : .backward
    case nil: return .notMine
    }
    steps.isPlaying = false
    return .done([])
  }
}
