import Learning
import Plotting
import Training

extension AppState {
  /// What a session file needs beyond the trainer's timeline; nil where no run stands yet, and on the start screen.
  var sessionDraft: Session? {
    guard !isPreviewing, snapshot?.generation == generation, let origin else { return nil }
    let speed = chosenSpeed.map { $0.stepsPerSecond ?? 0 }
    var view = Session.View(
      panel: scene.focusedPanel.name, isEnlarged: isEnlarged, theme: look.theme.name.rawValue,
      palette: look.theme.palette.rawValue, speed: speed)
    view.settings = description.explicit.filter { $0.key == .view || $0.key.isOfPlane }
    view.marks = ViewBook.marks(of: scene)
    return Session(origin.description, training: origin.training, test: origin.test, view: view)
  }

  /// Saves the session, under the next free name where none is given.
  mutating func saveSession(to path: String?) -> [Effect] {
    guard let draft = sessionDraft else {
      note = "there is nothing to save yet"
      return []
    }
    let look = look
    return [
      .work(
        Work(on: .file(path)) { branches in
          branches().map { .saved(SessionFile.save(draft.standing(at: $0), to: path, look: look)) }
        })
    ]
  }

  /// The picture as it is drawn, into files.
  var savingPicture: Effect {
    let (frame, plain, name, look) = (draw(), plainPicture, description.scene.rawValue, look)
    return .work(Work(on: .file(nil)) { _ in .saved(PictureFile.save(frame, plain: plain, named: name, look: look)) })
  }

  /// Reads a session's file.
  func reading(_ path: String) -> Effect {
    let words = look.words
    return .work(
      Work(on: .file(path)) { _ in
        do throws(SessionError) { return .opened(try Session(reading: path)) } catch { return .saved(words(error)) }
      })
  }

  /// Compares where the trainer stands with what was saved.
  private func verification(of session: Session) -> Effect {
    let generation = generation
    return .work(
      Work { branches in
        branches().map { .verified($0.current.timeline.stands(as: session), generation: generation) }
      })
  }

  /// Begins to come back to a session.
  mutating func open(_ session: Session) -> [Effect] {
    let succession: Succession = isPreviewing ? .afresh : .another
    if !isPreviewing { remember() }
    page = .scene
    departure = nil
    return comeBack(to: session, succession)
  }

  /// Goes to where the session that is being opened stands, once its run is at its start.
  mutating func resume(_ session: Session, from origin: RunOrigin, playsOn: Bool) -> [Effect] {
    session.applyChanges(to: &description, &dataset)
    show(session.view)
    if !session.fingerprint.isEmpty { phase = .returning(origin, to: session) }
    let pace: [Effect] = session.view.speed == nil ? [] : [.trainer(.speed(speed))]
    let travel = pace + session.itinerary.map(Effect.trainer)
    let ahead: [Effect] = playsOn ? [.trainer(.speed(speed)), .trainer(.play)] : []
    // A run that was only shown in another scene was never saved.
    return travel + (session.fingerprint.isEmpty ? ahead : [verification(of: session)])
  }

  // MARK: The same run in another scene

  /// Shows the present run in another scene, with all that was changed by hand, at the same step.
  mutating func exchange(for other: Description) -> [Effect] {
    guard let snapshot, let draft = sessionDraft else { return [] }
    let isPlaying = snapshot.isPlaying
    return [
      .trainer(.pause),
      .work(
        Work { branches in
          branches().map { .left(draft.standing(at: $0.current.timeline), for: other, playing: isPlaying) }
        }),
    ]
  }

  /// Carries out in another scene what led to where a session stands; `u` comes back to the session.
  mutating func show(_ session: Session, as other: Description, playing: Bool) -> [Effect] {
    var left = session
    // Colors and speed stay as they are then.
    (left.view.theme, left.view.palette, left.view.speed) = ("", "", nil)
    restarts.append(.session(left))
    var moved = session
    moved.description = other
    moved.view = .init()
    moved.fingerprint = ""
    // What is only about a plane means nothing to the model alone.
    if other.scene != .landscape {
      moved.changes.removeAll { entry in
        if case .setting(let key, _) = entry.change { key.isOfPlane } else { false }
      }
    }
    return comeBack(to: moved, .another, playing: playing)
  }

  /// Builds the run of a session and goes to where it stands.
  mutating func comeBack(to session: Session, _ succession: Succession, playing: Bool = false) -> [Effect] {
    description = session.description
    scene = SceneCatalog.scene(for: description)
    overlay = nil
    countRun()
    assemble(.session(session, playsOn: playing), succession)
    return [.assembleSession(session, generation: generation)]
  }

  /// Stands where the session was saved, and says whether with the same numbers.
  mutating func arrive(isSame: Bool) {
    note = isSame ? "opened: the very numbers that were saved" : "the numbers are not those that were saved"
    guard case .returning(let origin, let session) = phase else { return }
    phase = .standing(origin)
    guard !isSame else { return }
    // Whoever came elsewhere looks at what is there, and has the settings that were taken.
    var expected: [Key: Setting] = [:]
    for case .setting(let key, let value) in session.changes.map(\.change) { expected[key] = value }
    takeOver(snapshot?.branch?.settings ?? [:], after: expected)
    scene.see(context: context)
  }

  /// Looks at a run as it was looked at.
  private mutating func show(_ view: Session.View) {
    let theme = Theme.Name(rawValue: view.theme) ?? look.theme.name
    let palette = Palette.Name(rawValue: view.palette) ?? look.theme.palette
    if look.depth > .none { look.theme = look.theme.named(theme, palette: palette) }
    for (key, setting) in view.settings { description[key] = setting }
    if let panel = scene.panelIDs.first(where: { $0.name == view.panel }) { scene.focusedPanel = panel }
    ViewBook.restore(&scene, from: view.marks)
    isEnlarged = view.isEnlarged
    if let rate = view.speed { chosenSpeed = rate > 0 ? Speed(stepsPerSecond: rate) : .unlimited }
  }
}
