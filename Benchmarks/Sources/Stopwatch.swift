#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Times a piece of work by the processor time it takes, which other programs on the machine disturb least.
enum Stopwatch {
  /// How often a second `work` can be done: the median of `rounds` rounds of at least `seconds` each.
  static func rate(rounds: Int = 7, seconds: Double = 0.1, _ work: () -> Void) -> Double {
    var repetitions = 1
    while time(repetitions, work) < seconds { repetitions *= 2 }
    let rates = (0..<rounds).map { _ in Double(repetitions) / time(repetitions, work) }
    return rates.sorted()[rounds / 2]
  }

  private static func time(_ repetitions: Int, _ work: () -> Void) -> Double {
    let start = now
    for _ in 0..<repetitions { work() }
    return now - start
  }

  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
