import Training

/// How far somebody has come in the views of a network that are gone through move by move.
///
/// A step of the run is gone through from its first move to its update, and the update is the step itself: the run makes
/// it with that move, and the view stays with it until somebody goes on. So what a view shows is always one moment: before
/// the update the step that comes, with it the step that was made, never the one after it.
struct NetworkViewState: Sendable, Equatable {
  /// Where one is in a step.
  struct Place: Sendable, Equatable {
    /// How many moves of backpropagation have been made; all of them where the update is.
    var made = 0
    /// The stage of the training loop that is reached.
    var stage = TrainingLoop.Stage.batch

    /// Whether the step has been made.
    var isUpdated: Bool { stage == .update }

    /// At the beginning of the step that comes.
    static let beginning = Place()

    /// With the last move before the update.
    static func beforeUpdate(moves: Int) -> Place { Place(made: max(0, moves - 1), stage: .backward) }

    /// With the update.
    static func update(moves: Int) -> Place { Place(made: moves, stage: .update) }
  }

  /// Where one is, or will be once the run has done what was asked of it.
  private(set) var place = Place.beginning
  /// The example that is followed; nil for the one that the run's step learns from.
  var example: Int?
  /// Whether moves are made by themselves.
  var isPlaying = false
  /// How fast: moves a second.
  var speed = Speed(stepsPerSecond: 2)
  /// The step of the run that was seen last; nil before the first.
  private var seen: Int?
  /// The step that the run was asked for and has not come to; nil where nothing is awaited.
  private var awaited: Int?

  /// Faster than this, nobody can follow single moves, and the run itself is played.
  static let fastest = 30.0

  /// Whether the speed is one for single moves.
  var isByMove: Bool { (speed.stepsPerSecond ?? .infinity) <= Self.fastest }

  /// How many moves of backpropagation have been made.
  var made: Int { place.made }
  /// The stage of the training loop that is reached.
  var stage: TrainingLoop.Stage { place.stage }

  /// What is drawn of a run that stands at a step: the last place that belongs to it, while another is awaited.
  func shown(at step: Int, moves: Int) -> Place {
    guard let awaited, awaited != step else { return place }
    return awaited > step ? .beforeUpdate(moves: moves) : .update(moves: moves)
  }

  /// Keeps where one is, which example is followed, and how fast moves are made.
  ///
  /// The step that was seen is kept with it: a run that comes back to it has not been moved from outside.
  mutating func keep(in book: inout ViewBook) {
    book.keep("moves", &place.made)
    var stage = place.stage.rawValue
    book.keep("stage", &stage)
    place.stage = TrainingLoop.Stage(rawValue: stage) ?? .batch
    book.keep("followed", &example)
    book.keep("moves-per-second", [speed.stepsPerSecond ?? 0]) { kept in
      if kept[0] >= 0 { speed = kept[0] > 0 ? Speed(stepsPerSecond: kept[0]) : .unlimited }
    }
    book.keep("seen", [seen.map(Double.init) ?? -1]) { kept in
      seen = Int(exactly: kept[0]).flatMap { $0 < 0 ? nil : $0 }
    }
  }

  /// Goes to the beginning.
  mutating func begin() {
    (place, awaited, isPlaying) = (.beginning, nil, false)
  }

  /// Goes to a place of the same moment.
  mutating func go(to other: Place) { place = other }

  /// Goes to a place that the run has still to go a step for, forward or back.
  mutating func go(to other: Place, byStep count: Int, from step: Int) {
    awaited = (awaited ?? step) + count
    place = other
  }

  /// The step at which the run stands once it has done what was asked of it.
  func step(of run: Int) -> Int { awaited ?? run }

  /// Takes in where the run stands: where it was moved from outside, the step that led there is what is shown.
  ///
  /// - Parameters:
  ///   - step: The run's step.
  ///   - moves: How many moves a step of it has.
  ///   - isMade: Whether the step that led there is known; nil where nobody asked.
  ///   - canAdvance: Whether the run goes on.
  ///   - isShown: Whether a view is open that is gone through move by move.
  mutating func follow(step: Int, moves: Int, isMade: Bool?, canAdvance: Bool, isShown: Bool) {
    defer { if awaited == nil { seen = step } }
    if let goal = awaited {
      let start = seen ?? step
      let isOnTheWay = step != goal && (min(start, goal)...max(start, goal)).contains(step)
      if isOnTheWay, canAdvance || goal < step { return }
      awaited = nil
      if step == goal {
        if place.isUpdated, isMade == false { place = .beginning }
        return
      }
      // It ended before it came there.
      place = step == start ? .beforeUpdate(moves: moves) : .update(moves: moves)
    } else if let seen, seen != step {
      place = isShown ? .update(moves: moves) : .beginning
    }
    if place.isUpdated, isMade == false { place = .beginning }
  }
}
