import Lessons
import Training

/// The part of `ErrorWords` about lessons.
enum LessonWords {
  /// One line a fault: file, line, column, what is wrong.
  static func words(_ error: LessonError) -> [String] {
    error.faults.map { fault in
      let place = fault.place.map { ":\($0.line):\($0.column)" } ?? ""
      return "\(error.file)\(place): \(words(fault.problem))"
    }
  }

  /// What is wrong, without the place.
  static func words(_ problem: LessonFault.Problem) -> String {
    switch problem {
    case .tooLarge(let most): "a lesson has at most \(most >> 10) kB"
    case .notUTF8: "this is not UTF-8"
    case .syntax(let words): "this is not YAML: \(words)"
    case .empty: "there is nothing in the file"
    case .severalDocuments: "a second document begins; a lesson is one"
    case .tooDeep(let most): "nested deeper than \(most) levels"
    case .notAllowed(let what): "\(what) has no place in a lesson"
    case .repeatedKey(let name): "the key '\(ErrorWords.excerpt(name))' comes twice"
    case .unknownKey(let name, let known, let suggestion):
      "there is no key '\(ErrorWords.excerpt(name))' here\(ErrorWords.suggestion(suggestion)); "
        + "there is: \(known.joined(separator: ", "))"
    case .missing(let name): "\(name) is missing"
    case .expected(let what, let found): "expected \(what), found \(ErrorWords.excerpt(found))"
    case .unknownQuantity(let name, let scene, let suggestion):
      "\(scene.noun) has no '\(ErrorWords.excerpt(name))'\(ErrorWords.suggestion(suggestion))"
    case .description(let error): ErrorWords.words(error)
    case .forbidden(let name, let allowed): words(forbidden: name, allowed)
    case .impossible(let reason): reason
    }
  }

  /// What a sheet does not allow, and what it does.
  private static func words(forbidden name: String, _ allowed: [String]) -> String {
    let list = allowed.isEmpty ? "nothing" : allowed.joined(separator: ", ")
    let what = Key(rawValue: name) == nil ? "something that the sheet allows" : "a setting that the sheet lets change"
    return "expected \(what) (\(list)), found \(name)"
  }

  /// What came of a condition: `FILE:12: step 3: expected w1 0.1, found 0.2`.
  static func words(_ failure: LessonReport.Failure, file: String) -> String {
    let step = failure.step.map { "step \($0): " } ?? ""
    let words =
      switch failure.problem {
      case .unmet(let condition, let found):
        "expected \(condition.words), found \(found?.text ?? "no such thing")"
      case .unseen(let number, let width, let height):
        "the words name \(number.text), which is not on the screen (\(width)x\(height))"
      case .notShown(let quantity, let value, let width, let height):
        "\(quantity.name) is not seen as it should be, but "
          + "\(value.map { "as \($0.shortestText)" } ?? "not at all") (\(width)x\(height))"
      case .unsaid(let number): "the words do not name \(number.number.text)"
      case .refused(let error): ErrorWords(error).lines.joined(separator: "; ")
      }
    return "\(file):\(failure.place.line): \(step)\(words)"
  }
}

/// Lessons, or an answer, that are not as they should be.
struct FailedCheck: Error {
  /// How many of them.
  let failed: Int
  /// How many were looked at.
  let all: Int
}

/// A word after `lesson` that names neither a lesson nor a file.
struct UnknownLesson: Error {
  /// What was written.
  let name: String
}
