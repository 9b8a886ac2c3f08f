import ArgumentParser

/// `downhill perceptron`: a perceptron learns points in the plane.
struct PerceptronCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "perceptron",
    abstract: "A perceptron learns points in the plane, one example at a time.",
    usage: "downhill perceptron [OPTIONS]",
    discussion: Examples.text([
      ("downhill perceptron", "AND, from the lecture's start"),
      ("downhill perceptron --data xor-gate", "what a perceptron can't learn"),
      ("downhill perceptron --data penguins --classes Adelie,Gentoo", "real data"),
      ("downhill perceptron --format jsonl", "every step as a record, without a screen"),
    ]))

  @OptionGroup var run: RunOptions<PerceptronScene>
  @OptionGroup(title: "Screen") var screen: ScreenOptions

  func carryOut(_ streams: Streams) throws {
    try InteractiveSession(description: try run.description(), choices: screen.choices).run(streams)
  }
}
