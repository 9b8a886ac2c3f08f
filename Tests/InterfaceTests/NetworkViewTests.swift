import Learning
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

@Suite("NetworkView") struct NetworkViewTests {
  private func app(
    _ settings: [Key: String] = [:], width: Int = 120, height: Int = 40, glyphs: GlyphSet = .braille,
    depth: ColorDepth = .direct, theme: Theme.Name = .dark
  ) throws -> SteppedApp {
    var all: [Key: String] = [
      .data: "xor-gate", .testFraction: "0", .hidden: "2", .activation: "sigmoid", .batchSize: "1", .order: "given",
      .learningRate: "0.5", .view: "backpropagation",
    ]
    for (key, value) in settings { all[key] = value }
    let description = try Description(.network, parsing: all.map { (key: $0.key.rawValue, value: $0.value) })
    return SteppedApp(description, width: width, height: height, glyphs: glyphs, depth: depth, theme: theme)
  }

  private func scene(_ app: SteppedApp) throws -> NetworkScene { try #require(app.state.scene as? NetworkScene) }
  private func picture(_ app: SteppedApp) throws -> NetworkPicture {
    try #require(app.state.snapshot?.picture as? NetworkPicture)
  }

  @Test("every size in every glyph set, every view", arguments: ScreenTests.sizes, GlyphSet.allCases)
  func fits(size: (Int, Int), glyphs: GlyphSet) throws {
    for view in ["backpropagation", "training-loop"] {
      for settings in [[:], [.hidden: "8,8,8", .data: "blobs"], [.hidden: "none"], [.hidden: "200,200"]]
        as [[Key: String]]
      {
        var app = try app(
          settings.merging([.view: view]) { $1 }, width: size.0, height: size.1, glyphs: glyphs)
        for _ in 0..<4 {
          app.press(.right, .down)
          app.expectSoundFrame()
          app.press(.tab, .character("z"))
          app.expectSoundFrame()
          app.press(.character("z"))
        }
      }
    }
  }

  @Test("→ makes one move after another, the last of them the run's step; ← goes the very same way back")
  func moves() throws {
    var app = try app()
    let count = BackpropagationMove.moves(of: try picture(app).network).count
    #expect(count == 26)
    var frames: [Frame] = [app.state.draw()]
    let predicted = try picture(app).nextStep?.parameters
    for made in 1...count {
      app.press(.right)
      #expect(try scene(app).steps.made == made)
      #expect(app.state.snapshot?.step == (made < count ? 0 : 1))
      frames.append(app.state.draw())
    }
    #expect(try picture(app).parameters == predicted)
    // The update is of the example that was followed; the next one is shown when somebody goes on.
    #expect(app.state.draw().text.contains("example 1 of 4"))
    app.press(.right)
    #expect(app.state.snapshot?.step == 1)
    #expect(try scene(app).steps.made == 0)
    // The run follows its own order: the second example now.
    #expect(app.state.draw().text.contains("example 2 of 4"))
    for made in (0...count).reversed() {
      app.press(.left)
      #expect(try scene(app).steps.made == made)
      #expect(app.state.snapshot?.step == (made < count ? 0 : 1))
      // The scrub bar knows how far the run has been; everything above it is the same.
      let width = app.state.size.width
      let body = width * (app.state.size.height - 2)
      #expect(app.state.draw().cells[width..<body] == frames[made].cells[width..<body], "\(made)")
    }
    app.press(.left)
    #expect(app.state.snapshot?.step == 0)
  }

  @Test("what the run would do otherwise is said, and its own step is taken")
  func honest() throws {
    for (settings, words) in [
      ([.batchSize: "4"], "mean of 4 examples"), ([.optimizer: "adam"], "optimizer is adam"), ([.l2: "0.1"], "penalty"),
    ] as [([Key: String], String)] {
      var app = try app(settings, width: 200, height: 60)
      for _ in 0..<25 { app.press(.right) }
      // Before it is made and after it.
      #expect(app.state.draw().text.contains(words), "\(settings)")
      let predicted = try picture(app).nextStep?.parameters
      app.press(.right)
      let text = app.state.draw().text
      #expect(text.contains("not this example's alone"), "\(settings)")
      #expect(text.contains(words))
      #expect(try picture(app).parameters == predicted)
      // Its new weights are the run's own.
      let after = try #require(predicted)[.init(layer: 1, unit: 0, input: 0)]
      #expect(text.contains("→ \(MathText(glyphs: .braille).number(after))"), "\(settings)")
    }
    var app = try app([:], width: 200, height: 60)
    app.press(.character("n"))
    for _ in 0..<25 { app.press(.right) }
    #expect(app.state.draw().text.contains("it takes example 1"))
    app.press(.right)
    #expect(app.state.draw().text.contains("it takes example 1"))
  }

  /// Whatever moves a run, a view that is gone through move by move shows the step that led to where it stands.
  @Test(
    "a run that was moved from outside is shown with the step it made last",
    arguments: ["backpropagation", "training-loop"])
  func moved(view: String) throws {
    var app = try app([.view: view], width: 120, height: 40)
    app.press(.right, .right)
    app.carryOut([.trainer(.step(3))])
    #expect(app.state.snapshot?.step == 3)
    #expect(try scene(app).steps.place.isUpdated)
    let step = try #require(try picture(app).stepMade)
    #expect(try step.examples == [2] && step.parameters == picture(app).parameters)
    #expect(step.before != step.parameters)
    let text = app.state.draw().text
    #expect(text.contains(view == "backpropagation" ? "example 3 of 4 · the update" : "step 3 · 5 the update"))
    // Back to the start there is no such step: the one that comes begins.
    app.press(.home)
    #expect(try picture(app).stepMade == nil)
    #expect(try scene(app).steps.place == .beginning)
    // Weights by hand lead away from the step that was made.
    app.carryOut([.trainer(.step(1)), .change(.parameter(index: 0, value: 3), undo: .parameter(index: 0, value: 0))])
    #expect(try picture(app).stepMade == nil)
    #expect(try scene(app).steps.place == .beginning)
    // In a view without moves nothing is shown of it, and it begins with the step that comes.
    app.press(.right, .right)
    let shown = try #require(SceneView(rawValue: view))
    for request in [.view(.output), .trainer(.step(1)), .view(shown)] as [SceneRequest] { app.carryOut([request]) }
    #expect(try scene(app).steps.place == .beginning)
  }

  @Test("keys that come faster than the run answers lose no move")
  func hurried() {
    var steps = NetworkViewState()
    func see(_ step: Int, canAdvance: Bool = true) {
      steps.follow(step: step, moves: 5, isMade: step > 0, canAdvance: canAdvance, isShown: true)
    }
    see(0)
    steps.go(to: .update(moves: 5), byStep: 1, from: 0)
    // The run has not heard of it: the last move before the update stays.
    #expect(steps.shown(at: 0, moves: 5) == .beforeUpdate(moves: 5))
    steps.go(to: .beginning)
    steps.go(to: .update(moves: 5), byStep: 1, from: 0)
    for step in [0, 1] {
      see(step)
      #expect(steps.shown(at: step, moves: 5) == .beforeUpdate(moves: 5))
    }
    see(2)
    #expect(steps.shown(at: 2, moves: 5) == .update(moves: 5))
    // A step that could not be made leaves one where one was.
    steps.go(to: .beginning)
    steps.go(to: .update(moves: 5), byStep: 1, from: 2)
    see(2, canAdvance: false)
    #expect(steps.shown(at: 2, moves: 5) == .beforeUpdate(moves: 5))
    see(0)
    #expect(steps.shown(at: 0, moves: 5) == .beginning)
  }

  @Test("n goes through the examples, back to the run's own next one")
  func examples() throws {
    var app = try app()
    for wanted in [1, 2, 3] {
      app.press(.character("n"))
      #expect(try scene(app).steps.example == wanted)
      #expect(app.state.draw().text.contains("example \(wanted + 1) of 4"))
    }
    app.press(.character("n"))
    #expect(try scene(app).steps.example == nil)
  }

  @Test("↓ and ↑ go by whole layers")
  func phases() throws {
    var app = try app()
    var stops: [Int] = []
    for _ in 0..<6 {
      app.press(.down)
      stops.append(try scene(app).steps.made)
    }
    // r₁ u₁ r₂ u₂; s z; L; three links and three weights; twice three links and three weights; the update.
    #expect(stops == [4, 6, 7, 13, 25, 26])
    for stop in stops.reversed().dropFirst() {
      app.press(.up)
      #expect(try scene(app).steps.made == stop)
    }
  }

  @Test("a click on a unit goes to its number, a click on an example follows it")
  func clicks() throws {
    var app = try app([:], width: 200, height: 60)
    let panel = try #require(app.state.placedPanels.first { $0.id == .picture })
    let passes = try #require(Backpropagation(try picture(app), example: nil, made: 0))
    let inside = Panel.interior(of: panel.rect).inset(left: 1, right: 1)
    let drawing = BackpropagationDrawing(
      passes, selection: .unit(layer: 0, unit: 0), in: inside, look: app.state.look)
    let unit = try #require(drawing.layout.unit(layer: 0, unit: 1)).body
    app.send(.mouse(MouseEvent(kind: .press, column: unit.x + 2, row: unit.y + 1)))
    #expect(try scene(app).steps.made == 4)
    let list = Panel.interior(of: try #require(app.state.placedPanels.first { $0.id == .examples }).rect)
    app.send(.mouse(MouseEvent(kind: .press, column: list.x + 3, row: list.y + 2)))
    #expect(try scene(app).steps.example == 2)
  }

  @Test("space plays the moves, one a beat, and the steps between them")
  func playing() throws {
    var app = try app()
    #expect(app.state.beatsPerSecond == nil)
    app.send(.beat)
    #expect(try scene(app).steps.made == 0)
    app.press(.character(" "))
    #expect(app.state.beatsPerSecond == 2)
    // The header and the key line say so too, though the run itself stands still.
    #expect(app.state.draw().rows[0].contains("▶ 2 moves/s"))
    #expect(app.state.draw().rows[39].contains("space pause"))
    for _ in 0..<27 { app.send(.beat) }
    #expect(app.state.snapshot?.step == 1)
    app.send(.beat)
    #expect(try scene(app).steps.made == 1)
    app.press(.character("+"))
    #expect(app.state.beatsPerSecond == 4)
    app.press(.character(" "))
    #expect(app.state.beatsPerSecond == nil)
    #expect(app.state.draw().rows[0].contains("Ⅱ paused"))
  }

  @Test("played faster than can be followed, the run itself plays")
  func fast() throws {
    var app = try app()
    app.press(.character(" "))
    for _ in 0..<5 { app.press(.character("+")) }
    #expect(app.state.beatsPerSecond == nil)
    #expect(app.state.snapshot?.isPlaying == true)
    app.press(.character("-"))
    #expect(app.state.snapshot?.isPlaying == false)
    #expect(app.state.beatsPerSecond == 30)
  }

  @Test("the training loop's numbers are those of the run's next step")
  func loop() throws {
    var app = try app(
      [.view: "training-loop", .data: "circle", .batchSize: "3", .optimizer: "adam", .learningRate: "0.1"], width: 200,
      height: 60)
    app.press(.right, .right)
    let picture = try picture(app)
    let step = try #require(picture.nextStep)
    let loop = try #require(TrainingLoop(picture, most: 10))
    // The definitions, from the reference network: the mean loss, the length of its gradient.
    let reference = ReferenceNetwork(picture.network, parameters: picture.parameters)
    let examples = NetworkExamples(picture.dataset, for: picture.network)
    let (gradient, loss) = reference.gradient(examples, at: step.examples)
    #expect(loop.rows.map(\.example) == step.examples && loop.count == 3)
    #expect(abs(loop.rows.reduce(0) { $0 + $1.loss } / 3 - loss) < 1e-12)
    #expect(abs(try #require(loop.loss) - loss) < 1e-5)
    let length = gradient.reduce(0) { $0 + $1 * $1 }.squareRoot()
    #expect(abs(try #require(loop.gradientLength) - length) < 1e-12)
    let math = MathText(glyphs: .braille)
    app.press(.right, .right)
    let text = app.state.draw().text
    #expect(text.contains(math.number(length)) && text.contains(math.number(loss)))
    #expect(app.state.snapshot?.step == 1)
    #expect(try self.picture(app).parameters == step.parameters)
    #expect(try scene(app).steps.stage == .update)
    // The mean loss of the same batch with the new weights.
    let after = ReferenceNetwork(picture.network, parameters: step.parameters).gradient(examples, at: step.examples)
    #expect(after.loss < loss && text.contains("→ \(math.number(after.loss))"))
    app.press(.right)
    #expect(app.state.snapshot?.step == 1)
    #expect(try scene(app).steps.stage == .batch)
    app.press(.left)
    #expect(app.state.snapshot?.step == 1)
    #expect(try scene(app).steps.stage == .update)
    app.press(.left)
    #expect(app.state.snapshot?.step == 0)
    #expect(try scene(app).steps.stage == .backward)
  }

  @Test("after its end a run's training loop shows the step that would come")
  func loopAfterTheEnd() throws {
    let settings: [Key: String] = [.view: "training-loop", .batchSize: "2", .learningRate: "0.25"]
    var endless = try app(settings)
    for limit in [[Key.steps: "3"], [.epochs: "2"]] {
      var app = try app(settings.merging(limit) { $1 })
      app.press(.end, .character("e"), .character("e"), .character("e"))
      #expect(app.state.snapshot?.status.canAdvance == false)
      let step = try #require(app.state.snapshot?.step)
      endless.carryOut([.trainer(.reach(step))])
      // The very step that the same run makes without a limit.
      #expect(try picture(app).nextStep == nil)
      let ahead = try #require(try picture(app).stepAhead)
      #expect(ahead == (try picture(endless).nextStep))
      // Its last step is what one comes to; going on from there leads to the one that would come.
      #expect(app.state.draw().text.contains("5 the update"))
      app.press(.right)
      let text = app.state.draw().text
      #expect(text.contains("ended: the step that would come") && text.contains("loss function"))
      for _ in 0..<6 { app.press(.right) }
      #expect(app.state.snapshot?.step == step)
      for _ in 0..<5 { app.press(.left) }
      #expect(app.state.snapshot?.step == step - 1)
    }
    var lost = try app(settings.merging([.learningRate: "1e300", .loss: "squared-error"]) { $1 })
    for _ in 0..<40 { lost.press(.character("e")) }
    if case .diverged = lost.state.snapshot?.status {} else { Issue.record("it has not diverged") }
    lost.press(.right, .right)
    #expect(lost.state.draw().text.contains("not finite"))
  }

  @Test("the boxes of the training loop lie inside and apart, the arrows between them")
  func boxes() {
    for (width, height) in [(0, 0), (65, 12), (66, 12), (78, 19), (118, 26), (198, 40), (500, 200)] {
      let room = Rect(x: 1, y: 2, width: width, height: height)
      let layout = TrainingLoopLayout(in: room)
      let boxes = Array(layout.boxes.values)
      for (index, box) in boxes.enumerated() {
        #expect(box.intersection(room) == box && box.width >= 10 && box.height >= 3, "\(width)x\(height)")
        for other in boxes.dropFirst(index + 1) { #expect(box.intersection(other).isEmpty) }
      }
      for arrow in layout.arrows {
        #expect(arrow.cells.count >= 2)
        #expect(arrow.cells.allSatisfy { cell in room.contains(cell.x, cell.y) })
        #expect(!arrow.cells.contains { cell in boxes.contains { $0.contains(cell.x, cell.y) } })
      }
    }
  }

  @Test("backpropagation, looked at", arguments: [(80, 24), (120, 40)])
  func goldenPasses(size: (Int, Int)) throws {
    var app = try app([:], width: size.0, height: size.1)
    for _ in 0..<20 { app.press(.right) }
    try Golden.expect(app.state.draw(), "backpropagation-\(size.0)x\(size.1)")
  }

  @Test("the update in ASCII without color, looked at")
  func goldenUpdate() throws {
    var app = try app([:], width: 80, height: 24, glyphs: .ascii, depth: .none)
    for _ in 0..<26 { app.press(.right) }
    try Golden.expect(app.state.draw(), "backpropagation-ascii-80x24")
  }

  @Test("the training loop, looked at", arguments: [(80, 24), (120, 40)])
  func goldenLoop(size: (Int, Int)) throws {
    var app = try app(
      [.view: "training-loop", .data: "circle", .batchSize: "10", .hidden: "4,2"], width: size.0, height: size.1)
    for _ in 0..<4 { app.press(.right) }
    try Golden.expect(app.state.draw(), "training-loop-\(size.0)x\(size.1)")
  }
}
