import Plotting
import Training

/// What every scene does when there is no screen: load, write records, draw the picture, tell a divergence.
struct HeadlessSession {
  /// Where the records go; nil when only a picture was asked for.
  let writer: RecordWriter?
  private let picture: StillPicture?
  private let choices: ScreenChoices
  private let failsOnDivergence: Bool
  private let streams: Streams

  init(
    _ options: RecordOptions, _ choices: ScreenChoices, _ streams: Streams, stepsByDefault: Bool = true
  ) throws(ChoiceError) {
    writer = try options.writer(streams, stepsByDefault: stepsByDefault)
    picture = try options.still()
    self.choices = choices
    failsOnDivergence = options.failOnDivergence
    self.streams = streams
  }

  /// Loads the data and puts the run together; what was guessed is said on standard error.
  func load(_ description: Description) throws -> AssembledRun {
    let progress = LoadingProgress(streams)
    defer { progress.finish() }
    let assembled = try AssembledRun(loading: description, progress: progress.show)
    progress.finish()
    for note in assembled.notes { streams.say("downhill: \(SafeText(note))") }
    return assembled
  }

  /// Writes the picture and tells a divergence.
  ///
  /// - Throws: `FileError`; with `--fail-on-divergence` the divergence.
  func finish(_ assembled: AssembledRun, _ history: History, _ status: RunStatus) throws {
    try picture?.write(assembled, history: history, choices: choices)
    guard case .diverged(let divergence) = status else { return }
    if failsOnDivergence { throw DivergedRun(divergence: divergence) }
    streams.say("downhill: \(SafeText(ErrorWords.words(divergence)))")
  }
}

/// A run left the finite numbers, and that was to be an error.
struct DivergedRun: Error {
  /// Where and how.
  let divergence: Divergence
}
