import Glibc

/// Why a file can't be read or written.
package struct FileError: Error, Sendable, Equatable {
  /// What went wrong.
  package enum Fault: Sendable, Equatable {
    /// The system refused, with this number.
    case system(Int32)
    /// It is a directory.
    case directory
    /// It is a terminal: what is typed there is for the program itself.
    case terminal
    /// There is more than this many bytes, perhaps without an end.
    case tooLarge(Int)
    /// Another program is writing it.
    case inUse
  }

  /// What was to be done with the file.
  package enum Purpose: Sendable {
    case reading, writing
  }

  /// The file as it was named, `-` for standard input; hostile until made safe.
  package let path: String
  /// What went wrong.
  package let fault: Fault
  /// What was to be done with the file.
  package let purpose: Purpose

  /// Names a file and what is wrong with it.
  package init(path: String, fault: Fault, purpose: Purpose = .reading) {
    self.path = path
    self.fault = fault
    self.purpose = purpose
  }
}

/// Reads files of any kind piece by piece: regular ones, pipes, standard input, devices.
///
/// So a pipe works like a file, and a device without an end is noticed by what it says, or at the limit.
package struct FileContents: ~Copyable {
  /// The largest data file that is read, in bytes.
  package static let mostData = 1 << 30
  private static let pieceSize = 1 << 18

  /// The size in bytes, where it is known beforehand.
  package let size: Int?
  /// How many bytes have been read.
  package private(set) var count = 0

  private let path: String
  private let descriptor: Int32
  private let limit: Int

  /// Opens a file, or standard input for `-`.
  ///
  /// - Parameter limit: how many bytes there may be.
  package init(_ path: String, limit: Int = mostData) throws(FileError) {
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    self.path = path
    self.limit = limit
    var status = stat()
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      size = nil
      throw FileError(path: path, fault: .system(errno))
    }
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    if status.st_mode & S_IFMT == S_IFDIR { throw FileError(path: path, fault: .directory) }
    if isatty(descriptor) == 1 { throw FileError(path: path, fault: .terminal) }
    if size ?? 0 > limit { throw FileError(path: path, fault: .tooLarge(limit)) }
  }

  deinit {
    if descriptor > STDIN_FILENO { close(descriptor) }
  }

  /// The next bytes, or nil at the end.
  package mutating func next() throws(FileError) -> [UInt8]? {
    while true {
      var code: Int32 = 0
      let piece = [UInt8](unsafeUninitializedCapacity: FileContents.pieceSize) { buffer, filled in
        let read = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        code = read < 0 ? errno : 0
        filled = max(0, read)
      }
      if code == EINTR { continue }
      guard code == 0 else { throw FileError(path: path, fault: .system(code)) }
      count += piece.count
      guard count <= limit else { throw FileError(path: path, fault: .tooLarge(limit)) }
      return piece.isEmpty ? nil : piece
    }
  }

  /// Whether a path, or standard input for `-`, is a terminal; nothing is read.
  package static func isTerminal(_ path: String) -> Bool {
    guard path != "-" else { return isatty(STDIN_FILENO) == 1 }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFCHR else { return false }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return isatty(descriptor) == 1
  }

  /// All bytes of a file, or of standard input for `-`.
  package static func read(_ path: String, limit: Int = mostData) throws(FileError) -> [UInt8] {
    var contents = try FileContents(path, limit: limit)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(contents.size ?? 0)
    while let piece = try contents.next() { bytes += piece }
    return bytes
  }
}
