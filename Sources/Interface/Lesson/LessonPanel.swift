import Lessons
import Plotting

/// The panel with the text of a lesson: beside the scene where it is wide, else below it.
enum LessonPanel {
  /// Room for a formula of forty characters with its indentation and the border.
  private static let sideWidth = 46
  /// Below this width the scene gets the whole of it and the text goes under it: most scenes are wider than high.
  private static let leastWidth = 140
  /// From this width on, text and task stand side by side and need fewer rows, which the scene can use.
  private static let roomyWidth = 100
  /// Wider text tires the eye.
  static let widestText = 76

  /// Divides the screen between the scene and the text, which is as tall as the words of its page and no taller.
  static func divide(_ area: Rect, for page: LessonPage) -> (scene: Rect, text: Rect) {
    if area.width >= leastWidth {
      let (left, right) = area.splitLeft(area.width - sideWidth)
      return (left, right)
    }
    let most = min(area.width >= roomyWidth ? 10 : 12, max(8, area.height * 3 / 7))
    let height = min(most, page.rowsNeeded(width: area.width))
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
    let more = look.glyphs.text(" ↓ \(page.key(.lessonNext)) ", ascii: " v \(page.key(.lessonNext)) ")
    look.put(
      more, x: rect.maxX - more.cellWidth - 2, y: rect.maxY - 1, in: rect, style: look.theme.accent, frame: &frame)
  }
}

extension LessonPage {
  /// Where the text and the task of a page lie in a panel.
  private struct Arrangement {
    let content: Content
    let text: Rect
    /// Beside the text; nil where the task comes under it.
    let task: Rect?
  }

  /// Text and task side by side where both have room, else one under the other.
  private func arrangement(in rect: Rect) -> Arrangement {
    let inside = Panel.interior(of: rect).inset(left: 1, right: 1)
    guard hasTask, !say.isEmpty, isDivided(inside) else {
      let width = min(inside.width, LessonPanel.widestText)
      return Arrangement(content: content(textWidth: width, taskWidth: width), text: inside, task: nil)
    }
    let (left, right) = inside.splitLeft(leftWidth(inside))
    let task = right.inset(left: 2)
    let content = content(textWidth: left.width, taskWidth: min(task.width, LessonPanel.widestText))
    return Arrangement(content: content, text: left, task: task)
  }

  /// The columns of the page in a panel.
  func columns(in rect: Rect) -> [(lines: [StyledLine], area: Rect)] {
    guard !Panel.interior(of: rect).inset(left: 1, right: 1).isEmpty else { return [] }
    let placed = arrangement(in: rect)
    let (text, task) = (placed.content.text, placed.content.task)
    if let area = placed.task { return [(text, placed.text), (task, area)] }
    let gap = text.isEmpty || task.isEmpty ? [] : [StyledLine()]
    return [(text + gap + task, placed.text)]
  }

  /// How many rows a panel of a width needs, its border included, so that nothing of the page has to be scrolled.
  ///
  /// Whatever is answered to its question and however its task stands: the panel stays as it is until the page is turned.
  func rowsNeeded(width: Int) -> Int {
    let rect = Rect(x: 0, y: 0, width: width, height: 100)
    let replies: [LessonPlayer.Reply?] =
      switch player.step?.question?.answer {
      case .choice: [nil, .wrongChoice(0), .right]
      case .number: [nil, .wrongNumber(-0.12345), .right]
      case .state: [nil, .right]
      case nil: [nil]
      }
    let heights = replies.flatMap { reply in
      var answered = player
      answered.replies[player.page] = reply
      return LessonPage(player: answered, readings: nil, look: look, keys: keys).columns(in: rect).map(\.lines.count)
    }
    // One more for the word that a task is done.
    return (heights.max() ?? 0) + (player.task.isEmpty ? 0 : 1) + rect.height - Panel.interior(of: rect).height
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
    guard case .choice? = player.openQuestion?.answer else { return nil }
    let placed = arrangement(in: rect)
    let area = placed.task ?? placed.text
    guard area.contains(column, row) else { return nil }
    let above = placed.task == nil && !placed.content.text.isEmpty ? placed.content.text.count + 1 : 0
    let scroll = min(max(0, player.scroll), scrollRange(in: rect).upperBound)
    return placed.content.choices.firstIndex { $0.contains(row - area.y + scroll - above) }
  }
}
