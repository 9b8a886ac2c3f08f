import Learning
import Plotting
import Terminal
import Training

extension AppState {
  /// Answers a message: changes the state and says what is to be done outside.
  ///
  /// Pure: the same state and message give the same answer.
  public mutating func update(_ message: Message) -> [Effect] {
    let effects = answer(message)
    noteStanding()
    return effects
  }

  private mutating func answer(_ message: Message) -> [Effect] {
    switch message {
    case .resize(let width, let height):
      size = (width, height)
      return look(effects: [])
    case .key(let key):
      note = nil
      dataNotes = nil
      return look(effects: withinSheet { $0.press(key) })
    case .beat:
      guard beatsPerSecond != nil else { return [] }
      return look(effects: withinSheet { $0.beat() })
    case .mouse(let event):
      note = nil
      if event.kind == .press { dataNotes = nil }
      return look(effects: withinSheet { $0.strayed($0.point(event)) })
    case .paste(let text):
      return paste(text)
    case .snapshot(let fresh):
      guard fresh.generation == generation else { return [] }
      return receive(fresh)
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
    case .certified(let certificate, let generation):
      if generation == self.generation { findings.certificate = certificate }
      return []
    case .otherLines(let lines, let generation):
      if generation == self.generation { findings.otherLines = lines }
      return []
    case .opened(let session):
      return open(session)
    case .left(let session, let other, let isPlaying):
      return show(session, as: other, playing: isPlaying)
    case .verified(let isSame, let generation):
      if generation == self.generation {
        note = isSame ? "opened: the very numbers that were saved" : "the numbers are not those that were saved"
      }
      return []
    case .saved(let line):
      note = line
      return []
    }
  }

  /// Puts in front what the trainer must picture, where that has changed: what else it is told is pictured like that.
  private mutating func look(effects: [Effect]) -> [Effect] {
    let request = scene.request(for: bodyArea, context: context)
    guard request != lastRequest else { return effects }
    lastRequest = request
    return [.trainer(.look(request))] + effects
  }

  private mutating func receive(_ fresh: Snapshot) -> [Effect] {
    let effects = fresh.refusals.flatMap { takeIn($0) } + follow(fresh)
    snapshot = fresh
    scene.see(context: context)
    // What is to be pictured follows from what is shown: branches that have come back, a panel that has given way, axes
    // that what stands side by side shares.
    return effects + look(effects: lessonSees() + recertification(fresh))
  }

  private mutating func receive(_ assembled: AssembledRun) -> [Effect] {
    loading = nil
    if isPreviewing { standing = nil }
    dataset = assembled.dataset
    origin = Origin(description: asked, training: assembled.dataset, test: assembled.test)
    description = assembled.description
    findings = Findings()
    announce(assembled.notes)
    lastRequest = nil
    let goal = stepToGoTo
    stepToGoTo = 0
    let travel: [Effect] = (goal > 0 ? [.trainer(.step(goal))] : []) + resume()
    return look(effects: putBackPoints() + travel + (isPreviewing ? [] : certification()))
  }

  /// The examples, where they are not those that the description led to.
  var editedPoints: Dataset? {
    guard let origin else { return pointsToKeep }
    return dataset == origin.training ? nil : dataset
  }

  /// Exchanges the examples that were just loaded for those that are kept.
  private mutating func putBackPoints() -> [Effect] {
    defer { pointsToKeep = nil }
    guard let points = pointsToKeep, points != dataset else { return [] }
    dataset = points
    return [.trainer(.change(.dataset(points)))]
  }

  /// Says what was guessed about the data, in the picture; what was merely asked for, in the last row.
  private mutating func announce(_ notes: [DataNote]) {
    dataNotes = isPreviewing || isLessonOpen ? nil : DataNotesPanel(notes)
    if dataNotes == nil, !isPreviewing, let first = notes.first { note = SafeText(first.text) }
  }

  /// Asks anew where going back in time has passed the placing of a point: the proof is then about other examples.
  private mutating func recertification(_ fresh: Snapshot) -> [Effect] {
    guard let examples = (fresh.picture as? PerceptronPicture)?.dataset, let asked = findings.questioned,
      asked != examples
    else { return [] }
    return certification(of: examples)
  }

  /// Asks whether a boundary separates the data, where the scene wants to know.
  mutating func certification() -> [Effect] {
    dataset.map { certification(of: $0) } ?? []
  }

