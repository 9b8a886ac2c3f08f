import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

@Suite("Sessions in the interface") struct SessionInterfaceTests {
  /// Does something in a scene, saves, opens what was saved in another program, and looks at both.
  private func opened(_ description: Description, _ keys: [KeyPress]) throws -> (first: SteppedApp, second: SteppedApp)
  {
    var first = SteppedApp(description)
    for key in keys { first.press(key) }
    first.press(.character("S"))
    let saved = try #require(first.saved)
    var second = SteppedApp(nil)
    second.send(.opened(try Session(Array(saved.text.utf8), named: "s")))
    return (first, second)
  }

  @Test(
    "S and open: the same screen, weights, speed, panel and theme, and the same one step before",
    arguments: ["perceptron", "network", "curve", "surface", "graph", "race"])
  func round(scene: String) throws {
    let kind = try #require(SceneKind(rawValue: scene))
    let keys: [KeyPress] = [
      .right, .right, .right, .character("]"), .right, .right, .left, .character("+"), .tab, .character("t"),
      .character("c"),
    ]
    var (first, second) = try opened(Description(kind), keys)
    #expect(second.state.note == "opened: the very numbers that were saved")
    #expect(second.timeline?.present.fingerprint == first.timeline?.present.fingerprint)
    #expect(second.state.snapshot?.head == first.state.snapshot?.head)
    #expect(second.state.description == first.state.description)
    #expect(second.state.look.theme.name == .light)
    for key in [KeyPress.left, .right, .left, .left] {
      first.press(key)
      second.press(key)
      #expect(second.state.draw() == first.state.draw(), "after \(key)")
    }
  }

  @Test(
    "Branches come back, with their letters, and with their settings when one goes on to them",
    arguments: ["perceptron", "network", "surface"])
  func branches(scene: String) throws {
    let kind = try #require(SceneKind(rawValue: scene))
    let keys: [KeyPress] = [
      .right, .right, .character("]"), .right, .character("f"), .character("["), .character("["), .right, .right,
      .character("f"), .right, .character("]"), .right, .character("b"), .left, .left,
    ]
    var (first, second) = try opened(Description(kind), keys)
    #expect(second.state.note == "opened: the very numbers that were saved")
    #expect(first.state.snapshot?.branches.count == 3)
    for key in [KeyPress.left, .right, .character("b"), .left, .character("b"), .right, .right, .character("X"), .left]
    {
      first.press(key)
      second.press(key)
      #expect(second.state.draw() == first.state.draw(), "after \(key)")
      #expect(second.state.description == first.state.description, "after \(key)")
    }
  }

  @Test(
    "A session with branches opens on the very screen it was saved on, before any key is pressed",
    arguments: [false, true])
  func sameScreen(usesAdam: Bool) throws {
    var description = Description(.network)
    if usesAdam { description[.optimizer] = .word("adam") }
    var first = SteppedApp(description)
    first.press(.character("e"), .character("f"), .character(":"))
    first.type("learning-rate 0.2")
    first.press(.enter, .character("e"), .character("f"), .character("b"), .character("e"), .character("S"))
    let saved = try #require(first.saved)
    var second = SteppedApp(nil)
    second.send(.opened(try Session(Array(saved.text.utf8), named: "s")))
    #expect(second.timeline?.present.fingerprint == first.timeline?.present.fingerprint)
    #expect(second.state.note == "opened: the very numbers that were saved")
    // The notes differ, and nothing else.
    first.state.note = nil
    second.state.note = nil
    let (before, after) = (first.state.draw(), second.state.draw())
    let differing = before.cells.indices.filter { before.cells[$0] != after.cells[$0] }
    let places = differing.prefix(3).map { "column \($0 % before.width), row \($0 / before.width)" }
    #expect(differing.isEmpty, "\(differing.count) cells differ: \(places); \(before.text)\n\(after.text)")
    #expect(first.state.lastRequest == second.state.lastRequest)
    let state = second.state
    #expect(state.scene.request(for: state.bodyArea, context: state.context) == state.lastRequest)
  }

  @Test("Points that were placed come back, and u leads back from the session to where one was")
  func points() throws {
    var (first, second) = try opened(
      Description(.perceptron), [.right, .character("p"), .enter, .up, .enter, .escape, .right])
    #expect(second.state.dataset == first.state.dataset)
    #expect(second.state.dataset?.count == 6)
    first.press(.right)
    second.press(.right)
    #expect(second.state.draw() == first.state.draw())
    var third = SteppedApp(Description(.curve))
    third.send(.opened(try #require(first.saved)))
    #expect(third.state.scene.kind == .perceptron)
    third.press(.character("u"))
    #expect(third.state.scene.kind == .curve)
  }

  @Test("Numbers that come out otherwise are spoken of")
  func different() throws {
    var app = SteppedApp(Description(.perceptron))
    app.press(.right, .right, .character("S"))
    var session = try #require(app.saved)
    session.description[.learningRate] = .number(0.25)
    app.send(.opened(session))
    #expect(app.state.note == "the numbers are not those that were saved")
  }

  @Test(":save and :open take a name; the start screen has nothing to save")
  func typed() {
    var app = SteppedApp(Description(.perceptron))
    func type(_ text: String) {
      app.press(.character(":"))
      app.type(text)
      app.press(.enter)
    }
    type("save monday.json")
    guard case .work(let work)? = app.effects.last, work.reach == .file("monday.json") else {
      Issue.record("\(String(describing: app.effects.last))")
      return
    }
    type("open my file.json")
    guard case .work(let opening)? = app.effects.last, opening.reach == .file("my file.json") else {
      Issue.record("\(String(describing: app.effects.last))")
      return
    }
    var start = SteppedApp(nil)
    start.press(.character("S"))
    #expect(start.saved == nil)
  }
}
