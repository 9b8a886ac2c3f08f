import Learning
import TestSupport
import Testing
import Training

@testable import Lessons

/// What is wrong with a lesson's text, and where.
@Suite struct LessonFormatTests {
  /// A lesson whose first step has these lines.
  private static func lesson(_ lines: String, settings: String = "") -> String {
    """
    title: T
    section: 3
    description:
      scene: perceptron\(settings)
    steps:
      - say: Hello.
    \(lines)
    """
  }

  private static func faults(_ text: String) -> [LessonFault] {
    do {
      _ = try Lesson(Array(text.utf8), file: "x.yaml")
      return []
    } catch {
      return error.faults
    }
  }

  static let wrong: [(text: String, line: Int, column: Int, problem: LessonFault.Problem)] = [
    ("title: T\ntitel: U\n", 2, 1, unknown("titel", "title")),
    ("title: T\n", 1, 1, .missing("section")),
    ("- a\n", 1, 1, .expected("a lesson: a mapping with a title", found: "a list")),
    (
      "title: T\nsection: 14\ndescription: {scene: graph}\nsteps: [{say: a}]", 2, 10,
      .expected("a whole number (1...13)", found: "'14'")
    ),
    ("title: [a]\nsection: 1\ndescription: {scene: graph}\nsteps: []", 1, 8, .expected("a text", found: "a list")),
    ("title: T\nsection: 1\ndescription: {data: and}\nsteps: []", 3, 14, .missing("scene")),
    (
      "title: T\nsection: 1\ndescription: {scene: percepton}\n", 3, 22,
      .description(.unknownScene("percepton", suggestion: .perceptron))
    ),
    (
      lesson("", settings: "\n  learning-rate: fast"), 5, 18, .description(.notANumber(.learningRate, "fast"))
    ),
    (lesson("", settings: "\n  hidden: [2]"), 5, 11, .description(.notUsed(.hidden, in: .perceptron))),
    (lesson("", settings: "\n  epochs: 1\n  steps: 2"), 4, 3, .description(.conflict(.epochs, .steps))),
    (
      lesson("    expect: {mistaks: 0}"), 7, 14, .unknownQuantity("mistaks", scene: .perceptron, suggestion: "mistakes")
    ),
    (lesson("    expect: {w1: {at_least: 1}}"), 7, 19, unknown("at_least", "at-least", conditionKeys)),
    (lesson("    expect: {w1: big}"), 7, 18, .expected("a number", found: "'big'")),
    (lesson("    expect: {w1: .nan}"), 7, 18, .expected("a number", found: "'.nan'")),
    (
      lesson("    expect: {status: done}"), 7, 22,
      .expected("one of running, converged, finished, diverged, cycling", found: "'done'")
    ),
    (
      lesson("    expect: {w1: {between: [2, 1]}}"), 7, 28,
      .expected("two numbers in ascending order", found: "a list")
    ),
    (lesson("    do: {step: 1}"), 7, 9, .expected("a list of actions", found: "a mapping")),
    (
      lesson("    do: [{step: 1, epoch: 1}]"), 7, 10, .expected("one action in each entry of the list", found: "2")
    ),
    (lesson("    do: [{play: 0}]"), 7, 17, .expected("steps a second, or max", found: "'0'")),
    (
      lesson("    do: [{set: {learning-rat: 1}}]"), 7, 17,
      unknown("learning-rat", "learning-rate", ["scene"] + Key.keys(of: .perceptron).map(\.rawValue))
    ),
    (lesson("    do: [{place: {x: 1, y: 2}}]"), 7, 18, .missing("class")),
    (lesson("    do: [{place: {x: 1, y: 2, class: K}}]"), 7, 38, .expected("a class: A to J, or 0 to 9", found: "'K'")),
    (
      lesson("    do: [{open: {scene: graph}}, {race: {vary: {learning-rate: [1, 2]}}}]"), 7, 48,
      .description(.notUsed(.learningRate, in: .graph))
    ),
    (
      lesson("    ask: {question: q, choices: [a, b], answer: 3}"), 7, 49,
      .expected("a whole number (1...2)", found: "'3'")
    ),
    (lesson("    ask: {question: q, choices: [a], answer: 1}"), 7, 33, .expected("2 to 9 choices", found: "1")),
    (lesson("    ask: {question: q}"), 7, 10, .missing("answer")),
    (lesson("    ask: {question: q, state: {w1: 1}}"), 7, 10, .missing("solution")),
    (lesson("    ? [a]\n    : b"), 7, 7, .expected("a key", found: "a list")),
    ("title: T\ntitle: U\n", 1, 1, .repeatedKey("title")),
    ("a: '&'\nb: {*x : 1, *x : 2}\n", 2, 5, .repeatedKey("*x")),
    ("a: &x 1\nb: *x\n", 1, 4, .notAllowed("an anchor (&)")),
    ("a: *x\n", 1, 4, .notAllowed("an alias (*)")),
    ("title: !!binary aGk=\n", 1, 8, .notAllowed("a tag (!)")),
    ("title: !lesson {a: b}\n", 1, 8, .notAllowed("a tag (!)")),
    ("a: 1\n---\nb: 2\n", 2, 1, .severalDocuments),
    (
      "a: [1, 2\nb: 3\n", 2, 2,
      .syntax("did not find expected ',' or ']', while parsing a flow sequence that begins in line 1")
    ),
  ]

