import Testing
import Training

@testable import Lessons

/// The lab sheets of the folder Demos, graded by hand.
///
/// What is right is known without the program: the scores of weights on four points, the number of weights of a shape,
/// and that a disk of radius 2.5 and a ring from 3.5 on are told apart by x1^2 + x2^2.
@Suite struct LabSheetTests {
  private func report(_ sheet: String, _ answer: String) throws -> LessonReport {
    let index = try #require(BuiltInLessons.names.firstIndex(of: sheet))
    let lesson = try Lesson(BuiltInLessons.bytes(at: index), file: "\(sheet).yaml")
    return lesson.grade(try LessonAnswer(Array(answer.utf8), file: "answer.yaml", to: lesson))
  }

  @Test(
    "Weights that separate AND pass: s is positive at (1, 1) alone",
    arguments: ["{w1: 1, w2: 1, w0: -1.2}", "{w1: 0.2, w2: 0.1, w0: -0.3}", "{w1: 5, w2: 3, w0: -6}"])
  func separating(weights: String) throws {
    #expect(try report("lab-and", "weights: \(weights)").isMet)
  }

  @Test(
    "Weights that leave a point wrong fail, and so does leaving them as they are",
    arguments: ["weights: {w1: 1, w2: 1, w0: -0.5}", "weights: {w1: -1, w2: -1, w0: 1.5}", "{}"])
  func failing(answer: String) throws {
    #expect(try !report("lab-and", answer).isMet)
  }

  @Test("Three weights on squares tell the disk from the ring")
  func squares() throws {
    let answer = "description: {features: [x1^2, x2^2], hidden: none, learning-rate: 0.1, epochs: 60}"
    #expect(try report("lab-twelve", answer).isMet)
  }

  @Test("Three hidden units on the raw inputs have one weight too many, however well they do")
  func thirteen() throws {
    let report = try report("lab-twelve", "description: {hidden: 3, learning-rate: 0.1, epochs: 60}")
    let unmet = report.failures.contains { failure in
      if case .unmet(let condition, .number(13)?) = failure.problem {
        condition.quantity.name == "parameters"
      } else {
        false
      }
    }
    #expect(unmet)
  }

  @Test("A setting that the sheet does not let change is refused")
  func forbidden() throws {
    #expect(throws: LessonError.self) { try report("lab-twelve", "description: {data: gauss}") }
  }

  @Test(
    "What passed by a way round the sheet is refused",
    arguments: [
      ("lab-and", "do: [train: 1000]"), ("lab-and", "do: [{set: {data: gauss}}]"), ("lab-and", "do: [{remove: 1}]"),
      ("lab-and", "do: [{open: {scene: perceptron, data: or}}]"), ("lab-twelve", "do: [{remove: 1}]"),
      ("lab-twelve", "do: [{set: {data: gauss}}, {train: 1000}]"), ("lab-twelve", "do: [{set: {test-fraction: 0.01}}]"),
      ("lab-twelve", "do: [{place: {x: 0, y: 0, class: A}}]"), ("lab-twelve", "weights: {out.1.w0: 1}"),
    ])
  func roundAbout(sheet: String, answer: String) throws {
    #expect(throws: LessonError.self) { try report(sheet, answer) }
  }

  @Test("Actions within the sheet are carried out")
  func actions() throws {
    #expect(try report("lab-and", "do: [{weights: {w1: 1, w2: 1, w0: -1.5}}]").isMet)
    let answer = "do: [{set: {features: [x1^2, x2^2], hidden: none}}, {set: {learning-rate: 0.1}}, {epoch: 60}]"
    #expect(try report("lab-twelve", answer).isMet)
  }
}
