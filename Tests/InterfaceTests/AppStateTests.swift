import Learning
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

@Suite("AppState") struct AppStateTests {
  private func app(_ data: String = "and") -> SteppedApp {
    var description = Description(.perceptron)
    description[.data] = .word(data)
    return SteppedApp(description)
  }

  private func picture(_ app: SteppedApp) throws -> PerceptronPicture {
    try #require(app.state.snapshot?.picture as? PerceptronPicture)
  }

  @Test("five forward, five back, five forward: identical screens")
  func backAndForth() {
    var app = app()
    app.press(.right, .right, .right, .right, .right)
    let first = app.state.draw()
    app.press(.left, .left, .left, .left, .left)
    #expect(app.state.snapshot?.step == 0)
    app.press(.right, .right, .right, .right, .right)
    #expect(app.state.draw() == first)
  }

  @Test(
    "what a key asks of the trainer",
    arguments: [
      (KeyPress.right, "step(1)"), (.left, "step(-1)"), (.character("e"), "epoch(1)"), (.character("E"), "epoch(-1)"),
      (.home, "go(0)"), (.end, "go(0)"),
    ])
  func trainerKeys(key: KeyPress, command: String) {
    var app = app()
    app.press(key)
    guard case .trainer(let asked)? = app.effects.last else {
      Issue.record("\(key) asked for nothing")
      return
    }
    #expect("\(asked)".hasPrefix(command))
  }

  @Test("the learning rate goes 1, 2, 5 and u takes it back")
  func learningRate() {
    var app = app()
    app.press(.character("]"))
    #expect(app.state.snapshot?.learningRate == 0.2)
    app.press(.character("]"), .character("]"))
    #expect(app.state.snapshot?.learningRate == 1)
    app.press(.character("u"))
    #expect(app.state.snapshot?.learningRate == 0.5)
    app.press(.character("["), .character("["))
    #expect(app.state.snapshot?.learningRate == 0.1)
    #expect(app.state.description.learningRate == 0.1)
  }

  @Test("a typed setting begins anew, and u goes back to what was there")
  func typed() throws {
    var app = app()
    app.press(.character(":"))
    app.type("data or")
    app.press(.enter)
    #expect(app.state.dataset?.name == "or")
    app.press(.character("u"))
    #expect(app.state.dataset?.name == "and")
  }

  @Test("what can't be carried out leaves everything as it was and says why")
  func refused() {
    var app = app()
    app.press(.right, .character(":"))
    app.type("learning-rate -1")
    app.press(.enter)
    #expect(app.state.note != nil)
    #expect(app.state.snapshot?.learningRate == 0.1)
    app.press(.character(":"))
    app.type("data nowhere.csv")
    app.press(.enter)
    #expect(app.state.note != nil)
    #expect(app.state.dataset?.name == "and")
  }

