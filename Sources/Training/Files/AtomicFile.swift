import Glibc

/// Writes files that are old or new, never half: a temporary file beside the target, flushed, then renamed.
public enum AtomicFile {
  /// Writes bytes to a path, replacing what is there.
  ///
  /// A symbolic link is followed, so the file it names is replaced and the link stays. A device or a pipe is written to
  /// directly. On any failure the old file is untouched and no temporary file is left. A process that is killed on the way
  /// leaves the old file or the new one too, and can't take the temporary one away: `PATH.` and six letters.
  ///
  /// - Throws: `FileError` with the path as given and the system's reason.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    let target = try resolved(path)
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists {
      guard status.st_mode & S_IFMT != S_IFDIR else {
        throw FileError(path: path, fault: .directory, purpose: .writing)
      }
      if status.st_mode & S_IFMT != S_IFREG { return try overwrite(target, with: bytes, named: path) }
      // Renaming would get around a file's write protection.
      guard access(target, W_OK) == 0 else { throw FileError(path: path, fault: .system(errno), purpose: .writing) }
    }
    var template = Array("\(target).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileError(path: path, fault: .system(errno), purpose: .writing) }
    // New files get the usual permissions; the user's mask can only be read by setting it, which other threads
    // would notice, so a new file is readable by all as most programs' are.
    fchmod(descriptor, exists ? status.st_mode & 0o7777 : 0o644)
    var code = writeAll(bytes, to: descriptor)
    if code == 0 && fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0 && code == 0 { code = errno }
    if code == 0 && rename(template, target) != 0 { code = errno }
    guard code == 0 else {
      unlink(template)
      throw FileError(path: path, fault: .system(code), purpose: .writing)
    }
  }

  private static func overwrite(_ target: String, with bytes: [UInt8], named path: String) throws(FileError) {
    let descriptor = open(target, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw FileError(path: path, fault: .system(errno), purpose: .writing) }
    var code = writeAll(bytes, to: descriptor)
    if close(descriptor) != 0 && code == 0 { code = errno }
    guard code == 0 else { throw FileError(path: path, fault: .system(code), purpose: .writing) }
  }

  /// The file a path leads to, symbolic links followed; the path itself where nothing is there yet.
  private static func resolved(_ path: String) throws(FileError) -> String {
    guard let found = realpath(path, nil) else {
      guard errno == ENOENT else { throw FileError(path: path, fault: .system(errno), purpose: .writing) }
      return path
    }
    defer { free(found) }
    return String(cString: found)
  }

  /// Writes everything.
  ///
  /// - Returns: 0, or the system's error number.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
        if count < 0 {
          if errno == EINTR { continue }
          return errno
        }
        offset += count
      }
      return 0
    }
  }
}

extension AtomicFile {
  /// Whether something is at a path already.
  public static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
