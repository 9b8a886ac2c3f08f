import Learning
import Lessons
import Training

/// A lesson under way: which page is open, what was answered, and what the screen is to come back to.
///
/// Its pages are the steps and one more at the end. The trainer keeps the run of every page under the page's number.
package struct LessonPlayer: Sendable {
  /// What came of a question.
  enum Reply: Sendable, Equatable {
    /// The choice, counted from 0, was not the right one.
    case wrongChoice(Int)
    /// This was not the number.
    case wrongNumber(Double)
    /// It was right.
    case right
  }

  /// The lesson.
  package let lesson: Lesson
  /// The page that is open, counted from 0.
  package private(set) var page = 0
  /// Whether the text is on the screen.
  var isOpen = true
  /// How many lines of the text are above the panel.
  var scroll = 0
  /// What is still to be done on this page.
  var pending: [LessonAction] = []
  /// Whether a run is being put together that the rest of the actions waits for.
  var isWaitingForRun = false
  /// Whether something was changed by hand since the actions of this page.
  var hasStrayed = false
  /// Whether it has been said what is missing on this page.
  var hasWarned = false
  /// The number that is being typed.
  var input = TextField()
  /// What was shown on the pages that have been open.
  var places: [Int: ShownRun] = [:]
  /// What was answered, page by page.
  var replies: [Int: Reply] = [:]

  /// Opens a lesson at its first page.
  init(_ lesson: Lesson) {
    self.lesson = lesson
    open(page: 0)
  }

  /// The step of the page; nil on the page at the end.
  var step: LessonStep? { lesson.steps.indices.contains(page) ? lesson.steps[page] : nil }

  /// Whether this is the page at the end.
  var isAtEnd: Bool { page == lesson.steps.count }

  /// The question of the page, as long as it has not been answered.
  var openQuestion: Question? { replies[page] == .right ? nil : step?.question }

  /// What is to be brought about on this page by hand.
  var task: [Condition] {
    if let step { return step.wait }
    return lesson.goal?.conditions ?? []
  }

  /// Opens another page; its actions are to be done.
  mutating func open(page: Int) {
    self.page = page
    pending = lesson.steps.indices.contains(page) ? lesson.steps[page].actions : []
    turn()
  }

  /// Opens a page again whose actions have been done.
  mutating func reopen(page: Int) {
    self.page = page
    pending = []
    turn()
  }

  private mutating func turn() {
    scroll = 0
    isWaitingForRun = false
    hasStrayed = false
    hasWarned = false
    input = TextField()
  }

  /// Gives up what could not be done.
  mutating func stopActing() {
    pending = []
    isWaitingForRun = false
  }
}
