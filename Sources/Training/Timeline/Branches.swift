/// A run with all the ways it went on: one timeline, or several that were forked from one another.
///
/// All branches stand at the same step, or where they ended before it, so that what is seen of them is comparable; the
/// order of examples follows from seed and epoch alone, so they have the same batches. Changes are made to one of them,
/// the current one. Together they take no more memory than a single one may.
package struct Branches: Sendable {
  /// How many branches there are at most: as many as can be told apart on one picture.
  package static let most = 4

  /// The branches, in the order they were made.
  package private(set) var all: [Branch]
  /// Which one changes are made to: the `id` of a branch.
  package private(set) var currentID = 0

  private let start: any Run
  private let memory: Int
  /// What was done and can be taken back, the last of it first to go.
  private var deeds: [Deed] = []
  /// How many timelines that were left behind are kept for taking a change back.
  private static let mostKept = 3

  /// Begins with a run, as it stands.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - history: The curves that led to where it stands.
  ///   - memory: How many bytes the checkpoints of all branches may take together, roughly.
  package init(_ run: any Run, history: History = History(), memory: Int = 16 << 20) {
    start = run
    self.memory = memory
    all = [Branch(id: 0, parent: nil, forkStep: 0, timeline: Timeline(run, history: history, memory: memory))]
  }

  /// Begins with a run that takes the place of others: of what was done to them, what still means something can be taken
  /// back, until ``succeed(_:)`` says otherwise.
  package init(_ run: any Run, after others: Branches?) {
    self.init(run)
    deeds = others?.deeds.compactMap(\.inAnotherRun) ?? []
  }

  private var currentIndex: Int { all.firstIndex { $0.id == currentID } ?? 0 }

  /// The current branch.
  package var current: Branch { all[currentIndex] }
  /// The run of the current branch, as it stands.
  package var present: any Run { current.timeline.present }
  /// The step that is looked at.
  package var step: Int { all.reduce(0) { max($0, $1.timeline.present.step) } }
  /// The furthest step that a branch has reached.
  package var head: Int { all.reduce(0) { max($0, $1.timeline.head) } }
  /// Whether a branch can go on.
  package var canAdvance: Bool { all.contains { $0.timeline.present.status.canAdvance } }
  /// Whether what is taken back next brings a future back.
  var bringsFutureBack: Bool {
    if case .change(_, _, _, .some)? = deeds.last?.kind { true } else { false }
  }
  /// Whose hand did what is taken back next; nil where nothing can be.
  package var lastHand: Hand? { deeds.last?.hand }
  /// How much was done that can be taken back.
  package var deedCount: Int { deeds.count }
  /// The furthest step that can be gone to without training.
  package var known: Int {
    let open = all.filter { $0.timeline.headStatus.canAdvance }.map(\.timeline.head)
    return open.min() ?? head
  }

  // MARK: Going

  /// Makes up to `count` steps with every branch, as far as each goes.
  ///
  /// - Returns: By how many steps the one that came farthest advanced.
  @discardableResult
  package mutating func advance(by count: Int) -> Int {
    let start = step
    let target = start.addingReportingOverflow(max(0, count))
    let goal = target.overflow ? Int.max : target.partialValue
    for index in all.indices { all[index].timeline.advance(by: goal - all[index].timeline.present.step) }
    return step - start
  }

  /// Goes to a step between the start and the furthest one reached, with every branch.
  ///
  /// - Complexity: Beyond `known`, as many steps of training as a branch is short of it.
  package mutating func go(to step: Int) {
    let goal = min(max(0, step), head)
    for index in all.indices {
      all[index].timeline.go(to: goal)
      let missing = goal - all[index].timeline.present.step
      if missing > 0 { all[index].timeline.advance(by: missing) }
    }
  }

  /// Goes to a step with every branch, and on to it where it has not been reached.
  package mutating func reach(_ step: Int) {
    go(to: step)
    advance(by: step - self.step)
  }

  /// Goes on to the end of the epoch, or back to the beginning of one, so many times.
  ///
  /// From the middle of an epoch the first move back goes to that epoch's beginning.
  package mutating func go(byEpochs count: Int) {
    guard count < 0 else {
      for _ in 0..<count {
        guard let leader = all.first(where: { $0.timeline.present.status.canAdvance }) else { return }
        let run = present.status.canAdvance ? present : leader.timeline.present
        advance(by: run.stepsToEpochEnd)
      }
      return
    }
    let index = currentIndex
    let run = present
    all[index].timeline.go(toEpoch: run.epochsCompleted + count + (run.isAtEpochStart ? 0 : 1))
    go(to: present.step)
  }

  // MARK: Changing

  /// Makes a change to the current branch, where it stands.
  ///
  /// What was known of its future is left behind, and comes back when the change is taken back next.
  ///
  /// - Parameters:
  ///   - change: The change.
  ///   - inverse: What undoes it; nil where the run's own numbers say that.
  ///   - hand: Who makes it.
  package mutating func apply(
    _ change: Change, undo inverse: Change? = nil, by hand: Hand = .user
  ) throws(ChangeError) {
    let deed = deed(of: change, inverse)
    try amend(change)
    if let deed { note(deed, by: hand) }
  }

  /// What is noted of a change that is about to be made; nil where it changes nothing that would be taken back.
  private func deed(of change: Change, _ given: Change?) -> Deed.Kind? {
    let timeline = current.timeline
    let inverse = given ?? timeline.inverse(of: change)
    // Only a future is worth a copy: of very many changes each would copy all before it.
    let before = timeline.head > timeline.present.step ? timeline.limited(memory: memory / 4) : nil
    guard before != nil || inverse != change || change.beginsMovement else { return nil }
    return .change(branch: currentID, inverse: inverse, outcome: timeline.outcome, before: before)
  }

  /// Makes a change that is not taken back by itself: the next one under the same hand, or one that undoes another.
  package mutating func amend(_ change: Change) throws(ChangeError) { try amend(change, takingBackTo: nil) }

  private mutating func amend(_ change: Change, takingBackTo before: Timeline.Outcome?) throws(ChangeError) {
    let index = currentIndex
    let step = all[index].timeline.present.step
    try all[index].timeline.apply(change, takingBackTo: before)
    // What it had in common with others beyond this step it has no longer.
    for other in all.indices where other == index || all[other].parent == currentID {
      all[other].forkStep = min(all[other].forkStep, step)
    }
    go(to: step)
  }

  /// Makes a new branch from where the current one stands, and switches to it.
  ///
  /// - Throws: `ChangeError.tooManyBranches` where there is no room for another.
  package mutating func fork(by hand: Hand = .user) throws(ChangeError) {
    guard let id = (0..<Self.most).first(where: { id in !all.contains { $0.id == id } }) else {
      throw .tooManyBranches(Self.most)
    }
    var branch = current
    branch.timeline.forgetFuture()
    let step = branch.timeline.present.step
    all.append(Branch(id: id, parent: currentID, forkStep: step, timeline: branch.timeline))
    currentID = id
    note(.fork(branch: id), by: hand)
    shareMemory()
    go(to: step)
  }

  /// Begins a branch at the very start of the run, for a saved one to be followed, and switches to it.
  ///
  /// - Parameters:
  ///   - id: The place that it has, from 0 to 3; one that has it already is replaced.
  ///   - isFirst: Whether it is the only one from now on.
  package mutating func graft(_ id: Int, isFirst: Bool) {
    precondition((0..<Self.most).contains(id), "branch \(id) of at most \(Self.most)")
    if isFirst { all = [] }
    all.removeAll { $0.id == id }
    all.append(Branch(id: id, parent: nil, forkStep: 0, timeline: Timeline(start, memory: memory)))
    currentID = id
    shareMemory()
    go(to: 0)
  }

  /// Puts all branches in an order and says which left which; nothing can be taken back beyond this.
  ///
  /// - Parameter places: One for each branch, a parent before those that left it; others change nothing.
  package mutating func arrange(_ places: [BranchPlace]) {
    let ordered = places.compactMap { place in
      all.first { $0.id == place.id }.map {
        Branch(id: place.id, parent: place.parent, forkStep: place.forkStep, timeline: $0.timeline)
      }
    }
    guard ordered.count == all.count else { return }
    all = ordered
    deeds = []
  }

  /// Switches to another branch.
  package mutating func switchTo(branch id: Int) {
    if all.contains(where: { $0.id == id }) { currentID = id }
  }

  /// Closes the current branch; those that left it belong to the one that it left.
  ///
  /// - Throws: `ChangeError.doesNotApply` where there is only one.
  package mutating func close() throws(ChangeError) {
    guard all.count > 1 else { throw .doesNotApply("there is only one branch") }
    let before = all.map { branch in
      var branch = branch
      branch.timeline.limit(memory: memory / 4 / all.count)
      return branch
    }
    note(.closing(before: before), by: .user)
    remove(currentID)
  }

  /// Takes back what was done last: a fork, the closing of a branch, or a change.
  ///
  /// A change that left a known future behind is undone as if it had never been made; any other is followed by one that
  /// undoes it, at the step that is looked at.
  ///
  /// - Throws: `ChangeError.nothingToTakeBack`; `takesAnotherRun` where what was done last was to begin this run;
  ///   `isAsBefore` where what was done last made no difference to what there is now.
  package mutating func takeBack() throws(ChangeError) {
    while let deed = deeds.last {
      if case .newRun = deed.kind { throw .takesAnotherRun }
      deeds.removeLast()
      if try takeBack(deed.kind) { return }
    }
    throw .nothingToTakeBack
  }

  /// - Returns: Whether that changed anything.
  private mutating func takeBack(_ deed: Deed.Kind) throws(ChangeError) -> Bool {
    switch deed {
    case .newRun: return false
    case .fork(let branch):
      guard all.count > 1, all.contains(where: { $0.id == branch }) else { return false }
      remove(branch)
    case .closing(let before):
      guard let before else { throw .doesNotApply("the branch that was closed is no longer kept") }
      let step = step
      let missing = before.filter { old in !all.contains { $0.id == old.id } }
      // Those that stayed went on meanwhile; only where they belong is as it was.
      all = before.map { old in
        guard let current = all.first(where: { $0.id == old.id }) else { return old }
        return Branch(id: old.id, parent: old.parent, forkStep: old.forkStep, timeline: current.timeline)
      }
      if let back = missing.first { currentID = back.id }
      shareMemory()
      go(to: step)
    case .change(let branch, let inverse, let outcome, let before):
      guard all.contains(where: { $0.id == branch }) else { return false }
      switchTo(branch: branch)
      if let before {
        all[currentIndex].timeline = before
        shareMemory()
        go(to: before.present.step)
      } else {
        guard let inverse else { return false }
        guard current.timeline.isChanged(by: inverse) else { throw .isAsBefore }
        try amend(inverse, takingBackTo: outcome)
      }
    }
    return true
  }

  /// Says what this run is to the one whose place it took.
  package mutating func succeed(_ succession: Succession) {
    switch succession {
    case .afresh: deeds = []
    case .again: break
    case .another: note(.newRun, by: .user)
    case .back:
      let last = deeds.lastIndex { if case .newRun = $0.kind { true } else { false } }
      if let last { deeds.removeSubrange(last...) }
    }
  }

  private mutating func note(_ kind: Deed.Kind, by hand: Hand) {
    deeds.append(Deed(kind: kind, hand: hand))
    if deeds.count > 400 { deeds.removeFirst(200) }
    // What was left behind takes memory: the oldest goes.
    guard deeds[deeds.count - 1].isKeeping else { return }
    let kept = deeds.indices.filter { deeds[$0].isKeeping }
    for index in kept.dropLast(Self.mostKept) { deeds[index] = deeds[index].withoutMemory }
  }

  private mutating func remove(_ id: Int) {
    guard let index = all.firstIndex(where: { $0.id == id }) else { return }
    let gone = all.remove(at: index)
    let heir = gone.parent ?? all[0].id
    let heirStep = all.first { $0.id == heir }?.forkStep ?? 0
    for other in all.indices where all[other].parent == id {
      all[other].forkStep = min(all[other].forkStep, gone.parent == nil ? heirStep : gone.forkStep)
      all[other].parent = heir
    }
    if gone.parent == nil, let first = all.firstIndex(where: { $0.id == heir }) {
      (all[first].parent, all[first].forkStep) = (nil, 0)
    }
    if currentID == id { currentID = heir }
    shareMemory()
  }

  /// Divides the memory between the branches.
  private mutating func shareMemory() {
    for index in all.indices { all[index].timeline.limit(memory: memory / all.count) }
  }
}
