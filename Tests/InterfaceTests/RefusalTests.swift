import Learning
import Plotting
import TestSupport
import Testing

@testable import Interface
@testable import Lessons
@testable import Training

/// What is asked for and can't be had leaves everything as it was, whoever asks.
@Suite("Refused changes") struct RefusalTests {
  /// A way in for a key and a value.
  enum Door: CaseIterable {
    /// The line after a colon.
    case line
    /// A settings panel or a picker.
    case panel
    /// A branch with the setting changed.
    case fork
    /// An action of a lesson.
    case lesson
  }

  private static func ask(_ app: inout SteppedApp, _ key: Key, _ value: String, by door: Door) {
    switch door {
    case .line:
      app.press(.character(":"))
      app.send(.paste("\(key.rawValue) \(value)"))
      app.press(.enter)
    case .panel: app.set(key, to: value)
    case .fork: app.fork(changing: [(key, value)])
    case .lesson:
      let place = TextPlace(line: 1, column: 1)
      app.solve([LessonAction(place: place, kind: .set([.init(key: key, text: value)]))])
    }
  }

  /// Whether a value is refused whatever the run is: it can't be read, or contradicts what stands.
  private static func isRefused(_ key: Key, _ value: String, _ description: Description) -> Bool {
    (try? description.changing([(key, value)])) == nil
  }

  /// What is looked at to see whether anything has changed.
  private struct Standing: Equatable {
    var description: Description
    var command: String?
    var undos: Int
    var generation: Int
    var step: Int?
    var fingerprint: String?
    var frame: Frame

    init(_ app: SteppedApp) {
      var state = app.state
      (state.note, state.dataNotes) = (nil, nil)
      (description, command) = (state.description, state.openDescription?.commandLine)
      (undos, generation, step) = (app.undoCount, state.generation, state.snapshot?.step)
      (fingerprint, frame) = (app.timeline?.present.fingerprint, state.draw())
    }
  }

