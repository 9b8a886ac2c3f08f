import Plotting

/// Something that happened at the terminal.
package enum TerminalEvent: Sendable, Equatable {
  /// A key was pressed.
  case key(KeyPress)
  /// The mouse was used.
  case mouse(MouseEvent)
  /// Text was pasted: line ends and tabs are spaces, at most ``InputDecoder/longestPaste`` bytes.
  case paste(SafeText)
  /// The terminal has another size; what was shown is gone.
  case resize(width: Int, height: Int)
  /// The terminal has told its background; ``TerminalScreen/capabilities`` says it too.
  ///
  /// At most one, and at most 0.3 s after the start; nothing comes where the answer was there in time or never.
  case background(Brightness)
  /// The process was stopped and goes on; what was shown must be shown again.
  case resumed
  /// A ``Waker`` called.
  case wake
  /// Ctrl-C, or an interrupt from elsewhere: quit at once.
  ///
  /// While it is not answered by another call of ``TerminalScreen/nextEvents(timeout:)`` within a second, the next
  /// Ctrl-C ends the process.
  case interrupted
  /// The terminal is gone; nothing will be shown and nothing will come.
  case closed
}
