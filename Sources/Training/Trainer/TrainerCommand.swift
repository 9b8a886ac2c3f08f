/// Something asked of a trainer; obeyed between two slices, in the order sent.
package enum TrainerCommand: Sendable {
  /// Play on.
  case play
  /// Stop where it is.
  case pause
  /// Go so many steps forward, or back if negative; pauses.
  case step(Int)
  /// Go to the end of the epoch (times so many), or back to the beginning of one; pauses.
  case epoch(Int)
  /// Go to a step already known; pauses.
  case go(Int)
  /// Go to a step, on to it where it has not been reached; pauses.
  case reach(Int)
  /// Play at another speed.
  case speed(Speed)
  /// Change something at the present step, in the current branch.
  ///
  /// With what undoes it, nil where the run's own numbers say that.
  case change(Change, undo: Change?, by: Hand = .user)
  /// Change it once more under the same hand, as a drag does: taken back together with the change before it.
  case amend(Change)
  /// Take back the last change, fork or closing of a branch.
  case takeBack
  /// Say what the run is to the one whose place it took.
  case succeed(Succession)
  /// Make a new branch from the present step and switch to it; pauses.
  case fork(by: Hand = .user)
  /// Switch to another branch, by its `id`.
  case switchTo(branch: Int)
  /// Close the current branch.
  case closeBranch
  /// Begin a branch at the very start, for a saved one to be followed; the first one replaces all; pauses.
  case graft(Int, isFirst: Bool)
  /// Put the branches in an order, each with the one it left.
  case arrange([BranchPlace])
  /// Begin another run; its snapshots carry the new generation.
  case replace(any Run, generation: Int)
  /// Keep the run with its past under a number, to come back to.
  case keep(Int)
  /// Come back to what was kept under a number, marked with a generation from then on; pauses.
  case recall(Int, generation: Int)
  /// Picture the run like this from now on.
  case request(PictureRequest)
  /// Give up what was asked for before and is not yet done: the rest of a way that takes long, and what was to follow it.
  case interrupt
}

extension TrainerCommand {
  /// Whether what was asked for before and is not yet done is no longer wanted.
  var interruptsOthers: Bool {
    switch self {
    case .interrupt, .replace, .recall: true
    case .play, .pause, .step, .epoch, .go, .reach, .speed, .change, .amend, .takeBack, .succeed, .fork, .switchTo,
      .closeBranch,
      .graft, .arrange, .keep, .request:
      false
    }
  }

  /// How many steps it asks for.
  var steps: Int { if case .step(let count) = self { count } else { 0 } }

  /// Whether it only says how the run is pictured.
  var isRequest: Bool { if case .request = self { true } else { false } }

  /// Whether it gives up what is under way and nothing else.
  var isInterruption: Bool { if case .interrupt = self { true } else { false } }

  /// Whether it is wanted all the same when something else interrupts.
  var standsInterruption: Bool {
    switch self {
    case .speed, .keep, .request, .replace, .recall, .succeed: true
    case .play, .pause, .step, .epoch, .go, .reach, .change, .amend, .takeBack, .fork, .switchTo, .closeBranch, .graft,
      .arrange, .interrupt:
      false
    }
  }
}
