import Learning
import Training

/// How far the run that was asked for last has come.
enum RunPhase: Sendable {
  /// It is being put together from a description; what it then is to the run whose place it takes.
  case assembling(Description, RunPlan, [Succession])
  /// It stands, and began as this.
  case standing(RunOrigin)
  /// It goes the way of a session, and is not yet where that was.
  case returning(RunOrigin, to: Session)

  /// What it began as; nil until it stands.
  var origin: RunOrigin? {
    switch self {
    case .assembling: nil
    case .standing(let origin), .returning(let origin, _): origin
    }
  }

  /// Whether it is on the way to where a session stands: what is passed is looked at by nobody.
  var isReturning: Bool { if case .returning = self { true } else { false } }
}

/// What is to be done with a run as soon as it stands.
enum RunPlan: Sendable {
  /// It goes to a step, with examples placed by hand where there are any.
  case start(step: Int = 0, points: Dataset? = nil)
  /// It comes back to where a session stands, and may play on there.
  case session(Session, playsOn: Bool)
}

/// What a run began as: what was asked for, and the examples that led to.
struct RunOrigin: Sendable {
  var description: Description
  var training: Dataset?
  var test: Dataset?
}
