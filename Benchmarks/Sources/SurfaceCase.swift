import Dispatch
import Learning
import Training

/// A loss surface of 61 x 61 places over 500 examples, on one core, while another trains or does nothing.
struct SurfaceCase {
  private let network = NetworkCase(hidden: [8, 8], count: 500)

  var name: String { network.name }

  /// What was measured with the other core busy.
  struct Shared {
    /// Surfaces a second.
    let surfaces: Double
    /// Examples that the other core trained a second of its time meanwhile.
    let training: Double
  }

  /// Surfaces a second of one core's time when the program does nothing else.
  func alone() -> Double {
    network.withSurface { sample in Stopwatch.rate(clock: .thread, sample) }
  }

  /// Surfaces a second of one core's time while a second thread trains the same network without a pause.
  func whileTraining() -> Shared {
    let isOver = Guarded(false)
    let trained = Guarded(0.0)
    let rate = Guarded(0.0)
    let network = network
    DispatchQueue.concurrentPerform(iterations: 2) { part in
      if part == 0 {
        let measured = network.withSurface { sample in Stopwatch.rate(clock: .thread, sample) }
        rate.withLock { $0 = measured }
        isOver.withLock { $0 = true }
      } else {
        let training = network.train { isOver.withLock { $0 } }
        trained.withLock { $0 = training }
      }
    }
    return Shared(surfaces: rate.withLock { $0 }, training: trained.withLock { $0 })
  }
}
