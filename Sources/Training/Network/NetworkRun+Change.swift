import Learning

extension NetworkRun {
  /// Takes what can change without a new start: how it is trained, its weights, and examples of the same kind.
  package mutating func apply(_ change: Change) throws(ChangeError) {
    switch change {
    case .setting(let key, let value):
      guard Self.isLive(key, in: .network) else { throw .needsNewStart(key) }
      description.take(key, value)
      retrain()
    case .parameter(let index, let value):
      let layout = NetworkParameters(zerosFor: network)
      guard layout.values.indices.contains(index) else { throw .doesNotApply("there is no weight \(index)") }
      model[layout.place(of: index)] = value
      batchLoss = nil
    case .parameters(let values):
      let layout = NetworkParameters(zerosFor: network)
      guard values.count == layout.values.count else {
        throw .doesNotApply("\(values.count) numbers for \(layout.values.count) weights and biases")
      }
      model.parameters = NetworkParameters(values, for: network)
      batchLoss = nil
    case .dataset(let points):
      guard points.isNumeric == dataset.isNumeric, points.classCount <= max(2, network.outputs) else {
        throw .doesNotApply("the network has other outputs")
      }
      training = ScoredExamples(points, for: network)
      probe = CurvatureProbe(points, for: network)
      beginEpochAgain()
      batchLoss = nil
    case .point:
      throw .doesNotApply("a network has no point")
    }
    status = .running
    bestLoss = .infinity
    epochsSinceBest = 0
    endIfPointless()
  }

  /// Goes on by the changed description.
  private mutating func retrain() {
    let before = pace
    pace = NetworkPace(description, isWatched: isWatched)
    // Other numbers for the same rule keep its memory; another rule would misread it.
    if pace.options.optimizer.name != before.options.optimizer.name { model.forget(for: pace.options.optimizer) }
  }
}
