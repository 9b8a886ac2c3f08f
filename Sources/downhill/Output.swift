import Glibc

/// A stream that says so when it can't be written to.
///
/// `print` to a full disk reports nothing and exits with 0; records that other programs read must not go missing that
/// way. What is written is kept until 64 kB have come together, or until the end of a line on a terminal.
final class Output {
  /// Why something could not be written.
  struct Failure: Error, Equatable {
    /// What was written to, as a person would call it.
    let name: String
    /// The system's number for the reason.
    let code: Int32
  }

  private static let most = 65_536
  private let descriptor: Int32
  private let name: String
  private var pending: [UInt8] = []

  /// Whether a person reads it.
  let isTerminal: Bool

  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    isTerminal = isatty(descriptor) == 1
  }

  /// Writes one line.
  func line(_ text: String) throws(Failure) {
    pending.append(contentsOf: text.utf8)
    pending.append(UInt8(ascii: "\n"))
    if isTerminal || pending.count >= Output.most { try flush() }
  }

  /// Writes text as it is.
  func write(_ text: String) throws(Failure) {
    pending.append(contentsOf: text.utf8)
    if pending.count >= Output.most { try flush() }
  }

  /// Hands everything that is kept to the system.
  func flush() throws(Failure) {
    defer { pending.removeAll(keepingCapacity: true) }
    var start = 0
    while start < pending.count {
      let written = pending[start...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        start += written
      } else if errno == EAGAIN || errno == EWOULDBLOCK {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&waiting, 1, -1)
      } else if errno != EINTR {
        throw Failure(name: name, code: errno)
      }
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
