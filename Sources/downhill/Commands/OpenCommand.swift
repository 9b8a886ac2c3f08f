import ArgumentParser
import Plotting
import Training

/// `downhill open FILE`: comes back to a session.
struct OpenCommand: ScreenCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Come back to a saved session, at the very step it was left.",
    usage: "downhill open FILE [OPTIONS]",
    discussion: Examples.text([
      ("downhill open downhill-session-1.json", "S in any scene saves one"),
      ("downhill open monday.json --plain", "what it is, and whether its numbers come out the same"),
    ]))

  @Argument(help: ArgumentHelp("a session file", valueName: "FILE"), completion: .file(extensions: ["json"]))
  var file: String
  @Flag(help: "without a screen: say what it is, and check its numbers")
  var plain = false
  @OptionGroup var image: PictureOptions
  @OptionGroup(title: "Screen") var screen: ScreenOptions

  var files: [NamedFile] { [NamedFile("FILE", file, .reading)].compactMap { $0 } + image.files + screen.files }

  func carryOut(_ streams: Streams) throws {
    let still = try image.still()
    let session = try Session(reading: file)
    guard plain || still != nil || !streams.output.isTerminal else {
      try InteractiveSession(session: session, choices: try screen.screenChoices()).run(streams)
      return
    }
    let choices = try screen.choicesForFiles()
    var assembled = try AssembledRun(opening: session)
    let timeline: Timeline
    do throws(ChangeError) { timeline = try assembled.follow(session) } catch {
      throw SessionError(path: file, problem: .change(error))
    }
    try still?.write(assembled, history: timeline.history, choices: choices)
    if plain || still == nil {
      for line in OpenCommand.lines(session) { try streams.output.line(SafeText(line).description) }
    }
    guard timeline.stands(as: session) else { throw DifferentNumbers(path: file) }
    if plain || still == nil { try streams.output.line("the numbers are those that were saved") }
  }

  /// What a session is.
  private static func lines(_ session: Session) -> [String] {
    let count = session.changes.count
    let changes = count == 0 ? "nothing changed" : count == 1 ? "1 change" : "\(count) changes"
    let branches = session.branches.count > 1 ? "; this is one of \(session.branches.count) branches" : ""
    return [session.description.commandLine, "step \(session.step) of \(session.head), \(changes)\(branches)"]
  }
}
