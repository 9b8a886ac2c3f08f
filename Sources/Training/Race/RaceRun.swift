import Learning

/// The same run under several values of one key: same data, same start, same batches.
///
/// All members make the same number of steps; one that has ended stays where it ended. They don't know of one another,
/// so they advance on all cores at once and the numbers are those of single runs, bit for bit. Each member's curves go
/// with it, so a step back shows the curves as they were.
package struct RaceRun: Run {
  /// A run that takes part.
  package struct Member: Sendable {
    /// What it carries out.
    package let description: Description
    /// Its value of the varied key.
    package let value: Setting
    /// The examples it trains on; nil for a run without data.
    package let dataset: Dataset?
    /// The run as it stands.
    package fileprivate(set) var run: any Run
    /// Its curves.
    package fileprivate(set) var history = History()

    fileprivate func advanced(by count: Int) -> Member {
      var member = self
      member.run.advance(by: count, history: &member.history)
      return member
    }
  }

  /// The key that differs.
  package let key: Key
  /// Who takes part, in the order of the values.
  package private(set) var members: [Member]

  /// Sets members up at their starts.
  ///
  /// - Precondition: there is at least one, and as many values as runs.
  package init(_ variation: Setting.Variation, _ runs: [AssembledRun]) {
    precondition(
      !runs.isEmpty && runs.count == variation.values.count, "\(runs.count) runs for \(variation.values.count) values")
    key = variation.key
    members = zip(runs, variation.values).map { assembled, value in
      Member(description: assembled.description, value: value, dataset: assembled.dataset, run: assembled.run)
    }
  }

  /// The member that has come farthest.
  private var leader: any Run {
    let running = members.first { $0.run.status.canAdvance } ?? members.max { $0.run.step < $1.run.step }
    return running?.run ?? members[0].run
  }

  /// The greatest number of steps that a member has made.
  package var step: Int { members.reduce(0) { max($0, $1.run.step) } }
  /// The greatest number of epochs that a member has completed.
  package var epochsCompleted: Int { members.reduce(0) { max($0, $1.run.epochsCompleted) } }
  /// Running while one of the members is.
  package var status: RunStatus {
    members.contains { $0.run.status.canAdvance } ? .running : .finished(.steps)
  }
  /// The steps of an epoch of the first member that still runs.
  package var stepsPerEpoch: Int { leader.stepsPerEpoch }
  /// The steps to the end of the epoch of the first member that still runs.
  package var stepsToEpochEnd: Int { leader.stepsToEpochEnd }
  /// What the members' checkpoints take together, their curves included.
  package var checkpointSize: Int { members.reduce(0) { $0 + $1.run.checkpointSize + 1 << 16 } }
  /// That of the members, where it is one and the same; NaN where it is what they differ in.
  package var learningRate: Double { key == .learningRate ? .nan : members[0].run.learningRate }

  /// Advances every member that still runs by the same number of steps, on all cores.
  package mutating func advance(by count: Int, history: inout History) {
    let standing = members
    // A few steps are done sooner than a second core is awake.
    guard count >= 64, standing.count > 1 else {
      members = standing.map { $0.advanced(by: count) }
      return
    }
    let moved = Guarded<[Int: Member]>([:])
    Worker.perform(standing.count) { index in
      let member = standing[index].advanced(by: count)
      moved.withLock { $0[index] = member }
    }
    moved.withLock { results in
      for (index, member) in results { members[index] = member }
    }
  }

  /// Refuses every change: what is opened from a race is carried out by its description, so that must tell all.
  package mutating func apply(_ change: Change) throws(ChangeError) {
    if case .setting(let key, _) = change { throw .needsNewStart(key) }
    throw .doesNotApply("the members of a race change by a new start")
  }

  /// What each member shows.
  package func picture(_ request: PictureRequest) -> any Picture {
    RacePicture(
      key: key,
      entries: members.map { member in
        RacePicture.Entry(
          description: member.description, value: member.value, dataset: member.dataset,
          snapshot: Snapshot(still: member.run, history: member.history, generation: 0, request: request))
      })
  }
}

/// What a race shows of itself at one step.
package struct RacePicture: Picture {
  /// A member and how it stands.
  package struct Entry: Sendable {
    /// What it carries out.
    package let description: Description
    /// Its value of the varied key.
    package let value: Setting
    /// The examples it trains on; nil for a run without data.
    package let dataset: Dataset?
    /// The examples kept for testing; nil for none.
    package var test: Dataset? { (snapshot.picture as? NetworkPicture)?.test }
    /// Its own snapshot.
    package let snapshot: Snapshot
  }

  /// The key that differs.
  package let key: Key
  /// The members, in the order of the values.
  package let entries: [Entry]
}

extension RacePicture.Entry {
  /// The curve that judges it.
  package var judge: History.Curve { description.scene.runType.judge }

  /// The last value of that curve; nil before the first.
  package var score: Double? { snapshot.history[judge].last }
}

extension RacePicture {
  /// A race has no number of its own.
  package func number(_ name: String, example: Int) -> Double? { nil }

  /// What is read of one of its runs.
  package func reading(_ name: String, ofRun index: Int, example: Int) -> Quantity.Reading? {
    entries.indices.contains(index) ? Readings(entries[index].snapshot).value(named: name, example: example) : nil
  }

  /// A race has no parameter of its own.
  package func parameterIndex(_ name: String) -> Int? { nil }
}

extension RaceRun {
  /// The step and the numbers of each run, one after another.
  package var numbers: [Double] { members.flatMap { [Double($0.run.step)] + $0.run.numbers } }

  /// What is opened from a race is carried out by its description, so that must tell all.
  package static func isLive(_ key: Key, in scene: SceneKind) -> Bool { false }

  /// Those of its runs.
  package static func quantityNames(in scene: SceneKind) -> [String] {
    ["run1.loss", "run1.value", "run1.status", "run1.step", "run1.accuracy"]
  }
}
