import Glibc

/// The variables of the program's environment.
enum ProgramEnvironment {
  /// A variable; nil where it is not set.
  static subscript(name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
