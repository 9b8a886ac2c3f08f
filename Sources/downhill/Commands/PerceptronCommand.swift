import ArgumentParser
import Training

/// `downhill perceptron`: a perceptron learns points in the plane.
struct PerceptronCommand: ScreenCommand {
  static let configuration = CommandConfiguration(
    commandName: "perceptron",
    abstract: "A perceptron learns points in the plane, one example at a time.",
    usage: "downhill perceptron [OPTIONS]",
    discussion: Examples.text([
      ("downhill perceptron", "AND, from the lecture's start"),
      ("downhill perceptron --data xor-gate", "what it can't learn"),
      ("downhill perceptron --data penguins", "real data"),
      ("downhill perceptron --format jsonl", "every step as a record"),
    ]))

  @OptionGroup var run: RunOptions<PerceptronSubject>
  @OptionGroup(title: "Without a screen") var records: RecordOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions

  var files: [NamedFile] { run.files + records.files + screen.files }

  func carryOut(_ streams: Streams) throws {
    try SceneSession(records, screen).carryOut(try run.description(), streams)
  }
}

/// The perceptron's options.
enum PerceptronSubject: OptionScene { static let scene = SceneKind.perceptron }
