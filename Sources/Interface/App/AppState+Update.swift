import Learning
import Plotting
import Terminal
import Training

extension AppState {
  /// Answers a message: changes the state and says what is to be done outside.
  ///
  /// Pure: the same state and message give the same answer.
  package mutating func update(_ message: Message) -> [Effect] {
    let effects = answer(message)
    noteStanding()
    return effects
  }

  private mutating func answer(_ message: Message) -> [Effect] {
    switch message {
    case .resize(let width, let height):
      size = (width, height)
      return withPictureRequest([])
    case .key(let key):
      note = nil
      dataNotes = nil
      return withPictureRequest(withinSheet { $0.press(key) })
    case .beat:
      guard beatsPerSecond != nil else { return [] }
      return withPictureRequest(withinSheet { $0.beat() })
    case .mouse(let event):
      note = nil
      if event.kind == .press { dataNotes = nil }
      return withPictureRequest(withinSheet { $0.strayed($0.point(event)) })
    case .paste(let text):
      return paste(text)
    case .snapshot(let fresh):
      guard fresh.generation == generation else { return [] }
      return receive(fresh)
    case .waiting(let commands):
      waitingCommands = commands
      return []
    case .background(let isDark):
      look.theme = look.theme.onBackground(dark: isDark)
      return []
    case .loading(let fraction, let generation):
      if generation == self.generation { loading = Loading(fraction: fraction) }
      return []
    case .assembled(let assembled, let generation, _):
      guard generation == self.generation else { return [] }
      return receive(assembled)
    case .failed(let reason, let generation):
      guard generation == self.generation else { return [] }
      loading = nil
      note = reason
      lesson?.stopActing()
      return restorePrevious()
    case .found(let generation, let note):
      if generation == self.generation { note(&findings) }
      return []
    case .opened(let session):
      return open(session)
    case .left(let session, let other, let isPlaying):
      return show(session, as: other, playing: isPlaying)
    case .verified(let isSame, let generation):
      if generation == self.generation { arrive(isSame: isSame) }
      return []
    case .saved(let line):
      note = line
      return []
    }
  }

  /// Puts in front what the trainer must picture, where that has changed: what else it is told is pictured like that.
  mutating func withPictureRequest(_ effects: [Effect]) -> [Effect] {
    let request = scene.request(for: bodyArea, context: context)
    guard request != lastRequest else { return effects }
    lastRequest = request
    return [.trainer(.request(request))] + effects
  }

  private mutating func receive(_ fresh: Snapshot) -> [Effect] {
    let effects = fresh.refusals.flatMap { takeIn($0) } + follow(fresh)
    snapshot = fresh
    // On the way to where a session stands nothing is looked at.
    if !phase.isReturning { scene.see(context: context) }
    // What is to be pictured follows from what is shown: branches that have come back, a panel that has given way, axes
    // that what stands side by side shares.
    return effects + withPictureRequest(lessonSees() + recertification(fresh))
  }

  /// Tells the scene that time has passed.
  private mutating func beat() -> [Effect] {
    guard case .done(let requests) = scene.beat(context: context) else { return [] }
    return carryOut(requests)
  }

  // MARK: Keys

  private mutating func press(_ key: KeyPress) -> [Effect] {
    let action = keys.action(for: key, in: place)
    // Leaving at once, suspending and redrawing work everywhere.
    if case .app(let asked)? = action, AppAction.ofProcess.contains(asked) { return act(.app(asked)) }
    if overlay != nil { return strayed(pressInOverlay(key)) }
    if case .start(var start) = page {
      let answer = start.press(key, action: action)
      page = .start(start)
      return withPictureRequest(follow(answer))
    }
    if let mode = scene.mode { return press(key, action, in: mode) }
    if let effects = press(lessonKey: key) { return effects }
    return strayed(press(sceneKey: key, action))
  }

  /// Answers a key while an editor of the scene holds the keys.
  ///
  /// What the editor does not know does nothing, but for what explains the screen, and for turning a lesson's page.
  private mutating func press(_ key: KeyPress, _ action: Action?, in mode: SceneMode) -> [Effect] {
    if beginNumber(key, isBound: false) { return [] }
    if case .done(let requests) = scene.answer(key: key, context: context) { return strayed(carryOut(requests)) }
    if let action, action.explains || mode.actions.contains(action) { return strayed(act(action)) }
    if lesson != nil, let turning = keys.action(for: key, in: .lesson) { return act(turning) }
    return []
  }

  /// Begins to type a number, where the scene asks for one and the key begins it.
  private mutating func beginNumber(_ key: KeyPress, isBound: Bool) -> Bool {
    guard !isBound, let first = NumberLine.beginning(key), let prompt = scene.prompt(context: context) else {
      return false
    }
    overlay = .number(NumberLine(prompt, beginningWith: first))
    return true
  }

  /// Answers a key that the scene or the key table knows.
  mutating func press(sceneKey key: KeyPress, _ action: Action?) -> [Effect] {
    if beginNumber(key, isBound: action != nil) { return [] }
    if case .done(let requests) = scene.answer(key: key, context: context) { return carryOut(requests) }
    guard let action else { return [] }
    return act(action)
  }

  mutating func follow(_ answer: StartPage.Answer) -> [Effect] {
    switch answer {
    case .nothing: return []
    case .quit: return [.quit]
    case .help:
      overlay = .help(HelpOverlay())
      return []
    case .legend:
      overlay = .legend(LegendOverlay())
      return []
    case .back: return returnToScene()
    case .theme:
      look.theme = look.theme.next
      return []
    case .preview(let description):
      self.description = description
      scene = SceneCatalog.scene(for: description)
      return restart(.afresh, playing: true)
    case .lesson(let chosen): return resume(chosen)
    case .open(let description):
      page = .scene
      departure = nil
      leaveLesson()
      restarts = []
      self.description = description
      scene = SceneCatalog.scene(for: description)
      return restart(.afresh)
    }
  }
}
