import Lessons
import Plotting

/// The panel with the text of a lesson: beside the scene where it is wide, else below it.
enum LessonPanel {
  /// Room for a formula of forty characters with its indentation and the border.
  private static let sideWidth = 46
  /// Below this width the scene gets the whole of it and the text goes under it: most scenes are wider than high.
  private static let leastWidth = 140
  /// Wider text tires the eye.
  static let widestText = 76

  /// Divides the screen between the scene and the text.
  static func divide(_ area: Rect) -> (scene: Rect, text: Rect) {
    if area.width >= leastWidth {
      let (left, right) = area.splitLeft(area.width - sideWidth)
      return (left, right)
    }
    let height = min(12, max(8, area.height * 3 / 7))
    let (top, bottom) = area.splitTop(max(0, area.height - height))
    return (top, bottom)
  }

  /// Draws a page.
  static func draw(_ page: LessonPage, in rect: Rect, look: Look, frame: inout Frame) {
    let lesson = page.player.lesson
    let count = lesson.steps.count
    let remark: SafeText =
      page.player.isAtEnd ? (lesson.goal == nil ? "end" : "goal") : "\(page.player.page + 1) of \(count)"
    let title: SafeText = "\(lesson.section) · \(lesson.title)"
    let inside = Panel(title, remark: remark, style: look.plotStyle).draw(in: rect, on: &frame)
      .inset(left: 1, right: 1)
    let columns = page.columns(in: rect)
    let scroll = min(max(0, page.player.scroll), page.scrollRange(in: rect).upperBound)
    for (lines, area) in columns {
      Array(lines.dropFirst(scroll)).draw(
        in: Rect(x: area.x, y: inside.y, width: area.width, height: inside.height), look: look, frame: &frame)
    }
    guard page.isCutBelow(in: rect) else { return }
    let more = look.glyphs.text(" ↓ n ", ascii: " v n ")
    look.put(
      more, x: rect.maxX - more.cellWidth - 2, y: rect.maxY - 1, in: rect, style: look.theme.accent, frame: &frame)
  }
}

extension LessonPage {
  /// The columns of the page in a panel: text and task side by side where both have room, else one under the other.
  func columns(in rect: Rect) -> [(lines: [StyledLine], area: Rect)] {
    let inside = Panel.interior(of: rect).inset(left: 1, right: 1)
    guard !inside.isEmpty else { return [] }
    guard hasTask, !say.isEmpty, isDivided(inside) else {
      let width = min(inside.width, LessonPanel.widestText)
      let content = content(textWidth: width, taskWidth: width)
      let gap = content.text.isEmpty || content.task.isEmpty ? [] : [StyledLine()]
      return [(content.text + gap + content.task, inside)]
    }
    let (left, right) = inside.splitLeft(leftWidth(inside))
    let content = content(textWidth: left.width, taskWidth: min(right.width - 2, LessonPanel.widestText))
    return [(content.text, left), (content.task, right.inset(left: 2))]
  }

  private func leftWidth(_ inside: Rect) -> Int {
    max(inside.width * 11 / 20, LessonText(look: look).formulaWidth(say))
  }

  private func isDivided(_ inside: Rect) -> Bool { inside.width >= 68 && inside.width - leftWidth(inside) >= 30 }

  /// How far the text can be scrolled in a panel.
  func scrollRange(in rect: Rect) -> ClosedRange<Int> {
    let height = Panel.interior(of: rect).height
    let longest = columns(in: rect).map(\.lines.count).max() ?? 0
    return 0...max(0, longest - max(0, height))
  }

  /// Whether there is text below the panel.
  func isCutBelow(in rect: Rect) -> Bool {
    let last = scrollRange(in: rect).upperBound
    return min(max(0, player.scroll), last) < last
  }

  /// The choice that stands at a place of the panel; nil where there is none.
  func choice(atColumn column: Int, row: Int, in rect: Rect) -> Int? {
    let inside = Panel.interior(of: rect).inset(left: 1, right: 1)
    guard inside.contains(column, row), case .choice? = player.openQuestion?.answer else { return nil }
    let columns = columns(in: rect)
    let scroll = min(max(0, player.scroll), scrollRange(in: rect).upperBound)
    let line = row - inside.y + scroll
    let content: Content
    var above = 0
    if columns.count == 2 {
      guard columns[1].area.contains(column, row) else { return nil }
      let taskWidth = min(columns[1].area.width, LessonPanel.widestText)
      content = self.content(textWidth: columns[0].area.width, taskWidth: taskWidth)
    } else {
      let width = min(inside.width, LessonPanel.widestText)
      content = self.content(textWidth: width, taskWidth: width)
      above = content.text.isEmpty ? 0 : content.text.count + 1
    }
    return content.choices.firstIndex { $0.contains(line - above) }
  }
}
