/// The environment variables that say something about the terminal.
struct Environment: Sendable {
  var term: String?
  var colorTerm: String?
  var noColor: String?
  var colorForegroundBackground: String?
  /// Set inside GNU Screen, which passes `COLORTERM` on without being able to do what it says.
  var screenSession: String?
  /// Set inside tmux.
  var tmux: String?
}
