import Learning
import Plotting
import Training

/// From one run to the next: what is asked for, what comes of it, and what stands meanwhile.
extension AppState {
  /// Begins the present description anew.
  ///
  /// - Parameters:
  ///   - succession: What it is to the run whose place it takes.
  ///   - playing: Whether it plays at once.
  ///   - step: The step to go to once it stands.
  ///   - points: Examples that take the place of the ones it leads to, as they were placed by hand.
  mutating func restart(
    _ succession: Succession, playing: Bool = false, step: Int = 0, keeping points: Dataset? = nil
  ) -> [Effect] {
    countRun()
    assemble(.start(step: step, points: points), succession)
    return [.assemble(description, generation: generation, playing: playing)]
  }

  /// Notes what is put together, and what became of the runs that were asked for and never stood.
  mutating func assemble(_ plan: RunPlan, _ succession: Succession) {
    var successions: [Succession] = []
    if succession != .afresh, case .assembling(_, _, let before) = phase { successions = before }
    phase = .assembling(description, plan, successions + [succession])
  }

  /// Gives the run that comes a number of its own: whatever is still said of others is stale.
  mutating func countRun() {
    runsAsked += 1
    generation = runsAsked
  }

  /// Shows the run that was asked for, now that it stands.
  mutating func receive(_ assembled: AssembledRun) -> [Effect] {
    loading = nil
    guard case .assembling(let asked, let plan, let successions) = phase else { return [] }
    if isPreviewing { standing = nil }
    dataset = assembled.dataset
    let origin = RunOrigin(description: asked, training: assembled.dataset, test: assembled.test)
    phase = .standing(origin)
    description = assembled.description
    findings = Findings()
    announce(assembled.notes)
    lastRequest = nil
    let travel: [Effect] =
      switch plan {
      case .start(let step, let points): putBack(points) + (step > 0 ? [.trainer(.step(step))] : [])
      case .session(let session, let playsOn): resume(session, from: origin, playsOn: playsOn)
      }
    let succession = successions.map { Effect.trainer(.succeed($0)) }
    return withPictureRequest(succession + travel + (isPreviewing ? [] : certification()))
  }

  /// The examples, where they are not those that the description led to.
  var editedPoints: Dataset? {
    switch phase {
    case .assembling(_, .start(_, let points), _): points
    case .assembling(_, .session, _): nil
    case .standing(let origin), .returning(let origin, _): dataset == origin.training ? nil : dataset
    }
  }

  /// Exchanges the examples that were just loaded for those that are kept.
  private mutating func putBack(_ points: Dataset?) -> [Effect] {
    guard let points, points != dataset else { return [] }
    dataset = points
    return [.trainer(.amend(.dataset(points)))]
  }

  /// Says what was guessed about the data, in the picture; what was merely asked for, in the last row.
  private mutating func announce(_ notes: [DataNote]) {
    let panel = isPreviewing ? nil : DataNotesPanel(notes)
    // Who begins anew has read it.
    let isNews = panel != knownDataNotes
    knownDataNotes = panel
    dataNotes = isNews && !isLessonOpen ? panel : nil
    if dataNotes == nil, isNews || panel == nil, !isPreviewing, let first = notes.first { note = SafeText(first.text) }
  }

  /// Shows again what was left out and guessed.
  mutating func showDataNotes() {
    dataNotes = knownDataNotes
    if knownDataNotes == nil { note = "nothing was left out of the data, and nothing guessed about them" }
  }

  /// Whether a run stands that takes changes by hand; says so where one is still being put together.
  ///
  /// What were changed is the run before, which nobody will see again, and what is shown would be neither.
  mutating func canChange() -> Bool {
    if origin != nil { return true }
    note = "one moment: the run is being put together"
    return false
  }

  /// Notes what stands, for the case that what is asked for next can't be.
  ///
  /// All of it is shared with the state until one of them changes.
  mutating func noteStanding() {
    guard let shownRun, !isPreviewing else { return }
    standing = Standing(generation: generation, shown: shownRun, restarts: restarts)
  }

  /// Goes back to what stood before a start that failed: its run was never touched and goes on where it was.
  mutating func restorePrevious() -> [Effect] {
    guard let standing, !isPreviewing else { return [] }
    generation = standing.generation
    show(standing.shown)
    restarts = standing.restarts
    return withPictureRequest([])
  }
}
