import Glibc
import Terminal

// Outside main.swift, whose functions and closures belong to the main thread.

/// Writes a line to a descriptor; the tests read descriptor 3.
func tell(_ text: String, on descriptor: Int32 = 3) {
  var line = Array((text + "\n").utf8)
  _ = write(descriptor, &line, line.count)
}

/// Uses up the stack.
@inline(never) func overflow(_ depth: Int) -> Int {
  depth == Int.max ? 0 : overflow(depth + 1) &+ depth
}

/// Uses up another thread's stack.
func overflowElsewhere() {
  var thread = pthread_t()
  pthread_create(
    &thread, nil,
    { _ in
      Waker.guardThread()
      tell("\(overflow(0))")
      return nil
    }, nil)
}

/// Wakes the main thread a thousand times.
func wakeFromElsewhere() {
  var thread = pthread_t()
  pthread_create(
    &thread, nil,
    { _ in
      for _ in 0..<1000 { Waker().wake() }
      tell("woken")
      return nil
    }, nil)
}
