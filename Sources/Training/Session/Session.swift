import Learning

/// A run and how far it is, with all that was changed by hand on the way: enough to come back to the very same numbers.
///
/// No numbers of the run itself are kept: they follow from the description and the changes. A fingerprint of them says
/// whether they came out the same.
package struct Session: Sendable, Equatable {
  /// A change and the step it was made at.
  package struct Entry: Sendable, Equatable {
    /// How many updates had been made.
    package var step: Int
    /// What was changed.
    package var change: Change

    /// Notes a change.
    package init(step: Int, change: Change) {
      self.step = step
      self.change = change
    }
  }

  /// One of several branches.
  package struct SavedBranch: Sendable, Equatable {
    /// Where it belongs.
    package var place: BranchPlace
    /// What was changed in it, and how far it has come; nil for the current one, whose past is the session's own.
    package var past: Past?
  }

  /// What leads a run to where it is.
  package struct Past: Sendable, Equatable {
    /// The changes made by hand, ascending by step.
    package var changes: [Entry]
    /// The furthest step that has been reached.
    package var head: Int

    /// The past of a timeline.
    init(_ timeline: Timeline) {
      self.init(changes: timeline.changes.map { Entry(step: $0.step, change: $0.change) }, head: timeline.head)
    }

    init(changes: [Entry], head: Int) {
      (self.changes, self.head) = (changes, head)
    }

    /// The commands that lead a run from its start to its furthest step.
    fileprivate var itinerary: [TrainerCommand] {
      var commands: [TrainerCommand] = []
      var here = 0
      func go(to step: Int) {
        if step > here { commands.append(.step(step - here)) }
        here = max(here, step)
      }
      for entry in changes {
        go(to: entry.step)
        commands.append(.amend(entry.change))
      }
      go(to: head)
      return commands
    }
  }

  /// How the run was looked at.
  package struct View: Sendable, Equatable {
    /// The panel that had the focus.
    package var panel: String
    /// Whether it filled the screen.
    package var isEnlarged: Bool
    /// The theme, by its name.
    package var theme: String
    /// The palette, by its name.
    package var palette: String
    /// The speed that was asked for, in steps a second; 0 for as fast as it goes, nil where none was.
    package var speed: Double?
    /// What is set of the view in the description, beside what the run was asked for and what was changed in it.
    package var settings: [Key: Setting] = [:]
    /// What the scene keeps of how it was looked at, by the names that it gives: axes, selections, the part in view.
    package var marks: [String: JSONValue] = [:]

    /// Describes a view.
    package init(
      panel: String = "", isEnlarged: Bool = false, theme: String = "", palette: String = "", speed: Double? = nil
    ) {
      self.panel = panel
      self.isEnlarged = isEnlarged
      self.theme = theme
      self.palette = palette
      self.speed = speed
    }
  }

  /// The largest step that a file may name, the largest that can be asked for: readers elsewhere keep whole numbers
  /// exact up to there.
  package static let lastStep = 9_007_199_254_740_991

  /// What was asked for, before any change.
  package var description: Description
  /// The examples that were trained on, where the description alone does not lead to them: those of a file.
  package var training: Dataset?
  /// The examples that were kept for testing, likewise.
  package var test: Dataset?
  /// The changes made by hand to the current branch, ascending by step.
  package var changes: [Entry] = []
  /// All branches in their order, the current one included; none where there was but one.
  package var branches: [SavedBranch] = []
  /// The step at which the current branch stands.
  package var step = 0
  /// The step that is looked at, where there are several branches: the current one may have ended before.
  package var commonStep: Int?
  /// The furthest step that has been reached.
  package var head = 0
  /// How it was looked at.
  package var view: View
  /// What the run's numbers at the step come to; empty where that is not known.
  package var fingerprint = ""

  /// A session at its start.
  ///
  /// - Parameters:
  ///   - description: What was asked for.
  ///   - training: The examples, where they are not a built-in set's.
  ///   - test: The examples kept for testing.
  ///   - view: How it is looked at.
  package init(_ description: Description, training: Dataset? = nil, test: Dataset? = nil, view: View = View()) {
    self.description = description
    self.view = view
    guard description.learnsFromOneSet, BuiltInDataset(rawValue: description.data) == nil else { return }
    self.training = training
    self.test = test
  }

  /// The same session where a timeline stands.
  package func standing(at timeline: Timeline) -> Session {
    var session = self
    let past = Past(timeline)
    (session.changes, session.head) = (past.changes, past.head)
    session.step = timeline.present.step
    session.fingerprint = timeline.present.fingerprint
    return session
  }

  /// The same session where branches stand: at the step of the current one.
  package func standing(at branches: Branches) -> Session {
    var session = standing(at: branches.current.timeline)
    guard branches.all.count > 1 || branches.current.place != BranchPlace(id: 0, parent: nil, forkStep: 0) else {
      return session
    }
    session.commonStep = branches.step
    session.branches = branches.all.map { branch in
      SavedBranch(place: branch.place, past: branch.id == branches.currentID ? nil : Past(branch.timeline))
    }
    return session
  }

  /// Brings a description and the examples of the start to what the changes have made of them.
  package func applyChanges(to description: inout Description, _ dataset: inout Dataset?) {
    let origin = description
    for entry in changes {
      switch entry.change {
      case .setting(let key, let value): description.take(key, value, since: origin)
      case .dataset(let points): dataset = points
      case .parameter, .parameters, .point: break
      }
    }
  }

  /// The commands that lead a trainer from the start of the run to where the session stands.
  ///
  /// Each branch is followed from the start, the current one at last.
  package var itinerary: [TrainerCommand] {
    var commands: [TrainerCommand] = []
    func graft(_ branch: SavedBranch) {
      commands.append(.graft(branch.place.id, isFirst: commands.isEmpty))
      commands += (branch.past ?? Past(changes: changes, head: head)).itinerary
    }
    for branch in branches where branch.past != nil { graft(branch) }
    if let current = branches.first(where: { $0.past == nil }) {
      graft(current)
      commands.append(.arrange(branches.map(\.place)))
    } else {
      commands += Past(changes: changes, head: head).itinerary
    }
    if step < head || !branches.isEmpty { commands.append(.go(commonStep ?? step)) }
    return commands
  }
}