  @Test("a change that the run refuses leaves description, data and undo as they were")
  func refusedByTheRun() throws {
    var app = app()
    app.press(.right, .character("]"))
    let (description, dataset) = (app.state.description, try #require(app.state.dataset))
    let numbers = Dataset(name: "numbers", inputs: [0, 0, 1, 1], targets: .numbers([1, 2]))
    app.carryOut([.replaceDataset(numbers)])
    #expect(app.state.note?.description.contains("a perceptron needs classes") == true)
    #expect(app.state.dataset == dataset)
    #expect(app.state.description == description && app.undoCount == 1)
    // The undo that is left is that of the learning rate.
    app.press(.character("u"))
    #expect(app.state.snapshot?.learningRate == 0.1 && app.state.description.learningRate == 0.1)
  }

  @Test("a setting that the run refuses is not what the printed command says")
  func refusedSetting() throws {
    var description = Description(.landscape)
    description[.of] = .word("perceptron")
    var app = SteppedApp(description)
    let before = app.state.description.commandLine
    app.press(.character(":"))
    app.type("directions towards")
    app.press(.enter)
    #expect(app.state.note != nil)
    #expect(app.state.description.commandLine == before)
  }

  @Test("weights by hand: the lecture's exercise can be solved with the keys, and counts the points")
  func byHand() throws {
    var app = app()
    app.press(.character("w"))
    #expect(try picture(app).evaluation.errors == 1)
    // w1 0.2, w2 0 -> 0.1, w0 -0.1 -> -0.3 is what the run itself ends on.
    app.press(.down, .right, .down, .left, .left)
    let weights = try picture(app).perceptron
    #expect(weights.weights == [0.2, 0.1])
    #expect(weights.bias == -0.3)
    #expect(try picture(app).evaluation.errors == 0)
    app.press(.escape)
    #expect(app.state.scene.mode == nil)
  }

  @Test("points are placed and removed, and u takes it back")
  func points() throws {
    var app = app()
    app.press(.character("p"), .enter)
    #expect(try picture(app).dataset.count == 5)
    app.press(.character("x"))
    #expect(try picture(app).dataset.count == 4)
    app.press(.escape, .character("u"))
    #expect(try picture(app).dataset.count == 5)
  }

  @Test("a proof that comes late is not taken for one about other points")
  func staleProof() {
    var app = app("xor-gate")
    let certificate = app.state.dataset.map { Certificate($0, features: [.x1, .x2]) }
    app.press(.character("P"), .character("p"))
    // The fewer points there are, the less the proof's indices fit.
    for _ in 0..<3 { app.press(.character("x")) }
    #expect(app.state.dataset?.count == 1)
    if let certificate { app.send(.certified(certificate, generation: app.state.generation)) }
    #expect(!app.state.draw().text.contains("not separable"))
    // Back where the points were as they were, the question is asked anew, and the answer fits.
    app.press(.escape)
    for _ in 0..<3 { app.press(.character("u")) }
    if let certificate { app.send(.certified(certificate, generation: app.state.generation)) }
    #expect(app.state.draw().text.contains("not separable"))
  }

  @Test("a weight that is chosen by hand may go away with its feature")
  func weightGone() throws {
    var app = app()
    for features in ["x1,x2,x1*x2", "x1,x2"] {
      app.press(.character(":"))
      app.type("features \(features)")
      app.press(.enter)
      if features != "x1,x2" { app.press(.character("w"), .down, .down, .down) }
    }
    // The editor holds the keys, so it is something else that goes back, as a lesson does.
    app.carryOut([.action(.undo), .action(.undo)])
    app.press(.right)
    app.send(.resize(width: 90, height: 30))
    #expect(try picture(app).perceptron.weights.count == 2)
  }

  @Test("a stale snapshot is ignored")
  func stale() throws {
    var app = app()
    app.press(.right)
    var old = try #require(app.state.snapshot)
    app.press(.character("r"))
    old.generation -= 1
    app.send(.snapshot(old))
    #expect(app.state.snapshot?.step == 0)
  }

  @Test("Esc never quits and a paste presses no key")
  func harmless() {
    var app = app()
    app.press(.escape, .escape)
    app.send(.paste("qqqq\n:quit\nrrrr"))
    #expect(!app.effects.contains { if case .quit = $0 { true } else { false } })
    app.press(.character("q"))
    #expect(app.effects.contains { if case .quit = $0 { true } else { false } })
  }

  @Test("Ctrl-C quits at once, whatever is open", arguments: ["?", ":", "d"])
  func interrupt(opening: Unicode.Scalar) {
    var app = app()
    app.press(.character(opening), .control("c"))
    guard case .quit? = app.effects.last else {
      Issue.record("it did not quit")
      return
    }
  }

  @Test("random keys at random sizes: nothing traps, the picture always fits", arguments: 1...20)
  func random(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var app = app(["and", "xor-gate", "gauss", "penguins"][Int(seed % 4)])
    let keys: [KeyPress] =
      app.state.keys.bindings.flatMap(\.keys).filter { $0 != .character("q") && $0 != .control("c") }
      + "abcdefgh0123456789 .=,-".unicodeScalars.map { .character($0) } + [.up, .down, .enter, .escape, .backspace]
    for _ in 0..<400 {
      if generator.index(below: 12) == 0 {
        app.send(.resize(width: generator.index(below: 210), height: generator.index(below: 70)))
      }
      if generator.index(below: 6) == 0 {
        app.send(
          .mouse(
            MouseEvent(
              kind: [.press, .drag, .release, .wheelUp, .wheelDown][generator.index(below: 5)],
              button: [.left, .right][generator.index(below: 2)], column: generator.index(below: 300) - 50,
              row: generator.index(below: 100) - 20)))
      }
      app.press(keys[generator.index(below: keys.count)])
      app.expectSoundFrame()
    }
  }
}
