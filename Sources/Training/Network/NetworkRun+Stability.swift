import Learning

extension NetworkRun {
  /// How the learning rate stands to the curvature of the training loss at the present weights.
  ///
  /// Nil without examples, and for a network too large to measure.
  ///
  /// - Complexity: some dozens of O(weights) for each example it is measured on.
  package var stability: Stability? {
    probe.map { probe in
      stability(measurement(by: probe), by: probe)
    }
  }

  /// The same for a picture: where measuring anew would hold up the training, as it was found last.
  ///
  /// - Parameter isPassing: Whether the picture is one of many that pass, so that it is enough if it was found at all.
  func shownStability(isPassing: Bool = false) -> Stability? {
    guard let probe else { return nil }
    if step == 0 || probe.isLight && !(isPassing && watch.last != nil) { return stability }
    return watch.last.map { stability($0, by: probe) }
  }

  private func stability(_ measurement: CurvatureSchedule.Measurement, by probe: CurvatureProbe) -> Stability {
    Stability(
      curvature: measurement.curvature, smallest: measurement.smallest,
      learningRate: pace.learningRate(epoch: epochsCompleted),
      bound: pace.options.optimizer.stabilityBound, step: measurement.step, epoch: measurement.epoch,
      exampleCount: probe.examples.count, isEstimate: probe.isSample)
  }

  private func measurement(by probe: CurvatureProbe) -> CurvatureSchedule.Measurement {
    let ends = probe.curvatures(at: model.parameters, regularizer: pace.options.regularizer)
    return .init(smallest: ends.smallest, curvature: ends.largest, step: step, epoch: epochsCompleted)
  }

  /// Measures after an epoch, where somebody watches and it is due.
  mutating func measureCurvature(history: inout History) {
    guard isWatched, let probe else { return }
    let weights = Double(probe.weights)
    guard watch.isDue(epoch: epochsCompleted, work: weights * Double(dataset.count), cost: probe.work) else { return }
    let index = epochsCompleted - 1
    // Also where the curve knows it: when the next one is due must not depend on whether this is a replay.
    watch.keep(measurement(by: probe))
    guard let last = watch.last else { return }
    history.hold(
      .stability, index: index, value: pace.learningRate(epoch: epochsCompleted) * last.curvature)
  }

  /// λmax where the run began; nil where it says nothing of the optimizer's limit and where it would take long.
  ///
  /// Where the run stands now it would say little: the weights have gone far astray.
  var curvatureAtStart: Double? {
    guard pace.options.optimizer.stabilityBound != nil, let probe else { return nil }
    let curvature = probe.curvatures(at: start, regularizer: pace.options.regularizer).largest
    return curvature.isFinite && curvature > 0 ? curvature : nil
  }
}
