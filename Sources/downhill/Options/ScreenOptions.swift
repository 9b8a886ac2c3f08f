import ArgumentParser
import Interface
import Plotting
import Terminal
import Training

/// How the screen looks and how fast it plays; nothing of it changes a number.
struct ScreenOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("the colors; as the terminal when left out (see: downhill list themes)", valueName: "NAME"))
  var theme: Theme.Name?

  @Option(
    help: ArgumentHelp("the colors of fields, classes and heights (see: downhill list palettes)", valueName: "NAME"))
  var palette: Palette.Name?

  @Option(help: ArgumentHelp("the characters; what the terminal can when left out", valueName: "NAME"))
  var glyphs: GlyphSet?

  @Option(help: ArgumentHelp("whether to use colors (default: auto)", valueName: "WHEN"))
  var color: TerminalOptions.ColorMode?

  @Option(help: ArgumentHelp("how fast to play, in steps a second, or max", valueName: "RATE"))
  var speed: SpeedChoice?

  @Option(
    help: ArgumentHelp("record what is shown, for asciinema and its players", valueName: "FILE.cast"),
    completion: .file(extensions: ["cast"]))
  var record: String?

  @Flag(inversion: .prefixedNo, help: "listen to the mouse, or not")
  var mouse: Bool?

  @Option(
    help: ArgumentHelp("read this in place of ~/.config/downhill/config", valueName: "FILE"), completion: .file())
  var config: String?

  @Flag(help: "print the configuration that holds here, as a file that can be changed")
  var printConfig = false

  /// The files that are read and written.
  var files: [NamedFile] {
    [NamedFile("--record", record, .writing), NamedFile("--config", config, .reading)].compactMap { $0 }
  }

  /// What was chosen on the command line, for what is written without a screen: it looks alike for everybody.
  ///
  /// - Throws: `ChoiceError` where a recording was asked for: there is one only of what a screen shows.
  func choicesForFiles() throws(ChoiceError) -> ScreenChoices {
    if let record { throw ChoiceError("record", record, "there is a recording only of what a screen shows") }
    return ScreenChoices(
      theme: theme, palette: palette,
      terminal: TerminalOptions(colorMode: color ?? .auto, glyphs: glyphs, mouse: mouse ?? true), speed: speed?.speed)
  }

  /// What holds for a screen: the command line goes before the environment, that before the configuration file.
  ///
  /// - Throws: `ConfigurationProblem` for a file that was named.
  func screenChoices() throws(ConfigurationProblem) -> ScreenChoices {
    let (configuration, problem) = try effective()
    var choices = ScreenChoices(
      theme: configuration.theme, palette: configuration.palette,
      terminal: TerminalOptions(
        colorMode: configuration.color ?? .auto, glyphs: configuration.glyphs, mouse: configuration.mouse ?? true),
      speed: configuration.speed)
    choices.recording = record
    // A file with keys that can't be given so has been refused; then these are the standard ones.
    if let keys = try? configuration.keyTable() { choices.keys = keys }
    choices.note = problem.flatMap { ConfigurationWords.words($0).first }
    return choices
  }

  /// The configuration that holds, and what is wrong with the file.
  private func effective() throws(ConfigurationProblem) -> (Configuration, ConfigurationProblem?) {
    let contents = try ConfigurationFile(named: config).read()
    var configuration = contents.configuration
    if let theme { configuration.theme = theme }
    if let palette { configuration.palette = palette }
    if let glyphs { configuration.glyphs = glyphs }
    if let speed { configuration.speed = speed.speed }
    if let mouse { configuration.mouse = mouse }
    if let color {
      configuration.color = color
    } else if ProgramEnvironment["NO_COLOR"]?.isEmpty == false {
      configuration.color = .never
    }
    return (configuration, contents.problem)
  }

  /// Prints the configuration that holds.
  func printConfiguration(_ streams: Streams) throws {
    let (configuration, problem) = try effective()
    let place = ConfigurationFile(named: config).path.map { SafeText($0).description } ?? "nowhere: HOME is not set"
    try streams.output.line("# downhill's configuration; it is read from \(place)")
    try streams.output.line("# The command line goes first, then NO_COLOR, then the file.\n")
    try streams.output.write(configuration.text)
    for line in problem.map(ConfigurationWords.words) ?? [] { streams.say("downhill: \(SafeText(line))") }
  }
}

/// A command with a screen.
protocol ScreenCommand: Command {
  /// How the screen looks.
  var screen: ScreenOptions { get }
}

/// A speed as it is written: a number of steps a second, or `max`.
struct SpeedChoice: ExpressibleByArgument {
  let speed: Speed

  init?(argument: String) {
    guard let speed = Speed(name: argument) else { return nil }
    self.speed = speed
  }
}

extension Theme.Name: ExpressibleByArgument {}
extension Palette.Name: ExpressibleByArgument {}
extension GlyphSet: ExpressibleByArgument {}
extension TerminalOptions.ColorMode: ExpressibleByArgument {}
