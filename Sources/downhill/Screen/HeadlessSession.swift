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
  /// Whether each run writes the picture; of several there is one of all instead.
  var drawsEachRun = true
  private let picture: StillPicture?
  private let choices: ScreenChoices
  private let failsOnDivergence: Bool
  private let streams: Streams

  init(
    _ options: RecordOptions, _ choices: ScreenChoices, _ streams: Streams, for scene: SceneKind
  ) throws(ChoiceError) {
    writer = try options.writer(streams, for: scene)
    picture = try options.image.still()
    self.choices = choices
    failsOnDivergence = options.failOnDivergence
    self.streams = streams
  }

  /// Carries out a description, with records before every one of which stands `prefix`.
  mutating func carryOut(_ description: Description, prefix: Members = [], data: LoadedExamples? = nil) throws {
    var assembled: AssembledRun
    var standardization: Standardization?
    if description.subject.learns {
      let loaded = try data ?? loadExamples(description)
      assembled = try AssembledRun(description, loaded)
      standardization = loaded.standardization
    } else {
      assembled = try AssembledRun(loading: description)
    }
    writer?.prefix = prefix
    let test = assembled.test
    let history: History
    switch assembled.run {
    case let run as PerceptronRun:
      let examples = test.map { PerceptronExamples($0, features: description.features) }
      (assembled.run, history) = try play(
        run, PerceptronRecords(description: description, test: examples, standardization: standardization))
    case let run as NetworkRun:
      let records = NetworkRecords(
        description: run.description, hasParameters: hasParameters, standardization: standardization)
      (assembled.run, history) = try play(run, records)
    case let run as DescentRun:
      (assembled.run, history) = try play(run, DescentRecords(description: description))
    case let run as GraphRun:
      (assembled.run, history) = try play(run, GraphRecords(description: description))
    case let run as ActivationsRun:
      // Walking along the axis comes to no result: a picture is of the place that was asked for.
      history = try play(run, ActivationsRecords(description: description)).1
    case let run as LandscapeRun: (assembled.run, history) = try survey(run)
    default: throw MissingRecords(scene: description.scene)
    }
    try finish(assembled, history)
  }

  private mutating func play<Records: RunRecords>(
    _ run: Records.Subject, _ records: Records
  ) throws(Output.Failure) -> (any Run, History) {
    var headless = HeadlessRun(run, records)
    try headless.play(&writer)
    return (headless.run, headless.history)
  }

  /// Lets a run learn to its end and writes the landscape around it.
  private mutating func survey(_ start: LandscapeRun) throws -> (any Run, History) {
    var run = start
    var history = History()
    while run.status.canAdvance { run.advance(by: run.stepsToEpochEnd, history: &history) }
    guard writer != nil || landscape.path != nil else { return (run, history) }
    let records = LandscapeRecords(run, isSlice: landscape.slice)
    if let path = landscape.path { try AtomicFile.write(Array(records.pathTable.utf8), to: path) }
    if var writer {
      try records.write(to: &writer)
      self.writer = writer
    }
    return (run, history)
  }

  /// Loads the data; what was guessed is said on standard error.
  func loadExamples(_ description: Description) throws -> LoadedExamples {
    let progress = LoadingProgress(streams)
    defer { progress.finish() }
    let examples = try LoadedExamples(description, progress: progress.show)
    progress.finish()
    for note in examples.notes { streams.say("downhill: \(SafeText(note))") }
    return examples
  }

  /// Writes the picture of all runs together, if one was asked for: they are carried out side by side for it.
  func draw(_ description: Description, _ variation: Setting.Variation, _ data: LoadedExamples?) throws {
    guard let picture else { return }
    var assembled =
      description.scene == .race
      ? try AssembledRun(racing: description, variation, data) : try AssembledRun(loading: description)
    var history = History()
    while assembled.run.status.canAdvance {
      assembled.run.advance(by: assembled.run.stepsToEpochEnd, history: &history)
    }
    try picture.write(assembled, history: history, choices: choices)
  }

  /// Writes the picture and tells a divergence.
  ///
  /// - Throws: `FileError`; with `--fail-on-divergence` the divergence.
  private func finish(_ assembled: AssembledRun, _ history: History) throws {
    if let modelPath, let run = assembled.run as? NetworkRun {
      try AtomicFile.write(Array((run.modelFile.json.text + "\n").utf8), to: modelPath)
    }
    if drawsEachRun { try picture?.write(assembled, history: history, choices: choices) }
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
