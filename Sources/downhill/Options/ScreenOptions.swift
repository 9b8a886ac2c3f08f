import ArgumentParser
import Interface
import Plotting
import Terminal
import Training

/// How the screen looks and how fast it plays; nothing of it changes a number.
struct ScreenOptions: ParsableArguments {
  @Option(
    help: "The colors: \(Theme.Name.allCases.map(\.rawValue).joined(separator: ", ")); as the terminal when left out.")
  var theme: Theme.Name?

  @Option(
    help:
      "The colors of fields, classes and heights: \(Palette.Name.allCases.map(\.rawValue).joined(separator: ", ")).")
  var palette: Palette.Name?

  @Option(
    help:
      "The characters: \(GlyphSet.allCases.map(\.rawValue).joined(separator: ", ")); what the terminal can when left out."
  )
  var glyphs: GlyphSet?

  @Option(help: "Colors: auto, always or never.")
  var color: TerminalOptions.ColorMode = .auto

  @Option(help: ArgumentHelp("How fast to play, in steps a second, or max.", valueName: "rate"))
  var speed: SpeedChoice?

  @Option(
    help: ArgumentHelp("Record what is shown, for asciinema and its players.", valueName: "FILE.cast"),
    completion: .file(extensions: ["cast"]))
  var record: String?

  @Flag(inversion: .prefixedNo, help: "Listen to the mouse.")
  var mouse = true

  /// What was chosen.
  var choices: ScreenChoices {
    ScreenChoices(
      theme: theme, palette: palette, recording: record,
      terminal: TerminalOptions(colorMode: color, glyphs: glyphs, mouse: mouse),
      speed: speed?.speed)
  }
}

/// A speed as it is written: a number of steps a second, or `max`.
struct SpeedChoice: ExpressibleByArgument {
  let speed: Speed

  init?(argument: String) {
    if argument == "max" {
      speed = .unlimited
    } else if let rate = Double(argument), rate > 0, rate.isFinite {
      speed = Speed(stepsPerSecond: rate)
    } else {
      return nil
    }
  }
}

extension Theme.Name: ExpressibleByArgument {}
extension Palette.Name: ExpressibleByArgument {}
extension GlyphSet: ExpressibleByArgument {}
extension TerminalOptions.ColorMode: ExpressibleByArgument {}
