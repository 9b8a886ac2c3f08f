/// What the program says to a shell about how it went.
enum ExitStatus: Int32 {
  case done = 0
  /// Anything that has no status of its own.
  case failure = 1
  /// The command itself was wrong.
  case usage = 64
  /// Data, a model or an expression was wrong.
  case badData = 65
  /// A file can't be read.
  case noInput = 66
  /// A file can't be made.
  case cannotCreate = 73
  /// Writing failed.
  case cannotWrite = 74
}
