import Training

/// How runs without a screen are cut into slices: long enough to cost nothing, short enough to end when asked to.
final class HeadlessPace {
  private static let slice = Duration.milliseconds(20)

  private let interruption: Interruption
  private let progress: Progress
  private let clock = ContinuousClock()
  /// How many steps fill a slice, learned from the last ones.
  private var stepsInSlice = 1
  private var hasBeenInterrupted = false
  /// Which of how many runs is under way, for several.
  var place: (index: Int, count: Int)?

  init(_ interruption: Interruption, _ progress: Progress) {
    self.interruption = interruption
    self.progress = progress
  }

  /// Whether somebody has asked for the end.
  var isInterrupted: Bool {
    if !hasBeenInterrupted, interruption.isRequested {
      interruption.takeUp()
      hasBeenInterrupted = true
    }
    return hasBeenInterrupted
  }

  /// Gives some steps to make, at most a slice's worth, and learns how long they take.
  func measure(atMost limit: Int, _ work: (Int) -> Void) {
    let count = min(limit, stepsInSlice)
    let start = clock.now
    work(count)
    let time = clock.now - start
    if time > Self.slice * 2 {
      stepsInSlice = max(1, stepsInSlice / 2)
    } else if time < Self.slice / 2, count == stepsInSlice {
      stepsInSlice = min(stepsInSlice * 2, 1 << 20)
    }
  }

  /// Shows how far a run is, where that takes long and a person watches.
  func show(_ run: any Run) {
    progress.show {
      let several = place.map { "run \($0.index + 1) of \($0.count), " } ?? ""
      let epochs = run.epochsCompleted > 0 ? "epoch \(run.epochsCompleted), " : ""
      return "\(several)\(epochs)step \(run.step)"
    }
  }

  /// Removes what was shown.
  func finish() { progress.finish() }
}
