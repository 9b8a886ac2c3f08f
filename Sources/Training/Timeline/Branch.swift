import Learning

/// One of the ways a run went on from a step: a timeline that shares its past with that of another branch.
package struct Branch: Sendable, Identifiable {
  /// Which of the few places for branches it has, from 0: what its letter and its color follow from.
  package let id: Int
  /// The branch it left; nil for the one that was there first.
  package internal(set) var parent: Int?
  /// The last step that it has in common with its parent; 0 for the one that was there first.
  package internal(set) var forkStep: Int
  /// Its past, its present and what is known of its future.
  package internal(set) var timeline: Timeline
}

/// Where a branch belongs among the others.
package struct BranchPlace: Sendable, Equatable {
  /// Which of the few places for branches it has, from 0.
  package var id: Int
  /// The branch it left; nil for the one that was there first.
  package var parent: Int?
  /// The last step that it has in common with its parent.
  package var forkStep: Int

  /// Places a branch.
  package init(id: Int, parent: Int?, forkStep: Int) {
    self.id = id
    self.parent = parent
    self.forkStep = forkStep
  }
}

extension Branch {
  /// Where it belongs.
  package var place: BranchPlace { BranchPlace(id: id, parent: parent, forkStep: forkStep) }
}

/// A branch as it stands at the step that is looked at: part of a snapshot.
package struct BranchSnapshot: Sendable, Identifiable {
  /// Which of the few places for branches it has, from 0.
  package let id: Int
  /// The branch it left; nil for the one that was there first.
  package let parent: Int?
  /// The last step that it has in common with its parent.
  package let forkStep: Int
  /// How many updates it has made: fewer than the others where it ended before them.
  package let step: Int
  /// How many epochs are complete.
  package let epochsCompleted: Int
  /// The furthest step it has reached.
  package let head: Int
  /// How it stands.
  package let status: RunStatus
  /// The learning rate in force.
  package let learningRate: Double
  /// The settings that were changed in it, with the values they have by the last change.
  package let settings: [Key: Setting]
  /// Whether weights, points or a place were changed by hand.
  package let isTouched: Bool
  /// The examples it was given last; nil where they are those of the start.
  package let dataset: Dataset?
  /// Its curves, up to the furthest step it has reached.
  package let history: History
  /// What the scene draws of it.
  package let picture: any Picture
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
