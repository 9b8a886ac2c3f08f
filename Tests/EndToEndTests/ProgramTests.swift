import Glibc
import TestSupport
import Testing

/// The program itself gives the terminal back, whatever it is doing and whatever ends it.
@Suite(.serialized) struct ProgramTests {
  /// What the program is doing.
  enum Doing: String, CaseIterable, Sendable {
    /// It has not shown a picture yet.
    case starting
    case idle
    case training
    /// The help is open.
    case helping
    /// A name is being searched in a picker.
    case picking
    /// A command is being typed.
    case typing
    /// A session is being saved; where it goes is for the starter to see to.
    case saving

    /// All that leave no file behind.
    static var allCases: [Doing] { [.starting, .idle, .training, .helping, .picking, .typing] }
  }

  private func start(_ arguments: [String], _ doing: Doing = .idle) throws -> PseudoTerminal {
    let environment = WaysOutTests.environment.merging(["COLORFGBG": "15;0"]) { $1 }
    let terminal = try PseudoTerminal(
      BuiltProduct.path("downhill"), arguments, environment: environment, width: 100, height: 30)
    try Self.bring(terminal, to: doing)
    return terminal
  }

  /// Has a program that was just started do something.
  static func bring(_ terminal: PseudoTerminal, to doing: Doing) throws {
    guard doing != .starting else {
      // From the first byte on the terminal is changed.
      try #require(terminal.wait { !$0.output.isEmpty })
      return
    }
    try #require(terminal.wait { $0.text.contains("quit") })
    terminal.send("\u{1B}[?62c")
    switch doing {
    case .starting, .idle: break
    case .training: terminal.send("++++++++++++ ")
    case .helping: terminal.send("?")
    case .picking: terminal.send("d/mo")
    case .typing: terminal.send(":learn")
    case .saving:
      terminal.send("..S")
      return
    }
    terminal.waitForQuiet(40, milliseconds: 300)
  }

  @Test("Ctrl-C, whatever it does", arguments: Doing.allCases)
  func interrupt(doing: Doing) throws {
    let terminal = try start(["network", "--data", "xor"], doing)
    terminal.send("\u{03}")
    #expect(terminal.waitForEnd(milliseconds: 3000) == .signal(SIGINT))
    WaysOutTests.expectRestored(terminal)
  }

  @Test("Leaving ends with 0", arguments: [Doing.idle, .training], ["q", ":q\r", ":quit\r"])
  func quit(doing: Doing, keys: String) throws {
    let terminal = try start(["perceptron"], doing)
    terminal.send(keys)
    #expect(terminal.waitForEnd(milliseconds: 3000) == .exit(0))
    WaysOutTests.expectRestored(terminal)
    #expect(terminal.text.contains("downhill perceptron"))
  }

