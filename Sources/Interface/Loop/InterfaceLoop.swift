import Learning
import Plotting
import Terminal
import Training

/// The loop of the interface: waits for keys and snapshots, updates the state, carries out effects, shows frames.
///
/// It runs on the main thread and sleeps in the terminal's wait until something happens: idle, it uses no processor.
package final class InterfaceLoop {
  /// Loads the data of a description and builds its run; called on a thread of its own.
  ///
  /// The second argument is told how far a file has been read.
  package typealias Assembler = @Sendable (Description, @Sendable (Double?) -> Void) throws -> AssembledRun

  private let screen: TerminalScreen
  private let assembler: Assembler
  /// What to come back to at the start.
  private let session: Session?
  /// Where what is shown is recorded; nil for nowhere.
  private let recording: Recording?
  private let waker = Waker()
  /// Trains; it is there before the screen is, so that there is a thread for it.
  private let worker: Worker
  /// What background work has to say, until the main thread takes it.
  private let inbox = Inbox()
  private var state: AppState
  private var trainer: Trainer?
  private var isDirty = true
  private var isEnding = false
  /// Whether the end came by Ctrl-C or an interrupt from elsewhere.
  package private(set) var wasInterrupted = false
  private var lastShown: ContinuousClock.Instant?
  /// The run that is being put together, and since when; nil while none is.
  private var assembling: (generation: Int, since: ContinuousClock.Instant)?
  /// When the scene is told next that time has passed; nil while it does not want to hear of it.
  private var nextBeat: ContinuousClock.Instant?
  /// Frames for snapshots come at most this often; a key is answered at once.
  private static let frameInterval = Duration.milliseconds(33)

  /// Prepares the loop.
  ///
  /// - Parameters:
  ///   - screen: The screen.
  ///   - state: The state at the start.
  ///   - session: What to come back to at the start; nil for what the state was made for.
  ///   - recording: Where what is shown is recorded.
  ///   - worker: The thread that trains.
  ///   - assembler: Builds the runs.
  package init(
    screen: TerminalScreen, state: AppState, session: Session? = nil, recording: Recording? = nil, worker: Worker,
    assembler: @escaping Assembler
  ) {
    self.screen = screen
    self.worker = worker
    self.recording = recording
    self.session = session
    self.state = state
    self.assembler = assembler
  }

  /// Runs until the user leaves or the terminal is gone.
  ///
  /// - Returns: The state at the end.
  package func run() -> AppState {
    perform(state.begin(opening: session))
    handle(.resize(width: screen.size.width, height: screen.size.height))
    showFrame()
    while !isEnding {
      let events = screen.nextEvents(timeout: waitingTime)
      var isUrgent = false
      for event in events where !isEnding {
        isUrgent = take(event) || isUrgent
      }
      for message in inbox.take() { handle(message) }
      if let snapshot = trainer?.takeSnapshot() { handle(.snapshot(snapshot)) }
      if isEnding { break }
      noteWaiting()
      beat()
      if isDirty && (isUrgent || isFrameDue) { showFrame() }
    }
    trainer?.send(.interrupt)
    return state
  }

  /// What was changed by hand in the run that was left, and how many branches it had.
  package var journey: Journey {
    guard state.openDescription != nil, state.snapshot?.generation == state.generation, let trainer
    else { return Journey() }
    // Leaving never waits for a step that takes long.
    return trainer.journey(within: 0.3)
  }

  /// Tells the scene that time has passed, when it wanted to hear of it.
  private func beat() {
    guard let rate = state.beatsPerSecond, rate > 0 else {
      nextBeat = nil
      return
    }
    let now = ContinuousClock.now
    let interval = Duration.seconds(1 / rate)
    guard let due = nextBeat else {
      nextBeat = now + interval
      return
    }
    guard now >= due else { return }
    handle(.beat)
    // Beats that were missed, while the process was suspended, are not made up for.
    nextBeat = max(due + interval, now)
  }

  /// After so many seconds without an answer it is said that one is to come: a tenth of a second has to do for drawing too.
  private static let patience = 0.06

  /// For how many seconds a run, or an answer of the trainer, has been waited for; nil where nothing is.
  private var unansweredSeconds: Double? {
    assembling.map { ($0.since.duration(to: .now)) / .seconds(1) } ?? trainer?.unansweredSeconds
  }

  /// Says when what was asked for takes long, how much waits for it, and when it has been answered.
  private func noteWaiting() {
    let isLong = unansweredSeconds.map { $0 >= Self.patience } ?? false
    let commands = isLong ? trainer?.waitingCount ?? 0 : nil
    if commands != state.waitingCommands { handle(.waiting(commands)) }
  }

  /// How long it is until that has to be said; nil where there is nothing to say.
  private var timeToWaiting: Duration? {
    guard state.waitingCommands == nil, let unansweredSeconds else { return nil }
    return .seconds(max(0.001, Self.patience - unansweredSeconds))
  }

  private var isFrameDue: Bool {
    guard let lastShown else { return true }
    return ContinuousClock.now - lastShown >= Self.frameInterval
  }

  /// How long to wait for the next event: for ever when there is nothing to show.
  private var waitingTime: Duration? {
    let timeToBeat = nextBeat.map { max(.zero, $0 - ContinuousClock.now) }
    return [timeToFrame, timeToBeat, timeToWaiting].compactMap { $0 }.min()
  }

  private var timeToFrame: Duration? {
    guard isDirty else { return nil }
    guard let lastShown else { return .zero }
    return max(.milliseconds(1), Self.frameInterval - (ContinuousClock.now - lastShown))
  }

  private func showFrame() {
    lastShown = .now
    // A terminal that does not take bytes gets the newest frame when it does again: the screen keeps it.
    isDirty = false
    let frame = state.draw()
    screen.show(frame)
    if let failure = recording?.add(state.look.written(frame), depth: state.look.fileDepth) {
      handle(.saved("the recording ends here: \(state.look.words(failure))"))
    }
  }

  /// Takes an event of the terminal.
  ///
  /// - Returns: Whether it should be answered at once.
  private func take(_ event: TerminalEvent) -> Bool {
    switch event {
    case .key(let key): handle(.key(key))
    case .mouse(let event): handle(.mouse(event))
    case .paste(let text): handle(.paste(text.description))
    case .resize(let width, let height): handle(.resize(width: width, height: height))
    case .background(let brightness): handle(.background(isDark: brightness == .dark))
    case .resumed:
      screen.redraw()
      isDirty = true
    case .interrupted:
      wasInterrupted = true
      isEnding = true
    case .closed: isEnding = true
    case .wake: return false
    }
    return true
  }

  private func handle(_ message: Message) {
    switch message {
    case .assembled(let assembled, let generation, let isPlaying):
      if generation == assembling?.generation { assembling = nil }
      if generation == state.generation { begin(assembled, generation: generation, isPlaying: isPlaying) }
    case .failed(_, let generation):
      if generation == assembling?.generation { assembling = nil }
    case .key, .mouse, .paste, .beat, .resize, .snapshot, .waiting, .background, .loading, .found,
      .opened, .verified, .left, .saved:
      break
    }
    perform(state.update(message))
    isDirty = true
  }

  private func begin(_ assembled: AssembledRun, generation: Int, isPlaying: Bool) {
    if let trainer {
      trainer.send(.replace(assembled.run, generation: generation))
    } else {
      let waker = waker
      trainer = Trainer(assembled.run, generation: generation, on: worker) { waker.wake() }
    }
    trainer?.send(.speed(state.playingSpeed))
    if isPlaying { trainer?.send(.play) }
  }

  private func perform(_ effects: [Effect]) {
    // What is asked of the trainer goes to it together: the way to where a session stands may be very long.
    var commands: [TrainerCommand] = []
    for effect in effects {
      if case .trainer(let command) = effect {
        commands.append(command)
      } else {
        trainer?.send(commands)
        commands = []
        carryOut(effect)
      }
    }
    trainer?.send(commands)
  }

  private func carryOut(_ effect: Effect) {
    switch effect {
    case .trainer(let command): trainer?.send(command)
    case .assemble(let description, let generation, let playing):
      assemble(description, generation: generation, playing: playing)
    case .assembleSession(let session, let generation): assemble(session, generation: generation)
    case .work(let work):
      let trainer = trainer
      inBackground { work.perform { trainer?.branches() } }
    case .redraw: screen.redraw()
    case .suspend: screen.suspend()
    case .quit: isEnding = true
    }
  }

  private func assemble(_ description: Description, generation: Int, playing: Bool) {
    let assembler = assembler
    assemble(generation: generation, playing: playing) { progress in try assembler(description, progress) }
  }

  private func assemble(_ session: Session, generation: Int) {
    assemble(generation: generation, playing: false) { progress in
      try AssembledRun(opening: session, progress: progress)
    }
  }

  private func assemble(
    generation: Int, playing: Bool, _ make: @escaping @Sendable (@Sendable (Double?) -> Void) throws -> AssembledRun
  ) {
    assembling = (generation, .now)
    let (words, inbox, waker) = (state.look.words, inbox, waker)
    let failed: @Sendable (any Error) -> Message = { .failed(words($0), generation: generation) }
    inBackground(orElse: failed) {
      do {
        let assembled = try make { fraction in
          inbox.put(.loading(fraction: fraction, generation: generation))
          waker.wake()
        }
        return .assembled(assembled, generation: generation, playing: playing)
      } catch {
        return failed(error)
      }
    }
  }

  /// Works something out on a thread of its own; where there is none to be had, that is said.
  private func inBackground(
    orElse failed: ((any Error) -> Message)? = nil, _ work: @escaping @Sendable () -> Message?
  ) {
    let (words, inbox, waker) = (state.look.words, inbox, waker)
    do throws(NoThread) {
      try Worker.start {
        guard let message = work() else { return }
        inbox.put(message)
        waker.wake()
      }
    } catch {
      inbox.put(failed.map { $0(error) } ?? .saved(words(error)))
      waker.wake()
    }
  }
}

/// Messages from background work, in the order they came.
private final class Inbox: Sendable {
  private let messages = Guarded<[Message]>([])

  func put(_ message: Message) {
    messages.withLock { $0.append(message) }
  }

  func take() -> [Message] {
    messages.withLock { waiting in
      defer { waiting.removeAll() }
      return waiting
    }
  }
}
