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
    let bytes = Array(session.text.utf8)
    do throws(FileError) {
      let written: String
      if let path {
        // What comes into being between the look and the writing is looked at again.
        let isNew = try AtomicFile.create(bytes, at: path)
        guard isNew || isSession(path) else {
          return "'\(SafeText(path).description)' is there already and no session: nothing is written"
        }
        if !isNew { try AtomicFile.write(bytes, to: path) }
        written = path
      } else if let base = try NumberedFiles.create([(".json", bytes)], named: "downhill-session-") {
        written = base + ".json"
      } else {
        return "there are \(NumberedFiles.most) sessions here already"
      }
      return
        "saved \(SafeText(written).description): downhill open comes back to step \(GroupedNumber.text(session.step))"
    } catch {
      return look.words(error)
    }
  }

  private static func isSession(_ path: String) -> Bool {
    guard var contents = try? FileContents(path), let beginning = try? contents.next() else { return false }
    return beginning.starts(with: Session.signature.utf8)
  }
}
