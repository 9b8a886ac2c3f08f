import Learning
import Lessons
import Plotting
import Terminal
import Training

extension AppState {
  /// Begins a run in its own scene; what the lesson has still to do waits for it.
  mutating func begin(_ other: Description) -> [Effect] {
    description = other
    scene = SceneCatalog.scene(for: other)
    isEnlarged = false
    lesson?.isWaitingForRun = true
    restarts = []
    return restart(.afresh)
  }

  /// Does what is still to be done on the page, until a run has to be put together; then keeps the page.
  mutating func continueLesson() -> [Effect] {
    var effects: [Effect] = []
    while lesson?.isWaitingForRun == false, let action = lesson?.pending.first {
      // A key is pressed on what the actions before it have led to.
      if case .key = action.kind, effects.contains(where: \.isStep) {
        lesson?.isWaitingForRun = true
        return effects
      }
      lesson?.pending.removeFirst()
      // What plays goes on from a page that is kept already.
      if case .play = action.kind, lesson?.pending.isEmpty == true { effects += keepPage() }
      effects += perform(action)
    }
    guard lesson?.isWaitingForRun == false else { return effects }
    if case .play? = lesson?.step?.actions.last?.kind { return effects }
    return effects + keepPage()
  }

  private mutating func perform(_ action: LessonAction) -> [Effect] {
    var hand = LessonHand(self)
    do { try hand.perform(action) } catch {
      note = look.words(error)
      return []
    }
    self = hand.app
    return hand.effects
  }

  /// Shows a panel, all panels, the focused one alone, or another view of the scene.
  mutating func view(_ name: String) {
    if let panel = scene.panelIDs.first(where: { $0.name == name }) {
      scene.focusedPanel = panel
    } else if name == "enlarged" || name == "panels" {
      isEnlarged = name == "enlarged"
    } else {
      do {
        try description.set(.view, to: name)
        // As by the key: what dominates the view has the focus.
        scene.focusedPanel = scene.panelIDs[0]
      } catch { note = look.words(error) }
    }
  }
}

extension Effect {
  /// Whether it takes the run to another step.
  fileprivate var isStep: Bool {
    switch self {
    case .trainer(.step), .trainer(.epoch), .trainer(.go), .trainer(.reach): true
    case .trainer, .assemble, .assembleSession, .work, .redraw, .suspend, .quit: false
    }
  }
}
