import Plotting
import Terminal
import Training

/// The legend of the screen it lies over: each mark that is on it, as it is drawn, and what it means.
package struct LegendOverlay: Sendable {
  private var search = TextField()
  private var scroll = 0

  /// Opens at the top.
  init() {}

  /// Answers a key; false closes the legend.
  ///
  /// - Parameter most: How many lines can be scrolled out of sight.
  mutating func press(_ key: KeyPress, most: Int) -> Bool {
    switch key {
    case .escape, .enter: return false
    case .character("*") where search.text.isEmpty: return false
    case .character("/") where search.text.isEmpty: break
    case .down: scroll = min(scroll + 1, most)
    case .up: scroll = max(0, min(scroll, most) - 1)
    case .pageDown: scroll = min(scroll + 10, most)
    case .pageUp: scroll = max(0, min(scroll, most) - 10)
    case .home: scroll = 0
    case .end: scroll = most
    default: if search.press(key) { scroll = 0 }
    }
    return true
  }

  mutating func search(appending text: String) {
    search.insert(text)
    scroll = 0
  }

  /// The entries whose marks are in the part of a screen that they are about, each meaning once.
  ///
  /// - Complexity: O(entries * cells).
  static func shown(_ parts: [LegendPart], on frame: Frame, _ glyphs: GlyphSet) -> [LegendEntry] {
    var seen: Set<String> = []
    return parts.flatMap { part in
      let rows = frame.rows(in: part.rect)
      return part.entries.filter { entry in
        guard !seen.contains(entry.meaning.description), entry.isShown(on: frame, in: part.rect, rows: rows, glyphs)
        else {
          return false
        }
        return seen.insert(entry.meaning.description).inserted
      }
    }
  }

  private typealias Line = (sample: LegendEntry?, text: SafeText)

  /// Where the legend lies over an area, and the lines that it has there.
  private func place(_ parts: [LegendPart], over area: Rect, look: Look, frame: Frame) -> (box: Rect, lines: [Line]) {
    let wanted = search.text.lowercased()
    let shown = LegendOverlay.shown(parts, on: frame, look.glyphs)
      .filter { wanted.isEmpty || $0.meaning.description.lowercased().contains(wanted) }
    let width = min(area.width, 74)
    let room = Look.dialogInterior(of: Rect(x: 0, y: 0, width: width, height: 8)).width
    let lines = shown.flatMap { entry in
      Paragraph(entry.meaning, width: max(8, room - LegendEntry.sampleWidth - 1)).lines.enumerated().map {
        Line(sample: $0.offset == 0 ? entry : nil, text: $0.element)
      }
    }
    return (area.centered(width: width, height: min(area.height, max(6, lines.count + 3))), lines)
  }

  /// How many of its lines can be scrolled out of sight above.
  func mostScroll(_ parts: [LegendPart], over area: Rect, look: Look, frame: Frame) -> Int {
    let (box, lines) = place(parts, over: area, look: look, frame: frame)
    return max(0, lines.count - max(0, Look.dialogInterior(of: box).height - 1))
  }

  /// Draws those entries over the middle of an area whose marks are on the screen below.
  func draw(_ parts: [LegendPart], over area: Rect, look: Look, frame: inout Frame) {
    let wanted = search.text
    let (box, lines) = place(parts, over: area, look: look, frame: frame)
    let inside = look.dialog("marks on this screen", right: "type to search · Esc closes", in: box, frame: &frame)
    let field: SafeText = wanted.isEmpty ? "/ each mark as it is drawn now" : "/ \(search.text)"
    look.put(
      field, x: inside.x, y: inside.y, in: inside, style: wanted.isEmpty ? look.theme.muted : look.theme.accent,
      frame: &frame)
    if lines.isEmpty {
      look.put(
        "nothing like that is drawn", x: inside.x, y: inside.y + 1, in: inside, style: look.theme.muted, frame: &frame)
    }
    let height = max(0, inside.height - 1)
    let first = min(scroll, max(0, lines.count - height))
    for (offset, line) in lines.dropFirst(first).prefix(height).enumerated() {
      let row = Rect(x: inside.x, y: inside.y + 1 + offset, width: inside.width, height: 1)
      frame.clipped(to: row) { line.sample?.drawSample(in: row, look: look, frame: &$0) }
      look.put(
        line.text, x: row.x + LegendEntry.sampleWidth, y: row.y, in: row, style: look.theme.text, frame: &frame)
    }
    ScrollMark(above: first > 0, below: first + height < lines.count)
      .draw(rightIn: Rect(x: inside.x, y: inside.y, width: inside.width, height: 1), look: look, frame: &frame)
  }
}

extension Frame {
  /// The characters of a rectangle, row by row.
  func rows(in rect: Rect) -> [String] {
    (rect.y..<rect.maxY).map { y in
      var row = String.UnicodeScalarView()
      for x in rect.x..<rect.maxX { row.append(self[x, y].scalar) }
      return String(row)
    }
  }
}
