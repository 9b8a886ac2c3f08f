import Learning
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

@Suite("Activations scene") struct ActivationsSceneTests {
  private func app(
    _ settings: [Key: String] = [:], width: Int = 120, height: Int = 40, glyphs: GlyphSet = .braille,
    theme: Theme.Name = .dark
  ) throws -> SteppedApp {
    let description = try Description(.activations, parsing: settings.map { (key: $0.key.rawValue, value: $0.value) })
    return SteppedApp(description, width: width, height: height, glyphs: glyphs, theme: theme)
  }

  private func picture(_ app: SteppedApp) throws -> ActivationsPicture {
    try #require(app.state.snapshot?.picture as? ActivationsPicture)
  }

  @Test("left and right move x on all, up and down choose, u takes it back")
  func keys() throws {
    var app = try app([.at: "x=1"])
    app.press(.right, .right, .left)
    #expect(try picture(app).x == 1.1)
    app.press(.down)
    #expect(try picture(app).curve == .sigmoid)
    // 1 / (1 + e^-1.1) = 0.7503, times one minus it 0.1874.
    let text = app.state.draw().text
    #expect(text.contains("g(1.1) = 0.7503") && text.contains("dg/dx at 1.1 = 0.1874"))
    app.press(.character("u"))
    #expect(try picture(app).curve == .relu)
    app.press(.character("."))
    #expect(try picture(app).x == 1.2 && app.state.snapshot?.step == 1)
  }

  @Test("a click chooses the function under the pointer, and the x")
  func mouse() throws {
    var app = try app()
    let panel = try #require(app.state.placedPanels.first)
    let tile = try #require(ActivationGrid(in: panel.rect).tiles.first { $0.curve == .tanh })
    app.send(
      .mouse(
        MouseEvent(
          kind: .press, button: .left, column: tile.rect.maxX - 3, row: tile.rect.y + tile.rect.height / 2)))
    #expect(try picture(app).curve == .tanh)
    #expect(try picture(app).x > 4)
  }

  @Test("every size in every glyph set", arguments: ScreenTests.sizes, GlyphSet.allCases)
  func fits(size: (Int, Int), glyphs: GlyphSet) throws {
    for curve in ["softmax", "gelu"] {
      var app = try app([.activation: curve], width: size.0, height: size.1, glyphs: glyphs)
      for _ in 0..<2 {
        app.expectSoundFrame()
        app.press(.tab, .character("z"))
      }
    }
  }

  @Test("the tiles fill the panel without overlapping", arguments: [(74, 38), (80, 14), (40, 20), (200, 50), (13, 3)])
  func tiles(size: (Int, Int)) {
    let tiles = ActivationGrid(in: Rect(x: 0, y: 0, width: size.0, height: size.1)).tiles
    #expect(tiles.count == ActivationCurve.allCases.count)
    for (index, first) in tiles.enumerated() {
      for second in tiles[(index + 1)...] { #expect(first.rect.intersection(second.rect).isEmpty) }
    }
  }

  @Test("the scene, looked at", arguments: [(80, 24), (120, 40)])
  func looked(size: (Int, Int)) throws {
    let app = try app([.activation: "softmax", .at: "x=1.5"], width: size.0, height: size.1)
    try Golden.expect(app.state.draw(), "activations-\(size.0)x\(size.1)")
  }

  // All weights 0 and all biases -1 keep every r at -1: ReLU lets nothing through.
  @Test("in the network scene F shows the selected unit with every example, and a dead one is called dead")
  func unit() throws {
    let description = try Description(
      .network, parsing: [("activation", "relu"), ("hidden", "3")].map { (key: $0.0, value: $0.1) })
    var app = SteppedApp(description, width: 120, height: 40)
    app.press(.character("F"))
    #expect(app.state.isEnlarged && app.state.draw().text.contains("where no gradient comes through"))
    let examples = try LoadedExamples(description)
    var run = try NetworkRun(description, dataset: examples.training, test: examples.test)
    var values = run.model.parameters
    for index in values.layers[0].weights { values.values[index] = 0 }
    for unit in 0..<3 { values.values[values.layers[0].bias(unit: unit)] = -1 }
    try run.apply(.parameters(values.values))
    let picture = try #require(run.picture(PictureRequest()) as? NetworkPicture)
    app.send(.key(.character("F")))
    #expect(!app.state.isEnlarged)
    let dead = try #require(
      NetworkUnitActivation(
        scene: NetworkScene(), picture: picture, context: app.state.context))
    #expect(dead.isDead(.relu) && dead.sums.allSatisfy { $0.value == -1 })
    #expect(dead.saturatedShare(.tanh) == 0)
  }
}
