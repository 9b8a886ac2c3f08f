import Glibc
import Interface
import Lessons
import Plotting
import Terminal
import Training

/// A session at the screen: opens the terminal, runs the interface, and puts everything back.
struct InteractiveSession {
  /// What to show; nil opens the start screen.
  var description: Description?
  /// What to come back to; nil for a fresh run.
  var session: Session?
  /// A lesson to play instead.
  var lesson: Lesson?
  /// How it should look and run, as asked for on the command line.
  var choices = ScreenChoices()

  /// Runs until the user leaves, then says how the run can be had again.
  ///
  /// - Throws: `TerminalError` where there is no terminal to draw on, `FileError` where a recording can't be written.
  func run(_ streams: Streams) throws {
    // Before the screen is there: it would be the one to wait for the keys that are meant for it.
    for key in [Key.data, .model, .towards] {
      guard let path = description?.word(key), FileContents.isTerminal(path) else { continue }
      throw FileError(path: path, fault: .terminal)
    }
    if choices.recording != nil { _ = try TerminalScreen.capabilities(options: choices.terminal) }
    let recording = try choices.recording.map { path in
      try Recording(to: path, terminal: ProgramEnvironment["TERM"] ?? "")
    }
    let worker = try Worker()
    let screen = try TerminalScreen(options: choices.terminal)
    defer { screen.close() }
    let capabilities = screen.capabilities
    // Where nothing is known of the background, a theme that was asked for brings its own.
    let isKnown = capabilities.backgroundSource != .assumption || choices.theme == nil
    let isDark = isKnown ? capabilities.background == .dark : choices.theme == .light
    let look = Look(
      theme: Theme(choices.theme ?? (isDark ? .dark : .light), onDark: isDark, palette: choices.palette ?? .viridis),
      glyphs: capabilities.glyphs,
      depth: capabilities.colorDepth, words: { SafeText(ErrorWords($0).lines.joined(separator: "; ")) })
    let state = AppState(
      description: description, lesson: lesson, look: look, speed: choices.speed, keys: choices.keys,
      note: choices.note.map { SafeText($0) })
    let loop = InterfaceLoop(screen: screen, state: state, session: session, recording: recording, worker: worker) {
      description, progress in
      try AssembledRun(loading: description, isWatched: true, progress: progress)
    }
    let end = loop.run()
    screen.close()
    // With the signal's own status, so that a script's loop ends too.
    if loop.wasInterrupted {
      tell(recording, streams)
      TerminalScreen.endProcess(bySignal: SIGINT)
    }
    if let carriedOut = end.openDescription {
      streams.say(carriedOut.commandLine)
      let journey = loop.journey
      let saveKey = end.keys.name(of: .saveSession, in: .scene(carriedOut.scene))
      let left = ChangesOnTheWay(
        changes: journey.changes, branchCount: journey.branchCount, saveKey: saveKey)
      if let line = left.line { streams.say(line) }
    }
    tell(recording, streams)
  }

  /// Says what became of a recording.
  private func tell(_ recording: Recording?, _ streams: Streams) {
    guard let recording else { return }
    let reason = recording.failure.map {
      "the recording ended early: \(ErrorWords($0).lines.joined(separator: "; ")); "
    }
    streams.say("downhill: \(reason ?? "recorded ")\(recording.frameCount) frames in \(SafeText(recording.path))")
  }
}

/// How the screen should look and run.
struct ScreenChoices {
  /// The theme, where one was asked for.
  var theme: Theme.Name?
  /// The choice of colors, where one was asked for.
  var palette: Palette.Name?
  /// Where to record what is shown; nil for nowhere.
  var recording: String?
  /// Colors, characters, mouse and background.
  var terminal = TerminalOptions()
  /// How fast to play, where a speed was asked for.
  var speed: Speed?
  /// The keys.
  var keys = KeyBindings()
  /// What is wrong with the configuration, for the first screen; hostile until made safe.
  var note: String?
}
