import Glibc
import Training

/// A stream that says so when it can't be written to.
///
/// `print` to a full disk reports nothing and exits with 0; records that other programs read must not go missing that
/// way. What is written is kept until 64 kB have come together, until the end of a line on a terminal, or, once it
/// keeps up, for a twentieth of a second.
final class Output: Sendable {
  /// Why something could not be written.
  struct Failure: Error, Equatable {
    /// What was written to, as a person would call it.
    let name: String
    /// The system's number for the reason.
    let code: Int32
  }

  /// What waits to be written.
  private struct Buffer: Sendable {
    var bytes: [UInt8] = []
    /// What went wrong while nobody waited for it.
    var failure: Failure?
    /// Whether every line is handed over at its end.
    var isByLine: Bool
    /// What may end the program while it waits for a reader.
    var interruption: Interruption?
  }

  private static let most = 65_536
  private let descriptor: Int32
  private let name: String
  private let buffer: Guarded<Buffer>

  /// Whether a person reads it.
  let isTerminal: Bool

  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    isTerminal = isatty(descriptor) == 1
    buffer = Guarded(Buffer(isByLine: isTerminal))
  }

  /// Writes one line.
  func line(_ text: String) throws(Failure) {
    try hand { buffer in
      buffer.bytes.append(contentsOf: text.utf8)
      buffer.bytes.append(UInt8(ascii: "\n"))
      return buffer.isByLine
    }
  }

  /// Writes text as it is.
  func write(_ text: String) throws(Failure) {
    try hand { buffer in
      buffer.bytes.append(contentsOf: text.utf8)
      return false
    }
  }

  /// Hands everything that is kept to the system.
  func flush() throws(Failure) {
    try hand { _ in true }
  }

  /// From now on nothing stays here for longer than a twentieth of a second, whatever the program is busy with.
  ///
  /// A thread of its own sees to that, and to signals that the program is too busy to take up; where there is none to be
  /// had, every line is handed over at once.
  func keepUp(_ interruption: Interruption) {
    let isFirst = buffer.withLock { buffer in
      defer { buffer.interruption = interruption }
      return buffer.interruption == nil
    }
    guard isFirst, !startThread() else { return }
    buffer.withLock { $0.isByLine = true }
  }

  /// Adds to what is kept, and hands it over where that is asked for or where it has become much.
  private func hand(_ add: (inout Buffer) -> Bool) throws(Failure) {
    let failure = buffer.withLock { buffer in
      if buffer.failure == nil, add(&buffer) || buffer.bytes.count >= Output.most { empty(&buffer) }
      return buffer.failure
    }
    if let failure { throw failure }
  }

  /// Hands the bytes to the system piece by piece: a piece of a pipe's size never blocks once there is room for it, so a
  /// reader that has stopped reading can't keep the program from ending.
  private func empty(_ buffer: inout Buffer) {
    defer { buffer.bytes.removeAll(keepingCapacity: true) }
    let piece = isTerminal ? 256 : Int(PIPE_BUF)
    var start = 0
    while start < buffer.bytes.count {
      wait(buffer.interruption)
      let end = min(buffer.bytes.count, start + piece)
      let written = buffer.bytes[start..<end].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        start += written
      } else if errno != EINTR, errno != EAGAIN, errno != EWOULDBLOCK {
        buffer.failure = Failure(name: name, code: errno)
        return
      }
    }
  }

  /// Waits until something can be written; an interruption that has been waited with for a second takes its course.
  private func wait(_ interruption: Interruption?) {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    var rounds = 0
    while poll(&waiting, 1, 100) == 0 {
      rounds = interruption?.isRequested == true ? rounds + 1 : 0
      if rounds >= 10 { interruption?.takeCourse() }
    }
  }

  /// Begins to empty the buffer every now and then.
  ///
  /// - Returns: Whether the system had a thread for it.
  private func startThread() -> Bool {
    let context = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let code = pthread_create(
      &thread, nil,
      { context in
        if let context { Unmanaged<Output>.fromOpaque(context).takeRetainedValue().emptyNowAndThen() }
        return nil
      }, context.toOpaque())
    if code == 0 { pthread_detach(thread) } else { context.release() }
    return code == 0
  }

  private func emptyNowAndThen() {
    var rounds = 0
    while true {
      usleep(50_000)
      let interruption = buffer.withLock { buffer in
        if buffer.failure == nil, !buffer.bytes.isEmpty { empty(&buffer) }
        return buffer.interruption
      }
      // A program that is in the middle of one endless step does not look.
      rounds = interruption?.isOverdue == true ? rounds + 1 : 0
      if rounds >= 40 { interruption?.takeCourse() }
    }
  }
}

/// Where data and messages go.
struct Streams {
  /// Standard output: data and nothing else.
  let output = Output(descriptor: STDOUT_FILENO, name: "standard output")
  /// Standard error: messages for people.
  let messages = Output(descriptor: STDERR_FILENO, name: "standard error")

  /// Says something to the person, on a line of its own; lost when there is nobody to say it to.
  func say(_ text: String) {
    try? messages.line(text)
    try? messages.flush()
  }

  /// The columns and rows of the terminal that standard output is; nil where it is none.
  static var terminalSize: (width: Int, height: Int)? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Sees to it that files which are opened later don't become standard output by accident.
  ///
  /// A stream that was closed when the program was started is opened the wrong way round, so that using it fails.
  static func reserveDescriptors() {
    for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
    where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", mode)
    }
  }
}
