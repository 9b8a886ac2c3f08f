import ArgumentParser
import Learning
import Plotting
import Training

/// `downhill perceptron`: a perceptron learns points in the plane.
struct PerceptronCommand: Command {
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

  @OptionGroup var run: RunOptions<PerceptronScene>
  @OptionGroup(title: "Without a screen") var records: RecordOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions

  func carryOut(_ streams: Streams) throws {
    let description = try run.description()
    guard records.isHeadless(streams) else {
      try InteractiveSession(description: description, choices: screen.choices).run(streams)
      return
    }
    let session = try HeadlessSession(records, screen.choices, streams)
    var assembled = try session.load(description)
    guard let run = assembled.run as? PerceptronRun else { return }
    let test = assembled.test.map { PerceptronExamples($0, features: description.features) }
    var headless = HeadlessRun(run, PerceptronRecords(description: description, test: test))
    let status = try headless.play(session.writer)
    assembled.run = headless.run
    try session.finish(assembled, headless.history, status)
  }
}
