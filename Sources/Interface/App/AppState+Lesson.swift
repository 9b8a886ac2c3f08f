import Lessons
import Plotting
import Terminal
import Training

extension AppState {
  /// Whether the text of a lesson is on the screen.
  var isLessonOpen: Bool { lesson?.isOpen == true && !isPreviewing && !isTiny }

  // MARK: Beginning and leaving

  /// Begins a lesson.
  mutating func play(_ chosen: Lesson) -> [Effect] {
    page = .scene
    departure = nil
    overlay = nil
    isEnlarged = false
    restarts = []
    shelvedLesson = nil
    lesson = LessonPlayer(chosen)
    return begin(chosen.description)
  }

  /// Begins a lesson, or goes on with it where it was left.
  mutating func resume(_ chosen: Lesson) -> [Effect] {
    guard let left = lesson ?? shelvedLesson, left.lesson == chosen, left.places[left.page] != nil else {
      return play(chosen)
    }
    page = .scene
    departure = nil
    overlay = nil
    lesson = left
    lesson?.isOpen = true
    shelvedLesson = nil
    return restore(left.page)
  }

  /// Puts a lesson aside for something else.
  mutating func leaveLesson() {
    shelvedLesson = lesson ?? shelvedLesson
    lesson = nil
  }

  /// Takes the text off the screen; the lesson stays where it is.
  mutating func hideLesson() {
    lesson?.isOpen = false
    note = "the lesson waits: \(name(of: .lessonNext)) brings it back"
  }

  // MARK: Pages

  /// On to the next page; first to the rest of the text.
  mutating func nextInLesson() -> [Effect] {
    guard let player = lesson else { return [] }
    guard player.isOpen || isTiny else {
      lesson?.isOpen = true
      return []
    }
    if scrollLesson(by: 1) { return [] }
    // A run that is still being put together is the page's own: it comes before the next.
    guard !player.isWaitingForRun else { return [] }
    if player.isAtEnd { return nextLesson() }
    let missing = unmet(player.step?.wait ?? [])
    if !missing.isEmpty, !player.hasWarned {
      lesson?.hasWarned = true
      note = "not yet: \(missing[0].words(look.glyphs)) · \(name(of: .lessonNext)) again goes on anyway"
      return []
    }
    // What was asked for and done is the state to go on from; anything else is put back.
    let isKept = player.step?.wait.isEmpty == false && missing.isEmpty
    let effects = player.hasStrayed && !isKept ? restore(player.page) : []
    lesson?.open(page: player.page + 1)
    guard effects.isEmpty else {
      lesson?.isWaitingForRun = true
      return effects
    }
    return continueLesson()
  }

  /// Back to the page before, and to the very state that was there; first to the beginning of the text.
  mutating func backInLesson() -> [Effect] {
    guard let player = lesson else { return [] }
    guard player.isOpen || isTiny else {
      lesson?.isOpen = true
      return []
    }
    if scrollLesson(by: -1) { return [] }
    guard !player.isWaitingForRun else { return [] }
    guard player.page > 0 else {
      note = "this is the beginning of the lesson"
      return []
    }
    let effects = restore(player.page - 1)
    lesson?.reopen(page: player.page - 1)
    return effects
  }

  /// Back to where the lesson was before the user tried things out.
  mutating func returnToLesson() -> [Effect] {
    guard let player = lesson, !player.isWaitingForRun else { return [] }
    lesson?.isOpen = true
    let effects = restore(player.page)
    lesson?.reopen(page: player.page)
    note = "back where the lesson was"
    return effects
  }

  /// Opens a page by its number, from 1: one that was open before as it was left, one further on at the next one not yet
  /// seen, since each page's run comes from the ones before it.
  mutating func open(page number: Int) -> [Effect] {
    guard let player = lesson, !player.isWaitingForRun else {
      note = look.words(CommandError.noLesson)
      return []
    }
    let count = player.lesson.steps.count + 1
    guard (1...count).contains(number) else {
      note = look.words(CommandError.noPage(number, count: count))
      return []
    }
    lesson?.isOpen = true
    guard player.places[number - 1] == nil else {
      let effects = restore(number - 1)
      lesson?.reopen(page: number - 1)
      return effects
    }
    let furthest = player.places.keys.max() ?? 0
    note = "page \(number) comes after \(furthest + 1): \(name(of: .lessonNext)) goes on, page by page"
    let effects = restore(furthest)
    lesson?.reopen(page: furthest)
    return effects
  }

  private mutating func nextLesson() -> [Effect] {
    guard let player = lesson, let next = BuiltInLessons.lesson(after: player.lesson) else {
      note = "this was the last lesson · \(name(of: .home)) goes to the start screen"
      return []
    }
    return play(next)
  }

  /// Shows what was shown on a page; the trainer comes back to the run it kept.
  private mutating func restore(_ page: Int) -> [Effect] {
    guard let place = lesson?.places[page] else { return [] }
    restarts = []
    lesson?.hasStrayed = false
    return recall(place, number: page)
  }

  /// Notes what is shown now that the page's actions are done, and has the trainer keep the run.
  mutating func keepPage() -> [Effect] {
    guard let page = lesson?.page else { return [] }
    let shown = shownRun
    lesson?.places[page] = shown
    return [.trainer(.keep(page))]
  }

  // MARK: What is seen

  /// What can be read of the run as it is on the screen; nil before the first snapshot of it.
  var readings: Readings? {
    guard let snapshot, snapshot.generation == generation else { return nil }
    return Readings(snapshot)
  }

  /// The conditions that do not hold.
  private func unmet(_ conditions: [Condition]) -> [Condition] {
    guard let readings else { return conditions }
    return conditions.filter { !$0.holds(in: readings) }
  }

  /// Answers a new snapshot: goes on with what waited for it, stops what was to stop, notices what was brought about.
  mutating func lessonSees() -> [Effect] {
    guard !isPreviewing, let player = lesson, let readings else { return [] }
    if player.isWaitingForRun {
      lesson?.isWaitingForRun = false
      return continueLesson()
    }
    if case .state(let conditions, _)? = player.openQuestion?.answer, player.pending.isEmpty,
      conditions.allSatisfy({ $0.holds(in: readings) })
    {
      lesson?.replies[player.page] = .right
    }
    guard snapshot?.isPlaying == true, let until = player.step?.until, !until.isEmpty,
      until.allSatisfy({ $0.holds(in: readings) })
    else { return [] }
    return [.trainer(.pause)]
  }

  /// Notes whether effects of a key or the mouse lead away from where the lesson was.
  mutating func strayed(_ effects: [Effect]) -> [Effect] {
    guard lesson != nil, !isPreviewing else { return effects }
    let changes = effects.contains { effect in
      switch effect {
      case .trainer(.request), .trainer(.speed), .trainer(.pause): false
      case .trainer, .assemble: true
      case .assembleSession, .work, .redraw, .suspend, .quit: false
      }
    }
    if changes { lesson?.hasStrayed = true }
    return effects
  }
}
