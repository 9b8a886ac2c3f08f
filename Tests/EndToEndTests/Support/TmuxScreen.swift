import CPseudoTerminal
import Glibc

/// A program on a screen that a terminal emulator, tmux, keeps: what a person would see.
///
/// Each has a private server, which ends with it. Captures wait until the screen has come to rest.
final class TmuxScreen {
  /// Whether there is a tmux; where there is none, tests that need it are left out.
  static let isAvailable = (try? tmux(["-V"]))?.isEmpty == false

  private let server = "downhill-test-\(getpid())-\(UInt32.random(in: 0...UInt32.max))"

  /// Starts a command, given to a shell, in a screen of a size.
  ///
  /// - Parameter environment: All its variables but those that are needed to find things.
  init(_ command: String, environment: [String: String] = [:], width: Int = 80, height: Int = 24) throws {
    var variables = [
      "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no", "TERM": "tmux-256color", "LC_ALL": "C.UTF-8",
      "TERMINFO": TerminalDescriptions.folder,
    ]
    variables.merge(environment) { $1 }
    let settings = variables.map { "\($0)='\($1)'" }.joined(separator: " ")
    try tmux(
      "start-server", ";", "set", "-g", "remain-on-exit", "on", ";", "set", "-g", "status", "off", ";",
      "set", "-g", "escape-time", "0", ";",
      "new-session", "-d", "-x", "\(width)", "-y", "\(height)", "env -i \(settings) \(command)")
  }

  deinit { _ = try? tmux("kill-server") }

  @discardableResult
  private func tmux(_ words: String...) throws -> String {
    try TmuxScreen.tmux(["-u", "-L", server, "-f", "/dev/null"] + words)
  }

  private static func tmux(_ words: [String]) throws -> String {
    try Subprogram.run("/usr/bin/tmux", words)
  }

  // MARK: Acting

  /// Types text; control characters and escape sequences are sent as they are.
  func send(_ text: String) throws {
    _ = try TmuxScreen.tmux(["-L", server, "send-keys", "-H"] + text.utf8.map { String($0, radix: 16) })
  }

  func resize(width: Int, height: Int) throws {
    try tmux("resize-window", "-x", "\(width)", "-y", "\(height)")
  }

  // MARK: Looking

  /// The rows of the screen now, without blanks at their ends.
  func rows() throws -> [String] {
    try tmux("capture-pane", "-p").split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }

  /// The rows with their colors and attributes, as tmux writes them (SGR sequences).
  func styledRows() throws -> [String] {
    try tmux("capture-pane", "-p", "-e").split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }

  /// Waits until something is true of the rows and the screen has come to rest; nil where it never is.
  func waitUntil(milliseconds: Int = 10_000, _ isDone: ([String]) -> Bool) throws -> [String]? {
    let end = pt_milliseconds() + Int64(milliseconds)
    var last: [String]?
    repeat {
      let present = try rows()
      if isDone(present), present == last { return present }
      last = present
      _ = pt_wait(-1, -1, 15)
    } while pt_milliseconds() < end
    return nil
  }

  /// Waits until a text is on the screen.
  func waitFor(_ text: String, milliseconds: Int = 10_000) throws -> [String]? {
    try waitUntil(milliseconds: milliseconds) { $0.contains { $0.contains(text) } }
  }

  /// The exit status of the command; nil while it runs or where a signal ended it.
  func exitStatus() throws -> Int? {
    Int(try tmux("display-message", "-p", "#{pane_dead_status}").prefix { $0.isNumber })
  }

  /// Where the cursor is, and whether it is shown, the alternate screen on and the mouse reported.
  func modes() throws -> String {
    let line = try tmux(
      "display-message", "-p",
      "cursor #{cursor_flag} alternate #{alternate_on} mouse #{mouse_any_flag} keypad #{keypad_cursor_flag}"
    )
    return String(line.prefix { !$0.isNewline })
  }
}
