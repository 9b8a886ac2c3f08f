import Learning
import Plotting
import Training

/// The training loop as boxes and arrows with the numbers of one step of the run in them.
struct TrainingLoopDrawing {
  let loop: TrainingLoop
  let scene: NetworkScene
  let context: SceneContext
  let layout: TrainingLoopLayout
  /// The stage that is reached; nil while the run plays, when every number is there.
  let stage: TrainingLoop.Stage?
  private let rect: Rect

  /// A drawing in a rectangle.
  init(_ loop: TrainingLoop, scene: NetworkScene, in rect: Rect, context: SceneContext) {
    self.loop = loop
    self.scene = scene
    self.context = context
    self.rect = rect
    layout = TrainingLoopLayout(in: rect)
    stage = scene.stage(loop.picture, context)
  }

  var look: Look { context.look }
  var theme: Theme { context.look.theme }
  var math: MathText { MathText(glyphs: context.look.glyphs) }
  var picture: NetworkPicture { loop.picture }
  var names: BackpropagationNames { BackpropagationNames(network: picture.network, math: math) }

  /// Whether a stage's numbers are there.
  func isReached(_ wanted: TrainingLoop.Stage) -> Bool { stage.map { $0.rawValue >= wanted.rawValue } ?? true }

  /// Draws boxes, arrows and numbers.
  func draw(frame: inout Frame) {
    for part in TrainingLoopLayout.Part.allCases {
      guard let box = layout.boxes[part] else { continue }
      let isActive = activeParts.contains(part)
      let inside = Panel(title(part), isFocused: isActive, style: look.plotStyle).draw(in: box, on: &frame)
      let margin = inside.width > 12 ? 1 : 0
      frame.clipped(to: inside) { draw(part, in: inside.inset(left: margin, right: margin), frame: &$0) }
    }
    for arrow in layout.arrows { draw(arrow, frame: &frame) }
    if let up = layout.arrows.last, let cell = up.cells.first {
      let isActive = stage == .update
      look.put(
        "new weights", x: cell.x + 2, y: cell.y, in: rect, style: isActive ? theme.heading : theme.muted, frame: &frame)
    }
  }

  /// The longest name of a box that its edge has room for.
  private func title(_ part: TrainingLoopLayout.Part) -> SafeText {
    let names: [String] =
      switch part {
      case .input: ["input", "x"]
      case .network: ["network", "net"]
      case .predictions: ["predictions", "output", "z"]
      case .targets: ["targets", "y"]
      case .lossFunction: ["loss function", "loss"]
      case .lossScore: ["loss score", "loss"]
      case .optimizer: ["update weights", "update"]
      }
    let room = (layout.boxes[part]?.width ?? 0) - 6
    return SafeText(names.first { $0.count <= room } ?? names[names.count - 1])
  }

  private var activeParts: Set<TrainingLoopLayout.Part> {
    switch stage {
    case .batch: [.input, .targets]
    case .forward: [.network, .predictions]
    case .loss: [.lossFunction, .lossScore]
    case .backward: [.optimizer]
    case .update: [.optimizer, .network]
    case nil: []
    }
  }

  // MARK: Arrows

  private func isActive(_ arrow: TrainingLoopLayout.Arrow) -> Bool {
    switch stage {
    case .forward: arrow.from == .input || arrow.from == .network
    case .loss: arrow.to == .lossFunction || arrow.to == .lossScore
    case .backward: arrow.from == .lossScore
    case .update: arrow.from == .optimizer
    case .batch, nil: false
    }
  }

  private func draw(_ arrow: TrainingLoopLayout.Arrow, frame: inout Frame) {
    let isActive = isActive(arrow)
    let style = isActive ? theme.accent : theme.border
    let lines = look.glyphs.box(isFocused: isActive)
    for (index, cell) in arrow.cells.enumerated() {
      let isHead = index == arrow.cells.count - 1
      let line = arrow.isVertical ? lines.vertical : lines.horizontal
      frame[cell.x, cell.y] = Cell(
        isHead ? look.glyphs.arrow(x: arrow.direction.x, y: arrow.direction.y) : line, style: style)
    }
    // What is on its way.
    if isActive, arrow.cells.count > 1 {
      let middle = arrow.cells[(arrow.cells.count - 1) / 2]
      frame[middle.x, middle.y] = Cell(look.glyphs.mark(of: 0), style: theme.accent)
    }
  }
}
