import Glibc
import Interface
import Plotting
import Terminal
import Training

/// A session at the screen: opens the terminal, runs the interface, and puts everything back.
struct InteractiveSession {
  /// What to show; nil opens the start screen.
  var description: Description?
  /// How it should look and run, as asked for on the command line.
  var options = ScreenChoices()

  /// Runs until the user leaves.
  ///
  /// - Returns: What was carried out at the end, when a scene was open.
  /// - Throws: `TerminalError` where there is no terminal to draw on.
  func run(assembler: @escaping InterfaceLoop.Assembler) throws -> Description? {
    let screen = try TerminalScreen(options: options.terminal)
    defer { screen.close() }
    let capabilities = screen.capabilities
    let isDark = capabilities.background == .dark
    let name = options.theme ?? (isDark ? .dark : .light)
    let look = Look(
      theme: Theme(name, onDark: isDark), glyphs: capabilities.glyphs, depth: capabilities.colorDepth,
      words: { SafeText(ErrorWords($0).lines.joined(separator: "; ")) })
    let state = AppState(description: description, look: look, speed: options.speed ?? Speed(stepsPerSecond: 4))
    let loop = InterfaceLoop(screen: screen, state: state, assembler: assembler)
    let end = loop.run()
    screen.close()
    // With the signal's own status, so that a script's loop ends too.
    if loop.wasInterrupted { TerminalScreen.endProcess(bySignal: SIGINT) }
    return end.openDescription
  }
}

/// How the screen should look and run.
struct ScreenChoices {
  /// The theme, where one was asked for.
  var theme: Theme.Name?
  /// Colors, characters, mouse and background.
  var terminal = TerminalOptions()
  /// How fast to play, where a speed was asked for.
  var speed: Speed?
}
