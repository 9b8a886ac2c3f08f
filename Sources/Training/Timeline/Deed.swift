/// Whose hand changed something.
package enum Hand: Sendable, Equatable { case user, lesson }

/// Something that was done to branches, and what is needed to take it back.
struct Deed: Sendable {
  enum Kind: Sendable {
    /// A branch was changed. What undoes it at a later step; what the changes came to before; the timeline as it was,
    /// where that had a future beyond the change.
    case change(branch: Int, inverse: Change?, outcome: Timeline.Outcome?, before: Timeline?)
    /// A branch was made.
    case fork(branch: Int)
    /// A branch was closed; the branches as they were, while they are kept.
    case closing(before: [Branch]?)
    /// Another run took the place of the one before; who asked for it knows how to go back.
    case newRun
  }

  var kind: Kind
  let hand: Hand

  /// Whether it keeps what takes memory.
  var isKeeping: Bool {
    switch kind {
    case .change(_, _, _, .some), .closing(.some): true
    case .change, .fork, .closing, .newRun: false
    }
  }

  /// The same without what takes memory.
  var withoutMemory: Deed {
    var deed = self
    switch kind {
    case .change(let branch, let inverse, let outcome, _):
      deed.kind = .change(branch: branch, inverse: inverse, outcome: outcome, before: nil)
    case .closing: deed.kind = .closing(before: nil)
    case .fork, .newRun: break
    }
    return deed
  }

  /// What of it can be taken back in another run that has its place: settings and examples, but no weights or branches.
  var inAnotherRun: Deed? {
    switch kind {
    case .newRun: return self
    case .change(_, let inverse?, _, _):
      switch inverse {
      case .setting, .dataset:
        return Deed(kind: .change(branch: 0, inverse: inverse, outcome: nil, before: nil), hand: hand)
      case .parameter, .parameters, .point: return nil
      }
    case .change, .fork, .closing: return nil
    }
  }
}

/// What a run that takes the place of another means for taking back.
package enum Succession: Sendable, Equatable {
  /// Nothing of what was before is taken back from here.
  case afresh
  /// It is the same once more: what was changed can still be taken back.
  case again
  /// It is another one, and can be taken back itself.
  case another
  /// It is the one before again: another one was taken back.
  case back
}
