import Foundation
import Lessons
import TestSupport
import Testing

@testable import Interface

/// What the words of a lesson say stands beside them.
@Suite("LessonScreen") struct LessonScreenTests {
  @Test(
    "every number in the words of every page stands on its screen", arguments: BuiltInLessons.names,
    LessonRehearsal.sizes.indices)
  func numbers(name: String, size: Int) throws {
    let lesson = try #require(BuiltInLessons.lesson(named: name))
    let (width, height) = LessonRehearsal.sizes[size]
    let rehearsal = LessonRehearsal(lesson, width: width, height: height)
    #expect(rehearsal.pages.count == lesson.steps.count)
    var missing: [String: Set<String>] = [:]
    for failure in rehearsal.failures {
      let page = "\(name) \(failure.step ?? 0)"
      switch failure.problem {
      case .unseen(let number, _, _): missing[page, default: []].insert(number.text)
      case .notShown(let quantity, _, _, _): missing[page, default: []].insert(quantity.name)
      case .unsaid, .unmet, .refused: Issue.record("\(page), line \(failure.place.line): \(failure.problem)")
      }
    }
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test("what the page about the format shows as an example passes, too")
  func example() throws {
    let blocks = try SourceTree.text("Demos/FORMAT.md").components(separatedBy: "```")
    let text = try #require(blocks.first { $0.hasPrefix("yaml\n") }).dropFirst(5)
    let lesson = try Lesson(Array(text.utf8), file: "example.yaml")
    #expect(LessonRehearsal(lesson, width: 120, height: 40).failures.isEmpty)
  }

  private static let loop = """
    title: T
    section: 7
    description:
      {scene: network, view: training-loop, data: xor-gate, test-fraction: 0, order: given, batch-size: full,
       hidden: [2], activation: [sigmoid], learning-rate: 4, initializer: zeros}
    steps:
      - say: The loss is 0.6905.
        do: [{weights: {h1.1.v0: -0.5, h1.1.v1: 1, h1.1.v2: 1, h1.2.v0: 1.5, h1.2.v1: -1, h1.2.v2: -1,
              out.1.w0: -1.5, out.1.w1: 1, out.1.w2: 1}}, {key: right}, {key: right}]
        shows: [loss, probability]
      - say: It falls to 0.6862, w₀ from −1.5 to −1.222.
        do: [{step: 1}]
        shows: {loss: {about: 0.686226, within: 0.00001}, out.1.w0: {about: -1.222, within: 0.001}}
    """

  /// On a screen that has the loop alone: no chart beside it names the loss as well.
  private func problems(_ text: String) throws -> [String] {
    let lesson = try Lesson(Array(text.utf8), file: "t.yaml")
    return LessonRehearsal(lesson, width: 80, height: 24).failures.map { failure in
      switch failure.problem {
      case .unseen(let number, _, _): "\(failure.step ?? 0) unseen \(number.text)"
      case .notShown(let quantity, _, _, _): "\(failure.step ?? 0) not shown \(quantity.name)"
      case .unsaid(let number): "\(failure.step ?? 0) unsaid \(number.number.text)"
      case .unmet, .refused: "\(failure.problem)"
      }
    }
  }

  /// The numbers of the loop are those of the lesson `training-loop`, which NumPy has worked out (`Tests/Oracles`).
  @Test("a page of another moment than its picture fails")
  func otherMoment() throws {
    #expect(try problems(Self.loop).isEmpty)
    // Before the loss is reached nothing of it is revealed, though the run has it.
    #expect(
      try problems(Self.loop.replacing("{key: right}, {key: right}", with: "{key: right}"))
        == ["1 unseen 0.6905", "1 not shown loss"])
    // A step too far: the numbers that are spoken of are gone.
    #expect(
      try problems(Self.loop.replacing("step: 1", with: "step: 2"))
        == ["2 not shown loss", "2 not shown out.1.w0"])
    // The step that comes is begun: what was spoken of is the step before.
    #expect(
      try problems(Self.loop.replacing("{step: 1}", with: "{step: 1}, {key: right}"))
        == ["2 unseen 0.6862", "2 unseen −1.5", "2 not shown loss"])
  }

  @Test("numbers that no screen shows are declared with a reason, and only those that are in the words")
  func declared() throws {
    let supposed = Self.loop.replacing("from −1.5", with: "from −1.5, and not from 7.25,")
    #expect(try problems(supposed) == ["2 unseen 7.25"])
    func declared(_ text: String) -> String {
      supposed.replacing("    shows: {loss: {about", with: "    unseen: {\(text)}\n    shows: {loss: {about")
    }
    #expect(try problems(declared("supposed: [7.25]")).isEmpty)
    #expect(try problems(declared("computed: {7.25: 29/4}")).isEmpty)
    #expect(try problems(declared("count: [7.25, 8]")) == ["2 unsaid 8"])
    #expect(throws: LessonError.self) { try problems(declared("computed: {7.25: 28/4}")) }
    #expect(throws: LessonError.self) { try problems(declared("whatever: [7.25]")) }
    #expect(throws: LessonError.self) { try problems(declared("supposed: [seven]")) }
  }

  @Test(
    "a number stands for another as exactly as both are written",
    arguments: [
      ("0.590", "0.5897", true), ("0.59", "0.6", false), ("0.5897", "0.59", false), ("0.4366", "0.437", true),
      ("−1.5", "−1.5", true), ("−1.5", "1.5", false), ("3 − 1.5", "−1.5", true), ("½", "0.5", true),
      ("1/3", "0.3333", true), ("1/3", "0.3", false), ("13.152", "13.15", true), ("200", "2000", false),
      ("0.00002", "2e−5", true), ("−0.255", "−1·(−0.2554)", true), ("2-2-1", "2", true), ("0", "0.6", false),
      ("0.000001", "9.6e-7", true), ("10", "10.4", false),
    ])
  func precision(words: String, screen: String, isShown: Bool) throws {
    let number = try #require(WrittenNumber.all(in: words).last { $0.value != 1 } ?? WrittenNumber.all(in: words).first)
    #expect(WrittenNumber.all(in: screen).contains { number.isShown(by: $0) } == isShown)
  }

  @Test("names, powers and indices have no numbers in them")
  func names() {
    #expect(WrittenNumber.all(in: "x1 + w₁·x² − h1.2.r + e^2, x^−3").map(\.text) == ["3"])
    #expect(WrittenNumber.all(in: "(1, −2.5), 3. Then 1/4 and a/2.").map(\.text) == ["1", "−2.5", "3", "1/4", "2"])
  }
}
