import ArgumentParser
import Plotting
import Training

/// The options for running without a screen.
struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("run without a screen: \(Self.formats)", valueName: "FORM"),
    completion: .list(RecordFormat.allCases.map(\.rawValue)))
  var format: String?

  @Option(
    help: ArgumentHelp(
      "which records: step, epoch, or N for every Nth step (of a network epoch)",
      valueName: "WHICH"),
    completion: .list(["step", "epoch"]))
  var every: String?

  @Flag(help: "run without a screen, in plain sentences, one a line")
  var plain = false

  @OptionGroup var image: PictureOptions

  @Flag(help: "end with status 1 when the numbers cease to be finite")
  var failOnDivergence = false

  /// The files that are written.
  var files: [NamedFile] { image.files }

  private static let formats = RecordFormat.allCases.map(\.rawValue).joined(separator: ", ")

  /// Whether there is to be no screen.
  func isHeadless(_ streams: Streams) -> Bool {
    format != nil || plain || image.picture != nil || every != nil || !streams.output.isTerminal
  }

  /// Which records to write, and how; nil when only a picture was asked for.
  func writer(_ streams: Streams, for scene: SceneKind) throws(ChoiceError) -> RecordWriter? {
    guard format != nil || plain || every != nil || image.picture == nil else { return nil }
    var form = RecordFormat.text
    if let format {
      guard let chosen = RecordFormat(rawValue: format) else {
        throw ChoiceError("format", format, "choose from: \(Self.formats)")
      }
      form = chosen
    }
    var cadence: Cadence = !scene.learns || form == .jsonl && scene == .perceptron ? .step : .epoch
    if let every {
      guard let chosen = Cadence(every, countsEpochs: scene == .network) else {
        throw ChoiceError("every", every, "it is step, epoch or a whole number from 1 on")
      }
      cadence = chosen
    }
    var writer = RecordWriter(format: form, cadence: cadence, output: streams.output)
    writer.isCurrent = plain && form == .text
    return writer
  }
}

/// A value that an option does not have.
struct ChoiceError: Error, Equatable {
  /// The option, without dashes.
  let option: String
  /// What was written.
  let value: String
  /// What could have been.
  let expected: String

  init(_ option: String, _ value: String, _ expected: String) {
    self.option = option
    self.value = value
    self.expected = expected
  }
}
