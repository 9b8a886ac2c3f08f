import Lessons
import Plotting
import Training

/// The interface with a run behind it but without a terminal, a queue or a clock: what it asks for is done at once.
///
/// So what would be on a screen can be looked at where there is none.
package struct Rehearsal: Sendable {
  /// The interface.
  package internal(set) var state: AppState
  private(set) var branches: Branches?
  private var kept: [Int: Branches] = [:]
  private var isPlaying = false
  private var speed = Speed(stepsPerSecond: 4)
  private var request = PictureRequest()
  /// Which of the runs that were asked for the branches are of: one that is asked for stands only once it is there.
  private var generation = 0

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

  /// Sends a message, and does what it leads to.
  ///
  /// - Returns: What was asked for; what the answers to that asked for follows it.
  @discardableResult
  mutating func send(_ message: Message) -> [Effect] {
    let effects = state.update(message)
    return perform(effects)
  }

  /// Does what was asked for.
  @discardableResult
  mutating func perform(_ effects: [Effect]) -> [Effect] {
    var all = effects
    for effect in effects { all += perform(effect) }
    return all
  }

  /// Lets the trainer make so many steps while it plays.
  mutating func play(steps: Int) {
    guard isPlaying, branches != nil else { return }
    branches?.advance(by: steps)
    publish()
  }

  /// Plays on until something stops it, as long as a check of a lesson does.
  mutating func playOut() {
    var left = LessonStage.mostSteps
    while isPlaying, left > 0, let branches, branches.canAdvance {
      let stretch = min(left, max(1, branches.present.stepsToEpochEnd))
      play(steps: stretch)
      left -= stretch
    }
    if isPlaying { perform([.trainer(.pause)]) }
  }

  private mutating func perform(_ effect: Effect) -> [Effect] {
    switch effect {
    case .trainer(let command): return obey(command)
    case .assemble(let description, let generation, let playing):
      return assemble(generation: generation, playing: playing) {
        try AssembledRun(loading: description, isWatched: true)
      }
    case .assembleSession(let session, let generation):
      return assemble(generation: generation, playing: false) { try AssembledRun(opening: session) }
    case .certify(let dataset, let features, let generation):
      return send(.certified(Certificate(dataset, features: features), generation: generation))
    case .trainOthers(let description, let dataset, let count, let generation):
      return send(.otherLines(OtherSeeds.lines(description, dataset, count: count), generation: generation))
    case .leave(let draft, let other, let isPlaying):
      guard let timeline = branches?.current.timeline else { return [] }
      return send(.left(draft.standing(at: timeline), for: other, playing: isPlaying))
    case .verify(let session, let generation):
      guard let timeline = branches?.current.timeline else { return [] }
      return send(.verified(timeline.stands(as: session), generation: generation))
    // Nothing outside is touched.
    case .save, .saveSession, .readSession, .redraw, .suspend, .quit: return []
    }
  }

  private mutating func assemble(
    generation: Int, playing: Bool, _ make: () throws -> AssembledRun
  ) -> [Effect] {
    do {
      let assembled = try make()
      branches = Branches(assembled.run)
      self.generation = generation
      isPlaying = false
      return send(.assembled(assembled, generation: generation, playing: playing)) + publish()
    } catch {
      return send(.failed(state.look.words(error), generation: generation))
    }
  }

  private mutating func obey(_ command: TrainerCommand) -> [Effect] {
    var refusals: [Refusal] = []
    switch command {
    case .play: isPlaying = true
    case .keep(let number): kept[number] = branches
    case .recall(let number, let generation):
      branches = kept[number] ?? branches
      self.generation = generation
      isPlaying = false
    case .speed(let fresh): speed = fresh
    case .request(let fresh): request = fresh
    case .pause, .step, .epoch, .go, .reach, .fork, .closeBranch, .graft: isPlaying = false
    case .change, .amend, .takeBack, .switchTo, .arrange, .replace, .interrupt: break
    }
    do throws(ChangeError) { try branches?.obey(command) } catch {
      refusals.append(Refusal(command: command, reason: error))
    }
    return publish(refusals: refusals)
  }

  @discardableResult
  private mutating func publish(refusals: [Refusal] = []) -> [Effect] {
    guard let branches else { return [] }
    return send(
      .snapshot(
        Snapshot(
          branches, generation: generation, isPlaying: isPlaying, speed: speed, request: request,
          refusals: refusals)))
  }
}
