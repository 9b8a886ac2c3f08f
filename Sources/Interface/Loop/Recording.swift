import Plotting
import Training

/// A recording of what is shown, in the form of asciinema's version 2: a line for the header, then one for each frame.
///
/// Lines are written as they come and whole, so the file can be played whatever ends the program. Belongs to the main
/// thread.
package final class Recording {
  /// The file, as it was named.
  package var path: String { file.path }
  /// How many frames have been written.
  package private(set) var frameCount = 0
  /// Why it ended early; nil while it goes on.
  package private(set) var failure: FileError?

  private let file: LineFile
  private let terminal: String
  private var last: Frame?
  private var start: ContinuousClock.Instant?

  /// Opens the file; one that is there already is only replaced where it is a recording.
  ///
  /// - Parameter terminal: What the player should take the terminal for: the value of TERM.
  /// - Throws: Why it can't be written.
  package init(to path: String, terminal: String) throws(FileError) {
    self.terminal = terminal
    file = try LineFile(replacing: path, beginning: #"{"version":2"#)
  }

  /// Adds a frame that is shown now.
  ///
  /// - Returns: Why the recording ends here; nil where it goes on, or had ended before.
  package func add(_ frame: Frame, depth: ColorDepth) -> FileError? {
    add(frame, depth: depth, at: .now)
  }

  func add(_ frame: Frame, depth: ColorDepth, at now: ContinuousClock.Instant) -> FileError? {
    guard failure == nil, frame.width > 0, frame.height > 0 else { return nil }
    let origin = start ?? now
    var lines = ""
    if start == nil {
      let header: JSONValue = [
        "version": 2, "width": .number(Double(frame.width)), "height": .number(Double(frame.height)),
        "env": ["TERM": .string(terminal)],
      ]
      lines = header.text + "\n"
    }
    start = origin
    let time = Recording.seconds(now - origin)
    if let last, last.width != frame.width || last.height != frame.height {
      lines += JSONValue.array([time, "r", .string("\(frame.width)x\(frame.height)")]).text + "\n"
    }
    let update = (last == nil ? "\u{1B}[?25l" : "") + frame.update(from: last, depth)
    guard !update.isEmpty else { return nil }
    lines += JSONValue.array([time, "o", .string(update)]).text + "\n"
    last = frame
    frameCount += 1
    do throws(FileError) { try file.write(lines) } catch { failure = error }
    return failure
  }

  /// A time in seconds, to the microsecond.
  private static func seconds(_ duration: Duration) -> JSONValue {
    let (seconds, attoseconds) = duration.components
    return .number(Double(seconds * 1_000_000 + attoseconds / 1_000_000_000_000) / 1_000_000)
  }
}
