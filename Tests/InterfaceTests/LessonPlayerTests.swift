import Lessons
import Plotting
import Terminal
import Testing

@testable import Interface
@testable import Training

@Suite("LessonPlayer") struct LessonPlayerTests {
  private static let text = """
    title: A short lesson
    section: 3
    description: {scene: perceptron, data: and, weights: {w1: 0.2, w2: 0, w0: -0.1}}
    steps:
      - say: The start.
        expect: {step: 0, w1: 0.2}
      - say: |
          One step.

            s = w1*x1 + w2*x2 + w0
        do: [{step: 1}]
        expect: {step: 1, w1: 0.1, w0: -0.2}
      - say: Which?
        do: [{epoch: 1}]
        expect: {step: 4, epoch: 1}
        hint: Count.
        ask: {question: How many?, choices: [one, two, three], answer: 2, because: There are two.}
      - say: Type it.
        do: [{set: {learning-rate: 0.5}}, {step: 2}]
        expect: {learning-rate: 0.5, step: 6}
        ask: {question: "w1 * 10?", answer: {about: 2, within: 0.5}}
      - say: Bring it about.
        do: [{go: 0}, {weights: {w1: 1, w2: 1, w0: -0.5}}]
        expect: {w0: -0.5, mistakes: 2}
        wait: {mistakes: 0}
        hint: Turn w0 down.
        solution: [{weights: {w0: -1.5}}]
      - say: It stays.
        expect: {w0: -1.5, w1: 1, mistakes: 0}
      - say: Another run.
        do: [{open: {scene: network, data: xor-gate, hidden: [2], test-fraction: 0}}, {weights: {out.1.w0: 3}}, {epoch: 2}]
        expect: {epoch: 2, parameters: 9}
      - say: With a new start.
        do: [{set: {hidden: [3], seed: 4}}, {step: 5}]
        expect: {step: 5, units: 3}
        ask:
          question: Set the bias to 2.
          state: {out.1.w0: 2}
          solution: [{weights: {out.1.w0: 2}}]
      - say: A race.
        do: [{open: {scene: curve, function: x^2}}, {race: {vary: {learning-rate: [0.1, 0.5]}}}, {step: 1}]
        expect: {run2.x: 0, run1.step: 1}
      - say: Examples.
        do: [{open: {scene: perceptron, data: and}}, {place: {x: 2, y: 2, class: A}}, {remove: 0}, {go: 4}]
        expect: {step: 4, right: {at-least: 0}}
    """

  private func lesson() throws -> Lesson { try Lesson(Array(Self.text.utf8), file: "short.yaml") }

  private func app(width: Int = 110, height: Int = 34, glyphs: GlyphSet = .braille) throws -> SteppedApp {
    SteppedApp(nil, lesson: try lesson(), width: width, height: height, glyphs: glyphs)
  }

