import Lessons
import Terminal
import Testing

@testable import Interface
@testable import Training

/// Where one was is where one comes back to.
@Suite("Home") struct HomeTests {
  @Test(
    "from the start screen Esc and H come back to the very run, step, view and focus", arguments: SceneKind.allCases)
  func back(scene: SceneKind) throws {
    for key in [KeyPress.escape, .character("H")] {
      var app = SteppedApp(Description(scene), width: 110, height: 34)
      app.press(.right, .right, .right, .left, .tab)
      app.press(.character("]"), .right)
      let before = (app.state.draw().text, app.state.description, app.state.snapshot?.step)
      app.press(.character("H"))
      #expect(app.state.isPreviewing)
      // Looking around changes nothing of what was left.
      app.press(.down, .down, .character("?"), .escape, key)
      #expect(!app.state.isPreviewing)
      #expect(app.state.description == before.1, "\(scene)")
      #expect(app.state.snapshot?.step == before.2, "\(scene)")
      #expect(app.state.draw().text == before.0, "\(scene)")
      // The run goes on from there.
      app.press(.right)
      #expect((app.state.snapshot?.step ?? 0) >= (before.2 ?? 0))
    }
  }

  @Test("what was undone can be undone after coming back, and a lesson stays on its page")
  func more() throws {
    var app = SteppedApp(Description(.perceptron))
    app.press(.character("]"), .character("H"), .escape, .character("u"))
    #expect(app.state.snapshot?.learningRate == 0.1)
    let lesson = try #require(BuiltInLessons.all.first)
    app = SteppedApp(nil, lesson: lesson)
    app.press(.character("n"), .character("n"))
    let page = app.state.lesson?.page
    app.press(.character("H"))
    // The list stands where the lesson is.
    guard case .start(let start) = app.state.page else {
      Issue.record("this is not the start screen")
      return
    }
    #expect(start.selected.lesson == lesson)
    app.press(.escape)
    #expect(app.state.lesson?.page == page && app.state.isLessonOpen)
  }

  @Test("with nothing to come back to Esc stays and never quits")
  func nothing() {
    var app = SteppedApp(nil)
    app.press(.escape, .escape)
    #expect(app.state.isPreviewing)
    #expect(!app.effects.contains { if case .quit = $0 { true } else { false } })
  }

  @Test("Every entry of the start screen is a run that is printed as a command, and read back from it")
  func entries() throws {
    let entries = StartEntry.groups.flatMap(\.entries)
    #expect(entries.count > 40)
    for entry in entries where entry.lesson == nil {
      let read = try Description(commandLine: entry.description.commandLine)
      #expect(read.commandLine == entry.description.commandLine, "\(entry.title)")
      #expect(read.contestants.map(\.commandLine) == entry.description.contestants.map(\.commandLine), "\(entry.title)")
    }
  }
}
