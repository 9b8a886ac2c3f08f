import Glibc
import Training

/// The wish that a run without a screen come to its end: SIGINT or SIGTERM, held back until its records are out.
///
/// The signals are blocked rather than caught: whether one waits can be asked at any time, and once it is let through the
/// program dies by it, as the shell expects. A signal that is ignored stays ignored.
final class Interruption: Sendable {
  private let isTakenUp = Guarded(false)

  /// Holds the signals back from now on; threads made later hold them back too.
  init() {
    var signals = Interruption.signals
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  /// Whether one of the signals waits.
  var isRequested: Bool {
    var waiting = sigset_t()
    sigemptyset(&waiting)
    sigpending(&waiting)
    return sigismember(&waiting, SIGINT) == 1 || sigismember(&waiting, SIGTERM) == 1
  }

  /// Whether one of the signals waits and nobody has seen to it.
  var isOverdue: Bool { isRequested && !isTakenUp.withLock { $0 } }

  /// Notes that the program is about to end what it does.
  func takeUp() { isTakenUp.withLock { $0 = true } }

  /// Lets a signal through that waits, so that the program ends there; does nothing where none waits.
  func takeCourse() {
    var signals = Interruption.signals
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    pthread_sigmask(SIG_BLOCK, &signals, nil)
  }

  private static var signals: sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    return signals
  }
}
