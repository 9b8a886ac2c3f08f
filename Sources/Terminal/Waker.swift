/// Ends a wait for events from any thread, for example when a new picture can be drawn.
///
/// Many calls before the wait ends are one ``TerminalEvent/wake``. Calling it when no screen is open does nothing.
package struct Waker: Sendable {
  /// Makes a waker; all of them wake the one terminal a process has.
  package init() {}

  /// Ends the present or the next wait.
  ///
  /// The calling thread is guarded besides, as by ``guardThread()``.
  package func wake() {
    Device.guardThread()
    Device.wake()
  }

  /// Gives the calling thread a signal stack of its own.
  ///
  /// With it even a stack overflow on this thread gives the terminal back. Cheap after the first call; threads of a
  /// dispatch queue change, so each slice of work may call it.
  package static func guardThread() { Device.guardThread() }
}
