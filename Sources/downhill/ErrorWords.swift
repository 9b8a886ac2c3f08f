import ArgumentParser
import Glibc
import Learning
import Plotting
import Terminal
import Training

/// What an error means to a person and to a shell: the only place where errors become words.
struct ErrorWords: Equatable {
  /// What is wrong, one fault a line, without a name in front and without a full stop.
  let lines: [String]
  /// The text in which the fault is, and a caret under it; empty for other faults.
  let picture: [String]
  /// What the program exits with.
  let status: ExitStatus

  init(_ error: any Error) {
    if let error = error as? any WordedError {
      self = error.words
      return
    }
    // All that is left are the argument parser's own.
    let message = Downhill.message(for: error)
    let isUsage = Downhill.exitCode(for: error) == .validationFailure
    let lines = message.split(separator: "\n").map { Self.plain($0) }
    self.init(lines.isEmpty ? ["unknown error"] : lines, isUsage ? .usage : .failure)
  }

  init(_ lines: [String], _ status: ExitStatus, _ picture: [String] = []) {
    // Names and texts in errors come from files and command lines: nothing of them may reach the terminal as it is.
    self.lines = lines.map { SafeText($0).description }
    self.picture = picture.map { SafeText($0).description }
    self.status = status
  }

  // MARK: Descriptions

  static func words(_ error: DescriptionError) -> String {
    switch error {
    case .unknownKey(let name, let key): "there is no key '\(excerpt(name))'\(suggestion(key?.rawValue))"
    case .unknownScene(let name, let scene): "there is no scene '\(excerpt(name))'\(suggestion(scene?.rawValue))"
    case .notUsed(let key, let scene): "\(key.rawValue) means nothing to \(scene.noun)"
    case .needs(let key, let other, let words):
      "\(key.rawValue) means something only with \(other.rawValue) \(words.joined(separator: " or "))"
    case .notANumber(let key, let text): "\(key.rawValue): \(quoted(text)) is not a number\(decimalComma(text))"
    case .notAWholeNumber(let key, let text): "\(key.rawValue): \(quoted(text)) is not a whole number"
    case .notAFlag(let key, let text): "\(key.rawValue): \(quoted(text)) is neither true nor false"
    case .outOfRange(let key, let text, let range): "\(key.rawValue): \(excerpt(text)) is not \(words(range))"
    case .unknownWord(let key, let text, let known, let word):
      "\(key.rawValue): there is no '\(excerpt(text))'\(suggestion(word)); \(choice(known))"
    case .notACharacter(let key, let text, let known):
      "\(key.rawValue): \(quoted(text)) is neither one character, such as ;, nor one of: \(known.joined(separator: ", "))"
    case .unknownName(let key, let name, let known):
      "\(key.rawValue): there is no '\(excerpt(name))' to set; \(choice(known))"
    case .notAnAssignment(let key, let text):
      "\(key.rawValue): \(quoted(text)) is not of the form \(key.specification.placeholder)"
    case .repeated(let key, let name):
      name == key.rawValue ? "\(name) is given twice" : "\(key.rawValue): '\(excerpt(name))' is given twice"
    case .tooMany(let key, let count, let most): "\(key.rawValue): \(count) values are too many; at most \(most)"
    case .valueCount(let key, let count, let counts):
      "\(key.rawValue): \(count) \(count == 1 ? "value" : "values"); a race has \(counts.lowerBound) to \(counts.upperBound)"
    case .empty(let key): "\(key.rawValue): a value is missing"
    case .conflict(let key, let other): "\(key.rawValue) and \(other.rawValue) exclude one another"
    case .missing(let key, let scene): "\(scene.noun) needs \(key.rawValue)"
    case .activationCount(let count, let layers):
      "activation: \(count) names for \(layers) hidden layers; give one for all, or one each"
    case .wrongType(let key): "\(key.rawValue): this is not a value for it"
    case .notAnObject: "a description is an object with a scene"
    }
  }

  private static func words(_ range: NumberRange) -> String {
    switch (range.lower.isFinite, range.upper.isFinite) {
    case (false, false): "a finite number"
    case (true, false):
      "a finite number \(range.includesLower ? "of at least" : "above") \(range.lower.shortestText)"
    case (false, true): "a finite number \(range.includesUpper ? "of at most" : "below") \(range.upper.shortestText)"
    case (true, true):
      "between \(range.lower.shortestText) and \(range.upper.shortestText)"
        + (range.includesLower ? "" : ", \(range.lower.shortestText) not included")
        + (range.includesUpper ? "" : ", \(range.upper.shortestText) not included")
    }
  }

  // MARK: Runs, files, terminals

