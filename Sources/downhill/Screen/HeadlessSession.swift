import Learning
import Plotting
import Training

/// What every scene does when there is no screen: load, write records, draw the picture, tell a divergence.
struct HeadlessSession {
  /// Where the records go; nil when only a picture was asked for.
  private var writer: RecordWriter?
  /// Whether the records of a network have its weights and biases.
  var hasParameters = false
  /// Where the network is written at the end; nil for nowhere.
  var modelPath: String?
  /// What is written of a landscape.
  var landscape = LandscapeOptions()
  private let picture: StillPicture?
  private let choices: ScreenChoices
  private let failsOnDivergence: Bool
  private let streams: Streams
  private let interruption = Interruption()
  private let pace: HeadlessPace

  init(
    _ options: RecordOptions, _ choices: ScreenChoices, _ streams: Streams, for scene: SceneKind
  ) throws(ChoiceError) {
    writer = try options.writer(streams, for: scene)
    picture = try options.image.still()
    self.choices = choices
    failsOnDivergence = options.failOnDivergence
    self.streams = streams
    pace = HeadlessPace(interruption, Progress(streams, hasRecords: writer != nil))
    if writer != nil { streams.output.keepUp(interruption) }
  }

  /// Carries out a description.
  ///
  /// - Throws: What is wrong with it or its data; with `--fail-on-divergence` a divergence.
  mutating func carryOut(_ description: Description) throws {
    defer { pace.finish() }
    var (assembled, standardization) = try assemble(description, nil)
    if let start = assembled.run as? LandscapeRun {
      let (run, history) = try survey(start)
      assembled.run = run
      return try finish(assembled, history, drawing: true)
    }
    var run = try playable(assembled, description, standardization)
    if let cadence = writer?.cadence { try writer?.begin(run.table(cadence)) }
    try run.play(writer, pace)
    // Walking along the axis comes to no result: a picture is of the place that was asked for.
    if !(assembled.run is ActivationsRun) { assembled.run = run.current }
    try finish(assembled, run.history, drawing: true)
  }

  /// Carries out the runs of a race one after another; their table is one, so all are put together first.
  ///
  /// - Throws: As for a single one; a divergence after all have been carried out, since that one of them diverges is
  ///   often what is to be seen.
  mutating func carryOut(_ description: Description, varying variation: Setting.Variation) throws {
    defer { pace.finish() }
    // All runs of a race get the same data, read once: standard input can't be read again.
    let data = description.sharesExamples ? try loadExamples(description.contestants[0]) : nil
    var runs: [(assembled: AssembledRun, run: any PlayableRun)] = []
    for contestant in description.contestants {
      let (assembled, standardization) = try assemble(contestant, data)
      runs.append((assembled, try playable(assembled, contestant, standardization)))
    }
    if var writer {
      // A list that is varied has as many columns as the longest of its values.
      let tables = runs.indices.map { index in
        let names = JSONValue.object(prefix(index, variation)).flattened.map(\.name)
        return (names: RecordTable(.step, columns: names), rows: runs[index].run.table(writer.cadence))
      }
      let names = RecordTable(joining: tables.map(\.names)).columns
      try writer.begin(RecordTable(joining: tables.map(\.rows)).with(prefix: names))
      self.writer = writer
    }
    var firstDiverged: DivergedRun?
    for index in runs.indices {
      pace.place = (index, runs.count)
      let names = prefix(index, variation)
      writer?.prefix = names
      try runs[index].run.play(writer, pace)
      runs[index].assembled.run = runs[index].run.current
      do { try finish(runs[index].assembled, runs[index].run.history, drawing: false) } catch let error as DivergedRun {
        firstDiverged = firstDiverged ?? error
      }
    }
    try draw(description, variation, data)
    if let firstDiverged { throw firstDiverged }
  }

