import Plotting
import Terminal
import Training

/// A setting as a row that can be changed in place.
struct SettingRow: Sendable {
  /// What the arrows ask for.
  enum Turn: Sendable {
    /// The next value, as the key table steps, from what it stands at; there may be fewer words than the table has, and
    /// from some number on all may be the same.
    case steps(from: Setting?, words: [String]? = nil, most: Int = .max)
    /// Something that there is a key for, up and down.
    case asks(up: Action, down: Action)
    /// One value or the other.
    case goes(up: Setting, down: Setting)
  }

  let key: Key
  let name: SafeText
  /// What it stands at, as it is shown.
  let value: String
  let turn: Turn

  /// A row; without a name of its own it is called as the key table has it.
  init(_ key: Key, name: SafeText? = nil, value: String, turn: Turn) {
    self.key = key
    self.name = name ?? SafeText(key.specification.label ?? key.rawValue)
    self.value = value
    self.turn = turn
  }
}

/// The settings of a scene as rows, one of them selected: what they look like, and what keys and mouse do with them.
struct SettingPanel {
  /// The rows from the top.
  let rows: [SettingRow]

  // MARK: Answers

  /// Answers a key; what it does not know is not its own.
  func answer(_ key: KeyPress, selected: inout Int, context: SceneContext) -> SceneAnswer {
    let row = clamped(selected)
    switch key {
    case .up, .character("k"): selected = max(0, row - 1)
    case .down, .character("j"): selected = clamped(row + 1)
    case .left, .character("h"): return .done(turn(row, by: -1, context))
    case .right, .character("l"): return .done(turn(row, by: 1, context))
    case .enter: return .done([open(row, context)])
    default: return .notMine
    }
    return .done([])
  }

  /// Answers a click: it selects a row; on the selected one it turns it, back on the left half and on on the right one,
  /// as the right button does anywhere.
  func answer(_ mouse: MouseEvent, in rect: Rect, selected: inout Int, context: SceneContext) -> SceneAnswer {
    guard mouse.kind == .press else { return .notMine }
    let row = mouse.row - rect.y + firstRow(selected, height: rect.height)
    guard mouse.row >= rect.y, rows.indices.contains(row) else { return .done([]) }
    let isSelected = row == selected
    selected = row
    if mouse.button == .right { return .done(turn(row, by: 1, context)) }
    guard isSelected else { return .done([]) }
    return .done(turn(row, by: mouse.column < rect.x + rect.width / 2 ? -1 : 1, context))
  }

  private func clamped(_ row: Int) -> Int { max(0, min(row, rows.count - 1)) }

  /// What turning a row by one asks for.
  private func turn(_ index: Int, by distance: Int, _ context: SceneContext) -> [SceneRequest] {
    let row = rows[index]
    switch row.turn {
    case .asks(let up, let down): return [.action(distance > 0 ? up : down)]
    case .goes(let up, let down): return [.set(row.key, distance > 0 ? up : down)]
    case .steps(let present, let words, let most):
      let subject = context.description.subject
      guard let next = row.key.next(after: present, by: distance, in: subject, among: words, most: most) else {
        return [open(index, context)]
      }
      return [.set(row.key, next)]
    }
  }

  /// What Enter on a row asks for: the list of its values, what there is a key for, or a line to type in.
  private func open(_ index: Int, _ context: SceneContext) -> SceneRequest {
    let row = rows[index]
    if case .asks(let up, let down) = row.turn, up == down { return .action(up) }
    return PickerItem.isListed(row.key, in: context.description) ? .pick(row.key) : .action(.commandLine)
  }

  // MARK: Drawing

  /// How many rows are above the window of `height` rows that shows the selection.
  private func firstRow(_ selected: Int, height: Int) -> Int { max(0, min(selected - height + 1, rows.count - height)) }

  /// Draws as many rows as fit; while the panel has the focus, the selected one is always in sight and has arrows.
  func draw(in rect: Rect, selected: Int, isFocused: Bool, look: Look, frame: inout Frame) {
    let first = firstRow(selected, height: rect.height)
    let nameWidth = min(16, max(8, rect.width * 3 / 5))
    for (offset, row) in rows.dropFirst(first).prefix(rect.height).enumerated() {
      let isSelected = isFocused && first + offset == selected
      let y = rect.y + offset
      let style = isSelected ? look.theme.selected : look.theme.text
      if isSelected { frame.fill(Rect(x: rect.x, y: y, width: rect.width, height: 1), with: Cell(" ", style: style)) }
      let nameRoom = Rect(x: rect.x, y: y, width: min(rect.width, nameWidth - 1), height: 1)
      look.put(row.name, x: rect.x, y: y, in: nameRoom, style: isSelected ? style : look.theme.muted, frame: &frame)
      let arrows = look.glyphs.isUnicode ? ("◂ ", " ▸") : ("< ", " >")
      let shown = isSelected ? "\(arrows.0)\(row.value)\(arrows.1)" : row.value
      // The last column is left for the arrows that say that there are more rows.
      let edge = rows.count > rect.height ? 1 : 0
      let room = Rect(x: rect.x + nameWidth, y: y, width: max(0, rect.width - nameWidth - edge), height: 1)
      let text = look.glyphs.text(SafeText(shown)).truncated(to: room.width, glyphs: look.glyphs)
      look.put(text, x: room.x, y: y, in: room, style: style, frame: &frame)
    }
    ScrollMark(above: first > 0, below: first + rect.height < rows.count).draw(
      alongside: rect, look: look, frame: &frame)
  }
}
