import ArgumentParser
import Training

/// `downhill graph F --at x=1.5`: the computation graph of an expression.
struct GraphCommand: ScreenCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "The computation graph of an expression: values forward, derivatives backward.",
    usage: "downhill graph [F] [OPTIONS]",
    discussion: Examples.text([
      ("downhill graph", "the chain rule on sin(x^2)"),
      ("downhill graph 'x*exp(y)' --at x=1,y=2", "your own expression"),
    ]))

  @Argument(help: FunctionArgument.help(.graph))
  var function: String?
  @OptionGroup var run: RunOptions<GraphSubject>
  @OptionGroup(title: "Without a screen") var records: RecordOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions

  var files: [NamedFile] { run.files + records.files + screen.files }

  func carryOut(_ streams: Streams) throws {
    try SceneSession(records, screen).carryOut(try run.description(with: [(.function, function)]), streams)
  }
}

/// The graph's options.
enum GraphSubject: OptionScene { static let scene = SceneKind.graph }