  /// Plays a lesson by its keys and looks at every expectation on the way.
  private func play(_ lesson: Lesson) throws {
    var app = SteppedApp(nil, lesson: lesson)
    for (index, step) in lesson.steps.enumerated() {
      #expect(app.state.lesson?.page == index)
      let readings = try #require(app.state.readings, "\(lesson.name), step \(index + 1)")
      for condition in step.expect {
        let found = readings.value(of: condition.quantity, example: condition.example)
        #expect(
          condition.test.holds(for: found), "\(lesson.name), step \(index + 1): \(condition.words), \(found as Any)")
      }
      if !step.solution.isEmpty { app.solve(step.solution) }
      let before = app.state.lesson?.page
      // The first presses may only scroll, or say what is missing.
      for _ in 0..<9 where app.state.lesson?.page == before { app.press(.character("n")) }
    }
    #expect(app.state.lesson?.isAtEnd == true)
  }

  @Test("a lesson played by keys meets what it expects")
  func keys() throws {
    let lesson = try lesson()
    #expect(lesson.check().isMet, "\(lesson.check().failures)")
    try play(lesson)
  }

  @Test("the built-in lessons played by keys meet what they expect", arguments: BuiltInLessons.names)
  func builtIn(name: String) throws {
    try play(try #require(BuiltInLessons.lesson(named: name)))
  }

  @Test("b goes back to the very screen that was, through other runs too")
  func back() throws {
    var app = try app()
    var screens: [Frame] = []
    for step in try lesson().steps {
      if !step.solution.isEmpty { app.solve(step.solution) }
      screens.append(app.state.draw())
      app.press(.pageDown)
    }
    #expect(app.state.lesson?.isAtEnd == true)
    for screen in screens.reversed() {
      app.press(.pageUp)
      #expect(app.state.draw() == screen)
    }
    app.press(.character("b"))
    #expect(app.state.lesson?.page == 0 && app.state.note != nil)
  }

  @Test("the keys of a lesson can be other ones: they turn its pages, and the page says so")
  func remapped() throws {
    let (read, errors) = Configuration.read(
      "key.lesson-next = f5\nkey.lesson-back = f4\nkey.lesson-return = f6\nkey.start-screen = f7")
    #expect(errors.isEmpty, "\(errors)")
    var app = SteppedApp(nil, lesson: try lesson(), keys: try read.keyTable())
    app.press(.function(5))
    #expect(app.state.lesson?.page == 1)
    #expect(app.state.draw().rows[33].contains("F5 next  F4 back"))
    app.press(.right)
    #expect(app.state.draw().rows[33].contains("F6 as it was"))
    app.press(.function(6))
    #expect(app.state.snapshot?.step == 1)
    // What stood before the scene's key stands there no longer.
    app.press(.character("n"))
    guard case .picker = app.state.overlay else {
      Issue.record("n does not choose the noise")
      return
    }
    app.press(.escape, .function(4))
    #expect(app.state.lesson?.page == 0)
    for _ in 0..<40 where app.state.lesson?.isAtEnd == false { app.press(.function(5)) }
    let text = app.state.draw().text
    #expect(text.contains("F4 goes back") && text.contains("F7 all lessons"))
  }

  @Test("a key that a lesson presses is the one everybody starts with, whatever the user has made of it")
  func pressed() throws {
    let limits = try #require(BuiltInLessons.lesson(named: "limits"))
    let page = try #require(limits.steps.firstIndex { $0.actions.contains { $0.kind == .key("P") } })
    let (read, errors) = Configuration.read("key.proof = f5\nkey.many-lines = P")
    #expect(errors.isEmpty, "\(errors)")
    var apps = [SteppedApp(nil, lesson: limits), SteppedApp(nil, lesson: limits, keys: try read.keyTable())]
    for index in apps.indices {
      for _ in 0..<99 where (apps[index].state.lesson?.page ?? page) < page { apps[index].press(.pageDown) }
    }
    let rows = apps.map { $0.state.draw().rows.dropLast() }
    #expect(rows[0] == rows[1])
  }

  @Test("what is tried out is put back when the lesson goes on")
  func straying() throws {
    var app = try app()
    app.press(.character("n"), .right, .right, .character("]"), .character("R"), .right)
    #expect(app.state.lesson?.hasStrayed == true && app.state.description.weightSeed == 2)
    app.press(.character("n"))
    #expect(app.state.lesson?.page == 2 && app.state.snapshot?.step == 4 && app.state.snapshot?.learningRate == 0.1)
    #expect(app.state.description.weightSeed == 1)
    app.press(.character("e"), .character("e"), .character("B"))
    #expect(app.state.lesson?.page == 2 && app.state.snapshot?.step == 4 && app.state.snapshot?.head == 4)
  }

  @Test("a wait says what is missing once, and keeps what was brought about")
  func waiting() throws {
    var app = try app()
    for _ in 0..<4 { app.press(.character("n")) }
    #expect(app.state.lesson?.page == 4)
    app.press(.character("n"))
    #expect(app.state.lesson?.page == 4)
    #expect(app.state.note?.description.contains("mistakes = 0") == true)
    // Weights by hand: w0 is the third row; ten turns of 0.1 take it from -0.5 to -1.5.
    app.press(.character("w"), .down, .down)
    for _ in 0..<10 { app.press(.left) }
    app.press(.escape, .character("n"))
    #expect(app.state.lesson?.page == 5)
    let picture = try #require(app.state.snapshot?.picture as? PerceptronPicture)
    #expect(picture.evaluation.errors == 0 && picture.perceptron.bias == -1.5)
  }

  @Test("questions are answered by digits, by numbers, by a state")
  func questions() throws {
    var app = try app()
    app.press(.character("n"), .character("n"), .character("3"))
    #expect(app.state.lesson?.replies[2] == .wrongChoice(2))
    #expect(app.state.draw().text.contains("Count."))
    app.press(.character("2"))
    #expect(app.state.lesson?.replies[2] == .right)
    #expect(app.state.draw().text.contains("There are two."))
    app.press(.character("n"))
    app.type("-2")
    app.press(.enter)
    #expect(app.state.lesson?.replies[3] == .wrongNumber(-2))
    app.type("2.1")
    app.press(.enter)
    #expect(app.state.lesson?.replies[3] == .right)
    // Answered, digits are the scene's again; a dot is a step.
    app.press(.character("."))
    #expect(app.state.snapshot?.step == 7)
    for _ in 0..<5 { app.press(.character("n")) }
    #expect(app.state.lesson?.page == 7)
    guard case .state(_, let way)? = app.state.lesson?.step?.question?.answer else {
      Issue.record("the page asks for no state")
      return
    }
    app.solve(way)
    #expect(app.state.lesson?.replies[7] == .right)
  }

  @Test("a click on a choice answers, beside the text and under it", arguments: [(80, 24), (100, 40), (140, 40)])
  func clicked(width: Int, height: Int) throws {
    var app = try app(width: width, height: height)
    app.press(.character("n"), .character("n"))
    let panel = app.state.rows.lesson
    let rows = app.state.draw().rows
    let row = try #require(rows.indices.first { panel.contains(panel.x, $0) && rows[$0].contains("2  two") })
    let column = try #require(rows[row].firstRange(of: "2  two")).lowerBound
    let x = rows[row].distance(from: rows[row].startIndex, to: column)
    app.send(.mouse(MouseEvent(kind: .press, column: x, row: row - 1)))
    #expect(app.state.lesson?.replies[2] == .wrongChoice(0))
    app.send(.mouse(MouseEvent(kind: .press, column: x, row: row)))
    #expect(app.state.lesson?.replies[2] == .right)
  }

  @Test("Esc takes the text away, n brings it back; leaving for the start screen keeps the place")
  func hiding() throws {
    var app = try app()
    app.press(.character("n"), .escape)
    #expect(!app.state.isLessonOpen && app.state.lesson?.page == 1)
    app.press(.character("n"))
    #expect(app.state.isLessonOpen && app.state.lesson?.page == 1)
    app.press(.right, .right, .character("H"))
    #expect(app.state.isPreviewing)
    app.send(.resize(width: 100, height: 30))
    _ = app.state.resume(try lesson())
    #expect(app.state.lesson?.page == 1 && !app.state.isPreviewing && app.state.description.data == "and")
  }

  @Test(
    "no line of a page is wider than its column, at any size, and no word is lost",
    arguments: [(40, 12), (60, 20), (80, 24), (100, 30), (139, 40), (140, 40), (200, 60)], [GlyphSet.braille, .ascii])
  func sizes(size: (width: Int, height: Int), glyphs: GlyphSet) throws {
    var app = try app(width: size.width, height: size.height, glyphs: glyphs)
    for _ in 0..<8 {
      let page = try #require(app.state.lessonPage)
      let rect = app.state.rows.lesson
      for (lines, area) in page.columns(in: rect) {
        for line in lines { #expect(line.width(glyphs) <= area.width) }
      }
      var seen = app.state.draw().text
      while app.state.scrollLesson(by: 1) { seen += app.state.draw().text }
      let words = page.say.split { $0.isWhitespace || !$0.isASCII || "*0123456789".contains($0) }
      for word in words { #expect(seen.contains(word), "\(word)") }
      app.press(.character("n"))
    }
  }

  @Test("hostile text in a lesson is made safe")
  func hostile() throws {
    let text = Self.text.replacing("The start.", with: "A\\u{202E}B\\u{200B}C").replacing(
      "title: A short lesson", with: "title: \"a\\e[31m\"")
    let lesson = try Lesson(Array(text.utf8), file: "x.yaml")
    let app = SteppedApp(nil, lesson: lesson)
    let shown = app.state.draw().text
    #expect(!shown.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    #expect(shown.contains("a\u{FFFD}[31m"))
  }

  @Test("views and keys of the built-in lessons are there", arguments: BuiltInLessons.names)
  func views(name: String) throws {
    let lesson = try #require(BuiltInLessons.lesson(named: name))
    var app = SteppedApp(nil, lesson: lesson)
    for step in lesson.steps {
      for action in step.actions {
        switch action.kind {
        case .key(let key): #expect(KeyPress(name: key) != nil, "\(key)")
        case .view(let view):
          let words = ["enlarged", "panels"] + app.state.scene.panelIDs.map(\.name)
          let views = SceneView.views(of: app.state.scene.kind).map(\.rawValue)
          #expect((words + views).contains(view), "\(view)")
        default: break
        }
      }
      if !step.solution.isEmpty { app.solve(step.solution) }
      let page = app.state.lesson?.page
      for _ in 0..<9 where app.state.lesson?.page == page { app.press(.character("n")) }
    }
  }

  @Test("the section's number selects its lesson on the start screen, three keys at most")
  func sections() throws {
    for section in Lesson.sections {
      var app = SteppedApp(nil)
      app.type("\(section)")
      app.press(.enter)
      #expect(app.state.lesson?.lesson.section == section)
    }
    var app = SteppedApp(nil)
    let eight = BuiltInLessons.all.filter { $0.section == 8 }
    app.type("88")
    app.press(.enter)
    #expect(app.state.lesson?.lesson == eight[1])
  }
}
