import Basics
import Calculus
import Testing

@testable import Training

@Suite("Graph run") struct GraphRunTests {
  private func begin(_ text: String = "sin(x^2)") throws -> GraphRun {
    GraphRun(try Expression(parsing: text), at: PlanePoint(x: 1.5, y: 1))
  }

  @Test("the lecture's sin(x^2): three values forward, then 1, dz/du and dz/dx")
  func lecture() throws {
    var timeline = Timeline(try begin())
    func picture() throws -> GraphPicture {
      try #require(timeline.present.picture(PictureRequest()) as? GraphPicture)
    }
    timeline.advance(by: 3)
    #expect(try picture().lastMove?.text.hasPrefix("z = sin(u)") == true)
    timeline.advance(by: 100)
    #expect(timeline.present.step == 6)
    #expect(timeline.present.status == .converged)
    // By hand: 2x cos(x^2) at 1.5.
    #expect(abs(try picture().evaluated.gradient.x - 3 * -0.6281736227227391) < 1e-12)
    #expect(abs(try #require(try picture().knowledge[0].derivative) - 3 * -0.6281736227227391) < 1e-12)
    timeline.go(to: 2)
    #expect(try picture().knowledge[1].value == 2.25)
    #expect(try picture().knowledge[2].value == nil)
    #expect(try picture().knowledge[0].derivative == nil)
  }

  @Test("another point keeps the moves made")
  func point() throws {
    var run = try begin()
    var history = History()
    run.advance(by: 2, history: &history)
    try run.apply(.point([2]))
    #expect(run.step == 2)
    #expect(try #require(run.picture(PictureRequest()) as? GraphPicture).knowledge[1].value == 4)
    #expect(throws: ChangeError.self) { try run.apply(.parameter(index: 2, value: 1)) }
  }

  @Test("a number alone is a graph too")
  func constant() throws {
    var run = try begin("7")
    var history = History()
    run.advance(by: 10, history: &history)
    #expect(run.status == .converged)
  }
}