  @Test("A change in mid-run is named beside the command, as that begins with it")
  func changedOnTheWay() throws {
    let terminal = try start(["perceptron"])
    terminal.send("..]")
    terminal.waitForQuiet(40, milliseconds: 300)
    terminal.send("q")
    #expect(terminal.waitForEnd(milliseconds: 3000) == .exit(0))
    #expect(terminal.text.contains("downhill perceptron --learning-rate 0.2"))
    #expect(
      terminal.text.contains(
        "downhill: changed on the way: learning-rate at step 2; S saves a session exactly as it went"))
  }

  @Test("Esc closes what is open and never leaves", arguments: [Doing.helping, .picking, .typing, .idle, .training])
  func escape(doing: Doing) throws {
    let terminal = try start(["perceptron"], doing)
    for _ in 0..<3 { terminal.send("\u{1B}") }
    #expect(terminal.waitForEnd(milliseconds: 200) == nil)
    terminal.send("q")
    #expect(terminal.waitForEnd(milliseconds: 3000) == .exit(0))
  }

  @Test("When the terminal is closed it is gone within a second", arguments: Doing.allCases)
  func hangUp(doing: Doing) throws {
    let terminal = try start(["network"], doing)
    terminal.hangUp()
    let ending = terminal.waitForEnd(milliseconds: 1000)
    #expect(ending == .signal(SIGHUP) || ending == .exit(0))
  }

  @Test("On a line of 9,600 bit/s it leaves within a second, whatever of the picture is still to be read")
  func slowLine() throws {
    for rounds in [500, 1000, 2000] {
      let terminal = try start(["network", "--hidden", "8,8", "--epochs", "2000", "--speed", "max"])
      terminal.send(" ")
      #expect(!terminal.readSlowly(milliseconds: rounds))
      terminal.send("q")
      #expect(terminal.readSlowly(milliseconds: 1000), "after \(rounds) ms")
      #expect(terminal.waitForEnd(milliseconds: 5000) == .exit(0))
      #expect(terminal.modes == terminal.modesBefore)
      #expect(terminal.text.contains("downhill network"))
    }
  }

  @Test(
    "Paused or with the help open it sends nothing and uses no processor", arguments: [Doing.idle, .helping, .typing])
  func quiet(doing: Doing) throws {
    let terminal = try start(["network", "--data", "spiral"], doing)
    terminal.waitForQuiet(300)
    let bytes = terminal.output.count
    let time = try #require(terminal.processorTime)
    terminal.waitForQuiet(1500)
    #expect(terminal.output.count == bytes)
    #expect(try #require(terminal.processorTime) - time <= 10)
  }

  @Test(
    "Every terminal, with the program itself: only what its description offers, and it comes back",
    arguments: KnownTerminalsTests.described.map(\.name) + ["wezterm", "xterm-ghostty", "unknown"], ["C.UTF-8", "C"])
  func terminals(name: String, locale: String) throws {
    let terminal = try PseudoTerminal(
      BuiltProduct.path("downhill"), ["perceptron"],
      environment: [
        "TERM": name, "LC_ALL": locale, "COLORFGBG": "15;0", "TERMINFO": TerminalDescriptions.folder,
      ])
    try #require(terminal.wait { $0.text.contains("quit") })
    terminal.send("\u{1B}[?62c  e")
    terminal.waitForQuiet(40, milliseconds: 400)
    if locale == "C" { #expect(terminal.output.allSatisfy { $0 < 0x80 }) }
    terminal.send("q")
    #expect(terminal.waitForEnd(milliseconds: 3000) == .exit(0))
    WaysOutTests.expectRestored(terminal)
  }

  @Test(
    "The terminal itself is no file to read data from: it would take the keys",
    arguments: ["-", "/dev/stdin", "/dev/tty", "/proc/self/fd/0", "/dev/fd/0", "NAME"],
    [
      "perceptron --data", "network --model", "landscape --directions towards --towards", "open", "lesson",
      "lesson check",
    ])
  func terminalAsFile(path: String, command: String) throws {
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", "exec $PROGRAM \(command) \(path == "NAME" ? "$(tty)" : path)"],
      environment: WaysOutTests.environment.merging(["PROGRAM": BuiltProduct.path("downhill")]) { $1 })
    let ending = terminal.waitForEnd(milliseconds: 5000)
    #expect(ending == .exit(64) || ending == .exit(66), "\(String(describing: ending)) \(terminal.text)")
    #expect(terminal.text.contains("downhill: ") && terminal.text.contains("it is the terminal"), "\(terminal.text)")
    WaysOutTests.expectRestored(terminal)
  }

  @Test("Nor is it when it is asked for on the screen: the answer is a line, and keys go on being answered")
  func terminalAsFileOnScreen() throws {
    for path in ["-", "/dev/tty", "/dev/stdin"] {
      let terminal = try start(["perceptron"])
      terminal.send(":data \(path)\r")
      #expect(terminal.wait { $0.text.contains("is the terminal") }, "\(path)")
      terminal.send("q")
      #expect(terminal.waitForEnd(milliseconds: 3000) == .exit(0), "\(path)")
      WaysOutTests.expectRestored(terminal)
    }
  }
}
