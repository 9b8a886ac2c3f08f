extension AssembledRun {
  /// Loads what a description needs and puts its run together.
  ///
  /// - Parameters:
  ///   - description: What is to be carried out.
  ///   - isWatched: Whether somebody watches, so that only limits that were asked for hold.
  ///   - progress: Called while a file is read, with the share that is done; nil where there is no knowing.
  /// - Throws: `DataError` where the data can't be had, `Failure` where they do not fit the scene.
  package init(
    loading description: Description, isWatched: Bool = false, progress: (Double?) -> Void = { _ in }
  ) throws {
    if description.scene == .race, let variation = description.variation {
      try self.init(racing: description, variation, nil, isWatched: isWatched, progress: progress)
      return
    }
    if let assembled = try AssembledRun(description, isWatched: isWatched) {
      self = assembled
      return
    }
    try self.init(description, try LoadedExamples(description, progress: progress), isWatched: isWatched)
  }

  /// Puts the members of a race together; data that they share is read once.
  ///
  /// - Parameters:
  ///   - description: What the race carries out.
  ///   - variation: The key that differs, and its values.
  ///   - loaded: The examples that all share, where they have been loaded already.
  ///   - isWatched: Whether somebody watches, so that only limits that were asked for hold.
  ///   - progress: Called while a file is read, with the share that is done; nil where there is no knowing.
  /// - Throws: `DataError` where the data can't be had, `Failure` where they do not fit the scene.
  package init(
    racing description: Description, _ variation: Setting.Variation, _ loaded: LoadedExamples?,
    isWatched: Bool = false, progress: (Double?) -> Void = { _ in }
  ) throws {
    let contestants = description.contestants
    let examples =
      try loaded ?? (description.sharesExamples ? LoadedExamples(contestants[0], progress: progress) : nil)
    let runs = try contestants.map { contestant in
      if let examples { return try AssembledRun(contestant, examples, isWatched: isWatched) }
      return try AssembledRun(loading: contestant, isWatched: isWatched, progress: progress)
    }
    var notes = (description.rateNotes + description.seedNotes).map { DataNote(.fact, $0) }
    for note in runs.flatMap(\.notes) where !notes.contains(note) { notes.append(note) }
    self.init(run: RaceRun(variation, runs), description: description, dataset: runs[0].dataset, notes: notes)
  }

  /// Puts the run of a description together from examples already loaded.
  package init(_ description: Description, _ examples: LoadedExamples, isWatched: Bool = false) throws(Failure) {
    var description = description
    if examples.isWhole { description.found[.testFraction] = .number(0) }
    try self.init(
      description, dataset: examples.training, test: examples.test, notes: examples.notes, isWatched: isWatched)
  }
}

extension Description {
  /// Whether it races runs that learn from the same examples, so that these are loaded once.
  package var sharesExamples: Bool {
    guard variation != nil, subject.learns else { return false }
    // The seed of everything says nothing of the data that the data's own does not.
    let keys = Key.allCases.filter { $0.specification.group == .data && $0 != .seed }
    let contestants = contestants
    return keys.allSatisfy { key in contestants.allSatisfy { $0[key] == contestants[0][key] } }
  }
}
