import ArgumentParser
import Glibc
import Terminal
import Training

/// The program: shows learning happen.
@main
struct Downhill: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "downhill",
    abstract: "See learning happen, in a terminal.",
    usage: "downhill [COMMAND] [OPTIONS]",
    discussion: Examples.text([
      ("downhill", "choose a scene"),
      ("downhill perceptron", "a perceptron learns AND"),
      ("downhill perceptron --data penguins", "the same on real data"),
      ("downhill surface 'x^2 + y^2'", "gradient descent on your function"),
      ("downhill list datasets", "what there is to choose from"),
    ]),
    version: "0.1.0",
    subcommands: [StartCommand.self] + SceneKind.allCases.map(\.command) + [
      LessonCommand.self, OpenCommand.self, ListCommand.self, DoctorCommand.self, ManualCommand.self,
    ], defaultSubcommand: StartCommand.self)

  /// A typed command is carried out by `main()` with the streams it writes to.
  static func main() {
    TerminalScreen.forgetDebugger()
    Streams.reserveDescriptors()
    // A file that may not grow further is an error with a path, as a full disk is, and no end of the program.
    signal(SIGXFSZ, SIG_IGN)
    let streams = Streams()
    do throws(ScarceResource) { try ScarceResource.check() } catch {
      // In few words and by few calls: there may be room for no more.
      streams.say("downhill: \(error.sentence)")
      Glibc.exit(ExitStatus.failure.rawValue)
    }
    Glibc.exit(status(of: Array(CommandLine.arguments.dropFirst()), streams).rawValue)
  }

  /// Carries out a command.
  private static func status(of arguments: [String], _ streams: Streams) -> ExitStatus {
    do {
      try UnknownCommand.check(arguments.first)
      var command = try parseAsRoot(ArgumentList.parsed(arguments))
      if let command = command as? any ScreenCommand, command.screen.printConfig {
        try command.screen.printConfiguration(streams)
      } else if let command = command as? any Command {
        try NamedFile.check(command.files)
        try command.carryOut(streams)
      } else {
        // The parser's own: help and version, thrown as requests.
        try command.run()
      }
      try streams.output.flush()
      return .done
    } catch  where exitCode(for: error) == .success {
      return finish(streams, printing: HelpText.examplesFirst(message(for: error)))
    } catch {
      return report(error, streams)
    }
  }

  private static func finish(_ streams: Streams, printing text: String) -> ExitStatus {
    do {
      try streams.output.line(text)
      try streams.output.flush()
      return .done
    } catch {
      return report(error, streams)
    }
  }

  /// Says what went wrong; data that was written before it is still handed over.
  private static func report(_ error: any Error, _ streams: Streams) -> ExitStatus {
    if let failure = error as? Output.Failure {
      if failure.code == EPIPE { endAsReaderLeft() }
    } else {
      do { try streams.output.flush() } catch {
        if error.code == EPIPE { endAsReaderLeft() }
      }
    }
    let words = ErrorWords(error)
    for line in words.lines { streams.say("downhill: \(line)") }
    for line in words.picture { streams.say("  \(line)") }
    return words.status
  }

  /// Ends quietly as programs do whose reader has seen enough (`| head`): by the signal, even where it was ignored.
  private static func endAsReaderLeft() {
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
  }
}

/// A command that is carried out with the streams it writes to.
protocol Command: ParsableCommand {
  /// The files that it was told to read and to write.
  var files: [NamedFile] { get }
  /// Does what the command says.
  func carryOut(_ streams: Streams) throws
}

/// A first argument that names no command.
struct UnknownCommand: Error {
  /// What was written.
  let name: String
  /// The command that may have been meant.
  let suggestion: String?

  /// Refuses a word in the place of a command that is none.
  static func check(_ argument: String?) throws {
    guard let argument, !argument.hasPrefix("-") else { return }
    let known = Downhill.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard !known.contains(argument) else { return }
    throw UnknownCommand(name: argument, suggestion: Spelling.nearest(to: argument, among: known))
  }
}
