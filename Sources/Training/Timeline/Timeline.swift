import Learning

/// What a run remembers of its past: enough to return to any step exactly, in bounded memory.
///
/// Any step is reached by replay from the checkpoint before it, through the same changes at the same steps, so the
/// numbers are the very same ones. A jump anywhere costs at most `spacing` steps of training, a walk back step by step
/// only a few each. A timeline is a value: a copy of it is a branch, and shares what both have in common.
package struct Timeline: Sendable {
  /// The run as it stands at the present step.
  package private(set) var present: any Run
  /// The curves, up to the furthest step reached.
  package private(set) var history: History
  /// The furthest step that has been reached.
  package private(set) var head: Int
  /// How the run stood when it had reached that step.
  package private(set) var headStatus: RunStatus
  /// The changes made so far, ascending by step.
  ///
  /// A change at step n comes before step n + 1, and checkpoints of step n
  /// do not contain it.
  private var journal: [Entry] = []
  /// What all of them come to.
  private(set) var outcome = Outcome()

  private var checkpoints: Checkpoints

  /// What changes come to: kept up to date, because it is asked for with every picture and there may be very many.
  package struct Outcome: Sendable {
    /// The settings that were changed, with the values they have by the last change.
    private(set) var settings: [Key: Setting] = [:]
    /// Whether weights, points or examples were changed.
    private(set) var isTouched = false
    /// The examples by the last change of them; nil where there was none.
    private(set) var dataset: Dataset?

    mutating func add(_ change: Change) {
      switch change {
      case .setting(let key, let value):
        settings[key] = value
        if let rival = key.rival { settings[rival] = nil }
      case .dataset(let points): (isTouched, dataset) = (true, points)
      case .parameter, .parameters, .point: isTouched = true
      }
    }

    /// What these changes come to once one that was made among them is taken back by another, later one.
    func without(_ last: Outcome) -> Outcome {
      var outcome = self
      (outcome.settings, outcome.dataset) = (last.settings, last.dataset)
      return outcome
    }
  }

  private struct Entry: Sendable {
    var step: Int
    var change: Change
    /// What all changes come to with this one, where it takes another back.
    var outcome: Outcome?
  }

  /// How many checkpoints are kept now.
  var checkpointCount: Int { checkpoints.count }
  /// How many steps a jump anywhere costs at most.
  package var spacing: Int { checkpoints.spacing }
  /// How many bytes its checkpoints take, roughly.
  package var size: Int { checkpoints.size }

  /// Begins the timeline of a run where it stands.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - history: The curves that led to where it stands.
  ///   - memory: How many bytes the checkpoints may take, roughly.
  package init(_ run: any Run, history: History = History(), memory: Int = 16 << 20) {
    self.history = history
    present = run
    head = run.step
    headStatus = run.status
    checkpoints = Checkpoints(start: run, memory: memory)
  }

  /// Takes up another amount of memory, in bytes, from now on.
  mutating func limit(memory: Int) { checkpoints.limit(memory: memory, around: present.step) }

  /// The same timeline in so many bytes of memory.
  func limited(memory: Int) -> Timeline {
    var timeline = self
    timeline.limit(memory: memory)
    return timeline
  }

  /// The changes that lead to the present and to what is known beyond it, ascending by step.
  package var changes: [(step: Int, change: Change)] { journal.map { ($0.step, $0.change) } }

  /// The settings that were changed, with the values they have by the last change.
  package var settings: [Key: Setting] { outcome.settings }

  // MARK: Going

  /// Makes up to `count` steps from the present one, until the run ends.
  ///
  /// - Returns: How many were made.
  @discardableResult
  package mutating func advance(by count: Int) -> Int {
    let start = present.step
    let target = start.addingReportingOverflow(max(0, count))
    move(to: target.overflow ? Int.max : target.partialValue)
    // What has just been done is what is most likely gone back over.
    if present.step > head { checkpoints.leaveNear(present, around: present.step) }
    noteHead()
    return present.step - start
  }

  /// Goes to a step between the start and the furthest one reached.
  ///
  /// - Complexity: At most `spacing` steps of training.
  package mutating func go(to step: Int) {
    let target = min(max(checkpoints.firstStep, step), head)
    guard target != present.step else { return }
    let nearest = checkpoints.last(atOrBefore: target)
    let isGoingBack = target < present.step
    if isGoingBack || nearest.step > present.step { restore(nearest) }
    move(to: target, leavingNear: true)
  }

  /// Goes to the last step with a number of complete epochs not above `epochs`: the beginning of that epoch.
  package mutating func go(toEpoch epochs: Int) {
    let wanted = max(0, epochs)
    if present.epochsCompleted >= wanted { restore(checkpoints.last { $0.epochsCompleted < wanted }) }
    while present.epochsCompleted < wanted && present.step < head {
      let before = present.step
      move(to: min(head, present.step + present.stepsToEpochEnd), leavingNear: true)
      if present.step == before { break }
    }
  }

  /// The run as it was before its last step; nil at the start.
  ///
  /// - Complexity: At most `spacing` steps of training, as for any step gone back to.
  package var beforeLastStep: (any Run)? {
    guard present.step > checkpoints.firstStep else { return nil }
    var past = self
    past.go(to: present.step - 1)
    return past.present.step == present.step - 1 ? past.present : nil
  }

  // MARK: Changing

  /// Makes a change at the present step.
  ///
  /// What was known beyond it is forgotten: the future is a new one.
  ///
  /// - Parameter before: What the changes came to before the one that this one takes back; nil where it takes none back.
  package mutating func apply(_ change: Change, takingBackTo before: Outcome? = nil) throws(ChangeError) {
    let step = present.step
    // A step that led nowhere may have left traces in the run that tried it; going back would not find them.
    if case .diverged = present.status { redo() }
    var changed = present
    try changed.apply(change)
    forgetFuture()
    // What a curve shows of the start is the start as it was made at last.
    if step == checkpoints.firstStep { history = History() }
    if let last = journal.last, last.step == step, change.replaces(last.change) {
      // Dragging a weight makes hundreds of changes at one step: only the last of each kind counts.
      journal[journal.count - 1] = Entry(step: step, change: change)
      redo()
    } else {
      if journal.last?.step != step { checkpoints.leaveNear(present, around: step) }
      journal.append(Entry(step: step, change: change))
      present = changed
    }
    // One that takes the place of another is of the same thing.
    outcome.add(change)
    if let before {
      outcome = outcome.without(before)
      journal[journal.count - 1].outcome = outcome
    }
    headStatus = present.status
  }

  /// Comes to the present step anew.
  private mutating func redo() {
    let step = present.step
    restore(checkpoints.last(atOrBefore: step))
    move(to: step)
  }

  /// Forgets everything beyond the present step.
  mutating func forgetFuture() {
    let step = present.step
    guard step < head else { return }
    checkpoints.forget(after: step)
    let known = firstEntry(after: step)
    if known < journal.count {
      journal.removeSubrange(known...)
      outcome = journal.reduce(into: Outcome()) { sum, entry in
        sum.add(entry.change)
        if let outcome = entry.outcome { sum = outcome }
      }
    }
    head = step
    headStatus = present.status
    guard step > checkpoints.firstStep else {
      // Nothing has been learned yet: as it was before the first step was made.
      history = History()
      return
    }
    let standing = present
    let replay = history.truncate(step: step, epochs: present.epochsCompleted)
    guard replay.step < step || replay.epochs < present.epochsCompleted else { return }
    restore(checkpoints.last { $0.step <= replay.step && $0.epochsCompleted <= replay.epochs })
    move(to: step)
    present = standing
  }

  private mutating func noteHead() {
    guard present.step >= head else { return }
    head = present.step
    headStatus = present.status
  }

  private mutating func restore(_ checkpoint: any Run) {
    present = checkpoint
    applyJournal(at: present.step)
  }

  private mutating func applyJournal(at step: Int) {
    for entry in journal[firstEntry(after: step - 1)...].prefix(while: { $0.step == step }) {
      // It was possible when it was made, in this very state.
      try? present.apply(entry.change)
    }
  }

  /// Where in the journal the changes after a step begin; found by halving, because there may be very many.
  private func firstEntry(after step: Int) -> Int {
    var (low, high) = (0, journal.count)
    while low < high {
      let middle = (low + high) / 2
      if journal[middle].step > step { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Advances to a step, leaving checkpoints on the way and passing the journal's changes where they were made.
  ///
  /// - Parameter leavingNear: Whether steps on the way are likely to be gone to next.
  private mutating func move(to target: Int, leavingNear: Bool = false) {
    while present.step < target {
      let step = present.step
      var stop = min(target, checkpoints.evenStep(after: step))
      if leavingNear { stop = min(stop, step + checkpoints.stride(atDistance: target - step)) }
      let next = firstEntry(after: step)
      if next < journal.count { stop = min(stop, journal[next].step) }
      present.advance(by: stop - step, history: &history)
      if present.step == step { return }
      checkpoints.leaveEven(present)
      if leavingNear { checkpoints.leaveNear(present, around: target) }
      applyJournal(at: present.step)
    }
  }
}

extension Timeline {
  /// What undoes a change here, as far as the run's own numbers and the changes so far say it.
  func inverse(of change: Change) -> Change? {
    let numbers = present.numbers
    switch change {
    // What is known of settings is what they come to at the furthest step; this one the run itself has.
    case .setting(.learningRate, _) where present.learningRate.isFinite:
      return .setting(.learningRate, .number(present.learningRate))
    case .setting(let key, _): return settings[key].map { .setting(key, $0) }
    case .parameter(let index, _):
      return numbers.indices.contains(index) ? .parameter(index: index, value: numbers[index]) : nil
    case .parameters: return .parameters(numbers)
    case .dataset: return outcome.dataset.map(Change.dataset)
    case .point(let place): return .point(Array(numbers.prefix(place.count)))
    }
  }

  /// Whether a change would change anything here, as far as that is known.
  func isChanged(by change: Change) -> Bool { inverse(of: change) != change }
}
