import Learning

/// Something changed by hand while a run is under way; part of the run's journal, so that time travel passes it again.
package enum Change: Sendable, Equatable {
  /// A setting of the description gets a new value: `learning-rate` 0.03.
  case setting(Key, Setting)
  /// The parameter at an index of the run's parameters gets a new value.
  case parameter(index: Int, value: Double)
  /// All parameters get new values.
  case parameters([Double])
  /// The examples are exchanged: points were placed or removed.
  case dataset(Dataset)
  /// A descent goes on from another point.
  case point([Double])
}

extension Change {
  /// Whether it may be the first of a movement, which is amended: a hand takes a point before it moves it.
  var beginsMovement: Bool {
    switch self {
    case .parameters: true
    case .setting, .parameter, .dataset, .point: false
    }
  }

  /// Whether this change makes an earlier one at the same step pointless.
  func replaces(_ earlier: Change) -> Bool {
    switch (earlier, self) {
    case (.setting(let first, _), .setting(let second, _)): first == second
    case (.parameter(let first, _), .parameter(let second, _)): first == second
    case (.parameter, .parameters), (.parameters, .parameters), (.dataset, .dataset), (.point, .point): true
    default: false
    }
  }
}

/// Why a change cannot be made.
package enum ChangeError: Error, Sendable, Equatable {
  /// The setting cannot change while the run goes on; it takes a new start.
  case needsNewStart(Key)
  /// The run has no such setting, parameter or point.
  case doesNotApply(String)
  /// There are as many branches as can be told apart.
  case tooManyBranches(Int)
  /// Nothing was done that could be taken back.
  case nothingToTakeBack
  /// What was done last made no difference to what there is now.
  case isAsBefore
  /// What was done last was to begin this run: who asked for it has to go back to another.
  case takesAnotherRun
}

/// Something asked of a trainer that cannot be done.
package struct Refusal: Sendable {
  /// What was asked for.
  package let command: TrainerCommand
  /// Why it cannot be done.
  package let reason: ChangeError

  /// Makes a refusal.
  package init(command: TrainerCommand, reason: ChangeError) {
    self.command = command
    self.reason = reason
  }
}
