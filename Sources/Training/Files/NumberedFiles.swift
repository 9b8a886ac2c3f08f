/// Files that get a name of their own: one with the next number that is free.
package enum NumberedFiles {
  /// The greatest number there is.
  package static let most = 9999

  /// Writes files that differ in their endings, all under the first number under which none of them is there yet.
  ///
  /// Each is created, never replaced: of several programs in one folder every one gets a number of its own. Where one
  /// of the files can't be written, none is left.
  ///
  /// - Parameters:
  ///   - files: What is written after the number, and the bytes.
  ///   - name: What stands before the number.
  /// - Returns: The name with its number, without an ending; nil where all numbers are taken.
  /// - Throws: `FileError` with the path and the system's reason.
  package static func create(
    _ files: [(ending: String, bytes: [UInt8])], named name: String
  ) throws(FileError) -> String? {
    for number in 1...most {
      let base = "\(name)\(number)"
      if try create(files, at: base) { return base }
    }
    return nil
  }

  /// Writes all files, or none.
  ///
  /// - Returns: Whether they are written; false where one of the names is taken.
  private static func create(
    _ files: [(ending: String, bytes: [UInt8])], at base: String
  ) throws(FileError) -> Bool {
    guard !files.contains(where: { AtomicFile.isTaken(base + $0.ending) }) else { return false }
    var made: [String] = []
    do throws(FileError) {
      for (ending, bytes) in files {
        guard try AtomicFile.create(bytes, at: base + ending) else {
          made.forEach(AtomicFile.remove)
          return false
        }
        made.append(base + ending)
      }
    } catch {
      made.forEach(AtomicFile.remove)
      throw error
    }
    return true
  }
}
