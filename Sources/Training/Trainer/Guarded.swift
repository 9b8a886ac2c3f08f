import Glibc

/// A value that only one thread at a time gets at.
///
/// The standard library's `Mutex` would do, but where two threads want it at once the Linux kernel hands it over, which
/// ThreadSanitizer does not see: it reports races that are none, and real ones would drown in them. It knows pthreads'.
///
/// `@unchecked` is right because the value is private and touched in `withLock` alone, between lock and unlock of a
/// pthread mutex whose address never changes; what is given in and out is `Sendable`.
package final class Guarded<Value: Sendable>: @unchecked Sendable {
  private var value: Value
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

  /// Guards a value.
  package init(_ value: Value) {
    self.value = value
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Gives the value to a closure while no other thread has it; called from within itself it would wait for ever.
  package func withLock<Result: Sendable>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&value)
  }
}
