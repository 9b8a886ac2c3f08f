import Lessons
import Plotting
import Training

/// The interface with a run behind it but without a terminal, a thread or a clock: what it asks for is done at once.
///
/// So what would be on a screen can be looked at where there is none.
package struct Rehearsal: Sendable {
  /// The interface.
  package internal(set) var state: AppState
  /// The run; nil until the first one that was asked for stands.
  private(set) var engine: Engine?
  /// All that was asked for, in its order.
  private(set) var effects: [Effect] = []
  /// How often something that was asked for could not be had: a run, or a change of one.
  private(set) var refusalCount = 0

  /// Begins on a screen of a size.
  ///
  /// - Parameters:
  ///   - state: The interface as it starts.
  ///   - width: How wide the screen is.
  ///   - height: How high it is.
  init(_ state: AppState, width: Int, height: Int) {
    self.state = state
    perform(self.state.begin())
    send(.resize(width: width, height: height))
  }

  /// Begins where a run stands already.
  ///
  /// - Parameter history: The curves that led there.
  package init(_ state: AppState, showing assembled: AssembledRun, _ history: History, width: Int, height: Int) {
    self.state = state
    _ = self.state.begin()
    send(.resize(width: width, height: height))
    engine = Engine(assembled.run, history: history, generation: self.state.generation)
    send(.assembled(assembled, generation: self.state.generation, playing: false))
    publish()
  }

  /// Sends a message, and does what it leads to.
  mutating func send(_ message: Message) {
    perform(state.update(message))
  }

  /// Does what was asked for, and what the answers to that ask for.
  mutating func perform(_ fresh: [Effect]) {
    effects += fresh
    for effect in fresh { perform(effect) }
  }

  /// Does what a lesson's solution asks for, as if the user had.
  mutating func solve(_ actions: [LessonAction]) {
    state.lesson?.pending = actions
    perform(state.continueLesson())
  }

  /// Lets the run make so many steps while it plays.
  mutating func play(steps: Int) {
    guard engine?.isPlaying == true else { return }
    engine?.advance(by: steps)
    engine?.haltAtEnd()
    publish()
  }

  /// Plays on until something stops it, as long as a check of a lesson does.
  mutating func playOut() {
    var left = LessonStage.mostSteps
    while left > 0, let engine, engine.isPlaying {
      let stretch = min(left, max(1, engine.branches.present.stepsToEpochEnd))
      play(steps: stretch)
      left -= stretch
    }
    if engine?.isPlaying == true { perform([.trainer(.pause)]) }
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .trainer(let command):
      engine?.carryOut([command])
      publish()
    case .assemble(let description, let generation, let playing):
      assemble(generation: generation, playing: playing) {
        try AssembledRun(loading: description, isWatched: true)
      }
    case .assembleSession(let session, let generation):
      assemble(generation: generation, playing: false) { try AssembledRun(opening: session) }
    case .work(let work):
      // Nothing outside is touched.
      guard work.reach == .run, let message = work.perform({ [engine] in engine?.branches }) else { return }
      send(message)
    case .redraw, .suspend, .quit: break
    }
  }

  private mutating func assemble(generation: Int, playing: Bool, _ make: () throws -> AssembledRun) {
    do {
      let assembled = try make()
      if engine == nil { engine = Engine(assembled.run, generation: generation) }
      engine?.carryOut([.replace(assembled.run, generation: generation)])
      send(.assembled(assembled, generation: generation, playing: playing))
      publish()
    } catch {
      refusalCount += 1
      send(.failed(state.look.words(error), generation: generation))
    }
  }

  private mutating func publish() {
    guard let snapshot = engine?.snapshot() else { return }
    refusalCount += snapshot.refusals.count
    send(.snapshot(snapshot))
  }
}
