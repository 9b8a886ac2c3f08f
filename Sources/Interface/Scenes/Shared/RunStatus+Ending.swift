import Training

extension RunStatus {
  /// How a run that stands at a step has ended, in two or three words; empty while it goes on.
  func ending(at step: Int) -> String {
    switch self {
    case .running: ""
    case .converged: "converged at \(GroupedNumber.text(step))"
    case .finished: "ended at \(GroupedNumber.text(step))"
    case .cycling(let period): "cycles, period \(period)"
    case .diverged(let divergence): "diverged at \(GroupedNumber.text(divergence.step))"
    }
  }
}
