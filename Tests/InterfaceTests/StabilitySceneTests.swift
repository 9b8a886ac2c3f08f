import Plotting
import Testing

@testable import Interface
@testable import Training

@Suite("Stability in the scenes") struct StabilitySceneTests {
  private func app(
    _ scene: SceneKind, _ settings: [Key: String] = [:], width: Int = 120, height: Int = 40,
    glyphs: GlyphSet = .braille, theme: Theme.Name = .dark
  ) throws -> SteppedApp {
    let description = try Description(scene, parsing: settings.map { (key: $0.key.rawValue, value: $0.value) })
    return SteppedApp(description, width: width, height: height, glyphs: glyphs, theme: theme)
  }

  // f = x² + y²: λmax = 2, so the product is twice the learning rate.
  @Test(
    "on a bowl the gauge shows twice the learning rate against 2",
    arguments: [("0.1", "η·λmax 0.2 < 2"), ("1.1", "η·λmax 2.2 > 2"), ("1", "η·λmax 2 = 2")])
  func bowl(rate: String, words: String) throws {
    var app = try app(.surface, [.function: "sphere", .learningRate: rate])
    app.press(.right)
    #expect(app.state.draw().text.contains(words))
  }

  @Test("momentum is held against its own bound, adam against none")
  func bounds() throws {
    #expect(
      try app(.surface, [.function: "sphere", .optimizer: "momentum", .learningRate: "0.1"]).state.draw().text.contains(
        "η·λmax 0.2 < 3.8"))
    #expect(
      try app(.surface, [.function: "sphere", .optimizer: "nesterov", .learningRate: "0.7"]).state.draw().text.contains(
        "η·λmax 1.4 > 1.36"))
    #expect(
      try app(.surface, [.function: "sphere", .optimizer: "adam", .learningRate: "0.1"]).state.draw().text.contains(
        "no bound for adam"))
  }

  @Test(
    "the network's gauge shows the picture's numbers, and K the curve", arguments: [(80, 24), (120, 40), (200, 60)])
  func network(size: (Int, Int)) throws {
    var app = try app(.network, [.data: "circle"], width: size.0, height: size.1)
    app.press(.character("e"), .character("e"))
    let picture = try #require(app.state.snapshot?.picture as? NetworkPicture)
    let stability = try #require(picture.stability)
    let product = MathText(glyphs: .braille).number(stability.product, significant: 3)
    #expect(app.state.draw().text.contains("η·λmax \(product) < 2"))
    app.press(.character("K"))
    let text = app.state.draw().text
    #expect(text.contains("edge of stability") && text.contains("η·λmax \(product) < 2"))
    app.press(.character("K"))
    #expect(!app.state.draw().text.contains("edge of stability"))
  }

  @Test("of a perceptron's loss it is said that it has no curvature")
  func perceptron() throws {
    var app = try app(.perceptron)
    #expect(app.state.draw().text.contains("λmax 0 piecewise linear: no bound on η"))
    app.press(.character("K"))
    #expect(app.state.draw().text.contains("piecewise linear in the weights"))
  }

  @Test("what cannot be measured says so")
  func unmeasured() throws {
    var large = try app(.network, [.data: "circle", .hidden: "200,200"])
    large.press(.character("K"))
    #expect(large.state.draw().text.contains("λmax is not measured"))
    var newton = try app(.curve, [.optimizer: "newton"])
    newton.press(.character("K"))
    #expect(newton.state.draw().text.contains("newton has no learning rate"))
  }

  @Test("every scene, every size, every glyph set", arguments: ScreenTests.sizes, GlyphSet.allCases)
  func fits(size: (Int, Int), glyphs: GlyphSet) throws {
    for scene in [SceneKind.perceptron, .network, .curve, .surface] {
      var app = try app(scene, width: size.0, height: size.1, glyphs: glyphs, theme: .monochrome)
      app.press(.right, .character("K"), .right)
      for _ in 0..<2 {
        app.expectSoundFrame()
        app.press(.character("z"))
      }
    }
  }
}
