import Learning
import Plotting
import Terminal
import Training

extension NetworkScene {
  /// Where the panels of the training loop lie: the circle, and where there is room the losses and the settings.
  func trainingLoopLayout(in area: Rect, context: SceneContext) -> [Placed] {
    if let focus, focus != .picture, area.width < 100 || area.height < 32 { return [Placed(id: focus, rect: area)] }
    guard area.width >= 100, area.height >= 32 else { return [Placed(id: .picture, rect: area)] }
    let (picture, below) = area.splitTop(area.height - min(14, max(9, area.height / 4)))
    let settingsWidth = min(40, area.width / 3)
    let (curve, settings) = below.splitLeft(below.width - settingsWidth)
    return [
      Placed(id: .picture, rect: picture), Placed(id: .curve, rect: curve),
      Placed(id: .settings, rect: settings),
    ]
  }

  /// Draws the circle.
  func drawTrainingLoop(_ picture: NetworkPicture, in rect: Rect, context: SceneContext, frame: inout Frame) {
    let stages: [TrainingLoop.Stage: String] = [
      .batch: "1 a batch", .forward: "2 forward", .loss: "3 the loss", .backward: "4 backward", .update: "5 the update",
    ]
    let remark: String
    if let stage = stage(picture, context) {
      let name = stages[stage] ?? ""
      remark =
        stage != .update && !picture.canAdvance
        ? "ended: the step that would come · \(name)"
        : "step \(stepNumber(picture, context)) · \(name) · \(context.key(.stepForward)) goes on\(pace)"
    } else {
      remark = "every step"
    }
    let inside = Panel(
      "training loop", remark: SafeText(remark), isFocused: focus == .picture, style: context.look.plotStyle
    )
    .draw(in: rect, on: &frame)
    guard let loop = loop(picture, context, most: inside.height) else {
      context.look.put(
        "no examples to learn from", x: inside.x + 1, y: inside.y + inside.height / 2, in: inside,
        style: context.look.theme.muted,
        frame: &frame)
      return
    }
    let drawing = TrainingLoopDrawing(loop, scene: self, in: inside, context: context)
    guard !drawing.layout.boxes.isEmpty else {
      TrainingLoopText(loop, stage: stage(picture, context), context: context)
        .lines(width: inside.width - 2, height: inside.height)
        .draw(in: inside.inset(left: 1, right: 1), look: context.look, frame: &frame)
      return
    }
    frame.clipped(to: inside) { drawing.draw(frame: &$0) }
  }

  /// The stage that is reached; nil while the run plays, when every number is there.
  func stage(_ picture: NetworkPicture, _ context: SceneContext) -> TrainingLoop.Stage? {
    context.snapshot?.isPlaying == true && picture.stepMade != nil ? nil : place(picture, context).stage
  }

  /// The step that is gone through: with its update and while the run plays the one that was made, else the one that comes.
  func loop(_ picture: NetworkPicture, _ context: SceneContext, most: Int) -> TrainingLoop? {
    TrainingLoop(picture, isUpdated: stage(picture, context) ?? .update == .update, most: most)
  }

  /// The number of that step, counted from 1.
  private func stepNumber(_ picture: NetworkPicture, _ context: SceneContext) -> String {
    let made = context.snapshot?.step ?? 0
    return GroupedNumber.text(stage(picture, context) ?? .update == .update ? max(1, made) : made + 1)
  }

  /// A click on a box goes to the stage of the same step that fills it.
  mutating func clickTrainingLoop(
    _ mouse: MouseEvent, in rect: Rect, _ picture: NetworkPicture, _ context: SceneContext
  ) -> SceneAnswer {
    let stage: TrainingLoop.Stage
    switch TrainingLoopLayout(in: rect).part(atColumn: mouse.column, row: mouse.row) {
    case .input, .targets: stage = .batch
    case .network, .predictions: stage = .forward
    case .lossFunction, .lossScore: stage = .loss
    case .optimizer: stage = steps.stage == .backward ? .update : .backward
    case nil: return .notMine
    }
    steps.isPlaying = false
    let moves = BackpropagationMove.moves(of: picture.network).count
    let made = stage == .update ? moves : min(steps.made, moves - 1)
    return .done(go(to: NetworkViewState.Place(made: made, stage: stage), context))
  }
}
