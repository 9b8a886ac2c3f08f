import Learning

/// A run ready to be carried out, with what was found out while it was put together.
public struct AssembledRun: Sendable {
  /// The run at its start.
  public var run: any Run
  /// What it carries out.
  public var description: Description
  /// The examples it trains on; nil for a run without data.
  public var dataset: Dataset?
  /// The examples kept for testing; nil where there are none.
  public var test: Dataset?
  /// What a person should know: rows left out, guesses, a standardization; what matters most first.
  public var notes: [DataNote]

  /// Puts the parts together.
  public init(run: any Run, description: Description, dataset: Dataset? = nil, notes: [DataNote] = []) {
    self.run = run
    self.description = description
    self.dataset = dataset
    self.notes = notes
  }
}
