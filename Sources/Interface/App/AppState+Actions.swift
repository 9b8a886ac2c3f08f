import Learning
import Plotting
import Terminal
import Training

extension AppState {
  /// Does what an action asks for: the scene first, then the app.
  mutating func act(_ action: Action) -> [Effect] {
    if case .done(let requests) = scene.answer(action, context: context) { return carryOut(requests) }
    guard case .app(let action) = action else { return [] }
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
    case .reset: return reset()
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
    case .interrupt: return [.quit]
    case .suspend: return [.suspend]
    case .redraw: return [.redraw]
    }
    return []
  }

  /// The key that asks for an action here, as a text names it.
  func name(of action: AppAction) -> String { keys.name(of: action, in: place) }

  /// The key that asks for an action of the scene here, as a text names it.
  func name(of action: SceneAction) -> String { keys.name(of: action, in: place) }

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
  mutating func change(_ changes: Description.Changes, by hand: Hand = .user) -> [Effect] {
    guard changes.live.isEmpty || canChange() else { return [] }
    var effects: [Effect] = []
    for (key, live) in changes.live {
      description = live.outcome
      noteLostFuture()
      // What is known of settings is what they come to at the furthest step; the rate may have been another one here.
      let isRate = key == .learningRate && currentLearningRate.isFinite
      let old = isRate ? .number(currentLearningRate) : live.old
      effects.append(.trainer(.change(.setting(key, live.value), undo: .setting(key, old), by: hand)))
    }
    // Another view of the same run is nothing that the trainer hears of.
    description = changes.description
    return effects
  }

  /// Exchanges the examples of the run under way.
  mutating func exchange(_ points: Dataset, by hand: Hand = .user) -> [Effect] {
    let before = dataset
    dataset = points
    findings = Findings()
    return [.trainer(.change(.dataset(points), undo: before.map(Change.dataset), by: hand))] + certification()
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
    return restart(.another, keeping: points)
  }

  /// Notes the whole description, so that `u` can go back to it.
  mutating func remember() {
    // While a run is being put together, the examples are still those of the one before.
    restarts.append(.description(description, origin == nil ? nil : dataset))
    if restarts.count > 200 { restarts.removeFirst() }
  }

  /// Begins another description in the same scene; one that comes to the same needs nothing to go back to.
  private mutating func startAnew(as fresh: Description) -> [Effect] {
    let isSame = fresh.json == description.json && editedPoints == nil
    if !isSame { remember() }
    description = fresh
    return restart(isSame ? .again : .another)
  }

  /// Begins the same anew; points placed by hand go, and come back with `u`.
  private mutating func reset() -> [Effect] { startAnew(as: description) }

  /// Takes back what was done last: the branches know what was done to the run, the app which run it was before.
  private mutating func undo() -> [Effect] {
    switch phase {
    case .assembling(_, _, let successions):
      // What never stood is simply not put together.
      guard successions.last == .another, let last = restarts.popLast() else {
        _ = canChange()
        return []
      }
      phase = .assembling(description, .start(), successions.dropLast())
      return goBack(to: last, .again)
    case .standing, .returning:
      if snapshot?.lastHand == .lesson {
        note = "taken back what the lesson did: \(name(of: .lessonReturn)) brings it back"
      }
      return [.trainer(.takeBack)]
    }
  }

  /// Takes back what the branches could not: the run itself.
  mutating func takeBackRun() -> [Effect] {
    guard let last = restarts.popLast() else {
      note = "nothing to undo"
      return []
    }
    return goBack(to: last, .back)
  }

  private mutating func goBack(to last: Restart, _ succession: Succession) -> [Effect] {
    switch last {
    case .session(let session): return comeBack(to: session, succession)
    case .description(let before, let points):
      description = before
      if scene.kind != before.scene { scene = SceneCatalog.scene(for: before) }
      return restart(succession, keeping: before.learnsFromOneSet ? points : nil)
    }
  }

  private mutating func moveFocus(by distance: Int) {
    scene.moveFocus(by: distance, among: isEnlarged ? scene.panelIDs : placedPanels.map(\.id))
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
    return restart(.another, step: step)
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
    return keeping + restart(.afresh, playing: true)
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
      guard changes.restarting != nil else { return self.change(changes) }
      return startAnew(as: changes.description)
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
        effects.append(.trainer(.change(change, undo: old)))
      case .begin(let fresh):
        remember()
        description = fresh
        effects += restart(.another, playing: snapshot?.isPlaying ?? false)
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
