/// Times a piece of work.
enum Stopwatch {
  /// How often a second `work` can be done: the median of `rounds` rounds of at least `seconds` each.
  static func rate(rounds: Int = 7, seconds: Double = 0.1, _ work: () -> Void) -> Double {
    var repetitions = 1
    while time(repetitions, work) < seconds { repetitions *= 2 }
    let rates = (0..<rounds).map { _ in Double(repetitions) / time(repetitions, work) }
    return rates.sorted()[rounds / 2]
  }

  private static func time(_ repetitions: Int, _ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    let elapsed = clock.measure { for _ in 0..<repetitions { work() } }
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
  }
}
