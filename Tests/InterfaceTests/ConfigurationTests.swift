import Learning
import Plotting
import Terminal
import Testing
import Training

@testable import Interface

@Suite("Configuration") struct ConfigurationTests {
  @Test("Names, values, comments, blanks, a mark at the beginning and Windows' line ends are read")
  func reading() throws {
    let (read, errors) = Configuration.read(
      "\u{FEFF}# mine\r\ntheme=projector\r\n  palette =  cividis # for printing\r\nglyphs = ascii\r\ncolor = never\r\n"
        + "speed = 60\r\nmouse = no\r\n\r\nkey.play = p, f5\r\nkey.place = space\r\n")
    #expect(errors.isEmpty)
    #expect(read.theme == .projector && read.palette == .cividis && read.glyphs == .ascii && read.color == .never)
    #expect(read.speed == Speed(stepsPerSecond: 60) && read.mouse == false)
    #expect(
      read.keys == [.app(.playOrPause): [.character("p"), .function(5)], .scene(.placePoints): [.character(" ")]])
    let table = try read.keyTable()
    #expect(table.action(for: .function(5), in: .scene(.network)) == .app(.playOrPause))
    #expect(table.action(for: .character(" "), in: .scene(.perceptron)) == .scene(.placePoints))
  }

  @Test(
    "What is wrong is said with its line; the rest holds",
    arguments: [
      ("theme", "noValue"), ("theme =", "noValue"),
      ("them = dark", #"unknownName("them", suggestion: Optional("theme"))"#),
      ("theme = pink", "unknownValue"), ("speed = -1", "unknownValue"), ("speed = nan", "unknownValue"),
      ("mouse = maybe", "unknownValue"), ("key.plya = x", #"unknownAction("plya", suggestion: Optional("play"))"#),
      ("key.play = hyper-x", "unknownKey"), ("key.play = ctrl-é", "unknownKey"), ("key.play = \u{1B}", "unknownKey"),
      ("key.play = , ,", "noValue"), ("palette = grey\npalette = magma", "repeated"),
      ("key.play = ctrl-a", "owned"), ("key.quit = ctrl-q", "owned"), ("key.help = f10", "owned"),
      ("key.play = ctrl-s", "owned"), ("key.play = ctrl-b", "owned"), ("key.play = ctrl-g", "owned"),
      ("key.play = f11", "owned"), ("key.interrupt = x", "fixed"), ("key.escape = x", "fixed"),
      ("key.play = q", "taken"), ("key.quit = ctrl-c", "taken"), ("key.play = esc", "taken"),
      ("key.lesson-next = space", "lesson"), ("key.lesson-next = b", "lesson"), ("key.undo = B", "lesson"),
    ])
  func errors(text: String, problem: String) {
    let (read, errors) = Configuration.read("glyphs = block\n\(text)\ncolor = always")
    #expect(errors.count == 1)
    #expect("\(errors[0].problem)".contains(problem), "\(errors[0].problem)")
    #expect(errors[0].line == (problem == "repeated" ? 3 : 2))
    #expect(read.glyphs == .block && read.color == .always)
    #expect(read.keys.isEmpty)
  }

  @Test("Two actions can change keys with one another")
  func swapped() throws {
    let (read, errors) = Configuration.read("key.play = q\nkey.quit = space")
    #expect(errors.isEmpty)
    let table = try read.keyTable()
    #expect(table.action(for: .character(" "), in: .scene(.curve)) == .app(.quit))
    #expect(table.action(for: .character("q"), in: .scene(.curve)) == .app(.playOrPause))
  }

  @Test("What is printed reads back to the same configuration")
  func printed() throws {
    for text in [
      "", "theme = light\nspeed = max\nmouse = no",
      "key.quit = Q\nkey.reseed = f7\nkey.faster = f3, hash\nkey.step-back = comma",
    ] {
      let (read, errors) = Configuration.read(text)
      #expect(errors.isEmpty, "\(errors)")
      let (again, none) = Configuration.read(read.text)
      #expect(none.isEmpty, "\(none)")
      #expect(again.text == read.text)
      #expect(again.keys == read.keys && again.theme == read.theme && again.speed == read.speed)
    }
    // Uncommented, the keys as they come are a configuration too: the one that changes nothing.
    let all = Configuration().text.replacing("# key.", with: "key.").replacing("key.ACTION = KEY, KEY", with: "")
    let (every, errors) = Configuration.read(all.replacing("# keys: ", with: "#"))
    #expect(errors.isEmpty, "\(errors)")
    #expect(every.keys.count == Set(KeyBindings().bindings.map(\.action)).count - 4)
  }

  @Test("Every key has a name that reads back to it")
  func names() {
    for key in KeyBindings().bindings.flatMap(\.keys) + [
      .function(12), .insert, .shiftUp, .control("x"), .character("é"),
    ] {
      #expect(KeyPress(name: key.name) == key, "\(key)")
      #expect(!key.label.isEmpty)
    }
  }

  @Test("The key line, the help and the start screen show the keys there are")
  func shown() throws {
    let (read, errors) = Configuration.read(
      "key.play = p\nkey.place = space\nkey.slower = f2\nkey.quit = Q\nkey.theme = f6")
    #expect(errors.isEmpty, "\(errors)")
    let look = SteppedApp(Description(.perceptron)).state.look
    var state = AppState(description: Description(.perceptron), look: look, keys: try read.keyTable())
    _ = state.update(.resize(width: 160, height: 50))
    let footer = state.draw().rows[49]
    #expect(footer.contains("p play") && footer.contains("+ F2 speed") && footer.contains("Q quit"))
    #expect(!footer.contains("space play") && !footer.contains("q quit"))
    _ = state.update(.key(.character("?")))
    let help = state.draw().text
    #expect(help.contains(/\ p {2,}play, or pause/), "\(help)")
    #expect(!help.contains("− plays slower"))
    _ = state.update(.key(.escape))
    // So do the lines that name a key in passing.
    _ = state.update(.key(.escape))
    #expect(state.draw().rows[49].contains("Q quits"))
    #expect(state.keys.name(of: .placePoints, in: .scene(.perceptron)) == "space")
    #expect(state.keys.name(of: .slower, in: .scene(.network)) == "F2")
    #expect(state.keys.name(of: .faster, in: .scene(.network)) == "+")
    // Where there is no key for it, what can be typed.
    #expect(state.keys.name(of: .placePoints, in: .scene(.graph)) == ":place")
    #expect(state.context.words([.getPoints]) == "space places points, d chooses data")
    var start = AppState(description: nil, look: look, keys: try read.keyTable())
    _ = start.update(.resize(width: 100, height: 30))
    #expect(start.draw().rows[29].contains("F6 theme") && start.draw().rows[29].contains("Q quit"))
  }

  @Test("2,000 random files: never a trap, and what is read can be printed and read", arguments: 1...10)
  func random(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let pieces = [
      "theme", "key.", "play", "quit", "=", " = ", "\n", "#", ",", "space", "ctrl-", "f", "1", "é", "\u{1B}", "auto",
      "shift-left", "max", "speed", "\r\n", "ctrl-a", "0", "-", "\u{0}",
    ]
    for _ in 0..<200 {
      let text = (0..<generator.index(below: 24)).map { _ in pieces[generator.index(below: pieces.count)] }.joined()
      let (read, _) = Configuration.read(text)
      #expect(Configuration.read(read.text).errors.isEmpty)
    }
  }
}
