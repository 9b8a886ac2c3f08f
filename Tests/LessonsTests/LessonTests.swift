import Testing
import Training

@testable import Lessons

/// Reading lessons.
@Suite struct LessonTests {
  @Test("A lesson is read with everything in it")
  func whole() throws {
    let lesson = try Lesson(Array(Self.example.utf8), file: "folder/03-and.yaml")
    #expect(lesson.name == "03-and" && lesson.title == "A perceptron learns AND" && lesson.section == 3)
    #expect(lesson.description.scene == .perceptron && lesson.description.learningRate == 0.1)
    #expect(lesson.steps.count == 3)
    #expect(lesson.steps[0].say.hasPrefix("One line."))
    #expect(lesson.steps[0].actions.map(\.kind) == [.step(1)])
    #expect(lesson.steps[0].expect[0].quantity.name == "step" && lesson.steps[0].expect[0].test == .equal(1))
    let report = lesson.check()
    #expect(report.failures.isEmpty, "\(report.failures)")
    #expect(report.steps == 3 && report.expectations == 11)
  }

  @Test(
    "Files that a lesson names lie beside it",
    arguments: [("mine.csv", "folder/mine.csv"), ("/a.csv", "/a.csv"), ("and", "and"), ("-", "-")])
  func located(named: String, path: String) throws {
    let text = "title: T\nsection: 3\ndescription: {scene: perceptron, data: \"\(named)\"}\nsteps: [{say: a}]"
    #expect(try Lesson(Array(text.utf8), file: "folder/x.yaml").description.data == path)
  }

  static let example = """
    title: A perceptron learns AND
    section: 3
    description:
      scene: perceptron
      data: and
      learning-rate: 0.1
      weights: {w1: 0.2, w2: 0, w0: -0.1}
    steps:
      - say: |
          One line. One rule.

            s = w1*x1 + w2*x2 + w0
        do:
          - step: 1
        expect: {step: 1, w1: 0.1, w2: 0, w0: -0.2, s: 0.1}
      - do: [{train: 5000}]
        expect:
          status: converged
          epoch: {between: [4, 4]}
          mistakes: {at-most: 0}
      - wait: {right: 4}
        hint: It is there already.
        solution: [{weights: {w1: 1, w2: 1, w0: -1.5}}]
        ask:
          question: Which weights classify all four points?
          state: {w0: -1.5, mistakes: 0}
          solution: [{weights: "w1=1,w2=1,w0=-1.5"}]
    """
}
