import ArgumentParser
import Training

/// `downhill network`: a multi-layer perceptron learns points in the plane.
struct NetworkCommand: ScreenCommand {
  static let configuration = CommandConfiguration(
    commandName: "network",
    abstract: "A multi-layer perceptron learns points in the plane.",
    usage: "downhill network [OPTIONS]",
    discussion: Examples.text([
      ("downhill network", "a circle, two hidden layers"),
      ("downhill network --data spiral --hidden 8,8", "the hard one"),
      ("downhill network --data penguins --epochs 50 --plain", ""),
      ("downhill network --epochs 50 --save-model m.json", "keep what it learned"),
      ("downhill network --model m.json", "go on from there"),
    ]))

  @OptionGroup var run: RunOptions<NetworkSubject>
  @OptionGroup(title: "Without a screen") var records: RecordOptions
  @OptionGroup(title: "Without a screen") var models: ModelFileOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions

  var files: [NamedFile] { run.files + records.files + models.files + screen.files }

  func carryOut(_ streams: Streams) throws {
    try SceneSession(records, screen, models).carryOut(try run.description(), streams)
  }
}

/// The network's options.
enum NetworkSubject: OptionScene { static let scene = SceneKind.network }
