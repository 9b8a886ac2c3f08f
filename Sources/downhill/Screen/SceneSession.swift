import Plotting
import Training

/// What a command of a scene does with its description: shows it, or runs it without a screen.
struct SceneSession {
  private let records: RecordOptions
  private let screen: ScreenOptions
  private let models: ModelFileOptions?

  init(_ records: RecordOptions, _ screen: ScreenOptions, _ models: ModelFileOptions? = nil) {
    self.records = records
    self.screen = screen
    self.models = models
  }

  /// Carries out a description.
  func carryOut(_ description: Description, _ streams: Streams) throws {
    guard records.isHeadless(streams) || models?.saveModel != nil else {
      try InteractiveSession(description: description, choices: try screen.screenChoices()).run(streams)
      return
    }
    var session = try HeadlessSession(records, try screen.choicesForFiles(), streams, for: description.subject)
    session.hasParameters = models?.parameters ?? false
    session.modelPath = models?.saveModel
    guard let variation = description.variation else { return try session.carryOut(description) }
    for note in description.rateNotes + description.seedNotes { streams.say("downhill: \(SafeText(note))") }
    try session.carryOut(description, varying: variation)
  }
}
