import Learning
import Plotting
import Training

/// From one run to the next: what is asked for, what comes of it, and what stands meanwhile.
extension AppState {
  /// Begins the present description anew.
  ///
  /// - Parameter points: Examples that take the place of the ones it leads to, as they were placed by hand.
  mutating func restart(playing: Bool, keeping points: Dataset? = nil) -> [Effect] {
    countRun()
    pointsToKeep = points
    stepToGoTo = 0
    asked = description
    origin = nil
    opening = nil
    returning = nil
    return [.assemble(description, generation: generation, playing: playing)]
  }

  /// Gives the run that comes a number of its own: whatever is still said of others is stale.
  mutating func countRun() {
    runsAsked += 1
    generation = runsAsked
  }

  /// Shows the run that was asked for, now that it stands.
  mutating func receive(_ assembled: AssembledRun) -> [Effect] {
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
    return withPictureRequest(putBackPoints() + travel + (isPreviewing ? [] : certification()))
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
    guard origin != nil, !isPreviewing else { return }
    standing = Standing(generation: generation, asked: asked, shown: shownRun, undos: undos)
  }

  /// Goes back to what stood before a start that failed: its run was never touched and goes on where it was.
  mutating func restorePrevious() -> [Effect] {
    opening = nil
    pointsToKeep = nil
    stepToGoTo = 0
    guard let standing, !isPreviewing else { return [] }
    generation = standing.generation
    asked = standing.asked
    shownRun = standing.shown
    undos = standing.undos
    return withPictureRequest([])
  }
}