  /// Where and why a run left the finite numbers, and what to try.
  static func words(_ run: DivergedRun) -> String {
    let words = run.ending.plainWords
    return run.remedy.map { "\(words); try \($0.shortestText)" } ?? words
  }

  /// Why a change can't be made by hand.
  static func words(_ error: ChangeError) -> String {
    switch error {
    case .needsNewStart(let key): "\(key.rawValue) takes a new start: it can't change while a run goes on"
    case .doesNotApply(let reason): reason
    case .isAsBefore: "it is already as it was before"
    case .nothingToTakeBack, .takesAnotherRun: "nothing to undo"
    case .tooManyBranches(let most): "there are \(most) branches already, as many as can be told apart"
    }
  }

  static func words(_ error: FileError) -> String {
    // Whole, so that it can be found, unless it is no path that there could be (PATH_MAX).
    let path = error.path.utf8.count < 4096 ? error.path : excerpt(error.path)
    let file = path == "-" ? "standard input" : "'\(path)'"
    let attempt = error.purpose == .reading ? "cannot read \(file)" : "cannot write \(file)"
    switch error.fault {
    case .system(let code): return "\(attempt): \(reason(code))"
    case .directory: return "\(attempt): it is a directory"
    case .terminal:
      return error.purpose == .reading
        ? "\(attempt): it is the terminal, where keys are typed; name a file, or pipe the data in"
        : "\(attempt): it is the terminal, where the picture is; name a file"
    case .tooLarge(let limit): return "\(attempt): it is larger than \(limit >> 20) MB"
    case .inUse: return "\(attempt): another program is writing it; name another file"
    }
  }

  static func status(_ error: FileError) -> ExitStatus {
    switch (error.purpose, error.fault) {
    case (.reading, _): .noInput
    case (.writing, .inUse): .usage
    case (.writing, .system(ENOSPC)), (.writing, .system(EIO)), (.writing, .system(EDQUOT)): .cannotWrite
    case (.writing, _): .cannotCreate
    }
  }

  static func words(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal: "there is no terminal to draw on; --format text runs without one"
    case .noTerminalName: "TERM is not set, so there is no drawing; --plain runs without a screen"
    case .tooPlain(let name): "the terminal '\(name)' can't be drawn on; --plain runs without a screen"
    case .unknownTerminal(let name): "the terminal '\(name)' is not known here; try TERM=xterm-256color, or --plain"
    case .alreadyOpen: "the screen is open already"
    case .noResources:
      "the screen can't be set up: there are no files left, no memory, or they may not be large enough (see ulimit -n and ulimit -f)"
    }
  }

  // MARK: JSON

  static func words(_ error: JSONError) -> String {
    "line \(error.line), column \(error.column): \(words(error.fault))"
  }

  private static func words(_ fault: JSONError.Fault) -> String {
    switch fault {
    case .unexpectedEnd: "the text ends in the middle"
    case .unexpected(let byte, let expected):
      "\(expected) expected, not \(byte >= 0x20 && byte < 0x7F ? "'\(Unicode.Scalar(byte))'" : "byte \(byte)")"
    case .badNumber: "this is not a number of JSON"
    case .badEscape: "this escape means nothing"
    case .badText: "this text is not UTF-8, or has a control character in it"
    case .repeatedName(let name): "'\(excerpt(name))' comes twice"
    case .tooDeep: "nested deeper than \(JSONParser.deepest) levels"
    case .trailingText: "there is text after the end of the value"
    }
  }

  // MARK: Pieces

  /// The system's words for an error number.
  static func reason(_ code: Int32) -> String {
    String(cString: strerror(code))
  }

  static func suggestion(_ word: String?) -> String {
    word.map { ", did you mean '\($0)'?" } ?? ""
  }

  static func choice(_ words: [String]) -> String {
    "choose from: \(words.joined(separator: ", "))"
  }

  private static func quoted(_ text: String) -> String {
    text.isEmpty ? "nothing" : "'\(excerpt(text))'"
  }

  private static func decimalComma(_ text: String) -> String {
    let pointed = text.split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".")
    return pointed != text && Double(readingNumber: pointed) != nil ? "; write \(pointed)" : ""
  }

  /// The beginning of a text that may be very long.
  static func excerpt(_ text: String) -> String {
    text.utf8.count <= 60 ? text : "\(text.prefix(40))…"
  }

  /// A line of the argument parser in the manner of the others: small first letter, no full stop.
  private static func plain(_ line: Substring) -> String {
    let text = String(line.hasSuffix(".") ? line.dropLast() : line).replacing(". Did you mean", with: ", did you mean")
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
