import Calculus
import Interface
import Learning
import Lessons
import Terminal
import Training

/// An error that has words for people: each type of error there is, wherever it arises.
///
/// What it says is decided where its cases are named one by one, so a case without words does not compile; a test reads
/// the sources for types of errors and asks each of them to be one of these.
protocol WordedError: Error {
  /// What it means to a person and to a shell.
  var words: ErrorWords { get }
}

// MARK: Descriptions and commands

extension DescriptionErrors: WordedError {
  var words: ErrorWords { ErrorWords(errors.map(ErrorWords.words), .usage) }
}

extension DescriptionError: WordedError {
  var words: ErrorWords { ErrorWords([ErrorWords.words(self)], .usage) }
}

extension UnknownCommand: WordedError {
  var words: ErrorWords {
    ErrorWords(["there is no command '\(ErrorWords.excerpt(name))'\(ErrorWords.suggestion(suggestion))"], .usage)
  }
}

extension UnknownKind: WordedError {
  var words: ErrorWords {
    ErrorWords(
      [
        "there is no list of '\(ErrorWords.excerpt(name))'\(ErrorWords.suggestion(suggestion)); \(ErrorWords.choice(known))"
      ], .usage)
  }
}

extension ChoiceError: WordedError {
  var words: ErrorWords { ErrorWords(["--\(option): there is no '\(ErrorWords.excerpt(value))'; \(expected)"], .usage) }
}

extension CommandError: WordedError {
  var words: ErrorWords { ErrorWords([line], .usage) }

  private var line: String {
    switch self {
    case .unknown(let name, let suggestion):
      "there is neither a setting nor a command '\(ErrorWords.excerpt(name))'\(ErrorWords.suggestion(suggestion))"
    case .needs(let command, let what): ":\(command) needs \(what)"
    case .unknownChoice(let command, let word, let known, let suggestion):
      "\(command): there is no '\(ErrorWords.excerpt(word))'\(ErrorWords.suggestion(suggestion)); "
        + ErrorWords.choice(known)
    case .notTaken(let command, let word, let expected):
      "\(command): '\(ErrorWords.excerpt(word))' is not \(expected)"
    case .noLesson: "there is no lesson whose pages could be turned"
    case .noPage(let number, let count): "there is no page \(number); the lesson has \(count)"
    }
  }
}

// MARK: Runs

extension SharedFile: WordedError {
  var words: ErrorWords {
    ErrorWords(["\(first) and \(second) name the same file '\(ErrorWords.excerpt(path))'; give each its own"], .usage)
  }
}

extension MissingRecords: WordedError {
  var words: ErrorWords { ErrorWords(["\(scene.noun) can't be run without a screen yet"], .failure) }
}

extension DivergedRun: WordedError {
  var words: ErrorWords { ErrorWords([ErrorWords.words(self)], .failure) }
}

extension ChangeError: WordedError {
  var words: ErrorWords { ErrorWords([ErrorWords.words(self)], .badData) }
}

extension AssembledRun.Failure: WordedError {
  var words: ErrorWords { ErrorWords([DataWords.words(self)], DataWords.status(self), DataWords.picture(self)) }
}

extension Network.Fault: WordedError {
  var words: ErrorWords { ErrorWords([DataWords.words(self)], .usage) }
}

extension ExpressionError: WordedError {
  var words: ErrorWords { AssembledRun.Failure.expression(self).words }
}

// MARK: Files and streams

extension Output.Failure: WordedError {
  var words: ErrorWords { ErrorWords(["cannot write to \(name): \(ErrorWords.reason(code))"], .cannotWrite) }
}

extension FileError: WordedError {
  var words: ErrorWords { ErrorWords([ErrorWords.words(self)], ErrorWords.status(self)) }
}

extension DataError: WordedError {
  var words: ErrorWords { ErrorWords(DataWords.words(self), DataWords.status(self)) }
}

extension DatasetError: WordedError {
  var words: ErrorWords { DataError.dataset(self, name: "data").words }
}

extension CSVError: WordedError {
  var words: ErrorWords { ErrorWords([DataWords.words(self)], .badData) }
}

extension ModelError: WordedError {
  var words: ErrorWords { AssembledRun.Failure.model(self).words }
}

extension ModelFile.Fault: WordedError {
  var words: ErrorWords { ErrorWords([DataWords.words(self)], .badData) }
}

extension SessionError: WordedError {
  var words: ErrorWords { ErrorWords(SessionWords.words(self), SessionWords.status(self)) }
}

extension DifferentNumbers: WordedError {
  var words: ErrorWords {
    ErrorWords(
      ["\(path): the numbers are not those that were saved: the data or the program has changed"], .badData)
  }
}

extension JSONError: WordedError {
  var words: ErrorWords { ErrorWords([ErrorWords.words(self)], .badData) }
}

extension ConfigurationProblem: WordedError {
  var words: ErrorWords { ErrorWords(ConfigurationWords.words(self), ConfigurationWords.status(self)) }
}

extension ConfigurationError: WordedError {
  var words: ErrorWords { ErrorWords([ConfigurationWords.words(self)], .badData) }
}

extension RemappingError: WordedError {
  var words: ErrorWords { ErrorWords([ConfigurationWords.words(self)], .badData) }
}

// MARK: Lessons

extension LessonError: WordedError {
  var words: ErrorWords { ErrorWords(LessonWords.words(self), .badData) }
}

extension LessonFault: WordedError {
  var words: ErrorWords { ErrorWords([LessonWords.words(problem)], .badData) }
}

extension UnknownLesson: WordedError {
  var words: ErrorWords {
    let nearest = ErrorWords.suggestion(BuiltInLessons.nearest(to: name))
    return ErrorWords(["there is neither a lesson nor a file '\(ErrorWords.excerpt(name))'\(nearest)"], .noInput)
  }
}

extension FailedCheck: WordedError {
  var words: ErrorWords { ErrorWords(["\(failed) of \(all) not as expected"], .failure) }
}

// MARK: Terminals

extension TerminalError: WordedError {
  var words: ErrorWords { ErrorWords([ErrorWords.words(self)], .failure) }
}

// MARK: What the system gives

extension NoThread: WordedError {
  var words: ErrorWords {
    ErrorWords(
      ["no thread can be started: \(ErrorWords.reason(code)) (see ulimit -u, or the container's limit)"], .failure)
  }
}

extension ScarceResource: WordedError {
  var words: ErrorWords { ErrorWords([sentence], .failure) }
}
