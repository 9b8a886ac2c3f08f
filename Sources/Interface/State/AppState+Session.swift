import Learning
import Plotting
import Training

extension AppState {
  /// What a session file needs beyond the trainer's timeline; nil where no run stands yet, and on the start screen.
  var sessionDraft: Session? {
    guard !isPreviewing, snapshot?.generation == generation, let origin else { return nil }
    let speed = chosenSpeed.map { $0.stepsPerSecond ?? 0 }
    return Session(
      origin.description, training: origin.training, test: origin.test,
      view: .init(
        panel: scene.focus.name, isEnlarged: isEnlarged, theme: look.theme.name.rawValue,
        palette: look.theme.palette.rawValue, speed: speed))
  }

  /// Saves the session, under the next free name where none is given.
  mutating func saveSession(to path: String?) -> [Effect] {
    guard let draft = sessionDraft else {
      note = "there is nothing to save yet"
      return []
    }
    return [.saveSession(draft, to: path)]
  }

  /// Begins to come back to a session.
  mutating func open(_ session: Session) -> [Effect] {
    if !isPreviewing { remember() }
    page = .scene
    overlay = nil
    description = session.description
    scene = SceneCatalog.scene(for: description)
    show(session.view)
    _ = restart(playing: false)
    opening = session
    return [.assembleSession(session, generation: generation)]
  }

  /// Goes to where the session that is being opened stands, once its run is at its start.
  mutating func resume() -> [Effect] {
    guard let session = opening else { return [] }
    opening = nil
    for entry in session.changes {
      switch entry.change {
      case .setting(let key, let value): description[key] = value
      case .dataset(let points): dataset = points
      default: break
      }
    }
    return session.itinerary.map(Effect.trainer) + [.verify(session, generation: generation)]
  }

  private mutating func show(_ view: Session.View) {
    let theme = Theme.Name(rawValue: view.theme) ?? look.theme.name
    let palette = Palette.Name(rawValue: view.palette) ?? look.theme.palette
    if look.depth > .none { look.theme = look.theme.named(theme, palette: palette) }
    if let panel = scene.panels.first(where: { $0.name == view.panel }) { scene.focus = panel }
    isEnlarged = view.isEnlarged
    if let rate = view.speed { chosenSpeed = rate > 0 ? Speed(stepsPerSecond: rate) : .unlimited }
  }
}
