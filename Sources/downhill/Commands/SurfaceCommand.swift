import ArgumentParser
import Training

/// `downhill surface F`: gradient descent on a function of two variables.
struct SurfaceCommand: ScreenCommand {
  static let configuration = CommandConfiguration(
    commandName: "surface",
    abstract: "Gradient descent on f(x, y).",
    usage: "downhill surface [F] [OPTIONS]",
    discussion: Examples.text([
      ("downhill surface", "x^2 + y^2"),
      ("downhill surface rosenbrock", "a curved valley"),
      ("downhill surface 'x^2 + 3y^2'", "your own function"),
    ]))

  @Argument(help: FunctionArgument.help(.surface), completion: FunctionArgument.completion(.surface))
  var function: String?
  @OptionGroup var run: RunOptions<SurfaceSubject>
  @OptionGroup(title: "Without a screen") var records: RecordOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions

  var files: [NamedFile] { run.files + records.files + screen.files }

  func carryOut(_ streams: Streams) throws {
    try SceneSession(records, screen).carryOut(try run.description(with: [(.function, function)]), streams)
  }
}

/// The surface's options.
enum SurfaceSubject: OptionScene { static let scene = SceneKind.surface }