  private static func expectUnchanged(
    _ app: SteppedApp, since before: Standing, _ told: Comment, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let after = Standing(app)
    #expect(after.description == before.description, told, sourceLocation: sourceLocation)
    #expect(after.command == before.command, told, sourceLocation: sourceLocation)
    #expect(after.undos == before.undos, told, sourceLocation: sourceLocation)
    #expect(after.generation == before.generation, told, sourceLocation: sourceLocation)
    #expect(after.step == before.step, told, sourceLocation: sourceLocation)
    #expect(after.fingerprint == before.fingerprint, told, sourceLocation: sourceLocation)
    #expect(
      after.frame == before.frame, "\(told)\n\(before.frame.text)\n\(after.frame.text)",
      sourceLocation: sourceLocation)
  }

  @Test("Every key, every scene, every way in", arguments: Key.allCases)
  func everyKey(key: Key) throws {
    var random = SplitMix64(seed: 3)
    var tried = 0
    for (kind, settings) in EveryValueOnScreenTests.scenes {
      let description = try Description(kind, parsing: settings)
      let lesson = BuiltInLessons.all.first { $0.description.scene == kind }
      // Refused when they are read, and those that only the data, a file or the run refuse.
      let read = EdgeValues.all.filter { Self.isRefused(key, $0, description) }
      let late = [

        "missing.csv", "/", "w9=1", "w1,w9", "h9.1.v1,h1.1.v1", "towards", "newton", "x=1e308", "softmax", "A,B",
      ]
      .filter { !Self.isRefused(key, $0, description) && !EveryValueOnScreenTests.isDear(key, $0) }
      let values = late + (0..<min(5, read.count)).map { _ in read[random.index(below: read.count)] }
      for value in values {
        for door in Door.allCases where door != .lesson || lesson != nil {
          // On the line, a key alone asks what it stands at, or for the choices there are.
          if door == .line, value.allSatisfy({ $0 == " " || $0 == "=" }) { continue }
          var app =
            door == .lesson
            ? SteppedApp(lesson?.description, lesson: lesson, width: 80, height: 24)
            : SteppedApp(description, width: 80, height: 24)
          app.press(.right, .right, .character("]"), .right)
          let isRefused = Self.isRefused(key, value, app.state.description)
          let (before, count) = (Standing(app), app.refusalCount)
          Self.ask(&app, key, value, by: door)
          guard isRefused || app.refusalCount > count else { continue }
          tried += 1
          let told: Comment = "\(kind), \(door): \(key.rawValue) \(value.prefix(40))"
          #expect(app.state.note != nil, told)
          Self.expectUnchanged(app, since: before, told)
        }
      }
    }
    #expect(tried > 20)
  }

  @Test(
    "Changes that the run itself refuses, by hand and by the mouse", arguments: EveryValueOnScreenTests.scenes.indices)
  func byHand(index: Int) throws {
    let (kind, settings) = EveryValueOnScreenTests.scenes[index]
    let description = try Description(kind, parsing: settings)
    let impossible = Dataset(name: "numbers", inputs: [0, 1, 2, 3], targets: .numbers([1, 2]))
    let many = Dataset(
      name: "ten", inputs: Array(repeating: 1, count: 20),
      targets: .classes(Array(0..<10), names: (0..<10).map { "\($0)" }))
    let changes: [Change] = [
      .parameter(index: 100_000, value: 1), .parameters([1]), .point([1, 2, 3]), .dataset(impossible), .dataset(many),
      .setting(.data, .word("spiral")), .setting(.momentum, .number(0.5)), .setting(.at, .assignments([.init("z", 1)])),
    ]
    for change in changes {
      var app = SteppedApp(description, width: 80, height: 24)
      app.press(.right, .right)
      let (before, count) = (Standing(app), app.refusalCount)
      if case .dataset(let points) = change {
        guard app.state.dataset != nil else { continue }
        app.carryOut([.replaceDataset(points)])
      } else {
        app.carryOut([.change(change, undo: change)])
      }
      guard app.refusalCount > count else { continue }
      #expect(app.state.note != nil)
      Self.expectUnchanged(app, since: before, "\(kind): \(change)")
    }
  }

  @Test(
    "Another run that can't be had: a description, a run of a race, a session",
    arguments: EveryValueOnScreenTests.scenes.indices)
  func otherRuns(index: Int) throws {
    let (kind, settings) = EveryValueOnScreenTests.scenes[index]
    let description = try Description(kind, parsing: settings)
    var missing = Description(.network)
    missing[.data] = .word("nowhere.csv")
    var session = Session(missing)
    session.view = .init(isEnlarged: true, theme: "light", palette: "magma", speed: 60)
    for way in 0..<3 {
      var app = SteppedApp(description, width: 80, height: 24)
      app.press(.right, .right, .character("]"), .tab)
      let before = Standing(app)
      switch way {
      case 0: app.carryOut([.open(missing, step: 5)])
      case 1: app.send(.opened(session))
      default:
        // Two that can't be, the second asked for while the first is under way.
        app.carryOut([.open(missing, step: 5)])
        app.send(.opened(session))
      }
      #expect(app.state.note != nil)
      Self.expectUnchanged(app, since: before, "\(kind), way \(way)")
      // And it goes on where it was.
      app.carryOut([.trainer(.step(-1))])
      if let step = before.step, step > 0, app.state.snapshot?.branches.isEmpty == false {
        #expect(app.state.snapshot?.step == step - 1)
      }
      #expect(app.state.snapshot?.generation == app.state.generation)
    }
  }

  @Test("While a run is being put together nothing is changed in the one before")
  func meanwhile() throws {
    var app = SteppedApp(Description(.network), width: 80, height: 24)
    app.press(.right)
    var state = app.state
    _ = state.run(command: "data moons")
    let asked = state.description
    for _ in 0..<2 {
      let effects = state.update(.key(.character("]")))
      #expect(effects.allSatisfy { if case .trainer(.change) = $0 { false } else { true } })
      #expect(state.description == asked)
      #expect(state.note != nil)
    }
  }
}
