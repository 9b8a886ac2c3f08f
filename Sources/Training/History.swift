/// What a run has been through: its curves, in bounded memory.
package struct History: Sendable, Equatable {
  /// What a curve shows.
  package enum Curve: String, Sendable, CaseIterable {
    /// The loss of each step's example or batch, before the update.
    case stepLoss = "step-loss"
    /// How many examples of each epoch were misclassified when their turn came.
    case mistakes
    /// The mean training loss after each epoch.
    case trainLoss = "train-loss"
    /// The mean test loss after each epoch.
    case testLoss = "test-loss"
    /// The share of training examples classified correctly after each epoch; R² for regression.
    case trainAccuracy = "train-accuracy"
    /// The share of test examples classified correctly after each epoch; R² for regression.
    case testAccuracy = "test-accuracy"
    /// The value of the function at each step; index 0 is the start.
    case value
    /// The length of the gradient at each step; index 0 is the start.
    case gradientLength = "gradient-length"
    /// The learning rate times the largest curvature, after each epoch in which it was measured.
    case stability
    /// The same at each step of a descent at which it was noted; index 0 is the start.
    case stepStability = "step-stability"
  }

  private var series: [BoundedSeries]
  /// The indices at which a curve was measured, ascending, of those that are measured now and then.
  ///
  /// They are few: whoever measures does so ever more rarely.
  private var measured: [Curve: [Int]] = [:]

  /// Makes an empty history.
  package init() {
    series = Array(repeating: BoundedSeries(), count: Curve.allCases.count)
  }

  /// One curve.
  package subscript(curve: Curve) -> BoundedSeries { series[History.position(of: curve)] }

  /// Notes the value of a curve at an index.
  ///
  /// What is known already is not noted again: a run that was stepped back and goes forward again passes the same
  /// values. Indices are passed in order; a gap is filled with `filling`.
  package mutating func record(_ curve: Curve, index: Int, value: Double, filling: Double = .nan) {
    let position = History.position(of: curve)
    guard index >= series[position].count else { return }
    series[position].extend(to: index, with: filling)
    series[position].append(value)
  }

  /// Notes the value of a curve that is measured now and then: in between it counts as it was measured last.
  ///
  /// What is no number is no measurement.
  package mutating func hold(_ curve: Curve, index: Int, value: Double) {
    guard value.isFinite, index >= self[curve].count else { return }
    record(curve, index: index, value: value, filling: self[curve].last ?? value)
    measured[curve, default: []].append(index)
  }

  /// Fills a curve with one value up to, not including, an index.
  package mutating func fill(_ curve: Curve, to index: Int, with value: Double) {
    series[History.position(of: curve)].extend(to: index, with: value)
  }

  /// Forgets what lies beyond a step and an epoch, and a little before them where buckets are shared.
  ///
  /// - Returns: From which step and which epoch on the run has to be replayed to note what went too far.
  mutating func truncate(step: Int, epochs: Int) -> (step: Int, epochs: Int) {
    var replay = (step: step, epochs: epochs)
    for curve in Curve.allCases {
      let position = History.position(of: curve)
      let countBefore = series[position].count
      switch curve {
      case .stepLoss:
        series[position].truncate(before: step)
        if series[position].count < countBefore { replay.step = min(replay.step, series[position].count) }
      case .value, .gradientLength, .stepStability:
        // Index 0 is the start, so the value after step n stands at index n.
        series[position].truncate(before: step + 1)
        if series[position].count < countBefore { replay.step = min(replay.step, max(0, series[position].count - 1)) }
      case .mistakes, .trainLoss, .testLoss, .trainAccuracy, .testAccuracy, .stability:
        series[position].truncate(before: epochs)
        if series[position].count < countBefore { replay.epochs = min(replay.epochs, series[position].count) }
      }
      forgetHeld(curve)
    }
    return replay
  }

  /// Lets a curve that is measured now and then end with a measurement: what was held up to the next one, which is
  /// forgotten, is not known yet.
  private mutating func forgetHeld(_ curve: Curve) {
    guard let indices = measured[curve] else { return }
    let count = self[curve].count
    let known = indices.filter { $0 < count }
    measured[curve] = known.isEmpty ? nil : known
    series[History.position(of: curve)].forgetRepetitions(from: known.last.map { $0 + 1 } ?? 0)
  }

  private static func position(of curve: Curve) -> Int {
    switch curve {
    case .stepLoss: 0
    case .mistakes: 1
    case .trainLoss: 2
    case .testLoss: 3
    case .trainAccuracy: 4
    case .testAccuracy: 5
    case .value: 6
    case .gradientLength: 7
    case .stability: 8
    case .stepStability: 9
    }
  }
}
