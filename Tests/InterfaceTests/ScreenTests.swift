import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

@Suite("Screen") struct ScreenTests {
  static let sizes = [
    (0, 0), (1, 1), (2, 2), (1, 24), (80, 1), (10, 5), (20, 10), (39, 12), (40, 12), (79, 23), (80, 24), (100, 30),
    (132, 43), (200, 60), (300, 100), (500, 200),
  ]

  @Test("every size in every glyph set", arguments: sizes, GlyphSet.allCases)
  func fits(size: (Int, Int), glyphs: GlyphSet) {
    var app = SteppedApp(Description(.perceptron), width: size.0, height: size.1, glyphs: glyphs)
    app.press(.right, .right, .right)
    app.expectSoundFrame()
    app.press(.character("?"))
    app.expectSoundFrame()
    app.press(.escape, .character("d"))
    app.expectSoundFrame()
  }

  @Test(
    "every scene at every size in every glyph set: nothing outside, and no character that the set does not have",
    arguments: SceneKind.allCases, GlyphSet.allCases)
  func scenes(scene: SceneKind, glyphs: GlyphSet) {
    for size in Self.sizes {
      var app = SteppedApp(Description(scene), width: size.0, height: size.1, glyphs: glyphs)
      app.press(.right, .right)
      for _ in 0..<3 {
        app.expectSoundFrame()
        app.press(.character("v"))
      }
    }
  }

  @Test("the perceptron scene, looked at", arguments: [(80, 24), (110, 34)])
  func perceptron(size: (Int, Int)) throws {
    var app = SteppedApp(Description(.perceptron), width: size.0, height: size.1)
    app.press(.right, .right)
    try Golden.expect(app.state.draw(), "perceptron-\(size.0)x\(size.1)")
  }

  @Test("the perceptron scene in ASCII without color, looked at")
  func ascii() throws {
    var app = SteppedApp(Description(.perceptron), width: 80, height: 24, glyphs: .ascii, depth: .none)
    app.press(.right, .right, .right)
    try Golden.expect(app.state.draw(), "perceptron-ascii-80x24")
  }

  @Test("after the worked example's third step the screen shows the lecture's numbers")
  func workedExample() {
    var app = SteppedApp(Description(.perceptron), width: 110, height: 34)
    app.press(.right, .right, .right)
    let text = app.state.draw().text
    for line in [
      "example 3 of 4  x = (0, 1)  y = −1", "= 0.2·0 + 0.1·1 − 0.1 = 0", "predicts +1, target −1  ✗ wrong",
      "L = max(0, −ys) = 0", "w₁  0.2 → 0.2", "w₂  0.1 → 0", "w₀  −0.1 → −0.2", "3 of 4 right  3 updates",
    ] {
      #expect(text.contains(line), "\(line) is missing")
    }
  }
}
