import Plotting
import Training

/// A setting as a row that can be changed in place.
struct SettingRow: Sendable {
  /// Which setting.
  let key: Key
  /// What it is called.
  let name: SafeText
  /// What it stands at.
  let value: String

  /// A row; without a name of its own it is called as its key.
  init(_ key: Key, name: SafeText? = nil, value: String) {
    self.key = key
    self.name = name ?? (key == .learningRate ? "learning rate" : SafeText(key.rawValue))
    self.value = value
  }
}

/// Settings as rows, one of them selected.
struct SettingList {
  /// The rows from the top.
  let rows: [SettingRow]
  /// The selected row, always in sight.
  let selected: Int
  /// Whether the panel has the focus: then the selected row has arrows.
  let isFocused: Bool

  /// A list with its selected row.
  init(rows: [SettingRow], selected: Int, isFocused: Bool) {
    self.rows = rows
    self.selected = selected
    self.isFocused = isFocused
  }

  /// A list with its selected row; nil while the panel is without focus.
  init(rows: [SettingRow], selected: Int?) {
    self.init(rows: rows, selected: selected ?? 0, isFocused: selected != nil)
  }

  /// How many rows are above the window of `height` rows that shows the selection.
  func firstRow(height: Int) -> Int { max(0, min(selected - height + 1, rows.count - height)) }

  /// Draws as many rows as fit.
  func draw(in rect: Rect, look: Look, frame: inout Frame) {
    let first = firstRow(height: rect.height)
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

/// How settings move under the arrows.
enum SettingLadder {
  /// The next of some words; past an end it goes on at the other.
  static func word(after present: String, by distance: Int, in words: [String]) -> String {
    guard !words.isEmpty else { return present }
    guard let index = words.firstIndex(of: present) else { return words[distance > 0 ? 0 : words.count - 1] }
    return words[((index + distance) % words.count + words.count) % words.count]
  }

  /// The next of some growing numbers; at an end it stays.
  static func number(after present: Double, by distance: Int, in numbers: [Double]) -> Double {
    if distance > 0 { return numbers.first { $0 > present * 1.000_001 } ?? present }
    return numbers.last { $0 < present * 0.999_999 } ?? present
  }

  /// A share below 1 moved by 0.05, or near 1 by halving what is missing; anything else doubled or halved.
  static func share(after number: Double, by distance: Int) -> Double {
    guard number < 1 else { return number * (distance > 0 ? 2 : 0.5) }
    let missing = 1 - number
    let moved =
      distance > 0
      ? (missing <= 0.1 ? 1 - missing / 2 : number + 0.05) : (missing < 0.1 ? 1 - missing * 2 : number - 0.05)
    return (max(0, moved) * 1e6).rounded() / 1e6
  }
}
