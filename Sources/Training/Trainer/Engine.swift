/// A run that obeys commands and advances, with all the ways it went on: a value without a thread, a queue or a clock.
///
/// Commands are obeyed in the order given; one that leads far is a way that is gone part by part, and those behind it
/// wait until it is done or interrupted. Whoever drives it says when, and how many steps at a time: the trainer in
/// slices of a few milliseconds, a screen without a terminal and the check of a lesson all at once.
package struct Engine: Sendable {
  /// The run, with the ways it went on.
  package private(set) var branches: Branches
  /// What its snapshots are marked with.
  package private(set) var generation: Int
  /// Whether it makes steps until somebody stops it.
  package private(set) var isPlaying = false
  /// How fast it is to play; it knows no time, so this is for its driver.
  package private(set) var speed = Speed(stepsPerSecond: 4)
  /// How it is pictured.
  private var request = PictureRequest()
  /// What could not be done since the last snapshot.
  private var refusals: [Refusal] = []
  /// What is to be come back to, by number; a copy shares most of its memory.
  private var kept: [Int: Branches] = [:]
  /// A step that is being gone to by training, because not every branch has been there.
  private var goal: Int?
  /// What is under way and has to be done before the next command.
  private var way: Way?
  /// The commands that wait for it.
  private var waiting: ArraySlice<TrainerCommand> = []
  /// How many steps they ask for: counted as they come and go, for there may be very many.
  private var waitingSteps = 0

  /// Begins with a run, paused.
  ///
  /// - Parameters:
  ///   - run: The run as it stands; there is no way back beyond that.
  ///   - history: The curves that led there.
  ///   - generation: What its snapshots are marked with.
  package init(_ run: any Run, history: History = History(), generation: Int) {
    branches = Branches(run, history: history)
    self.generation = generation
  }

  // MARK: How it stands

  /// Whether something has been asked for that comes before any playing on.
  package var isUnderWay: Bool { way != nil || !waiting.isEmpty }
  /// Whether what is under way is done by making steps.
  package var isOnTheWay: Bool { way != nil }
  /// Whether there is something to do.
  package var isTraining: Bool { isPlaying || goal != nil || isUnderWay }
  /// How many commands wait; how it is pictured does not count.
  package var waitingCount: Int { waiting.count { !$0.isRequest } }

  /// The step at which it will stand when all that was asked for is done; nil where it is not under way.
  private var destination: Int? {
    guard isUnderWay else { return nil }
    return (way?.destination(of: branches) ?? branches.step).advancedSafely(by: waitingSteps)
  }

  /// How many steps lead to where it was told to go, or a part of the way; nil where it plays on or stands.
  package var stepsAsked: Int? {
    way?.stepsLeft(of: branches) ?? goal.map { max(0, $0 - branches.step) }
  }

  // MARK: What is asked for

  /// Does what is asked for, at once and to its end.
  package mutating func carryOut(_ commands: [TrainerCommand]) {
    lineUp(commands)
    while isTraining {
      if let command = way == nil ? nextCommand() : nil {
        obey(command)
      } else if let steps = stepsAsked {
        advance(by: steps)
      } else {
        break
      }
    }
    haltAtEnd()
  }

  /// Lets commands wait for their turn; what they make superfluous is dropped.
  package mutating func lineUp(_ commands: [TrainerCommand]) {
    waiting += commands
    for command in commands { waitingSteps = waitingSteps.advancedSafely(by: command.steps) }
    guard commands.contains(where: \.interruptsOthers), let last = waiting.lastIndex(where: \.interruptsOthers)
    else { return }
    let before = waiting[..<last]
    // What is to be kept is what all before it leads to, unless the interruption is for its own sake.
    let kept =
      waiting[last].isInterruption ? nil : before.lastIndex { if case .keep = $0 { true } else { false } }
    let needed = kept.map { before[...$0] } ?? []
    if needed.isEmpty { way = nil }
    let others = before[(kept.map { $0 + 1 } ?? before.startIndex)...].filter(\.standsInterruption)
    waiting = ArraySlice(needed + others + waiting[last...])
    waitingSteps = waiting.reduce(0) { $0.advancedSafely(by: $1.steps) }
  }

  /// Takes the command whose turn it is; nil where none waits.
  package mutating func nextCommand() -> TrainerCommand? {
    guard let command = waiting.popFirst() else { return nil }
    waitingSteps = waitingSteps.advancedSafely(by: 0 &- command.steps)
    return command
  }

  /// Obeys a command: does it, or sets out on the way to it.
  package mutating func obey(_ command: TrainerCommand) {
    do throws(ChangeError) { try tryToObey(command) } catch {
      refusals.append(Refusal(command: command, reason: error))
    }
  }

  private mutating func tryToObey(_ command: TrainerCommand) throws(ChangeError) {
    switch command {
    case .play:
      goal = nil
      if branches.canAdvance { isPlaying = true }
    case .pause, .interrupt: halt()
    case .go(let step):
      halt()
      branches.go(to: min(step, branches.known))
      // The rest of the way is made part by part, so that a key is answered meanwhile.
      let target = min(step, branches.head)
      if target > branches.step { goal = target }
    case .reach(let step):
      halt()
      branches.go(to: min(step, branches.known))
      if step > branches.step { way = Way(to: step) }
    case .step(let count):
      halt()
      if count > 0 {
        way = Way(to: branches.step.advancedSafely(by: count))
      } else {
        branches.go(to: branches.present.step + count)
      }
    case .epoch(let count):
      halt()
      if count > 0 { way = Way(epochs: count) } else { branches.go(byEpochs: count) }
    case .fork(let hand):
      halt()
      try branches.fork(by: hand)
    case .closeBranch:
      halt()
      try branches.close()
    case .graft(let id, let isFirst):
      halt()
      branches.graft(id, isFirst: isFirst)
    case .change(let change, let inverse, let hand):
      goal = nil
      try branches.apply(change, undo: inverse, by: hand)
    case .amend(let change):
      goal = nil
      try branches.amend(change)
    case .takeBack:
      goal = nil
      try branches.takeBack()
    case .succeed(let succession): branches.succeed(succession)
    case .switchTo(let id):
      goal = nil
      branches.switchTo(branch: id)
    case .arrange(let places):
      goal = nil
      branches.arrange(places)
    case .speed(let fresh): speed = fresh
    case .request(let fresh): request = fresh
    case .keep(let number): kept[number] = branches
    case .recall(let number, let generation): begin(kept[number] ?? branches, generation)
    case .replace(let run, let generation): begin(Branches(run, after: branches), generation)
    }
  }

  private mutating func begin(_ fresh: Branches, _ number: Int) {
    branches = fresh
    generation = number
    refusals = []
    halt()
  }

  private mutating func halt() {
    isPlaying = false
    goal = nil
  }

  // MARK: Going on

  /// Makes up to so many steps: of the way it was told to go, where there is one, as ``stepsAsked`` has it.
  ///
  /// - Returns: How many were made; fewer where no branch goes on.
  @discardableResult
  package mutating func advance(by count: Int) -> Int {
    let asked = stepsAsked
    way?.enter(branches)
    let made = branches.advance(by: count)
    way = way?.after(hasStopped: made < count || made == asked, branches)
    if let target = goal, branches.step >= target || made == 0 { goal = nil }
    return made
  }

  /// Stops playing where no branch goes on.
  package mutating func haltAtEnd() {
    if (isPlaying || goal != nil) && !branches.canAdvance { halt() }
  }

  /// What is to be seen of it now.
  ///
  /// - Parameter measuredRate: How many steps a second it made lately, as its driver knows.
  package mutating func snapshot(measuredRate: Double? = nil) -> Snapshot {
    var wish = request
    wish.isPassing = isUnderWay || isTraining && speed == .unlimited
    var snapshot = Snapshot(
      branches, generation: generation, isPlaying: isPlaying, speed: speed,
      measuredRate: isPlaying ? measuredRate : nil, request: wish, refusals: takeRefusals())
    snapshot.destination = destination
    return snapshot
  }

  /// What could not be done since this was asked for last.
  package mutating func takeRefusals() -> [Refusal] {
    defer { refusals = [] }
    return refusals
  }
}
