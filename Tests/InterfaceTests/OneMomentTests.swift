import Learning
import Lessons
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

/// What the inspector and the loop speak of is what is drawn: one moment, before the step or after it.
@Suite("OneMoment") struct OneMomentTests {
  private func app(_ settings: [Key: String], width: Int = 120, height: Int = 40) throws -> SteppedApp {
    var all: [Key: String] = [
      .data: "xor-gate", .testFraction: "0", .hidden: "2", .activation: "sigmoid", .batchSize: "1", .order: "given",
      .learningRate: "0.5", .seed: "3",
    ]
    for (key, value) in settings { all[key] = value }
    let description = try Description(.network, parsing: all.map { (key: $0.key.rawValue, value: $0.value) })
    return SteppedApp(description, width: width, height: height)
  }

  private func picture(_ app: SteppedApp) throws -> NetworkPicture {
    try #require(app.state.snapshot?.picture as? NetworkPicture)
  }

  private func scene(_ app: SteppedApp) throws -> NetworkScene { try #require(app.state.scene as? NetworkScene) }

  /// The numbers inside a panel.
  private func numbers(_ app: SteppedApp, in panel: NetworkScene.PanelName) throws -> [WrittenNumber] {
    let rect = try #require(app.state.placedPanels.first { $0.id == PanelID(panel) }).rect
    let frame = app.state.draw()
    return (rect.y..<rect.maxY).flatMap { y in
      let scalars = (rect.x..<rect.maxX).map { frame[$0, y].scalar }.filter { $0 != Cell.continuation }
      return WrittenNumber.all(in: String(String.UnicodeScalarView(scalars)))
    }
  }

  /// Numbers that a formula has of itself: 0, 1, a half, and 1 less a number that is there.
  private func isConstant(_ number: WrittenNumber, beside screen: [WrittenNumber]) -> Bool {
    [0, 1, 0.5].contains(abs(number.value))
      || screen.contains { WrittenNumber(1 - $0.value, digits: 4).map { number.isShown(by: $0) } ?? false }
  }

  @Test(
    "every number that a move of backpropagation is written out with stands on the network",
    arguments: [
      [:], [.hidden: "3", .activation: "tanh"], [.hidden: "2,2"], [.hidden: "none"], [.loss: "squared-error"],
      [.data: "and", .optimizer: "adam"], [.data: "circle", .batchSize: "5"],
    ] as [[Key: String]])
  func moves(settings: [Key: String]) throws {
    var app = try app(settings.merging([.view: "backpropagation"]) { $1 }, width: 200, height: 60)
    let count = BackpropagationMove.moves(of: try picture(app).network).count
    for made in 1...count {
      app.press(.right)
      let (scene, picture) = (try scene(app), try picture(app))
      let passes = try #require(scene.passes(picture, app.state.context))
      let screen = try numbers(app, in: .picture)
      let move = try #require(passes.present)
      let equation = BackpropagationEquations(passes, math: MathText(glyphs: .braille)).equation(of: move)
      var words = WrittenNumber.all(in: equation.numbers)
      if let value = equation.value { words += WrittenNumber(value, digits: 3).map { [$0] } ?? [] }
      for number in words where !isConstant(number, beside: screen) {
        #expect(screen.contains { number.isShown(by: $0) }, "\(settings), move \(made), \(move): \(number.text)")
      }
    }
    // With the update every weight stands there before and after it.
    let step = try #require(try picture(app).stepMade)
    let screen = try numbers(app, in: .picture)
    for value in step.before.values + step.parameters.values {
      let number = try #require(WrittenNumber(value, digits: 3))
      #expect(screen.contains { number.isShown(by: $0) }, "\(settings): \(number.text)")
    }
  }

  @Test("the loop in words has the numbers of the loop in boxes, at every stage", arguments: [1, 4])
  func stages(batch: Int) throws {
    var app = try app([.view: "training-loop", .batchSize: "\(batch)"], width: 200, height: 60)
    for stage in TrainingLoop.Stage.allCases {
      let (scene, picture) = (try scene(app), try picture(app))
      #expect(scene.stage(picture, app.state.context) == stage)
      #expect(app.state.snapshot?.step == (stage == .update ? 1 : 0))
      let loop = try #require(scene.loop(picture, app.state.context, most: 10))
      let lines = TrainingLoopText(loop, stage: stage, context: app.state.context).lines(width: 120, height: 40)
      let text = lines.flatMap(\.parts).map(\.text.description).joined(separator: " ")
      let screen = try numbers(app, in: .picture)
      // Of a number that begins after the third decimal a box of eight columns has fewer than three digits.
      for number in WrittenNumber.all(in: text) where abs(number.value) >= 0.001 || number.value == 0 {
        // A box may have a digit less than a line.
        let short = WrittenNumber(number.value, digits: 3)
        let isThere = screen.contains { shown in
          number.isShown(by: shown) || short.map { $0.isShown(by: shown) } ?? false
        }
        #expect(isThere, "\(stage): \(number.text)")
      }
      app.press(.right)
    }
  }

  /// Whatever is pressed: before the update the drawn weights are those there are, with it those before and after the very
  /// step that led here; the header's counter is of the same moment, and no weight of a step to come is ever drawn.
  @Test("no key leads to a picture of two moments", arguments: ["backpropagation", "training-loop"], [1, 2, 3])
  func keys(view: String, seed: UInt64) throws {
    var app = try app([.view: view, .batchSize: seed == 2 ? "2" : "1", .steps: seed == 3 ? "9" : "500"])
    var random = SplitMix64(seed: seed)
    let keys: [KeyPress] = [
      .right, .right, .right, .right, .left, .left, .down, .up, .home, .end, .character("e"), .character("E"),
      .character(" "), .character("n"), .character("]"), .character("v"), .character("r"), .character("f"),
      .character("b"), .character("u"),
    ]
    for _ in 0..<700 {
      let key = keys[Int(random.next() % UInt64(keys.count))]
      app.press(key)
      if random.next() % 5 == 0 { app.send(.beat) }
      if random.next() % 40 == 0 { app.play(steps: 3) }
      let (scene, picture) = (try scene(app), try picture(app))
      guard scene.isByMove(app.state.context) else { continue }
      let place = scene.place(picture, app.state.context)
      guard let passes = scene.passes(picture, app.state.context),
        let loop = scene.loop(picture, app.state.context, most: 4)
      else {
        Issue.record("nothing is shown after \(key)")
        return
      }
      let isPlaying = app.state.snapshot?.isPlaying == true
      if passes.isUpdated {
        #expect(app.state.snapshot?.step ?? 0 > 0)
        #expect(passes.step?.parameters == picture.parameters, "\(key)")
        #expect(passes.parameters == passes.step?.before)
      } else {
        #expect(passes.parameters == picture.parameters, "\(key)")
        #expect(passes.fresh(layer: 0, unit: 0, input: 0) == nil && passes.after == nil)
      }
      if place.isUpdated || (isPlaying && picture.stepMade != nil) {
        #expect(loop.step == picture.stepMade && loop.step.parameters == picture.parameters, "\(key)")
      } else {
        #expect(loop.step == picture.stepAhead && loop.step.before == picture.parameters, "\(key)")
      }
    }
  }
}
