import Learning
import Training

/// Where a lesson is played without a screen: a run with its past, and what has been set.
package struct LessonStage: LessonHost, Sendable {
  /// What is carried out, with the changes made since.
  package private(set) var description: Description
  /// The examples that are learned from; nil where there are none.
  package private(set) var dataset: Dataset?
  private var engine: Engine
  /// Where `play` stops of itself.
  private var until: [Condition] = []

  /// The most steps that `play` makes when nobody is there to stop it.
  package static let mostSteps = 20_000

  /// Begins a description.
  ///
  /// - Throws: `DataError` or `AssembledRun.Failure` where there is no run of it.
  package init(_ description: Description) throws {
    // As if somebody watched: only the limits hold that were asked for.
    let assembled = try AssembledRun(loading: description, isWatched: true)
    self.description = assembled.description
    dataset = assembled.dataset
    engine = Engine(assembled.run, generation: 0)
    engine.carryOut([
      .request(.network(columns: 1, rows: 1, view: nil, thumbnailColumns: 1, thumbnailRows: 1))
    ])
  }

  /// What can be read of the run as it stands.
  package var readings: Readings { Readings(snapshot) }
  /// The run as it stands.
  package var picture: (any Picture)? { snapshot.picture }

  private var snapshot: Snapshot {
    var engine = engine
    return engine.snapshot()
  }

  /// Carries out an action.
  ///
  /// - Parameter until: Where `play` stops of itself.
  /// - Throws: why it can't be done; nothing has changed then but what the action did before.
  package mutating func perform(_ action: LessonAction, until: [Condition]) throws {
    self.until = until
    try perform(action)
  }

  /// Has the run do something, at once.
  package mutating func send(_ command: TrainerCommand) throws {
    engine.carryOut([command])
    if let refusal = engine.takeRefusals().first { throw refusal.reason }
  }

  /// Goes on for a bounded number of steps, or until all conditions hold that were asked for.
  package mutating func play(at speed: Speed) {
    var left = Self.mostSteps
    while left > 0, until.isEmpty || !until.allSatisfy({ $0.holds(in: readings) }) {
      let made = engine.advance(by: until.isEmpty ? left : min(left, engine.branches.present.stepsToEpochEnd))
      if made == 0 { return }
      left -= made
    }
  }

  /// Begins another run in place of this one.
  package mutating func begin(_ description: Description) throws { self = try LessonStage(description) }
  /// Begins the same run anew under other settings.
  package mutating func restart(_ description: Description) throws { self = try LessonStage(description) }

  /// Changes settings of the run as it stands.
  package mutating func change(_ changes: Description.Changes) throws {
    for (key, change) in changes.live { try make(.setting(key, change.value)) }
    description = changes.description
  }

  /// Makes a branch where the run stands, and changes settings in it.
  package mutating func fork(changing settings: [(key: Key, text: String)]) throws {
    try send(.fork(by: .lesson))
    try change(description.changing(settings))
  }

  /// Makes a change by hand.
  package mutating func make(_ change: Change) throws { try send(.change(change, undo: nil, by: .lesson)) }

  /// Exchanges the examples.
  package mutating func exchange(_ points: Dataset) throws {
    try make(.dataset(points))
    dataset = points
  }

  /// Changes nothing: nobody sees it.
  package mutating func view(_ name: String) {}
  /// Changes nothing: keys belong to the screen.
  package mutating func press(_ key: String) {}
}
