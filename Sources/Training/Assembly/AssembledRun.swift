import Learning

/// A run ready to be carried out, with what was found out while it was put together.
package struct AssembledRun: Sendable {
  /// The run at its start.
  package var run: any Run
  /// What it carries out.
  package var description: Description
  /// The examples it trains on; nil for a run without data.
  package var dataset: Dataset?
  /// The examples kept for testing; nil where there are none.
  package var test: Dataset?
  /// What a person should know: rows left out, guesses, a standardization; what matters most first.
  package var notes: [DataNote]

  /// Puts the parts together.
  package init(run: any Run, description: Description, dataset: Dataset? = nil, notes: [DataNote] = []) {
    self.run = run
    self.description = description
    self.dataset = dataset
    self.notes = notes
  }
}