  private mutating func certification(of dataset: Dataset) -> [Effect] {
    guard scene.kind == .perceptron, dataset.classCount == 2 else { return [] }
    findings.questioned = dataset
    return [.certify(dataset, features: description.features, generation: generation)]
  }

  /// Begins the present description anew.
  ///
  /// - Parameter points: Examples that take the place of the ones it leads to, as they were placed by hand.
  mutating func restart(playing: Bool, keeping points: Dataset? = nil) -> [Effect] {
    runsAsked += 1
    generation = runsAsked
    pointsToKeep = points
    asked = description
    origin = nil
    opening = nil
    return [.assemble(description, generation: generation, playing: playing)]
  }

  /// Notes what stands, for the case that what is asked for next can't be.
  private mutating func noteStanding() {
    guard let origin, !isPreviewing else { return }
    standing = Standing(
      generation: generation, description: description, asked: asked, origin: origin, dataset: dataset,
      findings: findings, scene: scene, undoCount: undos.count)
  }

  /// Goes back to what stood before a start that failed: its run was never touched and goes on where it was.
  private mutating func restorePrevious() -> [Effect] {
    opening = nil
    pointsToKeep = nil
    stepToGoTo = 0
    guard let standing, !isPreviewing else { return [] }
    generation = standing.generation
    description = standing.description
    asked = standing.asked
    origin = standing.origin
    dataset = standing.dataset
    findings = standing.findings
    scene = standing.scene
    undos = Array(undos.prefix(standing.undoCount))
    lastRequest = nil
    return look(effects: [])
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
    switch action {
    case .interrupt: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    default: break
    }
    if overlay != nil { return strayed(pressInOverlay(key)) }
    if case .start(var start) = page {
      let answer = start.press(key, action: action)
      page = .start(start)
      return look(effects: follow(answer))
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
      return restart(playing: true)
    case .lesson(let chosen): return resume(chosen)
    case .open(let description):
      page = .scene
      departure = nil
      leaveLesson()
      undos = []
      self.description = description
      scene = SceneCatalog.scene(for: description)
      return restart(playing: false)
    }
  }

  private mutating func paste(_ text: String) -> [Effect] {
    // A paste runs no command and presses no key: it only fills a line that is being typed.
    switch overlay {
    case .command(var line):
      line.insert(text)
      overlay = .command(line)
    case .picker(var picker):
      picker.search(appending: text)
      overlay = .picker(picker)
    case .help(var help):
      help.search(appending: text)
      overlay = .help(help)
    case .number(var line):
      line.insert(text)
      overlay = .number(line)
    case .legend(var legend):
      legend.search(appending: text)
      overlay = .legend(legend)
    case nil:
      guard !isPreviewing, let prompt = scene.prompt(context: context) else { break }
      let line = NumberLine(prompt, beginningWith: text)
      if !line.text.isEmpty { overlay = .number(line) }
    }
    return []
  }

  mutating func pressInOverlay(_ key: KeyPress) -> [Effect] {
    switch overlay {
    case .help(var help):
      let most = help.mostScroll(in: overlayArea, bindings: helpBindings, keys: keys)
      overlay = help.press(key, most: most) ? .help(help) : nil
      return []
    case .picker(var picker):
      switch picker.press(key) {
      case .stay: overlay = .picker(picker)
      case .cancel: overlay = nil
      case .chose(let value):
        overlay = nil
        return set(picker.key, to: value)
      }
      return []
    case .command(var line):
      switch line.press(key) {
      case .stay: overlay = .command(line)
      case .cancel: overlay = nil
      case .entered(let text):
        overlay = nil
        return run(command: text)
      }
      return []
    case .legend(var legend):
      var below = self
      below.overlay = nil
      let most = legend.mostScroll(self.legend, over: overlayArea, look: look, frame: below.draw())
      overlay = legend.press(key, most: most) ? .legend(legend) : nil
      return []
    case .number(var line):
      switch line.press(key) {
      case .stay: overlay = .number(line)
      case .cancel: overlay = nil
      case .entered(let numbers):
        overlay = nil
        if case .done(let requests) = scene.answer(numbers: numbers, context: context) { return carryOut(requests) }
      }
      return []
    case nil:
      return []
    }
  }
}
