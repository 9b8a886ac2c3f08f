import Lessons
import Terminal
import Testing

@testable import Interface
@testable import Training

/// A lab sheet that is played: a hand can do what an answer's file can, and nothing else.
@Suite("LabSheetPlayer") struct LabSheetPlayerTests {
  private func app(allowing words: String?) throws -> SteppedApp {
    let allow = words.map { ", allow: [\($0)]" } ?? ""
    let text =
      "title: S\nsection: 3\ndescription: {scene: perceptron, data: and}\ngoal: {say: Do., mistakes: 0\(allow)}"
    return SteppedApp(nil, lesson: try Lesson(Array(text.utf8), file: "s.yaml"))
  }

  /// What somebody may do, the word that allows it, and how it is seen that it was done.
  private static let deeds: [(word: String, keys: [KeyPress], isDone: @Sendable (SteppedApp) -> Bool)] = [
    ("train", [.right], { $0.state.snapshot?.step == 1 }),
    ("train", [.character("e")], { $0.state.snapshot?.step == 4 }),
    ("train", [.character(" ")], { $0.state.snapshot?.isPlaying == true }),
    ("learning-rate", [.character("]")], { $0.state.snapshot?.learningRate == 0.2 }),
    (
      "weights", [.character("w"), .right, .escape],
      { ($0.state.snapshot?.picture as? PerceptronPicture)?.perceptron.weights.first != 0.2 }
    ),
    ("place", [.character("p"), .enter], { $0.state.dataset?.count == 5 }),
    ("data", [.character("d"), .down, .enter], { $0.state.description.data != "and" }),
  ]

  @Test("what the sheet allows is done, what it does not is told", arguments: deeds.indices)
  func played(index: Int) throws {
    let deed = Self.deeds[index]
    // Another sheet allows what none of these is.
    for (words, isAllowed) in [(deed.word, true), (nil, true), ("view", false)] as [(String?, Bool)] {
      var app = try app(allowing: words)
      var isTold = false
      for key in deed.keys {
        app.press(key)
        isTold = isTold || app.state.draw().text.contains("the sheet does not allow")
      }
      #expect(deed.isDone(app) == isAllowed, "\(deed.word), \(words as Any): \(app.state.note as Any)")
      #expect(isTold != isAllowed, "\(deed.word)")
    }
  }

  @Test("examples can't be taken away on a sheet that does not allow it")
  func removed() throws {
    var app = try app(allowing: "weights")
    let dataset = try #require(app.state.dataset)
    let answer = app.state.withinSheet { $0.carryOut([.replaceDataset(dataset.removing(at: 1))]) }
    #expect(answer.isEmpty && app.state.dataset == dataset)
    #expect(app.state.note?.description.contains("does not allow remove") == true)
  }

  @Test("what the sheet began with can be come back to")
  func reset() throws {
    var app = try app(allowing: "weights")
    app.press(.character("w"), .right, .escape, .character("v"), .character("r"))
    #expect(app.state.snapshot?.step == 0)
    #expect((app.state.snapshot?.picture as? PerceptronPicture)?.perceptron.weights.first == 0.2)
  }
}
