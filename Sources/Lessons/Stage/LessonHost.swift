import Learning
import Training

/// Where a lesson is played, in what its actions come to: on a screen, or on a stage that nobody sees.
package protocol LessonHost {
  /// What is carried out, with the changes made since.
  var description: Description { get }
  /// The examples that are learned from; nil where there are none.
  var dataset: Dataset? { get }
  /// The run as it is seen; nil before there is one.
  var picture: (any Picture)? { get }

  /// Has the run do something.
  mutating func send(_ command: TrainerCommand) throws
  /// Plays on at a speed until something stops it.
  mutating func play(at speed: Speed) throws
  /// Begins another run in place of this one.
  mutating func begin(_ description: Description) throws
  /// Begins the same run anew under other settings.
  mutating func restart(_ description: Description) throws
  /// Changes settings of the run under way.
  mutating func change(_ changes: Description.Changes) throws
  /// Makes a branch where the run stands, and changes settings in it.
  mutating func fork(changing settings: [(key: Key, text: String)]) throws
  /// Makes a change by hand.
  mutating func make(_ change: Change) throws
  /// Exchanges the examples.
  mutating func exchange(_ points: Dataset) throws
  /// Shows something else: a panel, or a value of the key `view`.
  mutating func view(_ name: String) throws
  /// Presses a key.
  mutating func press(_ key: String) throws
}

extension LessonHost {
  /// Does what an action asks for.
  ///
  /// - Throws: why it can't be done; nothing has changed then but what the action did before.
  package mutating func perform(_ action: LessonAction) throws {
    func impossible(_ reason: String) -> LessonFault { LessonFault(.impossible(reason), at: action.place) }
    switch action.kind {
    case .step(let count), .train(let count): try send(.step(count))
    case .epoch(let count): try send(.epoch(count))
    case .go(let step): try send(step.map(TrainerCommand.reach) ?? .go(.max))
    case .play(let speed): try play(at: speed)
    case .set(let assignments):
      let changes = try description.changing(assignments.map { ($0.key, $0.text) })
      if changes.restarting == nil { try change(changes) } else { try restart(changes.description) }
    case .weights(let numbers):
      guard let changes = picture.flatMap({ Change.weights(numbers, on: $0) }) else {
        throw impossible("there is no such weight to set")
      }
      for change in changes { try make(change) }
    case .place(let points):
      guard let dataset else { throw impossible("there is no such example") }
      try exchange(points.reduce(dataset) { $0.adding(x: $1.x, y: $1.y, label: $1.label) })
    case .remove(let index):
      guard let dataset, index < dataset.count else { throw impossible("there is no such example") }
      try exchange(dataset.removing(at: index))
    case .view(let name): try view(name)
    case .key(let name): try press(name)
    case .open(let description): try begin(description)
    case .race(let variation):
      guard let race = description.raced(varying: variation) else {
        throw impossible("\(description.scene.noun) can't be raced like this")
      }
      try begin(race)
    case .fork(let assignments):
      let settings = assignments.map { (key: $0.key, text: $0.text) }
      if let key = try description.changing(settings).restarting { throw ChangeError.needsNewStart(key) }
      try fork(changing: settings)
    }
  }
}
