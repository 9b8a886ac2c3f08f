import Learning

/// The examples that a description asks for: loaded, standardized, split.
package struct LoadedExamples: Sendable {
  /// The examples that are trained on.
  package let training: Dataset
  /// The examples kept for testing; nil when none are.
  package let test: Dataset?
  /// Whether all examples are trained on although a share of them is usually kept for testing: no sample can be told
  /// from these.
  package let isWhole: Bool
  /// What a person should know: rows left out, guesses, the standardization; what matters most first.
  package let notes: [DataNote]

  /// Loads what a description asks for: a built-in set, a file, or standard input for `-`.
  ///
  /// - Parameter progress: called while a file is read, with the share that is done; nil where there is no knowing.
  /// - Throws: `DataError`.
  /// - Complexity: O(bytes).
  package init(_ asked: Description, progress: (Double?) -> Void = { _ in }) throws(DataError) {
    // What other data decided does not hold for these.
    var description = asked
    description.found = [:]
    let model = try DataError.ofModel { () throws(ModelError) in try description.modelFile() }
    var source = DataSource(description, model: model)
    let all = try source.examples(progress)
    let share = TestShare(description, all)
    let units = ExampleUnits(description, model, fitting: share.training, isMeasured: source.isMeasured)
    let facts = (share.notes + description.seedNotes).map { DataNote(.fact, $0) }
    self.init(
      training: units.apply(to: share.training), test: share.test.map(units.apply), isWhole: share.isWhole,
      notes: (source.notes + facts + units.notes).sorted)
  }

  /// Takes examples that have been loaded before.
  init(training: Dataset, test: Dataset?) {
    self.init(training: training, test: test, isWhole: false, notes: [])
  }

  private init(training: Dataset, test: Dataset?, isWhole: Bool, notes: [DataNote]) {
    self.training = training
    self.test = test
    self.isWhole = isWhole
    self.notes = notes
  }

  /// The change of units of the inputs, where there is one; fitted on the training examples alone.
  package var standardization: Standardization? { training.standardization }
}

/// Why the examples that a description asks for can't be had.
package enum DataError: Error, Sendable, Equatable {
  /// The file can't be read.
  case file(FileError)
  /// What is in the file is no table of examples.
  case csv(CSVError, file: String)
  /// The built-in set is not to be had like this.
  case dataset(DatasetError, name: String)
  /// The model that the data are for can't be used.
  case model(ModelError)
  /// An address: nothing is fetched.
  case address(String)
  /// There is neither a built-in set nor a file of this name.
  case unknown(String, suggestion: String?)
}

extension DataError {
  /// What a piece of work with a model comes to, its errors as those of the data.
  static func ofModel<Value>(_ work: () throws(ModelError) -> Value) throws(DataError) -> Value {
    do throws(ModelError) { return try work() } catch { throw .model(error) }
  }
}
