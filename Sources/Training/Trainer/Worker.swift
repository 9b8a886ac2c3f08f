import Dispatch
import Glibc

/// No thread could be started: there are as many as the system, or the container, allows.
package struct NoThread: Error, Equatable {
  /// The system's number for the reason.
  package let code: Int32
}

/// A thread of its own that carries out work piece by piece, in the order given.
///
/// A dispatch queue would do, but for where there is no thread to be had: it then waits for one for ever, on the thread
/// that asks, without a word. A worker has its thread from the start or says that there is none. Signals that come from
/// outside are left to the main thread. The thread ends when the worker is gone and its work done.
package final class Worker: Sendable {
  /// Something to be done, and not before when.
  private struct Job: Sendable {
    let due: DispatchTime
    let work: @Sendable () -> Void
  }

  /// What the worker and its thread share.
  private final class ViewState: Sendable {
    let jobs = Guarded<[Job]>([])
    let isClosed = Guarded(false)
    let news = DispatchSemaphore(value: 0)
  }

  private let viewState = ViewState()

  /// Starts the thread.
  ///
  /// - Throws: `NoThread`.
  package init() throws(NoThread) {
    let viewState = viewState
    try Worker.start { Worker.work(at: viewState) }
  }

  deinit {
    viewState.isClosed.withLock { $0 = true }
    viewState.news.signal()
  }

  /// Has something done; returns at once.
  ///
  /// - Parameter seconds: How long to wait before it is begun at the earliest; what is due then goes before it.
  package func async(after seconds: Double = 0, _ work: @escaping @Sendable () -> Void) {
    let due = seconds > 0 ? DispatchTime.now() + seconds : DispatchTime(uptimeNanoseconds: 1)
    viewState.jobs.withLock { $0.append(Job(due: due, work: work)) }
    viewState.news.signal()
  }

  /// Has something done and waits for it, after what was given before.
  ///
  /// - Parameter seconds: How long to wait at most.
  /// - Returns: What came of it; nil where it was not done in time.
  package func sync<Result: Sendable>(
    within seconds: Double = .infinity, _ work: @escaping @Sendable () -> Result
  ) -> Result? {
    let result = Guarded<Result?>(nil)
    let isDone = DispatchSemaphore(value: 0)
    async {
      let value = work()
      result.withLock { $0 = value }
      isDone.signal()
    }
    _ = isDone.wait(timeout: seconds.isFinite ? .now() + seconds : .distantFuture)
    return result.withLock { $0 }
  }

  private static func work(at viewState: ViewState) {
    while true {
      let (job, next) = viewState.jobs.withLock { jobs -> (Job?, DispatchTime) in
        let now = DispatchTime.now()
        if let index = jobs.firstIndex(where: { $0.due <= now }) { return (jobs.remove(at: index), now) }
        return (nil, jobs.reduce(.distantFuture) { min($0, $1.due) })
      }
      if let job {
        job.work()
      } else if viewState.isClosed.withLock({ $0 }) && viewState.jobs.withLock({ $0.isEmpty }) {
        return
      } else {
        _ = viewState.news.wait(timeout: next)
      }
    }
  }
}

extension Worker {
  /// Large enough for any formula and any network, whatever the shell's limit (ulimit -s).
  private static let stackSize = 8 << 20

  /// What a thread is given to do, across C.
  private final class Errand: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }

  /// Does something on a thread that ends with it.
  ///
  /// - Throws: `NoThread`; nothing is done then.
  package static func start(_ work: @escaping @Sendable () -> Void) throws(NoThread) {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    let errand = Unmanaged.passRetained(Errand(work))
    // A thread begins with the mask of the one that starts it.
    let mask = SignalMask.blockingAllButFaults()
    var thread = pthread_t()
    let code = pthread_create(
      &thread, &attributes,
      { argument in
        if let argument { Unmanaged<Errand>.fromOpaque(argument).takeRetainedValue().work() }
        return nil
      }, errand.toOpaque())
    mask.restore()
    guard code == 0 else {
      errand.release()
      throw NoThread(code: code)
    }
  }

  /// Does pieces of work on all cores at once and returns when all are done; on this thread alone where there is no other.
  ///
  /// - Parameter work: Called once for each number from 0; on several threads.
  package static func perform(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let next = Guarded(0)
    let isDone = DispatchSemaphore(value: 0)
    let turns: @Sendable () -> Void = {
      while case let number = next.withLock({ next in
        defer { next += 1 }
        return next
      }), number < count {
        work(number)
      }
    }
    var helpers = 0
    let wanted = min(count, sysconf(Int32(_SC_NPROCESSORS_ONLN))) - 1
    while helpers < wanted {
      do throws(NoThread) {
        try start {
          turns()
          isDone.signal()
        }
      } catch { break }
      helpers += 1
    }
    turns()
    for _ in 0..<helpers { isDone.wait() }
  }
}

/// The signals that a thread takes.
private struct SignalMask {
  private var before = sigset_t()

  /// Blocks all signals for the calling thread but those that its own faults bring about.
  static func blockingAllButFaults() -> SignalMask {
    var mask = SignalMask()
    var blocked = sigset_t()
    sigfillset(&blocked)
    for fault in [SIGILL, SIGTRAP, SIGFPE, SIGBUS, SIGSEGV, SIGSYS, SIGPIPE] { sigdelset(&blocked, fault) }
    pthread_sigmask(SIG_BLOCK, &blocked, &mask.before)
    return mask
  }

  func restore() {
    var mask = before
    pthread_sigmask(SIG_SETMASK, &mask, nil)
  }
}
