import Dispatch

/// Carries out a run on a thread of its own and publishes snapshots of it.
///
/// Work is done in slices of a few milliseconds with commands obeyed in between. Commands are obeyed in the order sent;
/// one that leads far is done slice by slice, and those behind it wait until it is or until it is interrupted. While it is
/// paused, nothing is scheduled and no processor time is used. The mailbox has one slot: the newest snapshot wins, and
/// while the reader has not taken the last one, training goes on without building another.
package final class Trainer: Sendable {
  private struct State {
    var branches: Branches
    var generation: Int
    /// What is to be come back to, by number; a copy shares most of its memory.
    var kept: [Int: Branches] = [:]
    var isPlaying = false
    /// A step that is being gone to by training, because not every branch has been there.
    var goal: Int?
    /// What is under way and has to be done before the next command.
    var way: Way?
    /// The commands that wait for it.
    var waiting: ArraySlice<TrainerCommand> = []
    /// How many steps they ask for: counted as they come and go, for there may be very many.
    var waitingSteps = 0
    var speed = Speed(stepsPerSecond: 4)
    var request = PictureRequest()
    var refusals: [Refusal] = []
    /// The steps owed to the clock at a limited speed, a fraction of one included.
    var owedSteps = 0.0
    var lastTick: DispatchTime?
    var lastPublished: DispatchTime?
    /// How many steps fill a slice, learned from the last one.
    var sliceSteps = 1
    var rate = RateMeter()
    var isScheduled = false

    var isUnderWay: Bool { way != nil || !waiting.isEmpty }
    /// The step at which it will stand when all that was asked for is done; nil where it is not under way.
    var destination: Int? {
      guard isUnderWay else { return nil }
      return (way?.destination(of: branches) ?? branches.step).advancedSafely(by: waitingSteps)
    }
    var isTraining: Bool { isPlaying || goal != nil || isUnderWay }
  }

  private let worker: Worker
  /// Only touched by the worker.
  private let state: Guarded<State>
  private let lastJourney = Guarded(Journey())
  private let inbox = Guarded<[TrainerCommand]>([])
  /// How many commands have left the inbox and wait for others before them.
  private let linedUp = Guarded(0)
  private let mailbox = Guarded<Snapshot?>(nil)
  /// Since when something that was asked for has not been looked at; nil when there is nothing.
  private let unansweredSince = Guarded<DispatchTime?>(nil)
  private let wake: @Sendable () -> Void

  /// How long a slice takes.
  private static let sliceSeconds = 0.004
  /// The least time between two snapshots while playing: more than a screen can show is not built.
  private static let frameSeconds = 1.0 / 60

  /// Begins with a run, paused.
  ///
  /// - Parameters:
  ///   - run: The run, at its start.
  ///   - generation: What its snapshots are marked with.
  ///   - worker: The thread that it is carried out on.
  ///   - wake: Called by the worker whenever a snapshot has been put into an empty mailbox.
  package init(_ run: any Run, generation: Int, on worker: Worker, wake: @escaping @Sendable () -> Void) {
    state = Guarded(State(branches: Branches(run), generation: generation))
    self.worker = worker
    self.wake = wake
  }

  /// Asks for something; returns at once.
  package func send(_ command: TrainerCommand) {
    send([command])
  }

  /// Asks for one thing after another; returns at once.
  package func send(_ commands: [TrainerCommand]) {
    guard !commands.isEmpty else { return }
    let isFirst = inbox.withLock { inbox in
      defer { inbox += commands }
      return inbox.isEmpty
    }
    unansweredSince.withLock { $0 = $0 ?? .now() }
    // Whatever waits with others is taken with them in one turn.
    if isFirst { worker.async { self.turn(scheduled: false) } }
  }

  /// For how many seconds something has been asked for without the trainer having looked at it, because a step or a
  /// picture takes long; nil when there is nothing.
  package var unansweredSeconds: Double? {
    unansweredSince.withLock { $0 }.map { $0.seconds(until: .now()) }
  }

  /// How many commands wait for what the trainer is at; how it is looked at does not count.
  package var waitingCount: Int {
    inbox.withLock { $0.count { !$0.isRequest } } + linedUp.withLock { $0 }
  }

  /// Takes the newest snapshot out of the mailbox; nil when there is none that has not been taken.
  package func takeSnapshot() -> Snapshot? {
    mailbox.withLock { slot in
      defer { slot = nil }
      return slot
    }
  }

  /// The branches as they stand when everything sent so far has been obeyed; waits for that.
  package func branches() -> Branches {
    while true {
      let branches: Branches?? = worker.sync { self.state.withLock { $0.isUnderWay ? nil : $0.branches } }
      if case .some(.some(let branches)) = branches { return branches }
    }
  }

  /// The timeline of the current branch, as it stands when everything sent so far has been obeyed; waits for that.
  package func timeline() -> Timeline {
    branches().current.timeline
  }

  /// What was changed by hand, as it stands now; as it stood before the step under way where that takes too long.
  ///
  /// - Parameter seconds: How long to wait at most for the end of a step.
  package func journey(within seconds: Double) -> Journey {
    worker.sync(within: seconds) { self.state.withLock { Journey($0.branches) } } ?? lastJourney.withLock { $0 }
  }

  /// One turn of the worker: obey, train for a slice, publish, arrange the next turn.
  private func turn(scheduled: Bool) {
    let commands = inbox.withLock { waiting in
      defer { waiting.removeAll() }
      return waiting
    }
    state.withLock { state in
      if scheduled { state.isScheduled = false }
      let statusBefore = state.branches.present.status
      let wasTraining = state.isTraining
      Trainer.lineUp(commands, &state)
      if !commands.isEmpty { linedUp.withLock { $0 = state.waiting.count { !$0.isRequest } } }
      let hasObeyed = state.isUnderWay
      // A command is answered before the next slice, so that a key never waits for training.
      if hasObeyed { goOn(&state) } else if state.isTraining { Trainer.train(&state) }
      if (state.isPlaying || state.goal != nil) && !state.branches.canAdvance { Trainer.halt(&state) }
      let isDone = !state.isUnderWay
      if hasObeyed && isDone { lastJourney.withLock { $0 = Journey(state.branches) } }
      let hasEnded = wasTraining && !state.isTraining
      publish(
        &state, urgently: hasObeyed && isDone || hasEnded || state.branches.present.status != statusBefore)
      schedule(&state)
    }
  }

  /// Lets commands wait for their turn; what they make superfluous is dropped.
  private static func lineUp(_ commands: [TrainerCommand], _ state: inout State) {
    state.waiting += commands
    for command in commands { state.waitingSteps = state.waitingSteps.advancedSafely(by: command.steps) }
    guard commands.contains(where: \.interruptsOthers),
      let last = state.waiting.lastIndex(where: \.interruptsOthers)
    else { return }
    let before = state.waiting[..<last]
    // What is to be kept is what all before it leads to, unless the interruption is for its own sake.
    let kept =
      state.waiting[last].isInterruption ? nil : before.lastIndex { if case .keep = $0 { true } else { false } }
    let needed = kept.map { before[...$0] } ?? []
    if needed.isEmpty { state.way = nil }
    let others = before[(kept.map { $0 + 1 } ?? before.startIndex)...].filter(\.standsInterruption)
    state.waiting = ArraySlice(needed + others + state.waiting[last...])
    state.waitingSteps = state.waiting.reduce(0) { $0.advancedSafely(by: $1.steps) }
  }

  /// Does what waits, one after another, until a slice is over.
  private func goOn(_ state: inout State) {
    let start = DispatchTime.now()
    repeat {
      if state.way != nil {
        Trainer.train(&state)
      } else if let command = state.waiting.popFirst() {
        state.waitingSteps = state.waitingSteps.advancedSafely(by: 0 &- command.steps)
        if !command.isRequest { linedUp.withLock { $0 -= 1 } }
        Trainer.obey(command, &state)
      } else {
        return
      }
    } while start.seconds(until: .now()) < Trainer.sliceSeconds
  }

  private func schedule(_ state: inout State) {
    guard state.isTraining, !state.isScheduled else { return }
    state.isScheduled = true
    guard state.goal == nil, !state.isUnderWay, let rate = state.speed.stepsPerSecond else {
      worker.async { self.turn(scheduled: true) }
      return
    }
    let pause = rate <= 60 ? max(0, 1 - state.owedSteps) / rate : Trainer.frameSeconds
    worker.async(after: pause) { self.turn(scheduled: true) }
  }

  private func publish(_ state: inout State, urgently: Bool) {
    let now = DispatchTime.now()
    if !urgently {
      let isTaken = mailbox.withLock { $0 == nil }
      let elapsed = state.lastPublished.map { $0.seconds(until: now) } ?? .infinity
      guard isTaken && elapsed >= Trainer.frameSeconds * 0.9 && state.isTraining else { return }
    }
    state.lastPublished = now
    var request = state.request
    request.isPassing = state.isUnderWay || state.isTraining && state.speed == .unlimited
    var snapshot = Snapshot(
      state.branches, generation: state.generation, isPlaying: state.isPlaying, speed: state.speed,
      measuredRate: state.isPlaying ? state.rate.stepsPerSecond : nil, request: request,
      refusals: state.refusals)
    snapshot.destination = state.destination
    state.refusals = []
    mailbox.withLock { slot in
      // A picture that nobody took is out of date; what was refused has still to be heard of.
      if let unread = slot, unread.generation == snapshot.generation {
        snapshot.refusals = unread.refusals + snapshot.refusals
      }
      slot = snapshot
    }
    // What has been asked for since has a turn of its own to come.
    if inbox.withLock({ $0.isEmpty }) { unansweredSince.withLock { $0 = nil } }
    wake()
  }

  private static func obey(_ command: TrainerCommand, _ state: inout State) {
    switch command {
    case .play:
      state.goal = nil
      guard !state.isPlaying, state.branches.canAdvance else { return }
      state.isPlaying = true
      // The first step is due at once: who presses a key wants to see something happen.
      state.owedSteps = 1
      state.lastTick = .now()
      state.rate = RateMeter()
    case .pause:
      halt(&state)
    case .go(let step):
      halt(&state)
      state.branches.go(to: min(step, state.branches.known))
      // The rest of the way is made slice by slice, so that a key is answered meanwhile.
      let goal = min(step, state.branches.head)
      if goal > state.branches.step { state.goal = goal }
    case .step(let count) where count > 0:
      halt(&state)
      state.way = Way(to: state.branches.step.advancedSafely(by: count))
    case .epoch(let count) where count > 0:
      halt(&state)
      state.way = Way(epochs: count)
    case .reach(let step):
      halt(&state)
      state.branches.go(to: min(step, state.branches.known))
      if step > state.branches.step { state.way = Way(to: step) }
    case .step, .epoch, .fork, .closeBranch, .graft:
      halt(&state)
      carryOut(command, &state)
    case .interrupt: halt(&state)
    case .change, .amend, .takeBack, .switchTo, .arrange:
      state.goal = nil
      carryOut(command, &state)
    case .speed(let speed):
      state.speed = speed
      state.owedSteps = min(state.owedSteps, 1)
      state.rate = RateMeter()
    case .keep(let number): state.kept[number] = state.branches
    case .recall(let number, let generation):
      begin(state.kept[number] ?? state.branches, generation, &state)
    case .replace(let run, let generation):
      begin(Branches(run), generation, &state)
    case .request(let request):
      state.request = request
    }
  }

  private static func begin(_ branches: Branches, _ generation: Int, _ state: inout State) {
    state.branches = branches
    state.generation = generation
    state.sliceSteps = 1
    state.rate = RateMeter()
    state.refusals = []
    halt(&state)
  }

  private static func halt(_ state: inout State) {
    state.isPlaying = false
    state.goal = nil
    state.owedSteps = 0
    state.lastTick = nil
  }

  private static func carryOut(_ command: TrainerCommand, _ state: inout State) {
    do {
      try state.branches.obey(command)
    } catch {
      state.refusals.append(Refusal(command: command, reason: error))
    }
  }

  private static func train(_ state: inout State) {
    let start = DispatchTime.now()
    let wanted: Int
    if let way = state.way {
      wanted = way.stepsLeft(of: state.branches)
    } else if let goal = state.goal {
      wanted = goal - state.branches.step
    } else if let rate = state.speed.stepsPerSecond {
      let elapsed = state.lastTick.map { $0.seconds(until: start) } ?? 0
      // A long stop (the process was suspended) is not made up for.
      state.owedSteps += min(elapsed, 0.25) * rate
      state.lastTick = start
      wanted = Int(min(state.owedSteps, 1e9))
      state.owedSteps -= Double(wanted)
    } else {
      wanted = .max
    }
    var made = 0
    var hasStopped = wanted <= 0
    while made < wanted {
      let chunk = min(wanted - made, state.sliceSteps)
      let before = DispatchTime.now()
      let advanced = state.branches.advance(by: chunk)
      made += advanced
      let now = DispatchTime.now()
      let took = before.seconds(until: now)
      if took < sliceSeconds / 4 {
        state.sliceSteps = min(state.sliceSteps * 2, 1 << 40)
      } else if took > sliceSeconds {
        state.sliceSteps = max(1, state.sliceSteps / 2)
      }
      hasStopped = advanced < chunk
      if hasStopped || start.seconds(until: now) >= sliceSeconds { break }
    }
    if let way = state.way { state.way = way.after(made, hasStopped: hasStopped || made == wanted, state.branches) }
    if let goal = state.goal, state.branches.step >= goal || made == 0 { state.goal = nil }
    state.rate.add(steps: made, seconds: start.seconds(until: .now()), at: start)
  }
}

extension DispatchTime {
  /// How many seconds lie between this moment and a later one; 0 if it is not later.
  fileprivate func seconds(until later: DispatchTime) -> Double {
    later > self ? Double(later.uptimeNanoseconds - uptimeNanoseconds) * 1e-9 : 0
  }
}

/// Measures how many steps a second were made over the last half second.
private struct RateMeter {
  private(set) var stepsPerSecond: Double?
  private var steps = 0
  private var since: DispatchTime?

  mutating func add(steps made: Int, seconds: Double, at start: DispatchTime) {
    let origin = since ?? start
    since = origin
    steps += made
    let elapsed = origin.seconds(until: start) + seconds
    if elapsed >= 0.5 {
      stepsPerSecond = Double(steps) / elapsed
      steps = 0
      since = nil
    }
  }
}
