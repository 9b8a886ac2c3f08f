extension AssembledRun {
  /// Loads what a description needs and puts its run together.
  ///
  /// - Parameters:
  ///   - description: What is to be carried out.
  ///   - isWatched: Whether somebody watches, so that only limits that were asked for hold.
  ///   - progress: Called while a file is read, with the share that is done; nil where there is no knowing.
  /// - Throws: `DataError` where the data can't be had, `Failure` where they do not fit the scene.
  public init(
    loading description: Description, isWatched: Bool = false, progress: (Double?) -> Void = { _ in }
  ) throws {
    if description.scene == .race, let variation = description.variation {
      try self.init(racing: description, variation, isWatched: isWatched, progress: progress)
      return
    }
    if let assembled = try AssembledRun(description, isWatched: isWatched) {
      self = assembled
      return
    }
    try self.init(description, try LoadedExamples(description, progress: progress), isWatched: isWatched)
  }

  /// Puts the members of a race together; data that they share is read once.
  private init(
    racing description: Description, _ variation: Setting.Variation, isWatched: Bool, progress: (Double?) -> Void
  ) throws {
    let contestants = description.contestants
    let isShared = description.subject.learns && variation.key.specification.group != .data
    let examples = isShared ? try LoadedExamples(contestants[0], progress: progress) : nil
    let runs = try contestants.map { contestant in
      if let examples { return try AssembledRun(contestant, examples, isWatched: isWatched) }
      return try AssembledRun(loading: contestant, isWatched: isWatched, progress: progress)
    }
    self.init(
      run: RaceRun(variation, runs), description: description, dataset: runs[0].dataset, notes: runs[0].notes)
  }

  /// Puts the run of a description together from examples already loaded.
  public init(_ description: Description, _ examples: LoadedExamples, isWatched: Bool = false) throws(Failure) {
    try self.init(
      description, dataset: examples.training, test: examples.test, notes: examples.notes, isWatched: isWatched)
  }
}
