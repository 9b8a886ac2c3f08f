import Plotting
import Terminal
import Training

/// The line typed after a colon: a setting and its value, completed by Tab.
package struct CommandLineOverlay: Sendable {
  private let scene: SceneKind
  private var field = TextField()
  private var completion = 0

  /// What a key led to.
  enum Answer {
    case stay
    case cancel
    case entered(String)
  }

  /// Opens an empty line.
  init(scene: SceneKind) {
    self.scene = scene
  }

  mutating func insert(_ text: String) {
    field.insert(text)
  }

  /// Answers a key.
  mutating func press(_ key: KeyPress) -> Answer {
    switch key {
    case .escape: return .cancel
    case .enter: return field.text.isEmpty ? .cancel : .entered(field.text)
    case .backspace where field.text.isEmpty: return .cancel
    case .tab, .down: complete(by: 1)
    case .backTab, .up: complete(by: -1)
    default:
      if field.press(key) { completion = 0 }
    }
    return .stay
  }

  /// What the last word could become, with a line about each.
  private var candidates: [(text: String, about: String)] {
    let words = field.text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
    if words.count < 2 {
      let start = words.first.map(String.init) ?? ""
      let settings = Key.keys(of: scene).map { (text: $0.rawValue, about: $0.specification.help) }
      let commands = LineCommand.allCases.map { (text: $0.rawValue, about: $0.about) }
      return (settings + commands).filter { $0.text.hasPrefix(start) }
    }
    let start = String(words[1])
    let choices =
      LineCommand(spelled: String(words[0]))?.choices
      ?? Key(spelled: String(words[0]))?.specification.words(in: scene) ?? []
    return choices.filter { $0.hasPrefix(start) && $0 != start }.map {
      (text: "\(words[0]) \($0)", about: "")
    }
  }

  private mutating func complete(by distance: Int) {
    let candidates = candidates
    guard !candidates.isEmpty else { return }
    let index = ((completion + (distance > 0 ? 0 : -1)) % candidates.count + candidates.count) % candidates.count
    field.replace(with: candidates[index].text + (field.text.contains(" ") ? "" : " "))
    completion = 0
  }

  /// Draws the line at the foot of an area, its completions above it.
  func draw(in area: Rect, look: Look, frame: inout Frame) {
    guard area.height > 0 else { return }
    let row = Rect(x: area.x, y: area.maxY - 1, width: area.width, height: 1)
    let candidates = Array(candidates.prefix(max(0, min(8, area.height - 2))))
    let list = Rect(x: area.x, y: row.y - candidates.count, width: min(area.width, 84), height: candidates.count)
    frame.fill(list, with: Cell(" ", style: look.theme.dialog))
    for (offset, candidate) in candidates.enumerated() {
      look.put(
        SafeText(candidate.text), x: list.x + 1, y: list.y + offset, in: list, style: look.theme.key, frame: &frame)
      look.put(
        SafeText(candidate.about), x: list.x + 20, y: list.y + offset, in: list, style: look.theme.muted, frame: &frame)
    }
    frame.fill(row, with: Cell(" ", style: look.theme.text))
    look.put(":", x: row.x, y: row.y, in: row, style: look.theme.accent, frame: &frame)
    look.put(SafeText(field.text), x: row.x + 1, y: row.y, in: row, style: look.theme.text, frame: &frame)
    let cursor = row.x + 1 + SafeText(String(field.text.prefix(field.cursor))).cellWidth
    frame[cursor, row.y] = Cell(frame[cursor, row.y].scalar, style: Style(attributes: .reverse))
    let hint: SafeText = "Tab completes · Enter sets · Esc leaves"
    if row.width > 70 {
      look.put(hint, x: row.maxX - hint.cellWidth, y: row.y, in: row, style: look.theme.muted, frame: &frame)
    }
  }
}
