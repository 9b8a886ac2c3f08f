import Learning
import Plotting
import Terminal
import Training

extension NetworkScene {
  /// Where the panels of backpropagation lie: the network across the whole width, what is written out below it.
  func backpropagationLayout(in area: Rect) -> [Placed] {
    guard area.width >= 60, area.height >= 14 else { return [Placed(id: focus ?? .picture, rect: area)] }
    let (picture, below) = area.splitTop(area.height - min(16, max(6, area.height * 3 / 10)))
    var placed = [Placed(id: .picture, rect: picture)]
    guard area.width >= 100 else {
      let side = focus.flatMap { $0 == .picture ? nil : $0 } ?? .arithmetic
      return placed + [Placed(id: side, rect: below)]
    }
    let examplesWidth = area.width >= 150 ? 38 : 0
    let movesWidth = area.width >= 150 ? 34 : 30
    let last: PanelName = focus == .settings ? .settings : .examples
    let (arithmetic, lists) = below.splitLeft(below.width - movesWidth - examplesWidth)
    let (moves, examples) = lists.splitLeft(movesWidth)
    placed.append(Placed(id: .arithmetic, rect: arithmetic))
    if examplesWidth > 0 {
      placed += [Placed(id: .moves, rect: moves), Placed(id: last, rect: examples)]
    } else {
      let side: PanelName = focus == .examples ? .examples : focus == .settings ? .settings : .moves
      placed.append(Placed(id: side, rect: moves))
    }
    return placed
  }

  /// A panel that backpropagation draws.
  enum BackpropagationPanel {
    case picture, arithmetic, moves, examples

    var name: PanelName {
      switch self {
      case .picture: .picture
      case .arithmetic: .arithmetic
      case .moves: .moves
      case .examples: .examples
      }
    }

    var title: SafeText {
      switch self {
      case .picture: "backpropagation"
      case .arithmetic: "this move"
      case .moves: "both passes"
      case .examples: "examples"
      }
    }
  }

  /// Draws a panel of backpropagation; nothing in another view.
  func drawBackpropagation(
    _ panel: BackpropagationPanel, _ picture: NetworkPicture, in rect: Rect, context: SceneContext, frame: inout Frame
  ) {
    guard view(context) == .backpropagation else { return }
    let title = panel.title
    let style = context.look.plotStyle
    func box(_ title: SafeText, _ remark: SafeText = "", margin: Int = 0, _ frame: inout Frame) -> Rect {
      Panel(title, remark: remark, isFocused: focus == panel.name, style: style).draw(in: rect, on: &frame)
        .inset(left: margin, right: margin)
    }
    guard let passes = passes(picture, context) else {
      let inside = box(title, margin: 1, &frame)
      let words: SafeText =
        picture.dataset.count == 0
        ? "no example to follow" : "too many weights to follow by hand: --hidden 3 has few enough"
      drawMuted(words, context, in: inside, frame: &frame)
      return
    }
    let text = BackpropagationText(passes, context: context)
    switch panel {
    case .picture:
      let inside = box(title, "\(text.phase.description)\(pace)", &frame).inset(left: 1, right: 1)
      frame.clipped(to: inside) {
        BackpropagationDrawing(passes, selection: selection, in: inside, look: context.look).draw(frame: &$0)
      }
    case .arithmetic:
      let inside = box(title, margin: 1, &frame)
      text.move(width: inside.width, height: inside.height).draw(in: inside, look: context.look, frame: &frame)
    case .moves:
      let inside = box(title, margin: 1, &frame)
      text.list(width: inside.width, height: inside.height).draw(in: inside, look: context.look, frame: &frame)
      ScrollMark(from: text.firstMove(height: inside.height), seen: inside.height, of: passes.moves.count)
        .draw(alongside: inside, look: context.look, frame: &frame)
    case .examples:
      let inside = box(title, "n next", margin: 1, &frame)
      text.examples(height: inside.height).draw(in: inside, look: context.look, frame: &frame)
      ScrollMark(from: text.firstExample(height: inside.height), seen: inside.height, of: picture.dataset.count)
        .draw(alongside: inside, look: context.look, frame: &frame)
    }
  }

  private func drawMuted(_ words: SafeText, _ context: SceneContext, in rect: Rect, frame: inout Frame) {
    Paragraph(words, width: rect.width).lines.map { StyledLine($0, context.look.theme.muted) }
      .draw(in: rect, look: context.look, frame: &frame)
  }

  // MARK: Keys and mouse

  /// Answers a key in backpropagation: other examples, whole parts of the passes.
  mutating func answerBackpropagation(
    key: KeyPress, _ picture: NetworkPicture, _ context: SceneContext
  ) -> SceneAnswer {
    guard let passes = passes(picture, context) else { return .notMine }
    var requests: [SceneRequest] = []
    switch (key, focus) {
    case (.character("n"), _): steps.example = passes.followingExample
    case (.down, .examples), (.character("j"), .examples): follow(passes.example + 1, passes)
    case (.up, .examples), (.character("k"), .examples): follow(passes.example - 1, passes)
    case (.down, .picture), (.down, .arithmetic), (.down, .moves):
      requests = go(toMoves: passes.endOfPhase, passes, context)
    case (.up, .picture), (.up, .arithmetic), (.up, .moves):
      requests = go(toMoves: passes.beginOfPhase, passes, context)
    default: return .notMine
    }
    steps.isPlaying = false
    return .done(requests)
  }

  /// Goes to where so many moves are made.
  private mutating func go(toMoves made: Int, _ passes: Backpropagation, _ context: SceneContext) -> [SceneRequest] {
    go(to: Self.place(afterMoves: made, of: passes.moves.count, stage: steps.place.stage), context)
  }

  /// Follows an example; the run's own one is followed from step to step.
  private mutating func follow(_ index: Int, _ passes: Backpropagation) {
    let count = passes.picture.dataset.count
    guard count > 0 else { return }
    let wanted = (index % count + count) % count
    steps.example = wanted == passes.step?.examples.first ? nil : wanted
  }

  /// A click on a unit goes to where its numbers of the present pass are there, a click on an example follows it.
  mutating func clickBackpropagation(
    _ mouse: MouseEvent, in panel: Placed, _ picture: NetworkPicture, _ context: SceneContext
  ) -> SceneAnswer {
    guard let passes = passes(picture, context) else { return .notMine }
    let inside = Panel.interior(of: panel.rect)
    switch (panel.id, mouse.kind) {
    case (.picture, .press):
      let drawing = BackpropagationDrawing(
        passes, selection: selection, in: inside.inset(left: 1, right: 1), look: context.look)
      guard let unit = drawing.layout.unit(atColumn: mouse.column, row: mouse.row) else { return .done([]) }
      selection = .unit(layer: unit.layer, unit: unit.unit)
      if passes.present != .update, let made = passes.moves(toFinish: unit.layer, unit.unit) {
        return .done(go(toMoves: made, passes, context))
      }
    case (.examples, .press):
      let text = BackpropagationText(passes, context: context)
      let index = text.firstExample(height: inside.height) + mouse.row - inside.y
      if inside.contains(mouse.column, mouse.row), index < picture.dataset.count { follow(index, passes) }
    case (.examples, .wheelDown): follow(passes.example + 1, passes)
    case (.examples, .wheelUp): follow(passes.example - 1, passes)
    default: return .notMine
    }
    return .done([])
  }
}
