import Lessons
import Plotting
import Training

/// A lesson played by its keys on a screen that nobody sees: what stands beside the words of each page.
package struct LessonRehearsal: Sendable {
  /// A page as it is shown.
  package struct Page: Sendable {
    /// Which one, counted from 0.
    package let index: Int
    /// The step it is of.
    package let step: LessonStep
    /// The rows of the screen, the words' own panel left empty.
    package let rows: [String]
    /// What each quantity is that the page says it shows, as it is drawn; nil for what is not drawn.
    package let shown: [Double?]
  }

  /// How wide and how high the screens are that lessons are made for.
  package static let sizes = [(width: 120, height: 40), (width: 80, height: 24)]

  /// The pages that were come to, in their order.
  package let pages: [Page]
  /// How wide the screen is.
  package let width: Int
  /// How high the screen is.
  package let height: Int

  /// Plays a lesson from its first page to its last; what a page waits for is brought about by its solution.
  ///
  /// - Complexity: as many steps of training as the lesson asks for.
  package init(_ lesson: Lesson, width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    let look = Look(
      theme: Theme(.dark, onDark: true), glyphs: .braille, depth: .direct, words: { _ in "it can't be shown" })
    var rehearsal = Rehearsal(
      AppState(description: nil, lesson: lesson, look: look), width: width, height: height)
    var pages: [Page] = []
    for (index, step) in lesson.steps.enumerated() {
      guard rehearsal.state.lesson?.page == index else { break }
      rehearsal.playOut()
      pages.append(Page(index, step, rehearsal.state))
      if !step.solution.isEmpty {
        rehearsal.solve(step.solution)
        rehearsal.playOut()
      }
      rehearsal.turnPage()
    }
    self.pages = pages
  }

  /// What is not on the screen though the words say so.
  package var failures: [LessonReport.Failure] {
    pages.flatMap { page in
      let screen = page.rows.flatMap { WrittenNumber.all(in: $0) }
      func failure(_ place: TextPlace, _ problem: LessonReport.Failure.Problem) -> LessonReport.Failure {
        LessonReport.Failure(place: place, step: page.index + 1, problem: problem)
      }
      var failures = page.step.missing(on: screen).map {
        failure(page.step.place, .unseen($0, width: width, height: height))
      }
      for (wanted, value) in zip(page.step.shows, page.shown) {
        let number = value.flatMap { WrittenNumber($0, digits: 3) }
        let isSeen = number.map { number in screen.contains { number.isShown(by: $0) } } ?? false
        let isRight = wanted.test.map { test in value.map { test.holds(for: $0) } ?? false } ?? true
        guard !isSeen || !isRight else { continue }
        failures.append(failure(wanted.place, .notShown(wanted.quantity, value, width: width, height: height)))
      }
      return failures + page.step.unsaid.map { failure($0.place, .unsaid($0)) }
    }
  }
}

extension LessonRehearsal.Page {
  fileprivate init(_ index: Int, _ step: LessonStep, _ state: AppState) {
    self.index = index
    self.step = step
    let frame = state.draw()
    let words = state.rows.lesson
    rows = (0..<frame.height).map { y in
      var row = String.UnicodeScalarView()
      for x in 0..<frame.width where frame[x, y].scalar != Cell.continuation {
        row.append(words.contains(x, y) ? " " : frame[x, y].scalar)
      }
      return String(row)
    }
    shown = step.shows.map { state.scene.shown($0.quantity, context: state.context) }
  }
}

extension Rehearsal {
  /// Goes on to the next page; the first presses may only scroll, or say what is missing.
  mutating func turnPage() {
    let page = state.lesson?.page
    for _ in 0..<99 where state.lesson?.page == page { send(.key(.pageDown)) }
  }
}
