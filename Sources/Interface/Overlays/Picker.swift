import Learning
import Plotting
import Terminal
import Training

/// A list to choose the value of a setting from, with search and a live preview.
package struct Picker: Sendable {
  /// The setting that is chosen.
  let key: Key
  private let items: [PickerItem]
  private let isMultiple: Bool
  private var chosen: Set<String>
  private var search = TextField()
  private var selection = 0
  private var isSearching = false

  /// What a key led to.
  enum Answer {
    case stay
    case cancel
    case chose(String)
  }

  /// Opens the list of a setting's values.
  init(key: Key, description: Description) {
    self.key = key
    items = PickerItem.items(for: key, in: description)
    let present = description[key]?.text ?? ""
    if case .words(_, let most, _) = key.specification.kind(in: description.subject), most > 1, key == .features {
      isMultiple = true
      chosen = Set(present.split(separator: ",").map(String.init))
    } else {
      isMultiple = false
      chosen = []
    }
    selection = items.firstIndex { $0.value == present } ?? 0
  }

  private var visible: [PickerItem] {
    let wanted = search.text.lowercased()
    guard !wanted.isEmpty else { return items }
    return items.filter { $0.value.lowercased().contains(wanted) || $0.detail.lowercased().contains(wanted) }
  }

  /// The item under the selection.
  var selected: PickerItem? {
    let visible = visible
    return visible.indices.contains(selection) ? visible[selection] : nil
  }

  mutating func search(appending text: String) {
    search.insert(text)
    selection = 0
  }

  /// Answers a key.
  mutating func press(_ key: KeyPress) -> Answer {
    switch key {
    case .escape:
      if isSearching || !search.text.isEmpty {
        search = TextField()
        isSearching = false
        return .stay
      }
      return .cancel
    case .down: selection = min(selection + 1, max(0, visible.count - 1))
    case .up: selection = max(0, selection - 1)
    case .home: selection = 0
    case .end: selection = max(0, visible.count - 1)
    case .pageDown: selection = min(selection + 10, max(0, visible.count - 1))
    case .pageUp: selection = max(0, selection - 10)
    case .character(" ") where isMultiple:
      if let value = selected?.value {
        if chosen.contains(value) { chosen.remove(value) } else { chosen.insert(value) }
      }
    case .enter:
      if isMultiple {
        let ordered = items.map(\.value).filter(chosen.contains)
        return ordered.isEmpty ? .stay : .chose(ordered.joined(separator: ","))
      }
      if let value = selected?.value { return .chose(value) }
      if !search.text.isEmpty { return .chose(search.text) }
    case .character("/") where !isSearching: isSearching = true
    case .character("j") where !isSearching: selection = min(selection + 1, max(0, visible.count - 1))
    case .character("k") where !isSearching: selection = max(0, selection - 1)
    default:
      isSearching = true
      if search.press(key) { selection = 0 }
    }
    return .stay
  }

  /// Draws the list, and beside it what the selection would look like.
  func draw(in area: Rect, description: Description, look: Look, frame: inout Frame) {
    let hasPreview = (key == .data || key == .function && description.subject != .graph) && area.width >= 76
    let width = min(area.width - 2, hasPreview ? 104 : 70)
    let box = area.centered(
      width: width, height: min(area.height, max(14, items.count + 6 + Self.summaryHeight)))
    let hint: SafeText = isMultiple ? "space marks · Enter takes" : "/ searches · Enter takes · Esc leaves"
    let inside = look.dialog(SafeText(key.rawValue), right: hint, in: box, frame: &frame)
    let (left, preview) =
      hasPreview ? inside.splitLeft(inside.width * 11 / 20) : (inside, Rect(x: 0, y: 0, width: 0, height: 0))
    let field: SafeText = isSearching || !search.text.isEmpty ? "/ \(search.text)" : SafeText(key.specification.help)
    let heading = Paragraph(field, width: left.width - 1).lines
    for (offset, line) in heading.prefix(2).enumerated() {
      look.put(
        line, x: left.x, y: left.y + offset, in: left,
        style: isSearching ? look.theme.accent : look.theme.muted, frame: &frame)
    }
    let about = Paragraph(SafeText(selected?.summary ?? ""), width: left.width - 1).lines
    let aboutHeight = left.height >= 10 ? Self.summaryHeight : 0
    let list = left.inset(top: min(2, heading.count) + 1, bottom: aboutHeight > 0 ? aboutHeight + 1 : 0)
    drawList(in: list, look: look, frame: &frame)
    for (offset, line) in about.prefix(aboutHeight).enumerated() {
      look.put(
        line, x: left.x, y: list.maxY + 1 + offset, in: left, style: look.theme.text, frame: &frame)
    }
    if visible.isEmpty {
      look.put(
        "nothing by that name; Enter takes what is typed", x: list.x, y: list.y, in: left, style: look.theme.muted,
        frame: &frame)
    }
    if hasPreview, key == .function, let selected {
      FunctionPreview.draw(
        named: selected.value, description: description, in: preview.inset(left: 1), look: look, frame: &frame)
    } else if hasPreview, let selected {
      DatasetPreview.draw(
        named: selected.value, description: description, in: preview.inset(left: 1), look: look, frame: &frame)
    }
  }

  /// So many rows say what the selection is for.
  private static let summaryHeight = 3

  /// Draws the rows around the selection: the mark, the value, and what it is where the words have room as a whole.
  private func drawList(in list: Rect, look: Look, frame: inout Frame) {
    let visible = visible
    let rows = max(1, list.height)
    let first = max(0, min(selection - rows / 2, visible.count - rows))
    let column = min(24, max(12, (visible.map { SafeText($0.value).cellWidth }.max() ?? 0) + 5))
    for (offset, item) in visible.dropFirst(first).prefix(rows).enumerated() {
      let isSelected = first + offset == selection
      let row = Rect(x: list.x, y: list.y + offset, width: list.width - 1, height: 1)
      let style = isSelected ? look.theme.selected : look.theme.text
      if isSelected { frame.fill(row.intersection(list), with: Cell(" ", style: style)) }
      let mark = isMultiple ? (chosen.contains(item.value) ? "[x] " : "[ ] ") : (isSelected ? "› " : "  ")
      let taken = look.put(
        SafeText(mark + item.value), x: row.x, y: row.y, in: row.intersection(list), style: style, frame: &frame)
      let start = row.x + max(taken + 2, column)
      let detail = look.glyphs.text(SafeText(item.detail))
      guard start + detail.cellWidth <= row.maxX else { continue }
      look.put(
        detail, x: start, y: row.y, in: row.intersection(list), style: isSelected ? style : look.theme.muted,
        frame: &frame)
    }
    ScrollMark(above: first > 0, below: first + rows < visible.count).draw(alongside: list, look: look, frame: &frame)
  }
}
