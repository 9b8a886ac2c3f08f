import Glibc

/// Says on standard error how far a file has been read, when that takes long and a person watches.
final class LoadingProgress {
  private let streams: Streams
  private let start = clock()
  private var percentShown = -1

  init(_ streams: Streams) {
    self.streams = streams
  }

  /// Notes the share that is done.
  func show(_ share: Double?) {
    guard streams.messages.isTerminal, let share, clock() - start > CLOCKS_PER_SEC / 2 else { return }
    let percent = min(100, Int((share * 100).rounded(.down)))
    guard percent > percentShown else { return }
    percentShown = percent
    try? streams.messages.write("\rreading: \(percent) %")
    try? streams.messages.flush()
  }

  /// Removes what was shown.
  func finish() {
    guard percentShown >= 0 else { return }
    try? streams.messages.write("\r\u{1B}[K")
    try? streams.messages.flush()
  }
}
