import Learning
import Lessons
import Plotting
import Terminal
import Training

/// A lesson's hand on the interface: what its actions come to are effects, as of a key.
struct LessonHand: LessonHost {
  /// The interface.
  private(set) var app: AppState
  /// What is to be done outside.
  private(set) var effects: [Effect] = []

  init(_ app: AppState) { self.app = app }

  var description: Description { app.description }
  var dataset: Dataset? { app.dataset }
  var picture: (any Picture)? { app.snapshot?.picture }

  mutating func send(_ command: TrainerCommand) { effects.append(.trainer(command)) }

  mutating func play(at speed: Speed) {
    effects += app.change(speed: speed)
    send(.play)
  }

  mutating func begin(_ description: Description) { effects += app.begin(description) }

  mutating func restart(_ description: Description) {
    app.description = description
    app.lesson?.isWaitingForRun = true
    app.restarts = []
    effects += app.restart(.afresh)
  }

  mutating func change(_ changes: Description.Changes) {
    // The page says what it does.
    let said = app.note
    effects += app.change(changes, by: .lesson)
    app.note = said
  }

  mutating func fork(changing settings: [(key: Key, text: String)]) {
    let fork = app.fork(changing: settings, by: .lesson)
    // The page says what it does; the steps made just before are not on the screen yet.
    if !fork.isEmpty { app.note = nil }
    effects += fork
  }

  mutating func make(_ change: Change) { send(.change(change, undo: nil, by: .lesson)) }

  mutating func exchange(_ points: Dataset) { effects += app.exchange(points, by: .lesson) }

  mutating func view(_ name: String) { app.view(name) }

  mutating func press(_ key: String) {
    // A lesson speaks of the keys everybody starts with, whatever stands on them here.
    guard let key = KeyPress(name: key) else { return }
    effects += app.press(sceneKey: key, KeyBindings().action(for: key, in: app.place))
  }
}
