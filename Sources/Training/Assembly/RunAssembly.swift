import Learning

extension AssembledRun {
  /// Why a description cannot be carried out.
  public enum Failure: Error, Sendable, Equatable {
    /// The scene learns from examples of classes, and these have numbers.
    case needsClasses(String)
    /// The scene tells this many classes apart at most, and there are more.
    case tooManyClasses(String, count: Int, most: Int)
    /// There is no such built-in set.
    case unknownData(String)
  }

  /// Puts the run of a description together from its data.
  ///
  /// - Parameters:
  ///   - description: What is to be carried out.
  ///   - dataset: The loaded examples, where the scene learns from any.
  ///   - notes: What loading had to say.
  ///   - isWatched: Whether somebody watches, so that only limits that were asked for hold.
  /// - Throws: `Failure` where the data do not fit the scene.
  public init(_ description: Description, dataset: Dataset, notes: [String] = [], isWatched: Bool = false)
    throws(Failure)
  {
    guard dataset.classCount > 0 || dataset.count == 0 else { throw .needsClasses(dataset.name) }
    guard dataset.classCount <= 2 else {
      throw .tooManyClasses(dataset.name, count: dataset.classCount, most: 2)
    }
    self.init(
      run: PerceptronRun(description, dataset: dataset, isWatched: isWatched), description: description,
      dataset: dataset, notes: notes)
  }
}
