import Learning
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

@Suite("NetworkScene") struct NetworkSceneTests {
  private func app(
    _ settings: [Key: String] = [:], width: Int = 120, height: Int = 40, glyphs: GlyphSet = .braille,
    depth: ColorDepth = .direct
  ) throws -> SteppedApp {
    let description = try Description(.network, parsing: settings.map { (key: $0.key.rawValue, value: $0.value) })
    return SteppedApp(description, width: width, height: height, glyphs: glyphs, depth: depth)
  }

  private func picture(_ app: SteppedApp) throws -> NetworkPicture {
    try #require(app.state.snapshot?.picture as? NetworkPicture)
  }

  private func scene(_ app: SteppedApp) throws -> NetworkScene { try #require(app.state.scene as? NetworkScene) }

  @Test("every size in every glyph set", arguments: ScreenTests.sizes, GlyphSet.allCases)
  func fits(size: (Int, Int), glyphs: GlyphSet) throws {
    var app = try app([.data: "blobs", .hidden: "3,2"], width: size.0, height: size.1, glyphs: glyphs)
    app.press(.right, .right)
    app.expectSoundFrame()
    for _ in 0..<6 {
      app.press(.tab, .character("z"))
      app.expectSoundFrame()
      app.press(.character("z"))
    }
  }

  @Test(
    "shapes of every kind at every size",
    arguments: [
      [Key.hidden: "none"], [.hidden: "64,64,64,64,64,64"], [.hidden: "1024"],
      [.hidden: "1,1,1,1,1,1,1,1,1,1,1"],
      [.data: "plane", .features: "x1,x2,x1^2,x2^2,x1*x2,sin(x1),sin(x2)"], [.data: "penguins", .standardize: "true"],
      [.examples: "0"], [.data: "circle", .loss: "hinge"], [.data: "blobs", .classes: "10"],
    ])
  func shapes(settings: [Key: String]) throws {
    var app = try app(settings)
    for (width, height) in [(40, 12), (60, 20), (80, 24), (120, 40), (200, 60), (500, 200)] {
      app.send(.resize(width: width, height: height))
      app.press(.right)
      app.expectSoundFrame()
    }
  }

  @Test("random keys and clicks at random sizes: nothing traps", arguments: 1...12)
  func random(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let sets: [[Key: String]] = [[.data: "xor-gate"], [.data: "blobs"], [.data: "plane"], [.data: "moons"]]
    var app = try app(sets[Int(seed % 4)])
    let keys: [KeyPress] =
      app.state.keys.bindings.flatMap(\.keys).filter { $0 != .character("q") && $0 != .control("c") }
      + "abcdefgh0123456789 .=,-".unicodeScalars.map { .character($0) } + [.up, .down, .enter, .escape, .backspace]
    for _ in 0..<250 {
      if generator.index(below: 12) == 0 {
        app.send(.resize(width: generator.index(below: 210), height: generator.index(below: 70)))
      }
      if generator.index(below: 4) == 0 {
        app.send(
          .mouse(
            MouseEvent(
              kind: [.press, .drag, .release, .wheelUp, .wheelDown][generator.index(below: 5)],
              button: [.left, .right][generator.index(below: 2)],
              column: generator.index(below: app.state.size.width + 4) - 2,
              row: generator.index(below: app.state.size.height + 4) - 2)))
      }
      app.press(keys[generator.index(below: keys.count)])
      app.expectSoundFrame()
    }
  }

  @Test("keys that change the shape begin anew with it", arguments: zip("}{><", [[5, 2], [3, 2], [4, 2, 2], [4]]))
  func shapeKeys(key: Character, hidden: [Int]) throws {
    var app = try app()
    app.press(.right)
    app.type(String(key))
    #expect(try picture(app).network.hidden.map(\.units) == hidden)
    #expect(app.state.snapshot?.step == 0)
    app.press(.character("u"))
    #expect(try picture(app).network.hidden.map(\.units) == [4, 2])
  }

  @Test("digits switch features, and one always stays")
  func features() throws {
    var app = try app()
    app.press(.character("5"))
    #expect(try picture(app).network.inputs == [.x1, .x2, .product])
    app.press(.character("1"), .character("2"))
    #expect(try picture(app).network.inputs == [.product])
    app.press(.character("5"))
    #expect(try picture(app).network.inputs == [.product])
    #expect(app.state.note != nil)
  }

  @Test(
    "what is live changes without a new start, and u takes it back",
    arguments: ["batch-size 3", "l2 0.01", "optimizer adam", "dropout 0.2"])
  func live(command: String) throws {
    var app = try app()
    app.press(.right, .right, .right)
    let before = try picture(app).pace
    app.press(.character(":"))
    app.type(command)
    app.press(.enter)
    #expect(app.state.snapshot?.step == 3)
    #expect(try picture(app).pace != before)
    app.press(.character("u"))
    #expect(app.state.snapshot?.step == 3)
    #expect(try picture(app).pace == before)
  }

  @Test("r goes back to the same weights, R draws new ones")
  func reset() throws {
    var app = try app()
    let start = try picture(app).parameters
    app.press(.right, .right, .character("r"))
    #expect(try picture(app).parameters == start)
    app.press(.character("R"))
    #expect(try picture(app).parameters != start)
  }

  @Test("a weight is turned by hand, and u takes it back")
  func byHand() throws {
    var app = try app()
    app.press(.character("w"))
    let old = try picture(app).parameters.values[0]
    app.press(.right)
    #expect(abs(try picture(app).parameters.values[0] - old - 0.1) < 1e-5)
    app.press(.down, .down, .right)
    // Below the two inputs of the first hidden layer's first unit stands its bias, number 8 after four units' weights.
    #expect(abs(try picture(app).parameters.values[8] - 0.1) < 1e-5)
    app.press(.escape, .character("u"), .character("u"))
    #expect(abs(try picture(app).parameters.values[0] - old) < 1e-6)
  }

  @Test("v goes through the views and begins nothing anew; the command leads to the view")
  func views() throws {
    var app = try app()
    app.press(.right, .right, .character("v"))
    #expect(app.state.description.view == .backpropagation)
    #expect(app.state.snapshot?.step == 2)
    #expect(app.state.description.commandLine == "downhill network --view backpropagation")
    app.press(.character("v"), .character("v"))
    #expect(app.state.description.view == .output)
    #expect(app.state.description.commandLine == "downhill network")
  }

  @Test("back shows the very screen that was")
  func backAndForth() throws {
    var app = try app()
    app.press(.right, .right, .right, .right)
    let frame = app.state.draw()
    app.press(.left, .left, .left, .right, .right, .right)
    #expect(app.state.draw() == frame)
  }

  @Test("the arrows walk through the network, from the features to the output")
  func walk() throws {
    var app = try app()
    app.press(.tab)
    #expect(app.state.scene.focusedPanel == .network)
    app.press(.left)
    #expect(try scene(app).selection == .input(.x1))
    app.press(.right, .right, .right, .right)
    #expect(try scene(app).selection == .unit(layer: 2, unit: 0))
    app.press(.left, .down)
    #expect(try scene(app).selection == .unit(layer: 1, unit: 1))
  }

  @Test("the formula's numbers are the network's")
  func formula() throws {
    let app = try app([.hidden: "none", .data: "xor-gate", .testFraction: "0"])
    let picture = try picture(app)
    let w = picture.parameters.values
    let math = MathText(glyphs: .braille)
    // Without hidden layers the first unit is the output; the first example of the gate is (1, 0).
    let text = app.state.draw().text
    #expect(text.contains("x = (1, 0)"))
    #expect(text.contains("= \(math.number(w[0] * 1 + w[1] * 0 + w[2]))"))
  }

  @Test("points are placed and removed while it learns")
  func points() throws {
    var app = try app([.testFraction: "0"])
    let count = try picture(app).dataset.count
    app.press(.right, .character("p"), .enter)
    #expect(try picture(app).dataset.count == count + 1)
    app.press(.character("x"), .escape)
    #expect(try picture(app).dataset.count == count)
  }

  @Test("a divergence is told, with a learning rate to try, and a lower one goes on")
  func divergence() throws {
    var app = try app([.data: "plane", .learningRate: "1000", .activation: "relu", .hidden: "4"])
    app.press(.character("e"), .character("e"), .character("e"))
    let text = app.state.draw().text
    #expect(text.contains("diverged at step"))
    #expect(text.contains("η 1000 is above the stability limit at the start (η·λmax = "))
    #expect(text.contains("Home, then [ to η"))
  }

  @Test("the scene, looked at", arguments: [(80, 24), (120, 40)])
  func looked(size: (Int, Int)) throws {
    var app = try app([.data: "circle"], width: size.0, height: size.1)
    app.press(.right, .right, .tab)
    try Golden.expect(app.state.draw(), "network-\(size.0)x\(size.1)")
  }

  @Test("three classes in ASCII without color, looked at")
  func ascii() throws {
    var app = try app([.data: "blobs"], width: 80, height: 24, glyphs: .ascii, depth: .none)
    app.press(.right, .right, .tab, .tab, .tab)
    try Golden.expect(app.state.draw(), "network-ascii-80x24")
  }

  @Test("the panel in focus is always on the screen", arguments: [(80, 24), (62, 20), (50, 22), (45, 13)])
  func focus(size: (Int, Int)) throws {
    var app = try app(width: size.0, height: size.1)
    for _ in 0..<6 {
      app.press(.tab)
      #expect(
        app.state.placedPanels.contains { $0.id == app.state.scene.focusedPanel }, "\(app.state.scene.focusedPanel)")
    }
  }

