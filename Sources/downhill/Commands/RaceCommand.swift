import ArgumentParser
import Training

/// `downhill race SCENE --vary KEY=a,b,c`: the same run under several values of one key.
struct RaceCommand: ScreenCommand {
  static let configuration = CommandConfiguration(
    commandName: "race",
    abstract:
      "The same run under several values of one key: what it says nothing of stays the same, data, start and batches.",
    usage: "downhill race [SCENE] [F] [OPTIONS]",
    discussion: Examples.text([
      ("downhill race", "x^2 + y^2 under four learning rates"),
      ("downhill race curve two-valleys --vary learning-rate=0.01,0.1,0.5", ""),
      ("downhill race network --vary weight-seed=1,2,3,4", "the same data, other first weights"),
      ("downhill race surface --vary 'start=x=3,y=2;x=-1,y=1'", ""),
    ]))

  @Argument(
    help: ArgumentHelp(Key.of.specification.help, valueName: "SCENE"),
    completion: .list(Key.of.specification.words(in: .race)))
  var scene: String?
  @Argument(help: ArgumentHelp("of curve and surface: \(Key.function.specification.help)", valueName: "F"))
  var function: String?
  @OptionGroup var run: RunOptions<RaceSubject>
  @OptionGroup(title: "Without a screen") var records: RecordOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions

  var files: [NamedFile] { run.files + records.files + screen.files }

  func carryOut(_ streams: Streams) throws {
    let description = try run.description(with: [(.of, scene), (.function, function)])
    try SceneSession(records, screen).carryOut(description, streams)
  }
}

/// The race's options: all that any raced scene has.
enum RaceSubject: OptionScene { static let scene = SceneKind.race }
