import ArgumentParser
import Training

/// `downhill landscape`: the loss over the weights, around a model or along its training.
struct LandscapeCommand: ScreenCommand {
  static let configuration = CommandConfiguration(
    commandName: "landscape",
    abstract: "The loss over the weights, around a model or along its training.",
    usage: "downhill landscape [SCENE] [OPTIONS]",
    discussion: Examples.text([
      ("downhill landscape perceptron", "AND, over w1 and w2"),
      ("downhill landscape --data spiral", "a network and its path"),
      ("downhill landscape --model m.json --data circle --format csv", ""),
      ("downhill landscape --epochs 50 --format csv --path path.csv", ""),
      ("downhill landscape --model a.json --directions towards --towards b.json --slice --plain", ""),
    ]))

  @Argument(
    help: ArgumentHelp(Key.of.helpText(for: .landscape), valueName: "SCENE"),
    completion: .list(Key.of.specification.words(in: .landscape)))
  var scene: String?
  @OptionGroup var run: RunOptions<LandscapeSubject>
  @OptionGroup(title: "Without a screen") var records: RecordOptions
  @OptionGroup(title: "Without a screen") var landscape: LandscapeOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions

  var files: [NamedFile] { run.files + records.files + landscape.files + screen.files }

  func carryOut(_ streams: Streams) throws {
    var description = try run.description(with: [(.of, scene)])
    guard records.isHeadless(streams) || landscape.isHeadless else {
      try InteractiveSession(description: description, choices: try screen.screenChoices()).run(streams)
      return
    }
    if let every = records.every {
      throw ChoiceError("every", every, "a landscape is written once, at the end; --path writes the way there")
    }
    if description.explicit[.model] != nil, description.explicit[.epochs] == nil, description.explicit[.steps] == nil {
      // A model that is not to be trained has no path, so there is nothing principal about it.
      description[.epochs] = .integer(0)
      if description.explicit[.directions] == nil { description[.directions] = .word("random") }
    }
    var session = try HeadlessSession(records, try screen.choicesForFiles(), streams, for: description.subject)
    session.landscape = landscape
    try session.carryOut(description)
  }
}

/// What is written of a landscape besides its records.
struct LandscapeOptions: ParsableArguments {
  @Flag(help: "only the line along the first direction through the weights: alpha and loss")
  var slice = false

  @Option(
    help: ArgumentHelp(
      "also write the path as CSV: step, alpha, beta, loss, slice-loss, distance", valueName: "FILE.csv"),
    completion: .file(extensions: ["csv"]))
  var path: String?

  /// The file that is written.
  var files: [NamedFile] { [NamedFile("--path", path, .writing)].compactMap { $0 } }

  /// Whether something is asked for that only a run without a screen writes.
  var isHeadless: Bool { slice || path != nil }
}

/// The landscape's options.
enum LandscapeSubject: OptionScene { static let scene = SceneKind.landscape }
