import ArgumentParser

/// `downhill` alone: the start screen, with everything there is to see.
struct StartCommand: ScreenCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Choose a scene; the same as downhill alone.",
    usage: "downhill [OPTIONS]")

  @OptionGroup(title: "Screen") var screen: ScreenOptions

  var files: [NamedFile] { screen.files }

  func carryOut(_ streams: Streams) throws {
    try InteractiveSession(choices: try screen.screenChoices()).run(streams)
  }
}
