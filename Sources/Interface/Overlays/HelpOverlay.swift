import Plotting
import Terminal
import Training

/// The help: every key of the scene, and what people ask about that is no key, found by typing.
package struct HelpOverlay: Sendable {
  private var search = TextField()
  private var scroll = 0

  /// Opens at the top with nothing searched for.
  package init() {}

  /// Answers a key; false closes the help.
  ///
  /// Letters are searched for, whichever they are.
  ///
  /// - Parameter most: How many lines can be scrolled out of sight.
  mutating func press(_ key: KeyPress, most: Int) -> Bool {
    switch key {
    case .escape, .enter: return false
    case .character("?") where search.text.isEmpty: return false
    // Where it is open already, the key that searches lists has nothing to add.
    case .character("/") where search.text.isEmpty: break
    case .down: scroll = min(scroll + 1, most)
    case .up: scroll = max(0, min(scroll, most) - 1)
    case .pageDown: scroll = min(scroll + 10, most)
    case .pageUp: scroll = max(0, min(scroll, most) - 10)
    case .home: scroll = 0
    case .end: scroll = most
    default:
      if search.press(key) { scroll = 0 }
    }
    return true
  }

  mutating func search(appending text: String) {
    search.insert(text)
    scroll = 0
  }

  /// A line of the help: a heading, a key and what it does (without the key where that takes a further line), or text.
  enum Line {
    case heading(SafeText)
    case entry(key: String, text: SafeText)
    case text(SafeText)
    case blank
  }

  /// Where texts begin in a column.
  private static let indent = 9

  /// What is found: first topics that are called so, then keys, then topics that only speak of it.
  func lines(_ bindings: [KeyBinding], keys: KeyBindings, width: Int) -> [Line] {
    let wanted = HelpTopic.wanted(search.text)
    let named = wanted.isEmpty ? [] : HelpTopic.all.filter { $0.isNamed(by: wanted) }
    let name = keys.names
    let telling =
      wanted.isEmpty || !named.isEmpty
      ? []
      : HelpTopic.all.filter { topic in
        let text = topic.text(name).lowercased()
        return wanted.allSatisfy { text.contains($0) }
      }
    let parts =
      named.map { lines(of: $0, name, width: width) }
      + keyLines(bindings, width: width)
      + telling.map { lines(of: $0, name, width: width) } + (search.text.isEmpty ? [ideas(width: width)] : [])
    return Array(parts.joined(separator: [.blank]))
  }

  private func keyLines(_ bindings: [KeyBinding], width: Int) -> [[Line]] {
    let wanted = search.text.lowercased()
    return KeyBinding.Group.allCases.compactMap { group in
      let members = bindings.filter { binding in
        let told = bindings.filter { binding.partners.contains($0.action) }
        return binding.group == group && !binding.isToldElsewhere
          && (wanted.isEmpty || ([binding] + told).contains { $0.isFound(by: wanted) })
      }
      guard !members.isEmpty else { return nil }
      return [.heading(SafeText(group.rawValue))]
        + members.flatMap { member in
          Paragraph(SafeText(member.help), width: width - Self.indent).lines.enumerated()
            .map { Line.entry(key: $0 == 0 ? member.label : "", text: $1) }
        }
    }
  }

  private func lines(of topic: HelpTopic, _ name: KeyBindings.Names, width: Int) -> [Line] {
    [.heading(SafeText(topic.title))]
      + Paragraph(SafeText(topic.text(name)), width: width - 1).lines.map { .text($0) }
  }

  /// What can be asked about.
  private func ideas(width: Int) -> [Line] {
    let titles = HelpTopic.all.map(\.title).joined(separator: " · ")
    return [.heading("Type a word to ask about")]
      + Paragraph(SafeText(titles), width: width - 1).lines.map { .text($0) }
  }

  /// Where the help lies over an area, its columns, and the lines that it has there.
  private func place(
    in area: Rect, bindings: [KeyBinding], keys: KeyBindings
  ) -> (box: Rect, columns: Int, columnWidth: Int, lines: [Line]) {
    let columns = area.width >= 110 ? 2 : 1
    let width = min(area.width, columns == 2 ? 120 : 66)
    let columnWidth = Look.dialogInterior(of: Rect(x: 0, y: 0, width: width, height: 8)).width / columns
    let lines = lines(bindings, keys: keys, width: columnWidth - 1)
    let wantedRows = (lines.count + columns - 1) / columns + 4
    return (area.centered(width: width, height: min(area.height, max(8, wantedRows))), columns, columnWidth, lines)
  }

  /// How many of its lines can be scrolled out of sight above.
  func mostScroll(in area: Rect, bindings: [KeyBinding], keys: KeyBindings) -> Int {
    let (box, columns, _, lines) = place(in: area, bindings: bindings, keys: keys)
    return max(0, lines.count - max(0, Look.dialogInterior(of: box).height - 2) * columns)
  }

  /// Draws the help over the middle of an area.
  func draw(in area: Rect, bindings: [KeyBinding], keys: KeyBindings, look: Look, frame: inout Frame) {
    let (box, columns, columnWidth, lines) = place(in: area, bindings: bindings, keys: keys)
    let inside = look.dialog("help", right: "type to search · Esc closes", in: box, frame: &frame)
    let field: SafeText = search.text.isEmpty ? "/ a key or an idea: mouse, batch, wrong ..." : "/ \(search.text)"
    look.put(
      field, x: inside.x, y: inside.y, in: inside,
      style: search.text.isEmpty ? look.theme.muted : look.theme.accent, frame: &frame)
    if lines.isEmpty {
      look.put(
        "nothing is called that; Esc, then ? shows everything", x: inside.x, y: inside.y + 2, in: inside,
        style: look.theme.muted, frame: &frame)
    }
    let rows = max(0, inside.height - 2)
    let visible = rows * columns
    let first = min(scroll, max(0, lines.count - visible))
    for (offset, line) in lines.dropFirst(first).prefix(visible).enumerated() where rows > 0 {
      let place = Rect(
        x: inside.x + offset / rows * columnWidth, y: inside.y + 2 + offset % rows, width: columnWidth - 1, height: 1)
      draw(line, in: place, look: look, frame: &frame)
    }
    ScrollMark(above: first > 0, below: first + visible < lines.count)
      .draw(rightIn: Rect(x: inside.x, y: inside.y, width: inside.width, height: 1), look: look, frame: &frame)
  }

  private func draw(_ line: Line, in place: Rect, look: Look, frame: inout Frame) {
    switch line {
    case .heading(let text):
      look.put(text, x: place.x, y: place.y, in: place, style: look.theme.heading, frame: &frame)
    case .entry(let key, let text):
      look.put(SafeText(key), x: place.x + 1, y: place.y, in: place, style: look.theme.key, frame: &frame)
      look.put(text, x: place.x + Self.indent, y: place.y, in: place, style: look.theme.text, frame: &frame)
    case .text(let text): look.put(text, x: place.x + 1, y: place.y, in: place, style: look.theme.text, frame: &frame)
    case .blank: break
    }
  }
}
