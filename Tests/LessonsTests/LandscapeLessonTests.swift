import Testing
import Training

@testable import Lessons

/// Lessons about landscapes.
@Suite struct LandscapeLessonTests {
  // AND from the lecture's start, by hand: after step 1 w1 is 0.1 and w0 -0.2, so that (1, 1), the one point of class A,
  // is missed by 0.1 and the three others are right: the mean is 0.025. Alpha is w0 and beta w1.
  @Test("A landscape has the quantities of its run, the place on its plane, and takes weights by hand")
  func quantities() throws {
    let text = """
      title: The loss is a function of the weights
      section: 4
      description: {scene: landscape, of: perceptron, data: and, plane-weights: "w0,w1"}
      steps:
        - do: [{step: 1}]
          expect: {step: 1, w1: 0.1, w2: 0, w0: -0.2, alpha: -0.2, beta: 0.1, loss: 0.025}
        - do: [{weights: {w1: 1, w2: 1, w0: -1.5}}]
          expect: {w1: 1, mistakes: 0, alpha: -1.5, beta: 1, loss: 0}
      """
    let report = try Lesson(Array(text.utf8), file: "landscape.yaml").check()
    #expect(report.failures.isEmpty, "\(report.failures)")
    #expect(report.expectations == 12)
  }

  @Test("A network's landscape tells how much of the path its directions explain")
  func explained() throws {
    let text = """
      title: The path is nearly flat
      section: 9
      description: {scene: landscape, of: network, data: circle}
      steps:
        - do: [{epoch: 10}]
          expect: {explained1: {between: [0.5, 1]}, explained2: {between: [0, 0.5]}, alpha: 0, beta: 0, parameters: 25}
      """
    let report = try Lesson(Array(text.utf8), file: "landscape.yaml").check()
    #expect(report.failures.isEmpty, "\(report.failures)")
  }
}
