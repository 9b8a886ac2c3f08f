import Learning
import Plotting
import Terminal
import Training

extension AppState {
  /// Does what an action asks for: the scene first, then the app.
  mutating func act(_ action: Action) -> [Effect] {
    if case .done(let requests) = scene.answer(action, context: context) { return carryOut(requests) }
    switch action {
    case .playOrPause: return playOrPause()
    case .stepForward: return [.trainer(.step(1))]
    case .stepBack: return [.trainer(.step(-1))]
    case .epochForward: return [.trainer(.epoch(1))]
    case .epochBack: return [.trainer(.epoch(-1))]
    case .goToFirst: return [.trainer(.go(0))]
    case .goToLast: return [.trainer(.go(snapshot?.head ?? 0))]
    case .faster: return change(speed: speed.faster)
    case .slower: return change(speed: speed.slower)
    case .learningRateDown: return change(learningRate: LearningRateLadder.down(from: currentLearningRate))
    case .learningRateUp: return change(learningRate: LearningRateLadder.up(from: currentLearningRate))
    case .reset: return restart(playing: false)
    case .reseed: return drawAnew(.weights)
    case .newData: return drawAnew(.data)
    case .undo: return undo()
    case .fork: return fork()
    case .nextBranch: return nextBranch()
    case .closeBranch: return closeBranch()
    case .nextPanel: moveFocus(by: 1)
    case .previousPanel: moveFocus(by: -1)
    case .enlarge: isEnlarged.toggle()
    case .pickDataset: return pick(.data)
    case .pickFeatures: return pick(.features)
    case .pickNoise: return pick(.noise)
    case .pickActivation: return pick(.activation)
    case .pickOptimizer: return pick(.optimizer)
    case .pickFunction: return pick(.function)
    case .nextTheme: look.theme = look.theme.next
    case .nextPalette:
      look.theme = look.theme.nextPalette
      note = "palette \(look.theme.palette.rawValue)"
    case .savePicture: return [savingPicture]
    case .saveSession: return saveSession(to: nil)
    case .commandLine: overlay = .command(CommandLineOverlay(scene: scene.kind))
    case .race: return race()
    case .landscape: return landscape()
    case .help: overlay = .help(HelpOverlay())
    case .legend: overlay = .legend(LegendOverlay())
    case .aboutData: showDataNotes()
    case .home: return goHome()
    case .quit: return [.quit]
    case .escape: escape()
    case .lessonNext: return nextInLesson()
    case .lessonBack: return backInLesson()
    case .lessonReturn: return returnToLesson()
    case .interrupt, .suspend, .redraw, .placePoints, .removePoint, .weightsByHand, .manyLines, .proof,
      .logarithmicAxis, .stability, .unitActivation,
      .changeView, .addUnit, .removeUnit, .addLayer, .removeLayer, .layerActivation, .toggleFeature, .probe,
      .discretize, .showTest,
      .movePoint, .nextPlane, .choosePlane,
      .zoomIn, .zoomOut, .panLeft, .panRight, .panUp, .panDown, .fitView:
      break
    }
    return []
  }

  /// The key that asks for an action here, as a text names it.
  func name(of action: Action) -> String { keys.name(of: action, in: place) }

  var currentLearningRate: Double { snapshot?.learningRate ?? description.learningRate }

  private func playOrPause() -> [Effect] {
    guard let snapshot else { return [] }
    if snapshot.destination != nil { return [.trainer(.interrupt)] }
    if snapshot.isPlaying { return [.trainer(.pause)] }
    return [.trainer(.speed(speed)), .trainer(.play)]
  }

  mutating func change(speed fresh: Speed) -> [Effect] {
    chosenSpeed = fresh
    return [.trainer(.speed(fresh))]
  }

  private mutating func change(learningRate: Double) -> [Effect] {
    guard !currentLearningRate.isNaN else {
      note = "the runs differ in the learning rate"
      return []
    }
    return set(.learningRate, to: .number(learningRate))
  }

  /// Changes settings of the run under way, in their order.
  mutating func change(_ changes: Description.Changes) -> [Effect] {
    guard changes.live.isEmpty || canChange() else { return [] }
    var effects: [Effect] = []
    for (key, live) in changes.live {
      let before = description.settings(unlike: live.outcome)
      description = live.outcome
      noteLostFuture()
      effects += make(.setting(key, live.value), Undo(settings: before, change: .setting(key, live.old)))
    }
    // Another view of the same run is nothing that the trainer hears of.
    description = changes.description
    return effects
  }

  /// Makes a change to the run under way, and notes how it is taken back: for each there is one `u`.
  mutating func make(_ change: Change, _ undo: Undo) -> [Effect] {
    var undo = undo
    undo.made = change
    undos.append(undo)
    return [.trainer(.change(change))]
  }

  /// Exchanges the examples of the run under way.
  mutating func exchange(_ points: Dataset) -> [Effect] {
    let before = dataset
    dataset = points
    findings = Findings()
    return make(.dataset(points), Undo(change: before.map(Change.dataset), dataset: before)) + certification()
  }

  /// Draws one part of the run anew, from the next seed; the others stay, points placed by hand with the data.
  private mutating func drawAnew(_ part: RandomPart) -> [Effect] {
    var fresh = description
    let seed = Int(description.seed(of: part) % 1_000_000) + 1
    if let varied = description.variation?.key, varied == .seed || varied == part.key {
      note = "the runs differ in the \(varied.rawValue)"
      return []
    }
    do { try fresh.change(part.key, to: "\(seed)") } catch {
      note = look.words(error)
      return []
    }
    guard fresh.contestants.contains(where: { $0.draws(part) }) else {
      note = SafeText(fresh.seedNotes.last ?? "")
      return []
    }
    remember()
    let points = part == .data ? nil : editedPoints
    description = fresh
    note = part == .data ? "new data: data-seed \(seed)" : "new first weights, the same data: weight-seed \(seed)"
    return restart(playing: false, keeping: points)
  }

