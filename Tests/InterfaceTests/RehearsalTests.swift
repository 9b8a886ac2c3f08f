import Plotting
import Testing

@testable import Interface
@testable import Training

/// A run that stands already is shown as one that was gone to.
@Suite("Rehearsal") struct RehearsalTests {
  @Test("A still picture is the screen of that step", arguments: SceneKind.allCases)
  func still(scene: SceneKind) throws {
    var app = SteppedApp(Description(scene))
    app.perform([.trainer(.step(3))])
    var assembled = try AssembledRun(loading: Description(scene), isWatched: true)
    var history = History()
    assembled.run.advance(by: 3, history: &history)
    let state = AppState(description: Description(scene), look: app.state.look)
    let still = Rehearsal(state, showing: assembled, history, width: 110, height: 34)
    let (shown, drawn) = (app.state.draw().text.split(separator: "\n"), still.state.draw().text.split(separator: "\n"))
    #expect(shown.count == drawn.count)
    for (shown, drawn) in zip(shown, drawn) { #expect(shown == drawn) }
  }

  @Test("What would touch a file is asked for and not done")
  func files() {
    var app = SteppedApp(Description(.perceptron))
    app.press(.character("s"), .character("S"))
    let works = app.effects.compactMap { if case .work(let work) = $0 { work.reach } else { Work.Reach?.none } }
    #expect(works.count { $0 == .file(nil) } == 2 && app.state.note == nil)
  }
}
