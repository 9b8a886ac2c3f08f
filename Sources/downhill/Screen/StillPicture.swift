import Interface
import Plotting
import Training

/// A file with what the screen would show.
struct StillPicture {
  /// In what form the picture is written.
  enum Form: String, CaseIterable {
    case txt, ansi, svg
  }

  let path: String
  let form: Form
  let width: Int
  let height: Int

  /// Draws a run as it stands and writes the file.
  ///
  /// - Throws: `FileError`; the old file stays then.
  func write(_ assembled: AssembledRun, history: History, choices: ScreenChoices) throws(FileError) {
    let theme = Theme(choices.theme ?? .dark, onDark: choices.theme != .light, palette: choices.palette ?? .viridis)
    let depth: ColorDepth = choices.terminal.colorMode == .never ? .none : .direct
    let look = Look(
      theme: theme, glyphs: choices.terminal.glyphs ?? .braille, depth: depth,
      words: { SafeText(ErrorWords($0).lines.joined(separator: "; ")) })
    // What was guessed is said on standard error.
    var silent = assembled
    silent.notes = []
    let state = Rehearsal(
      AppState(description: assembled.description, look: look), showing: silent, history, width: width, height: height
    ).state
    let frame = state.draw()
    let text =
      switch form {
      case .txt: state.plainPicture.text
      case .ansi: frame.readable(depth, isDark: theme.isDark).ansi(depth)
      case .svg:
        frame.readable(.direct, isDark: theme.isDark).svg(
          foreground: theme.isDark ? 0xDDDDDD : 0x202020, background: theme.isDark ? 0x101010 : 0xFFFFFF)
      }
    try AtomicFile.write(Array(text.utf8), to: path)
  }
}
