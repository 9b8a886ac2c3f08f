import Glibc

/// A file that grows by whole lines: whatever ends the program, what is there can be read.
package final class LineFile {
  /// The file, as it was named.
  package let path: String
  private let descriptor: Int32
  /// How many bytes have been written whole.
  private var length: off_t = 0

  /// Opens a file and empties it.
  ///
  /// - Parameters:
  ///   - path: The file. A device is written to as it is; anything else that is there is only replaced where it is empty
  ///     or begins as it should, and no other program is writing it.
  ///   - beginning: What files of this kind begin with.
  /// - Throws: Why it can't be written.
  package init(replacing path: String, beginning: String) throws(FileError) {
    self.path = path
    descriptor = try LineFile.opened(path, beginning)
  }

  deinit { close(descriptor) }

  /// Opens and empties a file that may be replaced.
  private static func opened(_ path: String, _ beginning: String) throws(FileError) -> Int32 {
    func refusal(_ fault: FileError.Fault) -> FileError { FileError(path: path, fault: fault, purpose: .writing) }
    guard !AtomicFile.exists(path) || isReplaceable(path, beginning) else { throw refusal(.system(EEXIST)) }
    // A pipe that nobody reads must not keep the program waiting.
    let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0o644)
    guard descriptor >= 0 else { throw refusal(.system(errno)) }
    guard isatty(descriptor) == 0 else {
      close(descriptor)
      throw refusal(.terminal)
    }
    // Held until the file is closed. A file system that knows no locks refuses for another reason; so be it.
    guard isDevice(descriptor) || flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else {
      close(descriptor)
      throw refusal(.inUse)
    }
    ftruncate(descriptor, 0)
    return descriptor
  }

  private static func isDevice(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  private static func isReplaceable(_ path: String, _ beginning: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return true }
    switch status.st_mode & S_IFMT {
    // Opening a directory says what is wrong with it.
    case S_IFCHR, S_IFDIR: return true
    case S_IFREG:
      guard status.st_size > 0 else { return true }
      guard var contents = try? FileContents(path), let piece = try? contents.next() else { return false }
      return piece.starts(with: beginning.utf8)
    default: return false
    }
  }

  /// Adds lines; where that can't be done, what was written of them is taken back.
  ///
  /// - Parameter lines: Text that ends with a line feed.
  package func write(_ lines: String) throws(FileError) {
    let bytes = Array(lines.utf8)
    var offset = 0
    while offset < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: offset), $0.count - offset)
      }
      if count < 0 {
        if errno == EINTR { continue }
        let code = errno
        ftruncate(descriptor, length)
        throw FileError(path: path, fault: .system(code), purpose: .writing)
      }
      offset += count
    }
    length += off_t(bytes.count)
  }
}
