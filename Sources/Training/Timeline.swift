/// What a run remembers of its past: enough to return to any step exactly, in bounded memory.
///
/// Checkpoints are copies of the run, evenly spread; when there are too many, every second one goes and the distance
/// doubles. Any step is reached by replay from the checkpoint before it, through the same changes at the same steps, so
/// the numbers are the very same ones. Going to a step costs at most `spacing` steps of training.
public struct Timeline: Sendable {
  /// The run as it stands at the present step.
  public private(set) var present: any Run
  /// The curves, up to the furthest step reached.
  public private(set) var history = History()
  /// The furthest step that has been reached.
  public private(set) var head: Int
  /// How many steps lie between two checkpoints: a power of two.
  public private(set) var spacing = 1

  private struct JournalEntry: Sendable {
    var step: Int
    var change: Change
  }

  /// Ascending by step; the first is the start.
  private var checkpoints: [any Run]
  /// The changes made so far, ascending by step.
  ///
  /// A change at step n comes before step n + 1, and checkpoints of step n
  /// do not contain it.
  private var journal: [JournalEntry] = []
  /// How many checkpoints are kept at most.
  private let capacity: Int

  /// The changes that lead to the present and to what is known beyond it, ascending by step.
  public var changes: [(step: Int, change: Change)] { journal.map { ($0.step, $0.change) } }

  /// How many checkpoints are kept now.
  var checkpointCount: Int { checkpoints.count }

  /// Begins the timeline of a run that stands at its start.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - memory: How many bytes the checkpoints may take, roughly.
  public init(_ run: any Run, memory: Int = 16 << 20) {
    present = run
    head = run.step
    checkpoints = [run]
    capacity = min(1024, max(16, memory / max(1, run.checkpointSize)))
  }

  /// Makes up to `count` steps from the present one, until the run ends.
  ///
  /// - Returns: How many were made.
  @discardableResult
  public mutating func advance(by count: Int) -> Int {
    let start = present.step
    let target = start.addingReportingOverflow(max(0, count))
    move(to: target.overflow ? Int.max : target.partialValue)
    head = max(head, present.step)
    return present.step - start
  }

  /// Goes to a step between the start and the furthest one reached.
  ///
  /// - Complexity: At most `spacing` steps of training.
  public mutating func go(to step: Int) {
    let target = min(max(checkpoints[0].step, step), head)
    if target < present.step { restore(before: target) }
    move(to: target)
  }

  /// Goes to a step, and on to it where it has not been reached.
  public mutating func reach(_ step: Int) {
    go(to: step)
    advance(by: step - present.step)
  }

  /// Goes to the last step with a number of complete epochs not above `epochs`: the beginning of that epoch.
  public mutating func go(toEpoch epochs: Int) {
    let wanted = max(0, epochs)
    if present.epochsCompleted >= wanted {
      let index = checkpoints.lastIndex { $0.epochsCompleted < wanted } ?? 0
      restore(checkpoint: index)
    }
    while present.epochsCompleted < wanted && present.step < head {
      let before = present.step
      move(to: min(head, present.step + present.stepsToEpochEnd))
      if present.step == before { break }
    }
  }

  /// Goes to the end of the epoch, so many times, or back to the beginning of one.
  ///
  /// From the middle of an epoch the first move back goes to that epoch's beginning.
  public mutating func moveEpochs(by count: Int) {
    if count >= 0 {
      for _ in 0..<count {
        guard present.status.canAdvance else { return }
        advance(by: present.stepsToEpochEnd)
      }
    } else {
      let target = present.epochsCompleted + count
      go(toEpoch: max(0, target + (present.isAtEpochStart ? 0 : 1)))
    }
  }

  /// Makes a change at the present step.
  ///
  /// What was known beyond it is forgotten: the future is a new one.
  public mutating func apply(_ change: Change) throws(ChangeError) {
    var changed = present
    try changed.apply(change)
    forgetFuture()
    // Dragging a weight makes hundreds of changes at one step: only the last of each kind counts.
    if let last = journal.last, last.step == present.step, change.replaces(last.change) { journal.removeLast() }
    journal.append(JournalEntry(step: present.step, change: change))
    present = changed
  }

  /// Forgets everything beyond the present step.
  private mutating func forgetFuture() {
    let step = present.step
    checkpoints.removeAll { $0.step > step }
    journal.removeAll { $0.step > step }
    head = step
    let standing = present
    let replay = history.truncate(step: step, epochs: present.epochsCompleted)
    guard replay.step < step || replay.epochs < present.epochsCompleted else { return }
    let index = checkpoints.lastIndex { $0.step <= replay.step && $0.epochsCompleted <= replay.epochs } ?? 0
    restore(checkpoint: index)
    move(to: step)
    present = standing
  }

  private mutating func restore(before step: Int) {
    restore(checkpoint: checkpoints.lastIndex { $0.step <= step } ?? 0)
  }

  private mutating func restore(checkpoint index: Int) {
    present = checkpoints[index]
    applyJournal(at: present.step)
  }

  private mutating func applyJournal(at step: Int) {
    for entry in journal where entry.step == step {
      // It was possible when it was made, in this very state.
      try? present.apply(entry.change)
    }
  }

  /// Advances to a step, leaving checkpoints on the way and passing the journal's changes where they were made.
  private mutating func move(to target: Int) {
    while present.step < target {
      let step = present.step
      var stop = min(target, (step / spacing + 1) * spacing)
      if let change = journal.first(where: { $0.step > step }) { stop = min(stop, change.step) }
      present.advance(by: stop - step, history: &history)
      if present.step == step { return }
      leaveCheckpoint()
      applyJournal(at: present.step)
    }
  }

  private mutating func leaveCheckpoint() {
    guard present.step.isMultiple(of: spacing), present.step > checkpoints[checkpoints.count - 1].step else { return }
    checkpoints.append(present)
    if checkpoints.count > capacity {
      let start = checkpoints[0].step
      spacing *= 2
      checkpoints.removeAll { $0.step != start && !$0.step.isMultiple(of: spacing) }
    }
  }
}
