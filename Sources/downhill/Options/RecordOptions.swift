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

  @Option(
    help: ArgumentHelp(
      "write what the screen would show after the last step, as .txt, .ansi or .svg", valueName: "FILE"),
    completion: .file(extensions: ["txt", "ansi", "svg"]))
  var picture: String?

  @Option(help: ArgumentHelp("the picture's columns and rows (default: 120x36)", valueName: "SIZE"))
  var size: String?

  @Flag(help: "end with status 1 when the numbers cease to be finite")
  var failOnDivergence = false

  private static let formats = RecordFormat.allCases.map(\.rawValue).joined(separator: ", ")

  /// Whether there is to be no screen.
  func isHeadless(_ streams: Streams) -> Bool {
    format != nil || plain || picture != nil || every != nil || !streams.output.isTerminal
  }

  /// Which records to write, and how; nil when only a picture was asked for.
  func writer(_ streams: Streams, for scene: SceneKind) throws(ChoiceError) -> RecordWriter? {
    guard format != nil || plain || every != nil || picture == nil else { return nil }
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
    writer.isSpoken = plain && form == .text
    return writer
  }

  /// Where and how large the picture is to be; nil when none was asked for.
  func still() throws(ChoiceError) -> StillPicture? {
    try StillPicture(picture, size: size)
  }
}

extension StillPicture {
  /// Reads where a picture is to go, and how large it is to be; nil when none was asked for.
  init?(_ picture: String?, size: String?) throws(ChoiceError) {
    guard let picture else { return nil }
    guard let form = StillPicture.Form.allCases.first(where: { picture.hasSuffix(".\($0.rawValue)") }) else {
      throw ChoiceError("picture", picture, "the name ends in .txt, .ansi or .svg")
    }
    guard let size else {
      self.init(path: picture, form: form, width: 120, height: 36)
      return
    }
    let sides = size.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard sides.count == 2, let width = sides[0], let height = sides[1], 1...1000 ~= width, 1...1000 ~= height else {
      throw ChoiceError("size", size, "it is like 120x36, each side from 1 to 1000")
    }
    self.init(path: picture, form: form, width: width, height: height)
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
