import ArgumentParser
import Training

/// `downhill activations --activation tanh --at x=1`: activation functions with their derivatives.
struct ActivationsCommand: ScreenCommand {
  static let configuration = CommandConfiguration(
    commandName: "activations",
    abstract: "Activation functions side by side, each with its derivative.",
    usage: "downhill activations [OPTIONS]",
    discussion: Examples.text([
      ("downhill activations", "all of them, at one x"),
      ("downhill activations --activation softmax --at x=2", "one looked at closely"),
    ]))

  @OptionGroup var run: RunOptions<ActivationsSubject>
  @OptionGroup(title: "Without a screen") var records: RecordOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions

  var files: [NamedFile] { run.files + records.files + screen.files }

  func carryOut(_ streams: Streams) throws {
    try SceneSession(records, screen).carryOut(try run.description(), streams)
  }
}

/// The activation functions' options.
enum ActivationsSubject: OptionScene { static let scene = SceneKind.activations }
