import Learning

/// One of the ways a run went on from a step: a timeline that shares its past with that of another branch.
public struct Branch: Sendable, Identifiable {
  /// Which of the few places for branches it has, from 0: what its letter and its color follow from.
  public let id: Int
  /// The branch it left; nil for the one that was there first.
  public internal(set) var parent: Int?
  /// The last step that it has in common with its parent; 0 for the one that was there first.
  public internal(set) var forkStep: Int
  /// Its past, its present and what is known of its future.
  public internal(set) var timeline: Timeline
}

/// Where a branch belongs among the others.
public struct BranchPlace: Sendable, Equatable {
  /// Which of the few places for branches it has, from 0.
  public var id: Int
  /// The branch it left; nil for the one that was there first.
  public var parent: Int?
  /// The last step that it has in common with its parent.
  public var forkStep: Int

  /// Places a branch.
  public init(id: Int, parent: Int?, forkStep: Int) {
    self.id = id
    self.parent = parent
    self.forkStep = forkStep
  }
}

extension Branch {
  /// Where it belongs.
  public var place: BranchPlace { BranchPlace(id: id, parent: parent, forkStep: forkStep) }
}

/// A branch as it stands at the step that is looked at: part of a snapshot.
public struct BranchSnapshot: Sendable, Identifiable {
  /// Which of the few places for branches it has, from 0.
  public let id: Int
  /// The branch it left; nil for the one that was there first.
  public let parent: Int?
  /// The last step that it has in common with its parent.
  public let forkStep: Int
  /// How many updates it has made: fewer than the others where it ended before them.
  public let step: Int
  /// How many epochs are complete.
  public let epochsCompleted: Int
  /// The furthest step it has reached.
  public let head: Int
  /// How it stands.
  public let status: RunStatus
  /// The learning rate in force.
  public let learningRate: Double
  /// The settings that were changed in it, with the values they have by the last change.
  public let settings: [Key: Setting]
  /// Whether weights, points or a place were changed by hand.
  public let isTouched: Bool
  /// The examples it was given last; nil where they are those of the start.
  public let dataset: Dataset?
  /// Its curves, up to the furthest step it has reached.
  public let history: History
  /// What the scene draws of it.
  public let picture: any Picture
}

extension BranchSnapshot {
  /// A branch as it stands.
  init(_ branch: Branch, picture: any Picture) {
    let timeline = branch.timeline
    let run = timeline.present
    let outcome = timeline.outcome
    self.init(
      id: branch.id, parent: branch.parent, forkStep: branch.forkStep, step: run.step,
      epochsCompleted: run.epochsCompleted, head: timeline.head,
      status: run.status, learningRate: run.learningRate, settings: timeline.settings,
      isTouched: outcome.isTouched, dataset: outcome.dataset, history: timeline.history, picture: picture)
  }
}
