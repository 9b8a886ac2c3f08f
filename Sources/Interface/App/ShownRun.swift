import Learning
import Training

/// All that is on the screen of a run, but for the run itself, which the trainer has: what one comes back to.
struct ShownRun: Sendable {
  var description: Description
  var dataset: Dataset?
  var scene: any Scene
  var isEnlarged: Bool
  var findings: Findings
  /// What the run began as.
  var origin: RunOrigin

  /// The number under which the trainer keeps the run that was left for the start screen; pages of lessons have those
  /// from 0 on.
  static let departureNumber = -1
}

extension AppState {
  /// What is on the screen of the present run; nil until it stands.
  var shownRun: ShownRun? {
    origin.map {
      ShownRun(
        description: description, dataset: dataset, scene: scene, isEnlarged: isEnlarged, findings: findings,
        origin: $0)
    }
  }

  /// Comes back to what was on the screen of a run, which must be pictured anew.
  mutating func show(_ left: ShownRun) {
    description = left.description
    dataset = left.dataset
    scene = left.scene
    isEnlarged = left.isEnlarged
    findings = left.findings
    phase = .standing(left.origin)
    lastRequest = nil
  }

  /// Comes back to a run that the trainer kept under a number, paused.
  mutating func recall(_ left: ShownRun, number: Int) -> [Effect] {
    show(left)
    loading = nil
    countRun()
    // An answer that was still on its way when it was left is dropped as one of the run there was.
    let inquiry = findings.questioned == nil || findings.certificate != nil ? [] : certification()
    return [.trainer(.recall(number, generation: generation))] + inquiry
  }
}
