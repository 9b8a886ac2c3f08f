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
    return restart(playing: false)
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
    switch action.kind {
    case .step(let count): return [.trainer(.step(count))]
    case .epoch(let count): return [.trainer(.epoch(count))]
    case .go(let step?): return [.trainer(.reach(step))]
    case .go(nil): return [.trainer(.go(.max))]
    case .train(let count): return [.trainer(.step(count))]
    case .play(let speed):
      chosenSpeed = speed
      return [.trainer(.speed(speed)), .trainer(.play)]
    case .set(let assignments): return set(assignments)
    case .weights(let numbers):
      guard let picture = snapshot?.picture, let changes = Change.weights(numbers, on: picture) else {
        note = "the lesson sets a weight that is not there"
        return []
      }
      return changes.flatMap { make($0, Undo()) }
    case .place(let points):
      guard let dataset else { return [] }
      return exchange(dataset.adding(points))
    case .remove(let index):
      guard let dataset, index < dataset.count else { return [] }
      return exchange(dataset.removing(at: index))
    case .view(let name): return view(name)
    case .key(let name):
      // A lesson speaks of the keys everybody starts with, whatever stands on them here.
      guard let key = KeyPress(name: name) else { return [] }
      return press(sceneKey: key, KeyTable().action(for: key, in: place))
    case .open(let other): return begin(other)
    case .race(let variation): return description.raced(varying: variation).map { begin($0) } ?? []
    case .fork(let assignments):
      let effects = fork(changing: assignments.map { ($0.key, $0.text) })
      // The page says what it does; the steps made just before are not on the screen yet.
      if !effects.isEmpty { note = nil }
      return effects
    }
  }

  /// Gives settings values: on the run under way where it takes all of them, else with a new start.
  private mutating func set(_ assignments: [LessonAction.Assignment]) -> [Effect] {
    let changes: Description.Changes
    do { changes = try description.changing(assignments.map { ($0.key, $0.text) }) } catch {
      note = look.words(error)
      return []
    }
    guard changes.restarting != nil else {
      // The page says what it does.
      let said = note
      defer { note = said }
      return change(changes)
    }
    description = changes.description
    lesson?.isWaitingForRun = true
    return restart(playing: false)
  }

  /// Shows a panel, all panels, the focused one alone, or another view of the scene.
  private mutating func view(_ name: String) -> [Effect] {
    if let panel = scene.panels.first(where: { $0.name == name }) {
      scene.focus = panel
    } else if name == "enlarged" || name == "panels" {
      isEnlarged = name == "enlarged"
    } else {
      do {
        try description.set(.view, to: name)
        // As by the key: what dominates the view has the focus.
        scene.focus = scene.panels[0]
      } catch { note = look.words(error) }
    }
    return []
  }
}

extension Effect {
  /// Whether it takes the run to another step.
  fileprivate var isStep: Bool {
    switch self {
    case .trainer(.step), .trainer(.epoch), .trainer(.go), .trainer(.reach): true
    default: false
    }
  }
}
