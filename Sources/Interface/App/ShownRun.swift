import Learning
import Training

/// All that is on the screen of a run, but for the run itself, which the trainer has: what one comes back to.
struct ShownRun: Sendable {
  var description: Description
  var dataset: Dataset?
  var scene: any Scene
  var isEnlarged: Bool
  var findings: Findings
  /// What the run began as; nil until it stands.
  var origin: AppState.Origin?

  /// The number under which the trainer keeps the run that was left for the start screen; pages of lessons have those
  /// from 0 on.
  static let departureNumber = -1
}

extension AppState {
  /// What is on the screen of the present run; setting it comes back to what was there, which must be pictured anew.
  var shownRun: ShownRun {
    get {
      ShownRun(
        description: description, dataset: dataset, scene: scene, isEnlarged: isEnlarged, findings: findings,
        origin: origin)
    }
    set {
      description = newValue.description
      dataset = newValue.dataset
      scene = newValue.scene
      isEnlarged = newValue.isEnlarged
      findings = newValue.findings
      origin = newValue.origin
      lastRequest = nil
    }
  }

  /// Comes back to a run that the trainer kept under a number, paused.
  mutating func recall(_ left: ShownRun, number: Int) -> [Effect] {
    shownRun = left
    opening = nil
    returning = nil
    loading = nil
    countRun()
    // An answer that was still on its way when it was left is dropped as one of the run there was.
    let inquiry = findings.questioned == nil || findings.certificate != nil ? [] : certification()
    return [.trainer(.recall(number, generation: generation))] + inquiry
  }
}
