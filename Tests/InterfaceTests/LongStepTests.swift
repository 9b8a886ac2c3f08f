import Dispatch
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

/// What is said while a step takes long: that it does, and that each key was heard.
@Suite("A long step") struct LongStepTests {
  private func firstRow(_ state: AppState) -> String {
    String(state.draw().text.prefix { $0 != "\n" })
  }

  @Test("The first row says so, and how much waits for it; then what it said before")
  func row() throws {
    for scene in [SceneKind.perceptron, .network, .landscape] {
      var app = SteppedApp(Description(scene), width: 80, height: 24)
      let before = firstRow(app.state)
      var rows = [before]
      for (commands, words) in [
        (0, "a long step is under way"), (1, "a long step: 1 command waits"), (2, "a long step: 2 commands wait"),
        (12, "a long step: 12 commands wait"),
      ] {
        app.send(.waiting(commands))
        let row = firstRow(app.state)
        #expect(row.contains(words), "\(scene): \(row)")
        // A key that changes nothing on the screen was not heard.
        #expect(!rows.contains(row))
        rows.append(row)
      }
      app.send(.waiting(nil))
      #expect(firstRow(app.state) == before)
    }
  }

  @Test("A run that is being put together is told from one that takes a step")
  func preparing() throws {
    var app = SteppedApp(Description(.network), width: 80, height: 24)
    // The run that was there is shown until another one stands.
    _ = app.state.update(.key(.character("N")))
    app.state.generation += 1
    app.send(.waiting(0))
    #expect(firstRow(app.state).contains("preparing the run"), "\(firstRow(app.state))")
    var fresh = AppState(description: Description(.network), look: app.state.look)
    _ = fresh.begin()
    _ = fresh.update(.resize(width: 80, height: 24))
    #expect(!fresh.draw().text.contains("preparing"))
    _ = fresh.update(.waiting(0))
    #expect(fresh.draw().text.contains("preparing the run"))
  }
}
