import Training

/// The part of `ErrorWords` about session files.
enum SessionWords {
  static func words(_ error: SessionError) -> [String] {
    switch error.problem {
    case .file(let error): [ErrorWords.words(error)]
    case .json(let json): ["\(error.path): \(ErrorWords.words(json))"]
    case .notASession: ["\(error.path): this is no session of downhill"]
    case .version(let number):
      ["\(error.path): a session of version \(number.shortestText); this program reads version 1"]
    case .shape(let place, let expected): ["\(error.path): \(place) should be \(expected)"]
    case .description(let errors): errors.errors.map { "\(error.path): description: \(ErrorWords.words($0))" }
    case .setting(let place, let fault): ["\(error.path): \(place): \(ErrorWords.words(fault))"]
    case .change(let fault): ["\(error.path): a change can't be made: \(ErrorWords.words(fault))"]
    }
  }

  static func status(_ error: SessionError) -> ExitStatus {
    if case .file(let error) = error.problem { ErrorWords.status(error) } else { .badData }
  }
}

/// A session was opened and its numbers are not those it was saved with.
struct DifferentNumbers: Error {
  /// The file.
  let path: String
}
