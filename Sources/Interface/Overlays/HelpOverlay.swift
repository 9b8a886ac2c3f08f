import Plotting
import Terminal
import Training

/// The help: every key of the scene, found by typing.
public struct HelpOverlay: Sendable {
  private var search = TextField()
  private var scroll = 0

  /// Opens at the top with nothing searched for.
  public init() {}

  /// Answers a key; false closes the help.
  mutating func press(_ key: KeyPress) -> Bool {
    switch key {
    case .escape: return false
    case .enter: return false
    case .character("?") where search.text.isEmpty: return false
    case .character("q") where search.text.isEmpty: return false
    case .down: scroll += 1
    case .up: scroll = max(0, scroll - 1)
    case .pageDown: scroll += 10
    case .pageUp: scroll = max(0, scroll - 10)
    default:
      if search.press(key) { scroll = 0 }
    }
    return true
  }

  mutating func search(appending text: String) {
    search.insert(text)
    scroll = 0
  }

  /// A line of the help: a heading, or a key and what it does, without the key where that takes a further line.
  private enum Line {
    case heading(String)
    case entry(key: String, text: SafeText)
    case blank
  }

  /// Where texts begin in a column.
  private static let indent = 9

  private func lines(_ bindings: [KeyBinding], width: Int) -> [Line] {
    let wanted = search.text.lowercased()
    var lines: [Line] = []
    for group in KeyBinding.Group.allCases {
      let members = bindings.filter { binding in
        binding.group == group
          && (wanted.isEmpty || binding.help.lowercased().contains(wanted) || binding.label.lowercased() == wanted
            || binding.action.rawValue.contains(wanted))
      }
      guard !members.isEmpty else { continue }
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(group.rawValue))
      for member in members {
        let texts = Paragraph(SafeText(member.help), width: width - Self.indent).lines
        lines += texts.enumerated().map { .entry(key: $0 == 0 ? member.label : "", text: $1) }
      }
    }
    return lines
  }

  /// Draws the help over the middle of an area.
  func draw(in area: Rect, bindings: [KeyBinding], look: Look, frame: inout Frame) {
    let columns = area.width >= 110 ? 2 : 1
    let width = min(area.width, columns == 2 ? 120 : 66)
    let columnWidth = Look.dialogInterior(of: Rect(x: 0, y: 0, width: width, height: 8)).width / columns
    let lines = lines(bindings, width: columnWidth - 1)
    let wantedRows = (lines.count + columns - 1) / columns + 4
    let box = area.centered(width: width, height: min(area.height, max(8, wantedRows)))
    let inside = look.dialog("help", right: "type to search · Esc closes", in: box, frame: &frame)
    let field = search.text.isEmpty ? "/" : "/ \(search.text)"
    look.put(SafeText(field), x: inside.x, y: inside.y, in: inside, style: look.theme.accent, frame: &frame)
    if lines.isEmpty {
      look.put("no key does that", x: inside.x, y: inside.y + 2, in: inside, style: look.theme.muted, frame: &frame)
    }
    let rows = max(0, inside.height - 2)
    let visible = rows * columns
    let first = min(scroll, max(0, lines.count - visible))
    for (offset, line) in lines.dropFirst(first).prefix(visible).enumerated() where rows > 0 {
      let x = inside.x + offset / rows * columnWidth
      let y = inside.y + 2 + offset % rows
      let cell = Rect(x: x, y: y, width: columnWidth - 1, height: 1)
      switch line {
      case .heading(let text): look.put(SafeText(text), x: x, y: y, in: cell, style: look.theme.heading, frame: &frame)
      case .entry(let key, let text):
        look.put(SafeText(key), x: x + 1, y: y, in: cell, style: look.theme.key, frame: &frame)
        look.put(text, x: x + Self.indent, y: y, in: cell, style: look.theme.text, frame: &frame)
      case .blank: break
      }
    }
    if first + visible < lines.count {
      let more = look.glyphs.text("↓ more", ascii: "v more")
      look.put(
        more, x: inside.maxX - more.cellWidth, y: inside.y, in: inside, style: look.theme.muted, frame: &frame)
    }
  }
}
