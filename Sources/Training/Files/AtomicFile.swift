import Glibc

/// Writes files that are old or new, never half: a temporary file beside the target, flushed, then renamed.
package enum AtomicFile {
  /// Writes bytes to a path, replacing what is there.
  ///
  /// A symbolic link is followed, so the file it names is replaced and the link stays. A device or a pipe is written to
  /// directly. On any failure the old file is untouched and no temporary file is left. A process that is killed on the way
  /// leaves the old file or the new one too, and can't take the temporary one away: `PATH.` and six letters.
  ///
  /// - Throws: `FileError` with the path as given and the system's reason.
  package static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
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
    // New files get the usual permissions; the user's mask can only be read by setting it, which other threads
    // would notice, so a new file is readable by all as most programs' are.
    let temporary = try temporaryFile(
      beside: target, with: bytes, permissions: exists ? status.st_mode & 0o7777 : 0o644, named: path)
    guard rename(temporary, target) == 0 else {
      let code = errno
      unlink(temporary)
      throw FileError(path: path, fault: .system(code), purpose: .writing)
    }
  }

  /// Writes bytes to a path where nothing is yet, not even a link to nothing.
  ///
  /// Of several programs that ask for one name at once, one gets it. The file is whole as soon as it is there, but on
  /// file systems without hard links, where its name may stand before it is filled.
  ///
  /// - Returns: Whether the file is written; false where the name is taken, by whomever.
  /// - Throws: `FileError` with the path as given and the system's reason.
  package static func create(_ bytes: [UInt8], at path: String) throws(FileError) -> Bool {
    guard !isTaken(path) else { return false }
    let temporary = try temporaryFile(beside: path, with: bytes, permissions: 0o644, named: path)
    defer { unlink(temporary) }
    // A link is refused where the name is taken; a renamed file would take the other one's place.
    if link(temporary, path) == 0 { return true }
    if errno == EEXIST { return false }
    let claim = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard claim >= 0 else {
      if errno == EEXIST { return false }
      throw FileError(path: path, fault: .system(errno), purpose: .writing)
    }
    close(claim)
    guard rename(temporary, path) == 0 else {
      let code = errno
      unlink(path)
      throw FileError(path: path, fault: .system(code), purpose: .writing)
    }
    return true
  }

  /// Writes bytes to a fresh file beside another one, whole and flushed.
  ///
  /// - Returns: Its path.
  private static func temporaryFile(
    beside target: String, with bytes: [UInt8], permissions: mode_t, named path: String
  ) throws(FileError) -> String {
    var template = Array("\(target).XXXXXX".utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw FileError(path: path, fault: .system(errno), purpose: .writing) }
    fchmod(descriptor, permissions)
    var code = writeAll(bytes, to: descriptor)
    if code == 0 && fsync(descriptor) != 0 { code = errno }
    if close(descriptor) != 0 && code == 0 { code = errno }
    guard code == 0 else {
      unlink(template)
      throw FileError(path: path, fault: .system(code), purpose: .writing)
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
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
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Takes a file away that this program has just made.
  static func remove(_ path: String) { unlink(path) }

  /// Whether a name is taken, be it by a link that leads to nothing.
  static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }
}
