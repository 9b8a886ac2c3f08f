import Calculus
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

@Suite("Graph scene") struct GraphSceneTests {
  private func app(
    _ expression: String = "sin(x^2)", width: Int = 120, height: Int = 40, glyphs: GlyphSet = .braille
  ) throws -> SteppedApp {
    var description = Description(.graph)
    try description.set(.function, to: expression)
    return SteppedApp(description, width: width, height: height, glyphs: glyphs)
  }

  @Test("every size in every glyph set", arguments: ScreenTests.sizes, GlyphSet.allCases)
  func fits(size: (Int, Int), glyphs: GlyphSet) throws {
    var app = try app("exp(-(x^2 + y^2)/2)*sin(x*y)", width: size.0, height: size.1, glyphs: glyphs)
    for _ in 0..<8 {
      app.press(.right, .right)
      app.expectSoundFrame()
    }
    app.press(.character("z"), .tab)
    app.expectSoundFrame()
    app.press(.character("d"))
    app.expectSoundFrame()
  }

  @Test(
    "expressions without value, of one number and very long ones are drawn",
    arguments: ["7", "x", "0/0", "log(-1 - x^2)", "1/(x - 1.5)", (1...200).map { "x^\($0)" }.joined(separator: " + ")])
  func hostile(expression: String) throws {
    var app = try app(expression)
    for _ in 0..<30 {
      app.press(.right)
      app.expectSoundFrame()
    }
    app.press(.end)
    app.expectSoundFrame()
  }

  /// By hand, x = 1.5: u = 2.25, z = sin 2.25 = 0.7781, dz/du = cos 2.25 = -0.6282, dz/dx = -0.6282 * 3 = -1.885.
  @Test("one key a move, values forward, then derivatives backward")
  func moves() throws {
    var app = try app(width: 180)
    func screen() -> String { app.state.draw().text }
    #expect(!screen().contains("2.25"))
    app.press(.right, .right)
    #expect(screen().contains("u = x² = 1.5² = 2.25"))
    #expect(!screen().contains("0.7781"))
    app.press(.right, .right, .right)
    #expect(screen().contains("dz/du = cos(u) = cos(2.25) = −0.62817"))
    #expect(!screen().contains("dz/dx = −1.885"))
    app.press(.right)
    #expect(screen().contains("dz/dx = dz/du·du/dx = −0.62817·2·1.5 = −1.8845"))
    #expect(screen().contains("dz/dx = −1.885"))
    #expect(screen().contains("both passes are done: z = 0.7781, dz/dx = −1.885"))
    app.press(.left, .left, .left, .left)
    #expect(app.state.snapshot?.step == 2)
    #expect(!screen().contains("0.7781"))
  }

  @Test("x turns in the settings, and the numbers follow")
  func turning() throws {
    var app = try app()
    app.press(.right, .right, .tab, .tab, .tab, .down, .right)
    #expect(app.state.description[.at]?.text == "x=1.6,y=1")
    #expect(app.state.draw().text.contains("u = x² = 1.6² = 2.56"))
    app.press(.character("u"))
    #expect(app.state.draw().text.contains("u = x² = 1.5² = 2.25"))
  }

  @Test("formulas are written as people write them")
  func formulas() {
    let math = MathText(glyphs: .braille)
    #expect(math.formula("2*x^2 - 1") == "2·x² − 1")
    #expect(math.formula("dz/du * du/dx = -0.5 * 3") == "dz/du·du/dx = −0.5·3")
    #expect(math.formula("x^20 + x^2.5 + x^3^2") == "x^20 + x^2.5 + x^3²")
    #expect(MathText(glyphs: .ascii).formula("2*x^2 - 1") == "2*x^2 - 1")
  }

  @Test(
    "boxes of a layout never overlap and lie inside",
    arguments: ["sin(x^2)", "x*y + sin(x) + exp(y)/x", "x^2*y^2*x*y + max(x, y, x*y)"])
  func layout(text: String) throws {
    let graph = ComputationGraph(try Expression(parsing: text))
    for room in [(100, 24), (20, 5), (1, 1), (0, 0)] {
      let layout = GraphLayout(graph, widths: graph.nodes.map { _ in 9 }, room: (width: room.0, height: room.1))
      for (index, box) in layout.boxes.enumerated() {
        #expect(box.x >= 0 && box.maxX <= layout.width)
        for other in layout.boxes.dropFirst(index + 1) { #expect(box.intersection(other).isEmpty) }
      }
      for node in graph.nodes {
        for operand in node.operands { #expect(layout.boxes[operand].maxX < layout.boxes[node.id].x) }
      }
    }
  }

  @Test("the scene, looked at", arguments: [(80, 24), (120, 40)])
  func golden(size: (Int, Int)) throws {
    var app = try app("x*y + sin(x)", width: size.0, height: size.1)
    for _ in 0..<8 { app.press(.right) }
    try Golden.expect(app.state.draw(), "graph-\(size.0)x\(size.1)")
  }
}
