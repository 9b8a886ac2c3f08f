import Glibc

/// Says on standard error how far something is, when that takes long and a person watches.
final class Progress {
  private let streams: Streams
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var lastShown: ContinuousClock.Instant?
  private let isWatched: Bool

  /// Begins to count the time.
  ///
  /// - Parameter hasRecords: Whether records are written meanwhile: on the same terminal they are the progress.
  init(_ streams: Streams, hasRecords: Bool = false) {
    self.streams = streams
    start = clock.now
    isWatched = streams.messages.isTerminal && !(hasRecords && streams.output.isTerminal)
  }

  /// Shows some words in place of the last ones, after the first half second and five times a second at most.
  func show(_ words: () -> String) {
    guard isWatched else { return }
    let now = clock.now
    guard now - start > .milliseconds(500), lastShown.map({ now - $0 > .milliseconds(200) }) ?? true else { return }
    lastShown = now
    try? streams.messages.write("\r\u{1B}[K\(words())")
    try? streams.messages.flush()
  }

  /// Notes the share of a file that has been read.
  func show(_ share: Double?) {
    guard let share, share.isFinite else { return }
    show { "reading: \(min(100, Int((share * 100).rounded(.down)))) %" }
  }

  /// Removes what was shown.
  func finish() {
    guard lastShown != nil else { return }
    lastShown = nil
    try? streams.messages.write("\r\u{1B}[K")
    try? streams.messages.flush()
  }
}
