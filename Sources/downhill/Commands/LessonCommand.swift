import ArgumentParser
import Glibc
import Interface
import Lessons
import Plotting
import Training

/// `downhill lesson`: plays a lesson, or checks lessons without a screen.
struct LessonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lesson",
    abstract: "Play a lesson of the lecture, or one of your own.",
    usage: "downhill lesson [NAME or FILE]\ndownhill lesson check [FILE ...] [--answer FILE]",
    discussion: Examples.text([
      ("downhill lesson", "the lecture's table of contents"),
      ("downhill lesson 3", "the lesson of that number, by name also"),
      ("downhill lesson mine.yaml", "a lesson of your own"),
      ("downhill lesson check mine.yaml", "does it hold what it expects?"),
      ("downhill lesson check sheet.yaml --answer anna.yaml", "grade a lab sheet"),
    ]),
    subcommands: [LessonPlayCommand.self, LessonCheckCommand.self], defaultSubcommand: LessonPlayCommand.self)
}

/// `downhill lesson [NAME or FILE]`.
struct LessonPlayCommand: ScreenCommand {
  static let configuration = CommandConfiguration(
    commandName: "play", abstract: "Play a lesson; the same as downhill lesson.",
    usage: "downhill lesson [NAME or FILE] [OPTIONS]")

  @Argument(
    help: ArgumentHelp("a lesson's name or number, or a file", valueName: "LESSON"),
    completion: .custom { _, _, prefix in LessonFinder.completions(of: prefix) })
  var lesson: String?
  @OptionGroup(title: "Screen") var screen: ScreenOptions

  var files: [NamedFile] { LessonFinder.files([lesson]) + screen.files }

  func carryOut(_ streams: Streams) throws {
    let lesson = try self.lesson.map(LessonFinder.lesson)
    guard !streams.output.isTerminal else {
      try InteractiveSession(lesson: lesson, choices: try screen.screenChoices()).run(streams)
      return
    }
    _ = try screen.choicesForFiles()
    for row in lesson.map(LessonList.text) ?? LessonList.rows { try streams.output.line(safe(row)) }
  }
}

/// `downhill lesson check FILE...`.
struct LessonCheckCommand: Command {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Play lessons without a screen and look whether what they expect holds.",
    usage: "downhill lesson check [FILE ...]\ndownhill lesson check SHEET.yaml --answer ANSWER.yaml",
    discussion: Examples.text([
      ("downhill lesson check", "all lessons of the program"),
      ("downhill lesson check mine.yaml", "one of your own"),
      ("downhill lesson check sheet.yaml --answer anna.yaml", "grade a lab sheet"),
    ]))

  @Argument(
    help: ArgumentHelp("lessons, by file, name or number; all of the program when left out", valueName: "FILE"),
    completion: .custom { _, _, prefix in LessonFinder.completions(of: prefix) })
  var lessons: [String] = []

  @Option(
    help: ArgumentHelp("an answer to the lab sheet", valueName: "FILE.yaml"),
    completion: .file(extensions: ["yaml", "yml"]))
  var answer: String?

  var files: [NamedFile] {
    LessonFinder.files(lessons) + [NamedFile("--answer", answer, .reading)].compactMap { $0 }
  }

  func carryOut(_ streams: Streams) throws {
    if let answer {
      guard lessons.count == 1 else { throw ChoiceError("answer", answer, "it goes with one lab sheet") }
      try grade(answer, streams)
      return
    }
    var failed = 0
    var firstError: (any Error)?
    let names = lessons.isEmpty ? BuiltInLessons.names : lessons
    for name in names {
      do {
        if try !check(name, streams) { failed += 1 }
      } catch let error as Output.Failure {
        throw error
      } catch {
        // The others are looked at all the same; the last word is about the first that can't be read.
        if let firstError { for line in ErrorWords(firstError).lines { streams.say("downhill: \(line)") } }
        firstError = error
      }
    }
    if let firstError { throw firstError }
    if failed > 0 { throw FailedCheck(failed: failed, all: names.count) }
  }

  /// Checks one lesson.
  ///
  /// - Returns: Whether everything it expects holds.
  private func check(_ name: String, _ streams: Streams) throws -> Bool {
    let lesson = try LessonFinder.lesson(name)
    var report = lesson.check()
    // What could not be carried out can't be looked at.
    if report.isMet {
      let (width, height) = LessonRehearsal.sizes[0]
      report.add(LessonRehearsal(lesson, width: width, height: height).failures)
    }
    for failure in report.failures {
      try streams.output.line(safe(LessonWords.words(failure, file: lesson.file)))
    }
    let counts = "\(report.steps.counted("step")), \(report.expectations.counted("expectation"))"
    let goal = lesson.goal.map { ", a goal of \($0.conditions.count.counted("condition"))" } ?? ""
    let verdict = report.isMet ? "ok" : "\(report.failures.count) not met"
    try streams.output.line(safe("\(lesson.name): \(verdict), \(counts)\(goal)"))
    return report.isMet
  }

  private func grade(_ path: String, _ streams: Streams) throws {
    let sheet = try LessonFinder.lesson(lessons[0])
    guard let goal = sheet.goal else {
      let fault = LessonFault(.missing("goal"), at: TextPlace(line: 1, column: 1))
      throw LessonError(file: sheet.file, faults: [fault])
    }
    let report = sheet.grade(try LessonAnswer(at: path, to: sheet))
    for failure in report.failures {
      let file = if case .unmet = failure.problem { sheet.file } else { path }
      try streams.output.line(safe(LessonWords.words(failure, file: file)))
    }
    let met = goal.conditions.count - report.failures.count
    let count = goal.conditions.count.counted("condition")
    let verdict = report.isMet ? "ok, all of \(count)" : "\(max(0, met)) of \(count)"
    try streams.output.line(safe("\(path): \(verdict) met"))
    if !report.isMet { throw FailedCheck(failed: 1, all: 1) }
  }
}