extension Timeline {
  /// Whether it stands where a session was saved, with the same numbers.
  package func stands(as session: Session) -> Bool {
    present.step == session.step && present.fingerprint == session.fingerprint
  }

  /// Goes through the changes of a session to the step it stands at.
  ///
  /// - Throws: The first change that the run refuses.
  package mutating func follow(_ session: Session) throws(ChangeError) {
    for entry in session.changes {
      advance(by: entry.step - present.step)
      try apply(entry.change)
    }
    advance(by: session.head - present.step)
    go(to: session.step)
  }
}

extension AssembledRun {
  /// Goes from the start of a session's run to where the session stands.
  ///
  /// - Returns: The run's past.
  /// - Throws: The first change that the run refuses.
  package mutating func follow(_ session: Session) throws(ChangeError) -> Timeline {
    var timeline = Timeline(run)
    try timeline.follow(session)
    run = timeline.present
    session.applyChanges(to: &description, &dataset)
    return timeline
  }

  /// Puts the run of a session together as it was at its start.
  ///
  /// - Throws: As for the description, where its data are not in the session itself.
  package init(opening session: Session, isWatched: Bool = true, progress: (Double?) -> Void = { _ in }) throws {
    let description = session.description
    guard description.learnsFromOneSet, let training = session.training else {
      try self.init(loading: description, isWatched: isWatched, progress: progress)
      return
    }
    try self.init(description, LoadedExamples(training: training, test: session.test), isWatched: isWatched)
  }
}

extension Description {
  /// Whether the run learns from one set of examples: its own scene does, or it is the landscape of one that does.
  package var learnsFromOneSet: Bool { scene.learns || scene == .landscape }
}
