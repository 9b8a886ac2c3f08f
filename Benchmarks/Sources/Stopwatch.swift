#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Times a piece of work, usually by the processor time it takes, which other programs on the machine disturb least.
enum Stopwatch {
  /// What time is read from.
  enum Clock {
    /// The processor time of the whole program.
    case processor
    /// The processor time of the thread that asks, for what goes on beside other work of the program.
    case thread
  }

  /// How often a second `work` can be done: the median of `rounds` rounds of at least `seconds` each.
  static func rate(
    rounds: Int = 7, seconds: Double = 0.1, clock: Clock = .processor, _ work: () -> Void
  ) -> Double {
    var repetitions = 1
    while time(repetitions, clock, work) < seconds { repetitions *= 2 }
    let rates = (0..<rounds).map { _ in Double(repetitions) / time(repetitions, clock, work) }
    return rates.sorted()[rounds / 2]
  }

  private static func time(_ repetitions: Int, _ clock: Clock, _ work: () -> Void) -> Double {
    let start = now(clock)
    for _ in 0..<repetitions { work() }
    return now(clock) - start
  }

  /// The seconds that a clock shows.
  static func now(_ clock: Clock) -> Double {
    var time = timespec()
    clock_gettime(clock == .processor ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
