import Dispatch

/// Carries out a run on a thread of its own and publishes snapshots of it.
///
/// Work is done in slices of a few milliseconds with commands obeyed in between. Commands are obeyed in the order sent;
/// one that leads far is done slice by slice, and those behind it wait until it is or until it is interrupted. While it is
/// paused, nothing is scheduled and no processor time is used. The mailbox has one slot: the newest snapshot wins, and
/// while the reader has not taken the last one, training goes on without building another.
package final class Trainer: Sendable {
  private struct State {
    var engine: Engine
    var pace = Pace()
    var lastPublished: DispatchTime?
    var isScheduled = false
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

  /// Begins with a run, paused.
  ///
  /// - Parameters:
  ///   - run: The run, at its start.
  ///   - generation: What its snapshots are marked with.
  ///   - worker: The thread that it is carried out on.
  ///   - wake: Called by the worker whenever a snapshot has been put into an empty mailbox.
  package init(_ run: any Run, generation: Int, on worker: Worker, wake: @escaping @Sendable () -> Void) {
    state = Guarded(State(engine: Engine(run, generation: generation)))
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
      let branches: Branches?? = worker.sync { self.state.withLock { $0.engine.isUnderWay ? nil : $0.engine.branches } }
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
    worker.sync(within: seconds) { self.state.withLock { Journey($0.engine.branches) } } ?? lastJourney.withLock { $0 }
  }

  /// One turn of the worker: obey, train for a slice, publish, arrange the next turn.
  private func turn(scheduled: Bool) {
    let commands = inbox.withLock { waiting in
      defer { waiting.removeAll() }
      return waiting
    }
    state.withLock { state in
      if scheduled { state.isScheduled = false }
      let statusBefore = state.engine.branches.present.status
      let wasTraining = state.engine.isTraining
      state.engine.lineUp(commands)
      if !commands.isEmpty { linedUp.withLock { $0 = state.engine.waitingCount } }
      let hasObeyed = state.engine.isUnderWay
      // A command is answered before the next slice, so that a key never waits for training.
      if hasObeyed { goOn(&state) } else if state.engine.isTraining { state.pace.drive(&state.engine) }
      state.engine.haltAtEnd()
      state.pace.follow(state.engine)
      let isDone = !state.engine.isUnderWay
      if hasObeyed && isDone { lastJourney.withLock { $0 = Journey(state.engine.branches) } }
      let hasEnded = wasTraining && !state.engine.isTraining
      publish(
        &state,
        urgently: hasObeyed && isDone || hasEnded || state.engine.branches.present.status != statusBefore)
      schedule(&state)
    }
  }

  /// Does what waits, one after another, until a slice is over.
  private func goOn(_ state: inout State) {
    let start = DispatchTime.now()
    repeat {
      if state.engine.isOnTheWay {
        state.pace.drive(&state.engine)
      } else if let command = state.engine.nextCommand() {
        if !command.isRequest { linedUp.withLock { $0 -= 1 } }
        state.engine.obey(command)
        state.pace.follow(state.engine)
      } else {
        return
      }
    } while start.seconds(until: .now()) < Pace.sliceSeconds
  }

  private func schedule(_ state: inout State) {
    guard state.engine.isTraining, !state.isScheduled else { return }
    state.isScheduled = true
    worker.async(after: state.pace.rest(of: state.engine)) { self.turn(scheduled: true) }
  }

  private func publish(_ state: inout State, urgently: Bool) {
    let now = DispatchTime.now()
    if !urgently {
      let isTaken = mailbox.withLock { $0 == nil }
      let elapsed = state.lastPublished.map { $0.seconds(until: now) } ?? .infinity
      guard isTaken && elapsed >= Pace.frameSeconds * 0.9 && state.engine.isTraining else { return }
    }
    state.lastPublished = now
    var snapshot = state.engine.snapshot(measuredRate: state.pace.stepsPerSecond)
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
}
