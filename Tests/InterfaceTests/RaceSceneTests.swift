import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

@Suite("RaceScene") struct RaceSceneTests {
  private func race(_ vary: String, width: Int = 120, height: Int = 40, glyphs: GlyphSet = .braille) throws
    -> SteppedApp
  {
    let description = try Description(.race, parsing: [("of", "surface"), ("function", "sphere"), ("vary", vary)])
    return SteppedApp(description, width: width, height: height, glyphs: glyphs)
  }

  /// On x² + y² a step multiplies the point by 1 - 2η: 0.8, 0, -0.8, -1 and -1.2.
  @Test("the five behaviors of the lecture, each with its verdict")
  func behaviors() throws {
    var app = try race("learning-rate=0.1,0.5,0.9,1,1.1")
    for _ in 0..<100 { app.press(.right) }
    let text = app.state.draw().text
    for words in ["converged at 71", "converged at 1", "diverged at 39", "oscillates", "good"] {
      #expect(text.contains(words), "\(words) is missing")
    }
  }

  @Test("Enter opens the selected member at this step, and u comes back")
  func opens() throws {
    var app = try race("learning-rate=0.1,0.9")
    app.press(.right, .right, .right, .down, .enter)
    #expect(app.state.description.scene == .surface)
    #expect(app.state.description.learningRate == 0.9)
    #expect(app.state.snapshot?.step == 3)
    app.press(.character("u"))
    #expect(app.state.description.scene == .race)
  }

  @Test("L races learning rates around the present one, with the same data and start")
  func fromAScene() throws {
    var app = SteppedApp(Description(.perceptron), width: 100, height: 30)
    app.press(.character("L"))
    let variation = try #require(app.state.description.variation)
    #expect(variation.values == [0.01, 0.05, 0.1, 0.2, 0.5, 1].map { .number($0) })
    #expect(app.state.snapshot?.picture is RacePicture)
  }

  @Test("every size in every glyph set", arguments: ScreenTests.sizes, GlyphSet.allCases)
  func fits(size: (Int, Int), glyphs: GlyphSet) throws {
    var app = try race("learning-rate=0.1,0.5,1.1", width: size.0, height: size.1, glyphs: glyphs)
    app.press(.right, .right, .character("z"), .character("y"))
    let frame = app.state.draw()
    #expect(frame.width == size.0 && frame.height == size.1)
  }
}
