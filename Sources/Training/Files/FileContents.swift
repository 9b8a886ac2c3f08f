import Glibc

/// Why the contents of a file can't be had.
public struct FileError: Error, Sendable, Equatable {
  /// What went wrong.
  public enum Fault: Sendable, Equatable {
    /// The system refused, with this number.
    case system(Int32)
    /// It is a directory.
    case directory
    /// There is more than this many bytes, perhaps without an end.
    case tooLarge(Int)
  }

  /// The file as it was named, `-` for standard input; hostile until made safe.
  public let path: String
  /// What went wrong.
  public let fault: Fault
}

/// Reads whole files of any kind: regular ones, pipes, standard input, devices.
public enum FileContents {
  /// The largest data file that is read, in bytes.
  public static let mostData = 1 << 28

  /// The bytes of a file, or of standard input for `-`.
  ///
  /// Read in pieces of a megabyte, so that a pipe works like a file and a device without an end is noticed.
  ///
  /// - Parameters:
  ///   - path: the file's name.
  ///   - limit: how many bytes there may be.
  ///   - progress: called after each piece with the bytes read and, where it is known, the size.
  public static func read(
    _ path: String, limit: Int = mostData, progress: (_ read: Int, _ size: Int?) -> Void = { _, _ in }
  ) throws(FileError) -> [UInt8] {
    guard path != "-" else { return try read(descriptor: STDIN_FILENO, path, limit: limit, progress: progress) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw FileError(path: path, fault: .system(errno)) }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, path, limit: limit, progress: progress)
  }

  private static func read(
    descriptor: Int32, _ path: String, limit: Int, progress: (Int, Int?) -> Void
  ) throws(FileError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileError(path: path, fault: .system(errno)) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(path: path, fault: .directory) }
    let size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    guard size ?? 0 <= limit else { throw FileError(path: path, fault: .tooLarge(limit)) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity((size ?? 0) + 1)
    let piece = 1 << 20
    while true {
      let (count, code) = withUnsafeTemporaryAllocation(byteCount: piece, alignment: 16) { buffer in
        let count = Glibc.read(descriptor, buffer.baseAddress, piece)
        let code = errno
        if count > 0 { bytes.append(contentsOf: buffer[..<count]) }
        return (count, code)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if code == EINTR { continue }
        throw FileError(path: path, fault: .system(code))
      }
      guard bytes.count <= limit else { throw FileError(path: path, fault: .tooLarge(limit)) }
      progress(bytes.count, size)
    }
  }
}
