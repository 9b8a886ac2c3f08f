import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Lessons
@testable import Training

/// The line typed after a colon.
@Suite("The command line of the interface") struct LineTests {
  private func type(_ line: String, _ app: inout SteppedApp) {
    app.press(.character(":"))
    app.type(line)
    app.press(.enter)
  }

  @Test(
    "A setting is known by its name, a letter, a short form, a beginning, with = or is, and as an option",
    arguments: [
      "learning-rate 0.25", "lr 0.25", "\u{03B7} 0.25", "eta 0.25", "learn 0.25", "learning-rate=0.25", "lr = 0.25",
      "learning-rate is 0.25", "--learning-rate 0.25", ":learning-rate 0.25",
      "learning-rate 25\u{00B7}10\u{207B}\u{00B2}",
    ])
  func settings(line: String) {
    var app = SteppedApp(Description(.network))
    type(line, &app)
    #expect(app.state.description.learningRate == 0.25, "\(line): \(app.state.note?.description ?? "")")
  }

  @Test("What a setting alone answers can be typed: it changes nothing", arguments: SceneKind.allCases)
  func echo(scene: SceneKind) {
    for key in Key.keys(of: scene, showing: Description(scene).subject) where Description(scene)[key] != nil {
      // Some settings are actions too: alone they do something.
      guard Action(name: key.rawValue) == nil, key != .of else { continue }
      var app = SteppedApp(Description(scene))
      type(key.rawValue, &app)
      guard let echo = app.state.note?.description else {
        Issue.record("\(scene) says nothing of \(key)")
        continue
      }
      let before = app.state.description
      type(echo, &app)
      #expect(app.state.description[key] == before[key], "\(echo): \(app.state.note?.description ?? "")")
      #expect(app.state.note?.description.contains("unknown") != true, "\(echo): \(app.state.note?.description ?? "")")
    }
  }

  @Test("Theme, palette, speed, page, help and the ways out have words of their own")
  func commands() {
    var app = SteppedApp(Description(.perceptron))
    type("theme light", &app)
    #expect(app.state.look.theme.name == .light)
    type("palette magma", &app)
    #expect(app.state.look.theme.palette.rawValue == "magma")
    type("speed max", &app)
    #expect(app.state.speed == .unlimited)
    type("help undo", &app)
    guard case .help = app.state.overlay else {
      Issue.record("no help")
      return
    }
    app.press(.escape)
    for line in ["q", "q!", "quit", "exit"] {
      var leaving = app
      type(line, &leaving)
      guard case .quit? = leaving.effects.last else {
        Issue.record("\(line) does not leave")
        continue
      }
    }
    type("w monday.json", &app)
    guard case .work(let work)? = app.effects.last, work.reach == .file("monday.json") else {
      Issue.record("\(String(describing: app.effects.last))")
      return
    }
  }

  @Test("A page is opened by its number: one that was open as it was, one further on not before its turn")
  func pages() throws {
    let lesson = try #require(BuiltInLessons.all.first { $0.steps.count > 3 })
    var app = SteppedApp(lesson.description, lesson: lesson)
    for _ in 0..<60 where (app.state.lesson?.page ?? 9) < 2 { app.press(.character("n")) }
    #expect(app.state.lesson?.page == 2)
    type("page 1", &app)
    #expect(app.state.lesson?.page == 0)
    type("page 3", &app)
    #expect(app.state.lesson?.page == 2)
    type("page 99", &app)
    #expect(app.state.lesson?.page == 2)
    #expect(app.state.note?.description.contains("noPage") == true)
    var bare = SteppedApp(Description(.curve))
    type("page 5", &bare)
    #expect(bare.state.note?.description.contains("noLesson") == true)
  }

  @Test("A line that can't be carried out leaves run, step, description and the printed command as they were")
  func refusals() {
    let lines: [(SceneKind, [String])] = [
      (.perceptron, ["data nowhere.csv", "lr -1", "nonsense 3", "theme pink", "page 1", "speed -3", "hidden 3"]),
      (.perceptron, ["vary seed=1,2", "epochs -1"]),
      (.network, ["data nowhere.csv", "model nowhere.json", "momentum 0.5", "activation tanh,rleu"]),
      (.network, ["loss hinge2", "batch-size 0", "decay 0.5", "hidden 0"]),
      (.curve, ["function x+", "momentum 0.5", "start y=3", "optimizer nadam"]),
      (.surface, ["function sin(", "vary start=x=1", "steps -1"]),
      (.race, ["learning-rate 0.3", "of curve2", "vary learning-rate=1", "optimizer nadam"]),
      (.landscape, ["directions towards", "towards nowhere.json", "plane-weights w1,w2"]),
      (.graph, ["function (", "at z=1"]), (.activations, ["activation cosine", "at y=1"]),
    ]
    for (scene, lines) in lines {
      for line in lines {
        var app = SteppedApp(Description(scene))
        app.press(.right, .right)
        let (description, snapshot) = (app.state.description, app.state.snapshot)
        type(line, &app)
        #expect(app.state.note != nil, "\(scene): \(line) says nothing")
        #expect(app.state.description == description, "\(scene): \(line) changes the description")
        #expect(app.state.openDescription?.commandLine == description.commandLine, "\(scene): \(line)")
        #expect(app.state.snapshot?.step == snapshot?.step, "\(scene): \(line) loses the run")
        #expect(app.state.snapshot?.generation == app.state.generation, "\(scene): \(line)")
        // And the run goes on.
        guard let step = snapshot?.step, step > 0 else { continue }
        app.press(.left)
        #expect(app.state.snapshot?.step == step - 1, "\(scene): \(line)")
      }
    }
  }

  @Test("The word for what is wrong stays until the next key, also of a file") func stays() {
    var app = SteppedApp(Description(.perceptron))
    type("data nowhere.csv", &app)
    #expect(app.state.note?.description.contains("nowhere.csv") == true)
    #expect(app.state.draw().text.contains("nowhere.csv"))
  }

  @Test("While another run is being put together the command is that of the one that stands") func pending() {
    var app = SteppedApp(Description(.perceptron))
    app.press(.right)
    let command = app.state.openDescription?.commandLine
    // The state alone: nobody carries out what it asks for.
    var state = app.state
    _ = state.run(command: "data or")
    #expect(state.openDescription?.commandLine == command)
  }
}
