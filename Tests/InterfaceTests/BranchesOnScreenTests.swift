import Learning
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

@Suite("Branches on the screen") struct BranchesOnScreenTests {
  private func gauss(width: Int = 110, height: Int = 34) -> SteppedApp {
    var description = Description(.perceptron)
    description[.data] = .word("gauss")
    return SteppedApp(description, width: width, height: height)
  }

  private func network(_ width: Int, _ height: Int) -> SteppedApp {
    var description = Description(.network)
    description[.data] = .word("circle")
    return SteppedApp(description, width: width, height: height)
  }

  private func note(_ app: SteppedApp) -> String { app.state.note?.description ?? "" }

  @Test("f says what to do next, and until then the branch is like the one it left")
  func fork() throws {
    var app = gauss()
    app.press(.right, .right, .right, .character("f"))
    #expect(note(app).hasPrefix("forked at step 3: now change something, for example ] for η"))
    #expect(app.state.context.branchLabels.map(\.text) == ["A as it was", "B like A"])
    app.press(.character("]"))
    #expect(app.state.context.branchLabels.map(\.text) == ["A η 0.1", "B η 0.2"])
    #expect(app.state.context.branchLabels.map(\.isCurrent) == [false, true])
    app.press(.right)
    #expect(app.state.snapshot?.branches.map(\.step) == [4, 4])
  }

  @Test("b switches to the other branch: the description is that of the branch")
  func next() {
    var app = gauss()
    app.press(.right, .right, .character("f"), .character("]"), .right)
    #expect(app.state.description.learningRate == 0.2)
    app.press(.character("b"))
    #expect(note(app) == "branch A η 0.1")
    #expect(app.state.description.learningRate == 0.1)
    #expect(app.state.snapshot?.learningRate == 0.1)
    app.press(.character("b"))
    #expect(app.state.description.learningRate == 0.2)
  }

  @Test("u takes back the change, then the fork")
  func undo() {
    var app = gauss()
    app.press(.right, .right, .character("f"), .character("]"), .right)
    app.press(.character("u"))
    #expect(app.state.snapshot?.learningRate == 0.1)
    #expect(app.state.snapshot?.branches.count == 2)
    app.press(.character("u"))
    #expect(app.state.snapshot?.branches.count == 1)
    #expect(app.state.snapshot?.step == 3)
    app.press(.character("u"))
    #expect(note(app) == "nothing to undo")
  }

  @Test("X closes the current branch, and u opens it again")
  func close() {
    var app = gauss()
    app.press(.character("X"))
    #expect(note(app) == "there is one branch only")
    app.press(.right, .character("f"), .character("]"), .right, .character("X"))
    #expect(note(app) == "branch B is closed: u opens it again")
    #expect(app.state.snapshot?.isForked == false)
    #expect(app.state.description.learningRate == 0.1)
    app.press(.character("u"))
    #expect(app.state.snapshot?.currentBranch == 1)
    #expect(app.state.description.learningRate == 0.2)
  }

  @Test("a change in the past says that it drops a future, and u brings it back")
  func droppedFuture() {
    var app = gauss()
    for _ in 0..<9 { app.press(.right) }
    app.press(.left, .left, .left)
    let before = app.state.draw()
    app.press(.character("]"))
    #expect(note(app) == "the future beyond step 6 is dropped: u brings it back · f forks instead")
    #expect(app.state.snapshot?.head == 6)
    app.press(.right, .right)
    app.press(.character("u"))
    #expect(app.state.snapshot?.head == 9)
    #expect(app.state.draw() == before)
  }

  @Test("a fifth branch is refused, with the reason")
  func tooMany() {
    var app = gauss()
    for _ in 0..<4 { app.press(.character("f")) }
    #expect(note(app) == "4 branches are as many as can be told apart: X closes one")
    #expect(app.state.snapshot?.branches.count == 4)
  }

  @Test("a scene can ask for a fork with settings changed; what can't change in a branch is refused")
  func request() {
    var app = gauss()
    app.press(.right, .right)
    app.fork(changing: [(.learningRate, "0.5")])
    #expect(app.state.snapshot?.branches.map(\.learningRate) == [0.1, 0.5])
    app.fork(changing: [(.seed, "3")])
    #expect(app.state.snapshot?.branches.count == 2)
    #expect(note(app) == "seed takes a new start and can't change in a branch")
  }

  @Test("placed points belong to a branch, and the data follow it")
  func points() {
    var app = gauss()
    let count = app.state.dataset?.count ?? 0
    app.press(.character("f"), .character("p"), .enter, .escape)
    #expect(app.state.dataset?.count == count + 1)
    app.press(.character("b"))
    #expect(app.state.dataset?.count == count)
    #expect(app.state.context.branchLabels.map(\.name) == ["as it was", "by hand"])
  }

  @Test("a click on a branch's line switches to it and goes to the step")
  func click() throws {
    var app = gauss()
    for _ in 0..<8 { app.press(.right) }
    app.press(.left, .left, .left, .left, .character("f"), .character("]"), .right, .right)
    let bar = app.state.rows.scrub
    #expect(bar.height == 2)
    app.send(.mouse(MouseEvent(kind: .press, button: .left, column: bar.x + 1, row: bar.y)))
    #expect(app.state.snapshot?.currentBranch == 0)
    #expect(app.state.snapshot?.step == 0)
  }

  @Test("forked screens, looked at", arguments: [(80, 24), (120, 40)])
  func screens(size: (Int, Int)) throws {
    var description = Description(.perceptron)
    description[.data] = .word("penguins")
    var perceptron = SteppedApp(description, width: size.0, height: size.1)
    perceptron.press(.character("e"), .character("f"), .character("]"), .character("]"))
    for _ in 0..<90 { perceptron.press(.right) }
    try Golden.expect(perceptron.state.draw(), "fork-perceptron-\(size.0)x\(size.1)")
    var network = network(size.0, size.1)
    for _ in 0..<6 { network.press(.character("e")) }
    network.press(.character("f"), .character("]"), .character("]"), .character("]"))
    for _ in 0..<8 { network.press(.character("e")) }
    try Golden.expect(network.state.draw(), "fork-network-\(size.0)x\(size.1)")
    var surface = SteppedApp(Description(.surface), width: size.0, height: size.1)
    for _ in 0..<4 { surface.press(.right) }
    surface.press(.character("f"), .character("["))
    for _ in 0..<6 { surface.press(.right) }
    surface.press(.character("b"), .character("f"), .character("["), .character("["), .right, .right, .right, .right)
    try Golden.expect(surface.state.draw(), "fork-surface-\(size.0)x\(size.1)")
  }

  @Test(
    "every size in every glyph set", arguments: [(0, 0), (10, 5), (40, 12), (79, 23), (80, 24), (100, 30), (200, 60)],
    GlyphSet.allCases)
  func fits(size: (Int, Int), glyphs: GlyphSet) {
    for kind in [SceneKind.perceptron, .network, .curve, .surface] {
      var app = SteppedApp(Description(kind), width: size.0, height: size.1, glyphs: glyphs)
      app.press(.right, .right, .character("f"), .character("]"), .right, .left, .left, .character("f"))
      app.expectSoundFrame()
    }
  }
}
