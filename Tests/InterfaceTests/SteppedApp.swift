import Learning
import Lessons
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

/// The interface with a run behind it but without a terminal, a queue or a clock: effects are carried out at once.
struct SteppedApp {
  var state: AppState
  private(set) var effects: [Effect] = []
  /// The session that was saved last.
  private(set) var saved: Session?
  /// How often something that was asked for could not be had: a run, or a change of one.
  private(set) var refusalCount = 0
  private var kept: [Int: Branches] = [:]
  private var branches: Branches?
  /// The timeline of the current branch.
  var timeline: Timeline? { branches?.current.timeline }
  private var isPlaying = false
  private var speed = Speed(stepsPerSecond: 4)
  private var request = PictureRequest()
  private var generation = 0
  private var screen = (width: 0, height: 0)

  init(
    _ description: Description?, lesson: Lesson? = nil, width: Int = 110, height: Int = 34, glyphs: GlyphSet = .braille,
    depth: ColorDepth = .direct, theme: Theme.Name = .dark,
    palette: Palette.Name = .viridis, keys: KeyTable = KeyTable()
  ) {
    let look = Look(
      theme: Theme(theme, onDark: theme != .light, palette: palette), glyphs: glyphs, depth: depth,
      words: { "\(String(describing: $0))" }
    )
    state = AppState(description: description, lesson: lesson, look: look, keys: keys)
    perform(state.begin())
    send(.resize(width: width, height: height))
  }

  mutating func send(_ message: Message) {
    if case .resize(let width, let height) = message { screen = (width, height) }
    perform(state.update(message))
  }

  mutating func press(_ keys: KeyPress...) {
    for key in keys { send(.key(key)) }
  }

  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { send(.key(.character(scalar))) }
  }

  /// Does what a lesson's solution asks for, as if the user had.
  mutating func solve(_ actions: [LessonAction]) {
    state.lesson?.pending = actions
    perform(state.continueLesson())
  }

  /// What the trainer does while it plays: so many steps, and a snapshot.
  mutating func play(steps: Int) {
    guard isPlaying, branches != nil else { return }
    branches?.advance(by: steps)
    publish()
  }

  /// Does what a scene, or a lesson, asks for.
  mutating func carryOut(_ requests: [SceneRequest]) {
    perform(state.carryOut(requests))
  }

  /// Draws, and expects a frame of the screen's size, without a character that the glyph set does not have.
  func expectSoundFrame(sourceLocation: SourceLocation = #_sourceLocation) {
    let frame = state.draw()
    #expect(frame.width == screen.width && frame.height == screen.height, sourceLocation: sourceLocation)
    guard state.look.glyphs == .ascii else { return }
    #expect(frame.cells.allSatisfy { $0.scalar.isASCII }, sourceLocation: sourceLocation)
  }

  private mutating func perform(_ fresh: [Effect]) {
    effects += fresh
    for effect in fresh {
      switch effect {
      case .trainer(let command): obey(command)
      case .assemble(let description, let generation, let playing):
        assemble(description, generation: generation, playing: playing)
      case .assembleSession(let session, let generation):
        assemble(generation: generation, playing: false) { try AssembledRun(opening: session) }
      case .saveSession(let draft, _):
        if let branches { saved = draft.standing(at: branches) }
      case .leave(let draft, let other, let isPlaying):
        if let timeline { send(.left(draft.standing(at: timeline), for: other, playing: isPlaying)) }
      case .verify(let session, let generation):
        if let timeline { send(.verified(timeline.stands(as: session), generation: generation)) }
      default: break
      }
    }
  }

  private mutating func assemble(_ description: Description, generation: Int, playing: Bool) {
    assemble(generation: generation, playing: playing) { try AssembledRun(loading: description, isWatched: true) }
  }

  private mutating func assemble(generation: Int, playing: Bool, _ make: () throws -> AssembledRun) {
    do {
      let assembled = try make()
      branches = Branches(assembled.run)
      self.generation = generation
      isPlaying = false
      send(.assembled(assembled, generation: generation, playing: playing))
      publish()
    } catch {
      refusalCount += 1
      send(.failed(state.look.words(error), generation: generation))
    }
  }

  private mutating func obey(_ command: TrainerCommand) {
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
      refusalCount += 1
      refusals.append(Refusal(command: command, reason: error))
    }
    publish(refusals: refusals)
  }

  private mutating func publish(refusals: [Refusal] = []) {
    guard let branches else { return }
    send(
      .snapshot(
        Snapshot(
          branches, generation: generation, isPlaying: isPlaying, speed: speed, request: request,
          refusals: refusals)))
  }
}