/// Finds the lesson that a word on the command line means.
enum LessonFinder {
  /// A built-in lesson by name or number, or else a file.
  ///
  /// - Throws: `UnknownLesson`, `FileError` or `LessonError`.
  static func lesson(_ name: String) throws -> Lesson {
    if let lesson = BuiltInLessons.lesson(named: name) { return lesson }
    guard name.contains("/") || name.contains(".") || name == "-" else { throw UnknownLesson(name: name) }
    return try Lesson(at: name)
  }

  /// The files among some lessons that were named.
  static func files(_ names: [String?]) -> [NamedFile] {
    names.compactMap { name in
      name.flatMap { BuiltInLessons.lesson(named: $0) == nil ? NamedFile("the lesson", $0, .reading) : nil }
    }
  }

  /// What the beginning of a word may become: a built-in lesson's name, a folder, or a file of YAML.
  static func completions(of beginning: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    var files: [String] = []
    if glob(beginning + "*", GLOB_MARK, nil, &found) == 0, let paths = found.gl_pathv {
      files = (0..<Int(found.gl_pathc)).compactMap { paths[$0].map { String(cString: $0) } }
    }
    return BuiltInLessons.all.map(\.topic).filter { $0.hasPrefix(beginning) }
      + files.filter { file in ["/", ".yaml", ".yml"].contains { file.hasSuffix($0) } }
  }
}

/// The lecture's table of contents as text.
enum LessonList {
  /// One line a lesson.
  static var rows: [String] {
    let width = BuiltInLessons.names.map(\.count).max() ?? 0
    return BuiltInLessons.all.map { lesson in
      let padding = String(repeating: " ", count: width - lesson.name.count)
      return "\(lesson.name)\(padding)  \(lesson.title)"
    }
  }

  /// A lesson to be read, a line at a time.
  static func text(_ lesson: Lesson) -> [String] {
    let steps = lesson.steps.enumerated().flatMap { index, step -> [String] in
      var lines = ["", "\(index + 1)."] + self.lines(step.say)
      if let question = step.question { lines += ["", "? " + question.text] }
      if case .choice(let choices, _)? = step.question?.answer {
        lines += choices.enumerated().map { "  \($0 + 1)  \($1)" }
      }
      return lines
    }
    let goal = lesson.goal.map { [""] + lines($0.say) + [""] + $0.conditions.map { "- \($0.words)" } } ?? []
    return ["\(lesson.section). \(lesson.title)"] + steps + goal
  }

  /// The lines of a text, without empty ones at its end.
  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

/// A line with names out of files in it, made safe for a terminal.
private func safe(_ line: String) -> String { SafeText(line).description }

extension Int {
  /// The number with a noun: `1 step`, `2 steps`.
  fileprivate func counted(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}
