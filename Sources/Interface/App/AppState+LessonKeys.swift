import Lessons
import Plotting
import Terminal
import Training

extension AppState {
  /// Answers a key that belongs to the lesson: its own keys always, those of an answer while a question is open.
  ///
  /// - Returns: nil where it is none of the lesson's.
  mutating func press(lessonKey key: KeyPress) -> [Effect]? {
    guard let player = lesson else { return nil }
    if let action = keys.action(for: key, in: .lesson) { return act(action) }
    guard isLessonOpen, let question = player.openQuestion else { return nil }
    switch (question.answer, key) {
    case (.choice(let choices, let right), .character(let scalar)):
      guard let digit = Int(String(scalar)), 1...choices.count ~= digit else { return nil }
      lesson?.replies[player.page] = digit - 1 == right ? .right : .wrongChoice(digit - 1)
      lesson?.scroll = .max
      return []
    case (.number(let test), _): return press(key, answering: test, in: player)
    default: return nil
    }
  }

  /// Types a number: digits, a point, a minus; once something stands there, also an exponent and corrections.
  private mutating func press(_ key: KeyPress, answering test: Condition.Test, in player: LessonPlayer) -> [Effect]? {
    let isBegun = !player.input.text.isEmpty
    switch key {
    case .character(let scalar):
      let isNumeric =
        "0123456789.-−".unicodeScalars.contains(scalar) || isBegun && "eE+".unicodeScalars.contains(scalar)
      guard isNumeric else { return nil }
      _ = lesson?.input.press(.character(scalar == "−" ? "-" : scalar))
    case .backspace, .control("u"):
      guard isBegun else { return nil }
      _ = lesson?.input.press(key)
    case .escape:
      guard isBegun else { return nil }
      lesson?.input = TextField()
    case .enter:
      guard isBegun else { return nil }
      guard let number = Double(readingNumber: player.input.text) else {
        note = "'\(player.input.text)' is not a number"
        return []
      }
      lesson?.replies[player.page] = test.holds(for: number) ? .right : .wrongNumber(number)
      lesson?.input = TextField()
    default: return nil
    }
    lesson?.scroll = .max
    return []
  }

  /// The keys of the lesson for the key line: what goes on, what answers.
  var lessonKeyPairs: [(String, String)] {
    guard let player = lesson, !isPreviewing else { return [] }
    guard isLessonOpen else { return [(name(of: .lessonNext), "lesson")] }
    let next = isLessonCut ? "more" : player.isAtEnd ? "next lesson" : "next"
    var pairs = [(name(of: .lessonNext), next), (name(of: .lessonBack), "back")]
    switch player.openQuestion?.answer {
    case .choice(let choices, _)?: pairs.append(("1–\(choices.count)", "answer"))
    case .number?: pairs.append(player.input.text.isEmpty ? ("0–9", "answer") : ("Enter", "answer"))
    default: break
    }
    if player.hasStrayed { pairs.append((name(of: .lessonReturn), "as it was")) }
    return pairs
  }

  // MARK: The text and where it stands

  /// The page as it is drawn.
  var lessonPage: LessonPage? {
    lesson.map { LessonPage(player: $0, readings: readings, look: look, keys: keys) }
  }

  /// Whether a part of the text is below the panel.
  var isLessonCut: Bool {
    guard let lessonPage else { return false }
    return lessonPage.isCutBelow(in: rows.lesson)
  }

  /// Scrolls the text by a panel's height.
  ///
  /// - Returns: Whether there was anything to scroll to.
  mutating func scrollLesson(by pages: Int) -> Bool {
    guard isLessonOpen, let lessonPage else { return false }
    let range = lessonPage.scrollRange(in: rows.lesson)
    let height = max(1, Panel.interior(of: rows.lesson).height - 1)
    let current = min(max(0, lesson?.scroll ?? 0), range.upperBound)
    let wanted = min(max(0, current + pages * height), range.upperBound)
    lesson?.scroll = wanted
    return wanted != current
  }

  /// Answers the mouse over the text: the wheel scrolls, a click on a choice answers.
  mutating func point(lesson event: MouseEvent, in rect: Rect) -> [Effect] {
    switch event.kind {
    case .wheelDown: _ = scrollLesson(by: 1)
    case .wheelUp: _ = scrollLesson(by: -1)
    case .press:
      guard let choice = lessonPage?.choice(atColumn: event.column, row: event.row, in: rect) else { return [] }
      return press(lessonKey: .character(Unicode.Scalar(UInt8(0x31 + choice)))) ?? []
    default: break
    }
    return []
  }
}
