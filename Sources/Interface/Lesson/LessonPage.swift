import Training
import Lessons
import Plotting

/// A page of a lesson as it is drawn: what is said, and what the user is asked or is to bring about.
struct LessonPage {
  let player: LessonPlayer
  /// What can be read of the run; nil while there is none.
  let readings: Readings?
  let look: Look
  let keys: KeyBindings

  /// The lines of a page and which of them are choices.
  struct Content {
    var text: [StyledLine] = []
    var task: [StyledLine] = []
    /// The lines of the task on which a choice stands, by the choice.
    var choices: [Range<Int>] = []
  }

  private var theme: Theme { look.theme }
  private var writer: LessonText { LessonText(look: look) }

  /// What is said on the page.
  var say: String {
    if let step = player.step { return step.say }
    if let goal = player.lesson.goal { return goal.say }
    return "This is the end of the lesson."
  }

  /// Whether there is something to do besides reading.
  var hasTask: Bool { player.step?.question != nil || !player.task.isEmpty || player.isAtEnd }

  /// The lines for columns of a width each.
  func content(textWidth: Int, taskWidth: Int) -> Content {
    var content = Content(text: writer.lines(say, width: textWidth))
    if !player.task.isEmpty {
      content.task += conditions(player.task, width: taskWidth)
      if let readings, player.task.allSatisfy({ $0.holds(in: readings) }) {
        content.task += writer.wrapped("Done: all of it holds.", width: taskWidth, style: theme.good)
      }
    }
    if let step = player.step {
      if !step.wait.isEmpty { content.task += hint(step, width: taskWidth) }
      if let question = step.question { add(question, step, width: taskWidth, to: &content) }
    } else {
      addEnd(width: taskWidth, to: &content)
    }
    return content
  }

  // MARK: Tasks

  private var checked: SafeText { look.glyphs.isUnicode ? "✓" : "x" }
  private var unchecked: SafeText { look.glyphs.isUnicode ? "○" : "-" }

  /// A line for each condition: whether it holds, what is wanted, what is.
  private func conditions(_ conditions: [Condition], width: Int) -> [StyledLine] {
    conditions.flatMap { condition -> [StyledLine] in
      let holds = readings.map { condition.holds(in: $0) } ?? false
      let mark = StyledLine(holds ? checked : unchecked, holds ? theme.good : theme.warning)
      let words = SafeText(condition.words(look.glyphs))
      let now = SafeText(condition.words(now: readings, look.glyphs))
      let whole = mark.adding(" \(words)", theme.text).adding("  \(now)", theme.muted)
      if whole.width(look.glyphs) <= width { return [whole] }
      return [mark.adding(" \(words)", theme.text), StyledLine("    \(now)", theme.muted)]
    }
  }

  private func hint(_ step: LessonStep, width: Int) -> [StyledLine] {
    step.hint.isEmpty ? [] : writer.wrapped("Hint: \(step.hint)", width: width, style: theme.muted, hanging: 2)
  }

  private func add(_ question: Question, _ step: LessonStep, width: Int, to content: inout Content) {
    if !content.task.isEmpty { content.task.append(StyledLine()) }
    content.task += writer.wrapped(question.text, width: width, style: theme.heading)
    let reply = player.replies[player.page]
    switch question.answer {
    case .choice(let choices, let right):
      for (index, choice) in choices.enumerated() {
        let start = content.task.count
        content.task += line(of: choice, index, isRight: index == right, reply, width: width)
        content.choices.append(start..<content.task.count)
      }
    case .number:
      if reply != .right {
        let cursor = look.glyphs.isUnicode ? "▏" : "_"
        content.task.append(StyledLine("= \(player.input.text)\(cursor)", theme.accent))
      }
    case .state(let wanted, _): content.task += conditions(wanted, width: width)
    }
    content.task += feedback(reply, question, step, width: width)
  }

  private func line(
    of choice: String, _ index: Int, isRight: Bool, _ reply: LessonPlayer.Reply?, width: Int
  ) -> [StyledLine] {
    let (mark, style): (SafeText, Style) =
      switch reply {
      case .right where isRight: (checked, theme.good)
      case .wrongChoice(index): (look.glyphs.isUnicode ? "✗" : "!", theme.bad)
      default: ("\(index + 1)", theme.key)
      }
    let lines = Paragraph(look.glyphs.text(SafeText(choice)), width: width - 3).lines
    return lines.enumerated().map { offset, line in
      StyledLine(offset == 0 ? mark : " ", style).adding("  \(line)", theme.text)
    }
  }

  private func feedback(
    _ reply: LessonPlayer.Reply?, _ question: Question, _ step: LessonStep, width: Int
  ) -> [StyledLine] {
    switch reply {
    case nil:
      // The way to a state may be found only with help.
      if case .state = question.answer { return step.wait.isEmpty ? hint(step, width: width) : [] }
      return []
    case .right:
      let because = question.because.isEmpty ? "" : " \(question.because)"
      return writer.wrapped("Right.\(because)", width: width, style: theme.good)
    case .wrongChoice:
      return writer.wrapped("No. Try again.", width: width, style: theme.bad) + hint(step, width: width)
    case .wrongNumber(let number):
      let words = "Not \(MathText(glyphs: look.glyphs).number(number)). Try again."
      return writer.wrapped(words, width: width, style: theme.bad) + hint(step, width: width)
    }
  }

  /// The key that is shown for an action.
  func key(_ action: AppAction) -> SafeText { SafeText(keys.name(of: action, in: .lesson)) }

  private func addEnd(width: Int, to content: inout Content) {
    if !content.task.isEmpty { content.task.append(StyledLine()) }
    if let next = BuiltInLessons.lesson(after: player.lesson) {
      content.task += writer.wrapped("Next: \(next.title)", width: width, style: theme.heading)
      content.task.append(StyledLine(key(.lessonNext), theme.key).adding(" opens it", theme.muted))
    }
    content.task.append(
      StyledLine(key(.lessonBack), theme.key).adding(" goes back  ", theme.muted).adding(key(.home), theme.key)
        .adding(" all lessons", theme.muted))
  }
}
