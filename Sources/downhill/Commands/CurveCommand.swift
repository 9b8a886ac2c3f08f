import ArgumentParser
import Training

/// `downhill curve F`: gradient descent on a function of one variable.
struct CurveCommand: ScreenCommand {
  static let configuration = CommandConfiguration(
    commandName: "curve",
    abstract: "Gradient descent on f(x).",
    usage: "downhill curve [F] [OPTIONS]",
    discussion: Examples.text([
      ("downhill curve", "a parabola"),
      ("downhill curve two-valleys --start x=2", "a local and a global minimum"),
      ("downhill curve 'x^4 - 3x^2'", "your own function"),
    ]))

  @Argument(help: FunctionArgument.help(.curve), completion: FunctionArgument.completion(.curve))
  var function: String?
  @OptionGroup var run: RunOptions<CurveSubject>
  @OptionGroup(title: "Without a screen") var records: RecordOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions

  var files: [NamedFile] { run.files + records.files + screen.files }

  func carryOut(_ streams: Streams) throws {
    try SceneSession(records, screen).carryOut(try run.description(with: [(.function, function)]), streams)
  }
}

/// The curve's options.
enum CurveSubject: OptionScene { static let scene = SceneKind.curve }
