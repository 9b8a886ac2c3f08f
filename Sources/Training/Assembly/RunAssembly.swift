import Calculus
import Learning

extension AssembledRun {
  /// Why a description cannot be carried out.
  package enum Failure: Error, Sendable, Equatable {
    /// The scene learns from examples of classes, and these have numbers.
    case needsClasses(String)
    /// The scene tells this many classes apart at most, and there are more.
    case tooManyClasses(String, count: Int, most: Int)
    /// Numbers to predict are judged by squared error, on any output but softmax.
    case needsSquaredError(String)
    /// The settings describe no network.
    case network(Network.Fault)
    /// The model file can't be used.
    case model(ModelError)
    /// There is no such built-in set.
    case unknownData(String)
    /// The function is neither a named one nor an expression.
    case expression(ExpressionError)
    /// Descents in one picture can't differ in this key.
    case cannotVary(Key)
    /// The model has no weight of this name.
    case unknownWeight(String, known: [String])
    /// A plane takes two weights, and both are this one.
    case repeatedWeight(String)
  }

  /// Puts the run of a description together from its data.
  ///
  /// - Parameters:
  ///   - description: What is to be carried out.
  ///   - dataset: The loaded examples that are trained on.
  ///   - test: The examples kept for testing; nil for none.
  ///   - notes: What loading had to say.
  ///   - isWatched: Whether somebody watches, so that only limits that were asked for hold.
  /// - Throws: `Failure` where the data do not fit the scene.
  package init(
    _ description: Description, dataset: Dataset, test: Dataset? = nil, notes: [DataNote] = [], isWatched: Bool = false
  ) throws(Failure) {
    if description.scene == .landscape {
      try self.init(
        landscapeOf: AssembledRun(
          description.ofSubject, dataset: dataset, test: test, notes: notes, isWatched: isWatched), description)
      return
    }
    if description.scene == .network {
      let run =
        if let path = description.word(.model) {
          try NetworkRun(description, modelAt: path, dataset: dataset, test: test, isWatched: isWatched)
        } else {
          try NetworkRun(description, dataset: dataset, test: test, isWatched: isWatched)
        }
      self.init(run: run, description: run.description, dataset: dataset, notes: notes)
      self.test = test
      return
    }
    guard dataset.classCount > 0 || dataset.count == 0 else { throw .needsClasses(dataset.name) }
    guard dataset.classCount <= 2 else {
      throw .tooManyClasses(dataset.name, count: dataset.classCount, most: 2)
    }
    self.init(
      run: PerceptronRun(description, dataset: dataset, isWatched: isWatched), description: description,
      dataset: dataset, notes: notes)
    self.test = test
  }

  /// Puts a landscape around the run that it is of.
  private init(landscapeOf assembled: AssembledRun, _ description: Description) throws(Failure) {
    self = assembled
    self.description = description
    // The run knows more of itself by now: the shape of a model that was read.
    for (key, setting) in assembled.description.explicit { self.description[key] = setting }
    if let subject = assembled.run as? any ParameterizedRun {
      run = try LandscapeRun(subject, self.description)
    }
  }

  /// Puts the run of a description together that needs no data: a curve, a surface or a graph.
  ///
  /// - Parameters:
  ///   - description: What is to be carried out.
  ///   - isWatched: Whether somebody watches, so that only limits that were asked for hold.
  /// - Returns: nil for a scene that learns from examples.
  /// - Throws: `Failure` for an expression that is none, or a key that descents can't differ in.
  package init?(_ description: Description, isWatched: Bool = false) throws(Failure) {
    switch description.scene {
    case .curve, .surface:
      self.init(
        run: try DescentRun(description, isWatched: isWatched), description: description,
        notes: description.rateNotes.map { DataNote(.fact, $0) })
    case .graph: self.init(run: try GraphRun(description), description: description)
    case .activations: self.init(run: ActivationsRun(description), description: description)
    case .perceptron, .network, .landscape, .race: return nil
    }
  }
}
