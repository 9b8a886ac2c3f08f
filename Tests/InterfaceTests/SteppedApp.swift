import Lessons
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

/// The interface as the tests drive it: a rehearsal with keys, typing and a look of its own.
typealias SteppedApp = Rehearsal

extension Rehearsal {
  init(
    _ description: Description?, lesson: Lesson? = nil, width: Int = 110, height: Int = 34, glyphs: GlyphSet = .braille,
    depth: ColorDepth = .direct, theme: Theme.Name = .dark,
    palette: Palette.Name = .viridis, keys: KeyBindings = KeyBindings()
  ) {
    let look = Look(
      theme: Theme(theme, onDark: theme != .light, palette: palette), glyphs: glyphs, depth: depth,
      words: { "\(String(describing: $0))" }
    )
    self.init(
      AppState(description: description, lesson: lesson, look: look, keys: keys), width: width, height: height)
  }

  /// The timeline of the current branch.
  var timeline: Timeline? { engine?.branches.current.timeline }

  /// The session that is saved where it stands; nil where it was not asked for.
  var saved: Session? {
    guard effects.contains(where: { if case .work(let work) = $0 { work.reach != .run } else { false } }) else {
      return nil
    }
    return engine.flatMap { state.sessionDraft?.standing(at: $0.branches) }
  }

  /// How much there is that `u` takes back.
  var undoCount: Int { (engine?.branches.deedCount ?? 0) + state.restarts.count }

  mutating func press(_ keys: KeyPress...) {
    for key in keys { send(.key(key)) }
  }

  mutating func type(_ text: String) {
    for scalar in text.unicodeScalars { send(.key(.character(scalar))) }
  }

  /// Does what a scene, or a lesson, asks for.
  mutating func carryOut(_ requests: [SceneRequest]) {
    perform(state.carryOut(requests))
  }

  /// Sets a setting from text, as a list with a line to type in does.
  mutating func set(_ key: Key, to text: String) { perform(state.set(key, to: text)) }

  /// Makes a branch with settings changed, as a lesson does.
  mutating func fork(changing changes: [(key: Key, text: String)]) { perform(state.fork(changing: changes)) }

  /// Draws, and expects a frame of the screen's size, without a character that the glyph set does not have.
  func expectSoundFrame(sourceLocation: SourceLocation = #_sourceLocation) {
    let frame = state.draw()
    #expect(frame.width == state.size.width && frame.height == state.size.height, sourceLocation: sourceLocation)
    guard state.look.glyphs == .ascii else { return }
    #expect(frame.cells.allSatisfy { $0.scalar.isASCII }, sourceLocation: sourceLocation)
  }
}
