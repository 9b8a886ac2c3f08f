import Learning
import Training

/// Where a lesson is played without a screen: a run with its past, and what has been set.
///
/// It obeys actions as the interface does, so that a check and a player see the same numbers.
package struct LessonStage: Sendable {
  /// What is carried out, with the changes made since.
  package private(set) var description: Description
  private var dataset: Dataset?
  private var branches: Branches

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
    branches = Branches(assembled.run)
  }

  /// What can be read of the run as it stands.
  package var readings: Readings { Readings(snapshot) }

  private var snapshot: Snapshot {
    Snapshot(
      branches, generation: 0, isPlaying: false, speed: .unlimited,
      request: .network(columns: 1, rows: 1, view: nil, thumbnailColumns: 1, thumbnailRows: 1))
  }

  /// Carries out an action.
  ///
  /// - Parameter until: Where `play` stops of itself.
  /// - Throws: why it can't be done; nothing has changed then but what the action did before.
  package mutating func perform(_ action: LessonAction, until: [Condition] = []) throws {
    switch action.kind {
    case .step(let count):
      if count >= 0 { branches.advance(by: count) } else { branches.go(to: branches.present.step + count) }
    case .epoch(let count): branches.go(byEpochs: count)
    case .go(let step): branches.reach(step ?? branches.head)
    case .train(let count): branches.advance(by: count)
    case .play: play(until: until)
    case .set(let assignments): try set(assignments)
    case .weights(let numbers):
      guard let changes = Change.weights(numbers, on: snapshot.picture) else {
        throw LessonFault(.impossible("there is no such weight to set"), at: action.place)
      }
      for change in changes { try branches.apply(change) }
    case .place(let points): try edit(at: action.place) { $0.adding(points) }
    case .remove(let index):
      try edit(at: action.place) { $0.count > index ? $0.removing(at: index) : nil }
    case .view, .key: break
    case .open(let description): self = try LessonStage(description)
    case .race(let variation):
      guard let race = description.raced(varying: variation) else {
        throw LessonFault(.impossible("\(description.scene.noun) can't be raced like this"), at: action.place)
      }
      self = try LessonStage(race)
    case .fork(let assignments): try fork(assignments)
    }
  }

  private mutating func play(until conditions: [Condition]) {
    guard !conditions.isEmpty else {
      branches.advance(by: Self.mostSteps)
      return
    }
    var left = Self.mostSteps
    while left > 0, !conditions.allSatisfy({ $0.holds(in: readings) }) {
      let made = branches.advance(by: min(left, branches.present.stepsToEpochEnd))
      if made == 0 { return }
      left -= made
    }
  }

  private mutating func set(_ assignments: [LessonAction.Assignment]) throws {
    let changes = try description.changing(assignments.map { ($0.key, $0.text) })
    guard changes.restarting == nil else {
      self = try LessonStage(changes.description)
      return
    }
    for (key, change) in changes.live { try branches.apply(.setting(key, change.value)) }
    description = changes.description
  }

  private mutating func fork(_ assignments: [LessonAction.Assignment]) throws {
    if let key = try description.changing(assignments.map { ($0.key, $0.text) }).restarting {
      throw ChangeError.needsNewStart(key)
    }
    try branches.fork()
    try set(assignments)
  }

  private mutating func edit(at place: TextPlace, _ change: (Dataset) -> Dataset?) throws {
    guard let dataset, let edited = change(dataset) else {
      throw LessonFault(.impossible("there is no such example"), at: place)
    }
    try branches.apply(.dataset(edited))
    self.dataset = edited
  }
}

extension Dataset {
  /// The same examples and some more.
  package func adding(_ points: [LessonAction.Point]) -> Dataset {
    points.reduce(self) { $0.adding(x: $1.x, y: $1.y, label: $1.label) }
  }
}