  /// What stands before every record of one run of a race.
  private func prefix(_ index: Int, _ variation: Setting.Variation) -> Members {
    [("run", .number(Double(index))), (variation.key.rawValue, variation.values[index].json)]
  }

  /// Puts a run together, with how its data were shifted and scaled.
  private func assemble(
    _ description: Description, _ data: LoadedExamples?
  ) throws -> (AssembledRun, Standardization?) {
    guard description.subject.learns else { return (try AssembledRun(loading: description), nil) }
    let loaded = try data ?? loadExamples(description)
    return (try AssembledRun(description, loaded), loaded.standardization)
  }

  /// Lets a run learn to its end and writes the landscape around it.
  private mutating func survey(_ start: LandscapeRun) throws -> (any Run, History) {
    var run = start
    var history = History()
    while run.status.canAdvance, !pace.isInterrupted {
      pace.measure(atMost: run.stepsToEpochEnd) { run.advance(by: $0, history: &history) }
      pace.show(run)
    }
    guard !pace.isInterrupted, writer != nil || landscape.path != nil else {
      if var writer, pace.isInterrupted { try LandscapeRecords.writeInterrupted(run, to: &writer) }
      return (run, history)
    }
    let records = LandscapeRecords(run, isSlice: landscape.slice)
    if let path = landscape.path { try AtomicFile.write(Array(records.pathTable.utf8), to: path) }
    if var writer {
      try records.write(to: &writer)
      self.writer = writer
    }
    return (run, history)
  }

  /// Loads the data; what was guessed is said on standard error.
  private func loadExamples(_ description: Description) throws -> LoadedExamples {
    let progress = Progress(streams)
    defer { progress.finish() }
    let examples = try LoadedExamples(description) { share in
      // There is nothing to be saved yet.
      interruption.takeCourse()
      progress.show(share)
    }
    progress.finish()
    for note in examples.notes { streams.say("downhill: \(SafeText(note.text))") }
    return examples
  }

  /// Writes the picture of all runs together, if one was asked for: they are carried out side by side for it.
  private func draw(_ description: Description, _ variation: Setting.Variation, _ data: LoadedExamples?) throws {
    guard let picture else { return }
    var assembled =
      description.scene == .race
      ? try AssembledRun(racing: description, variation, data) : try AssembledRun(loading: description)
    var history = History()
    pace.place = nil
    while assembled.run.status.canAdvance {
      pace.measure(atMost: assembled.run.stepsToEpochEnd) { assembled.run.advance(by: $0, history: &history) }
      pace.show(assembled.run)
      interruption.takeCourse()
    }
    try picture.write(assembled, history: history, choices: choices)
  }

  /// Writes the model and the picture and tells a divergence; a run that was interrupted ends the program here.
  ///
  /// - Throws: `FileError`; with `--fail-on-divergence` the divergence.
  private func finish(_ assembled: AssembledRun, _ history: History, drawing: Bool) throws {
    pace.finish()
    if let modelPath, let run = assembled.run as? NetworkRun {
      try AtomicFile.write(Array((run.modelFile.json.text + "\n").utf8), to: modelPath)
    }
    if pace.isInterrupted {
      try streams.output.flush()
      interruption.takeCourse()
    }
    if drawing { try picture?.write(assembled, history: history, choices: choices) }
    guard assembled.run.status.isDiverged, let ending = assembled.run.ending(history) else { return }
    let diverged = DivergedRun(ending: ending, remedy: assembled.run.remedy)
    if failsOnDivergence { throw diverged }
    streams.say("downhill: \(SafeText(ErrorWords.words(diverged)))")
  }
}

/// A scene has no records yet.
struct MissingRecords: Error {
  /// The scene.
  let scene: SceneKind
}

/// A run left the finite numbers, and that was to be an error.
struct DivergedRun: Error {
  /// Where and how.
  let ending: any Claim
  /// A lower learning rate that was tried and went on; nil where none is known.
  let remedy: Double?
}
