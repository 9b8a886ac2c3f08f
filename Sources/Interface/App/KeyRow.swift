import Plotting
import Training

/// The last row: the keys that matter now, or a message.
enum KeyRow {
  /// Draws the row.
  static func draw(in row: Rect, state: AppState, frame: inout Frame) {
    guard row.height > 0 else { return }
    let look = state.look
    if let note = state.note {
      look.put(note, x: row.x + 1, y: row.y, in: row, style: look.theme.warning, frame: &frame)
      return
    }
    var x = row.x + 1
    for (key, word) in pairs(state) {
      let keyText = look.glyphs.text(SafeText(key))
      let wordText = look.glyphs.text(SafeText(word))
      // A key is shown whole with its word, or not at all.
      guard x + keyText.cellWidth + 1 + wordText.cellWidth <= row.maxX else { continue }
      x += look.put(keyText, x: x, y: row.y, in: row, style: look.theme.key, frame: &frame) + 1
      x += look.put(wordText, x: x, y: row.y, in: row, style: look.theme.muted, frame: &frame) + 2
    }
  }

  private static func pairs(_ state: AppState) -> [(String, String)] {
    if case .start(let start) = state.page {
      if let search = start.searchLine { return [(search.description, ""), ("Enter", "opens"), ("Esc", "leaves")] }
      return [
        ("↑↓", "choose"), ("Enter", "open"),
      ] + (state.departure == nil ? [] : [("Esc", "back")]) + [
        ("1–13", "section of the lecture"), ("/", "search"), (state.name(of: .nextTheme), "theme"),
        (state.name(of: .help), "help"),
        (state.name(of: .quit), "quit"),
      ]
    }
    let lessonPairs = state.lessonKeyPairs
    if let mode = state.scene.mode {
      return lessonPairs.prefix(2) + [(mode.name.description, "")] + mode.keys.map { ($0.key, $0.word) }
    }
    let isPlaying =
      state.snapshot?.isPlaying == true || state.snapshot?.destination != nil || state.beatsPerSecond != nil
    var pairs = state.keys.bindings(in: state.place).compactMap { binding in
      binding.footer.map { (binding.label, binding.action == .app(.playOrPause) && isPlaying ? "pause" : $0) }
    }
    // Help and quit stay in sight however narrow it is: they are offered room right after the first four.
    let last = pairs.suffix(2)
    pairs.removeLast(min(2, pairs.count))
    pairs.insert(contentsOf: last, at: min(4, pairs.count))
    return lessonPairs + pairs
  }
}

/// A line or two that say how a run ended and what can be done.
enum BannerRow {
  /// The lines: text and advice on one where they fit, else the text broken in two or the advice on a line of its own.
  static func lines(_ banner: Banner, width: Int, look: Look) -> [StyledLine] {
    let (mark, style): (SafeText, Style) =
      switch banner.tone {
      case .good: ("✓ ", look.theme.good)
      case .neutral: ("", look.theme.text)
      case .warning: ("! ", look.theme.warning)
      case .bad: ("✗ ", look.theme.bad)
      }
    let text = StyledLine(mark, style).adding(banner.text, style)
    let room = width - 2
    let whole = text.adding("  ", style).adding(banner.advice, look.theme.muted)
    if whole.width(look.glyphs) <= room { return [whole] }
    if text.width(look.glyphs) <= room {
      return [text, StyledLine("  \(banner.advice.description)", look.theme.muted)]
    }
    let marked = SafeText(mark.description + banner.text.description)
    let broken = Paragraph(look.glyphs.text(marked), width: room, hanging: 2)
    return broken.lines.map { StyledLine($0, style) }
  }

  /// Draws them.
  static func draw(_ banner: Banner, in rect: Rect, look: Look, frame: inout Frame) {
    lines(banner, width: rect.width, look: look).draw(in: rect.inset(left: 1), look: look, frame: &frame)
  }
}