  /// Notes the whole description, so that `u` can go back to it.
  mutating func remember() {
    // While a run is being put together, the examples are still those of the one before.
    undos.append(Undo(description: description, dataset: origin == nil ? nil : dataset))
    if undos.count > 200 { undos.removeFirst() }
  }

  private mutating func undo() -> [Effect] {
    guard let last = undos.popLast() else {
      note = "nothing to undo"
      return []
    }
    if let session = last.session { return comeBack(to: session) }
    if let before = last.description {
      description = before
      if scene.kind != before.scene { scene = SceneCatalog.scene(for: before) }
      return restart(playing: false, keeping: before.learnsFromOneSet ? last.dataset : nil)
    }
    description.putBack(last.settings)
    if case .dataset(let points)? = last.change { dataset = points }
    return [.trainer(.takeBack(last.change))] + (last.dataset == nil ? [] : certification())
  }

  private mutating func moveFocus(by distance: Int) {
    scene.moveFocus(by: distance, among: isEnlarged ? scene.panels : placedPanels.map(\.id))
  }

  private mutating func escape() {
    if isEnlarged {
      isEnlarged = false
    } else if isLessonOpen {
      hideLesson()
    } else {
      note = "\(name(of: .quit)) quits · \(name(of: .home)) goes to the start screen"
    }
  }

  /// Opens another description in its own scene, at a step.
  private mutating func open(_ other: Description, step: Int) -> [Effect] {
    remember()
    description = other
    scene = SceneCatalog.scene(for: other)
    isEnlarged = false
    return restart(playing: false, step: step)
  }

  /// Races the present description under learning rates around its own.
  private mutating func race() -> [Effect] {
    guard let race = description.racingLearningRates(around: currentLearningRate) else {
      note = "there is no learning rate to race here"
      return []
    }
    return open(race, step: 0)
  }

  /// Opens the loss landscape of the present model at this step, or from it the model alone.
  private mutating func landscape() -> [Effect] {
    guard let landscape = origin?.description.landscape else {
      note = "only perceptrons and networks have a landscape of weights"
      return []
    }
    return exchange(for: landscape)
  }

  /// Opens the start screen; Esc comes back to what is left.
  private mutating func goHome() -> [Effect] {
    var keeping: [Effect] = []
    departure = nil
    if let snapshot, snapshot.generation == generation {
      departure = shownRun
      keeping = [.trainer(.keep(ShownRun.departureNumber))]
    }
    let start = StartPage(showing: lesson?.lesson, description)
    page = .start(start)
    isEnlarged = false
    description = start.selected.description
    scene = SceneCatalog.scene(for: description)
    return keeping + restart(playing: true)
  }

  /// Goes back from the start screen to the very run that was left for it, at its step, as it was looked at.
  mutating func returnToScene() -> [Effect] {
    guard let left = departure else {
      note = "\(name(of: .quit)) quits"
      return []
    }
    departure = nil
    page = .scene
    return recall(left, number: ShownRun.departureNumber) + [.trainer(.speed(speed))]
  }

  /// Opens the picker of a setting.
  mutating func pick(_ key: Key) -> [Effect] {
    overlay = .picker(Picker(key: key, description: description))
    return []
  }

  /// Sets a setting from text, on the run under way where that is possible, with a new start elsewhere.
  mutating func set(_ key: Key, to text: String) -> [Effect] {
    set { description throws(DescriptionError) in try description.changing([(key, text)]) }
  }

  /// Gives a setting a value, in the run under way where that is possible, with a new start elsewhere.
  mutating func set(_ key: Key, to value: Setting) -> [Effect] {
    set { description throws(DescriptionError) in try description.changing(key, to: value) }
  }

  private mutating func set(
    _ change: (Description) throws(DescriptionError) -> Description.Changes
  ) -> [Effect] {
    do throws(DescriptionError) {
      let changes = try change(description)
      guard changes.restarting != nil else { return change(changes) }
      remember()
      description = changes.description
      return restart(playing: false)
    } catch {
      note = look.words(error)
      return []
    }
  }

  /// Does what a scene asked for.
  mutating func carryOut(_ requests: [SceneRequest]) -> [Effect] {
    var effects: [Effect] = []
    for request in requests {
      switch request {
      case .trainer(let command): effects.append(.trainer(command))
      case .change(let change, let old):
        guard canChange() else { continue }
        noteLostFuture()
        effects += make(change, Undo(change: old))
      case .begin(let fresh):
        remember()
        description = fresh
        effects += restart(playing: snapshot?.isPlaying ?? false)
      case .set(let key, let value): effects += set(key, to: value)
      case .view(let view): effects += set(.view, to: .word(view.rawValue))
      case .describe(let key, let value): description[key] = value
      case .pick(let key): effects += pick(key)
      case .replaceDataset(let points):
        guard canChange() else { continue }
        noteLostFuture()
        effects += exchange(points)
      case .open(let description, let step): effects += open(description, step: step)
      case .certify: effects += certification()
      case .trainOthers(let count): effects += trainingOthers(count: count)
      case .note(let text): note = text
      case .action(let action): effects += act(action)
      }
    }
    return effects
  }
}
