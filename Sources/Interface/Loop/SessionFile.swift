import Plotting
import Training

/// A session as a file.
enum SessionFile {
  /// Writes a session.
  ///
  /// - Parameter path: The file; nil for `downhill-session-N.json` in the present folder, with the next number that is
  ///   free. A file that is there already is only replaced where it is a session.
  /// - Returns: A line that says where, or why not.
  static func save(_ session: Session, to path: String?, look: Look) -> SafeText {
    guard let path = path ?? free() else { return "there are 9999 sessions here already" }
    guard !AtomicFile.exists(path) || isSession(path) else {
      return "'\(SafeText(path).description)' is there already and no session: nothing is written"
    }
    do throws(FileError) {
      try AtomicFile.write(Array(session.text.utf8), to: path)
      return "saved \(SafeText(path).description): downhill open comes back to step \(GroupedNumber.text(session.step))"
    } catch {
      return look.words(error)
    }
  }

  private static func free() -> String? {
    (1...9999).lazy.map { "downhill-session-\($0).json" }.first { !AtomicFile.exists($0) }
  }

  private static func isSession(_ path: String) -> Bool {
    guard var contents = try? FileContents(path), let beginning = try? contents.next() else { return false }
    return beginning.starts(with: Session.signature.utf8)
  }
}