  private static let conditionKeys = ["about", "within", "at-least", "at-most", "between"]

  private static func unknown(
    _ name: String, _ suggestion: String, _ known: [String] = ["title", "section", "description", "steps", "goal"]
  ) -> LessonFault.Problem {
    .unknownKey(name, known: known, suggestion: suggestion)
  }

  @Test("A fault is told with its place", arguments: wrong)
  func places(text: String, line: Int, column: Int, problem: LessonFault.Problem) throws {
    let fault = try #require(Self.faults(text).first)
    #expect(fault.problem == problem)
    #expect(fault.place == TextPlace(line: line, column: column))
  }

  @Test("All faults are told at once, in the order of the text")
  func together() {
    let text = Self.lesson("    expect: {mistaks: 0}\n    hnt: x", settings: "\n  data: [and\n  ]\n  oder: given")
    let faults = Self.faults(text)
    #expect(faults.count == 3)
    #expect(faults.map { $0.place?.line } == [7, 10, 11])
  }

  @Test("A text that is none, or too much, is refused")
  func bytes() {
    func problem(_ bytes: [UInt8]) -> LessonFault.Problem? {
      do throws(LessonError) {
        _ = try Lesson(bytes, file: "x")
        return nil
      } catch { return error.faults.first?.problem }
    }
    #expect(problem([]) == .empty)
    #expect(problem(Array("# nothing\n".utf8)) == .empty)
    #expect(problem([0x61, 0x3A, 0x20, 0xFF]) == .notUTF8)
    #expect(problem([UInt8](repeating: 0x20, count: MarkedDocument.mostBytes + 1)) == .tooLarge(most: 1 << 20))
    let deep = String(repeating: "[", count: 17) + String(repeating: "]", count: 17)
    #expect(problem(Array(deep.utf8)) == .tooDeep(most: 16))
  }

  /// Nine lists of nine aliases each: a thousand million strings, if they were unfolded.
  private static let laughs: String = {
    var text = "a0: &a0 [l,l,l,l,l,l,l,l,l]\n"
    for level in 1...9 {
      let before = "*a\(level - 1)"
      text += "a\(level): &a\(level) [\(Array(repeating: before, count: 9).joined(separator: ","))]\n"
    }
    return text
  }()

  @Test("Aliases can't unfold, not even as keys", .timeLimit(.minutes(1)))
  func unfolding() {
    #expect(Self.faults(Self.laughs).map(\.problem) == [.notAllowed("an anchor (&)")])
    #expect(!Self.faults(Self.laughs + "? *a9\n: 1\n? *a9\n: 2\n").isEmpty)
  }

  @Test("Brackets without end are refused", .timeLimit(.minutes(1)), arguments: ["[", "{a: ", "- ", "? "])
  func nesting(opening: String) {
    #expect(!Self.faults(String(repeating: opening, count: 100_000)).isEmpty)
  }

  @Test("5,000 texts changed at random are read, or refused with a place", .timeLimit(.minutes(5)))
  func mutations() {
    var random = SplitMix64(seed: 20_261_124)
    let damage = Damage([
      "&a ", "*a", "!!x ", "[", "]", "{", "}", ": ", "- ", "\n", "  ", "|", "'", "\"", "#", "? ", "%", "\t", "\0", "é",
      "-1e400",
    ])
    for _ in 0..<5000 {
      let bytes = damage.damaged(LessonTests.example.utf8, using: &random)
      do throws(LessonError) {
        _ = try Lesson(bytes, file: "x.yaml")
      } catch {
        #expect(!error.faults.isEmpty)
        let lines = bytes.count { $0 == 0x0A } + bytes.count { $0 == 0x0D } + 2
        for fault in error.faults {
          guard let place = fault.place else { continue }
          #expect(place.line >= 1 && place.column >= 1 && place.line <= lines + 3, "\(place)")
        }
      }
    }
  }
}