  @Test("a click selects a unit, switches a feature, adds a unit, asks about a place")
  func clicks() throws {
    var app = try app()
    let panel = try #require(app.state.placedPanels.first { $0.id == .network })
    let inside = Panel.interior(of: panel.rect)
    let diagram = NetworkDiagram(try picture(app).network, in: inside, look: app.state.look)
    func click(_ x: Int, _ y: Int) { app.send(.mouse(MouseEvent(kind: .press, column: x, row: y))) }
    let unit = try #require(diagram.chip(of: .unit(layer: 1, unit: 1))).rect
    click(unit.x, unit.y)
    #expect(try scene(app).selection == .unit(layer: 1, unit: 1))
    let plus = try #require(diagram.controls.first { $0.control == .addUnit(layer: 0) }).rect
    click(plus.x, plus.y)
    #expect(try picture(app).network.hidden.map(\.units) == [5, 2])
    let grown = NetworkDiagram(try picture(app).network, in: inside, look: app.state.look)
    click(inside.x + 2, try #require(grown.chip(of: .input(.product))).rect.y)
    #expect(try picture(app).network.inputs == [.x1, .x2, .product])
    let field = try #require(app.state.placedPanels.first { $0.id == .picture }).rect
    click(field.x + field.width / 2, field.y + field.height / 2)
    #expect(try scene(app).place != nil)
  }
}
