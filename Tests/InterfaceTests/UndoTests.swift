import Learning
import Plotting
import Terminal
import TestSupport
import Testing

@testable import Interface
@testable import Lessons
@testable import Training

/// `u` takes back what can be taken back, or says why not: whatever was pressed before, in every scene and lesson.
@Suite("Undo") struct UndoTests {
  /// What is looked at to see whether anything has changed: what the run is, where it stands, what it was given.
  private struct Standing: Equatable {
    var command: String
    var settings: JSONValue
    var step: Int?
    var head: Int?
    var branches: [Int]
    var current: Int?
    var fingerprint: String?
    var dataset: Dataset?
    var frame: Frame

    init(_ app: SteppedApp) {
      let state = app.state
      (command, settings) = (state.description.commandLine, state.description.json)
      (step, head) = (state.snapshot?.step, state.snapshot?.head)
      branches = state.snapshot?.branches.map(\.id) ?? []
      current = state.snapshot?.currentBranch
      (fingerprint, dataset, frame) = (app.timeline?.present.fingerprint, state.dataset, state.draw())
    }
  }

  /// Keys that change something or go somewhere, in one scene or another.
  private static let keys: [KeyPress] =
    [
      .right, .right, .left, .up, .down, .enter, .tab, .escape, .home, .end, .pageDown,
    ] + "]][[{}><rRNfbXpwxcgtdaeEmMvGz0123456789nnPPkjhl+-u".unicodeScalars.map(KeyPress.character)

  /// Presses keys at random, and `u` now and then where it is the key for taking back.
  private static func walk(_ app: inout SteppedApp, seed: UInt64, presses: Int, _ told: String) {
    var random = SplitMix64(seed: seed)
    var trail: [KeyPress] = []
    for _ in 0..<presses {
      let key = keys[random.index(below: keys.count)]
      trail.append(key)
      app.press(key)
      guard random.index(below: 3) == 0 else { continue }
      for _ in 0..<4 where app.state.overlay != nil || app.state.scene.mode != nil { app.press(.escape) }
      guard app.state.overlay == nil, app.state.scene.mode == nil, !app.state.isPreviewing else { continue }
      let before = Standing(app)
      app.press(.character("u"))
      trail.append(.character("u"))
      guard app.state.note == nil, Standing(app) == before else { continue }
      Issue.record(
        "\(told), seed \(seed): u does nothing and says nothing after \(trail.map(\.name).joined(separator: " "))")
      return
    }
  }

  @Test("In every scene", arguments: EveryValueOnScreenTests.scenes.indices)
  func everyScene(index: Int) throws {
    let (kind, settings) = EveryValueOnScreenTests.scenes[index]
    for seed in 1...6 {
      var app = SteppedApp(try Description(kind, parsing: settings), width: 80, height: 24)
      Self.walk(&app, seed: UInt64(seed * 100 + index), presses: 60, "\(kind) \(settings)")
    }
  }

  @Test("In every lesson", arguments: BuiltInLessons.all.indices)
  func everyLesson(index: Int) throws {
    let lesson = BuiltInLessons.all[index]
    for seed in 1...3 {
      var app = SteppedApp(lesson.description, lesson: lesson, width: 80, height: 24)
      Self.walk(&app, seed: UInt64(seed * 1000 + index), presses: 40, lesson.title)
    }
  }

  @Test("What a lesson did, u takes back weight by weight, and says whose it was") func weights() throws {
    let lesson = try #require(BuiltInLessons.all.first { $0.title.hasPrefix("A perceptron by hand") })
    var app = SteppedApp(lesson.description, lesson: lesson)
    func weights() throws -> [Double] {
      let picture = try #require(app.state.snapshot?.picture as? PerceptronPicture)
      return [picture.perceptron.bias] + picture.perceptron.weights
    }
    app.press(.character("n"), .character("n"), .character("n"))
    // The fourth page says w = (1, 1, −0.5), the third (1, 1, 0); the lesson begins with (0.2, 0, −0.1). What a page left
    // as it was is nothing to take back.
    #expect(try weights() == [-0.5, 1, 1])
    for expected in [[0, 1, 1], [-0.1, 1, 1], [-0.1, 1, 0], [-0.1, 0.2, 0]] {
      app.press(.character("u"))
      #expect(try weights() == expected)
      #expect("\(app.state.note ?? "")".contains("lesson"))
    }
    // And the key that is named brings it back.
    app.press(.character("B"))
    #expect(try weights() == [-0.5, 1, 1])
  }
}
