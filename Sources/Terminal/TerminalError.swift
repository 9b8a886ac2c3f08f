/// Why there can be no interface here.
package enum TerminalError: Error, Sendable, Equatable {
  /// Standard output is not a terminal, or cannot be set up as one.
  case notATerminal
  /// `TERM` is unset or empty.
  case noTerminalName
  /// The terminal cannot place its cursor, by its description ("dumb").
  case tooPlain(name: String)
  /// Neither the terminal's description nor the one to fall back on is installed.
  case unknownTerminal(name: String)
  /// A screen is open already.
  case alreadyOpen
  /// No memory or no descriptors left.
  case noResources
}
