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
  }

  /// What ends it.
  enum Way: Sendable, CustomTestStringConvertible {
    case keys(String)
    case signal(Int32)

    var testDescription: String {
      switch self {
      case .keys(let keys): keys.debugDescription
      case .signal(let number): "signal \(number)"
      }
    }
  }

  private func start(_ arguments: [String], _ doing: Doing = .idle) throws -> PseudoTerminal {
    let environment = WaysOutTests.environment.merging(["COLORFGBG": "15;0"]) { $1 }
    let terminal = try PseudoTerminal(
      BuiltProduct.path("downhill"), arguments, environment: environment, width: 100, height: 30)
    guard doing != .starting else {
      // From the first byte on the terminal is changed.
      try #require(terminal.wait { !$0.output.isEmpty })
      return terminal
    }
    try #require(terminal.wait { $0.text.contains("quit") })
    terminal.send("\u{1B}[?62c")
    switch doing {
    case .starting, .idle: break
    case .training: terminal.send("++++++++++++ ")
    case .helping: terminal.send("?")
    case .picking: terminal.send("d/mo")
    case .typing: terminal.send(":learn")
    }
    terminal.waitForQuiet(40, milliseconds: 300)
    return terminal
  }

  @Test(
    "Signals and Ctrl-C, whatever it does", arguments: Doing.allCases,
    [
      .keys("\u{03}"), .signal(SIGINT), .signal(SIGTERM), .signal(SIGHUP), .signal(SIGQUIT), .signal(SIGABRT),
      .signal(SIGSEGV), .signal(SIGBUS), .signal(SIGFPE), .signal(SIGILL), .signal(SIGTRAP), .signal(SIGUSR1),
      .signal(SIGUSR2), .signal(SIGPIPE),
    ] as [Way])
  func signals(doing: Doing, way: Way) throws {
    let terminal = try start(["network", "--data", "xor"], doing)
    var number = SIGINT
    switch way {
    case .keys(let keys): terminal.send(keys)
    case .signal(let sent):
      number = sent
      terminal.signal(sent)
    }
    #expect(terminal.waitForEnd(milliseconds: 3000) == .signal(number))
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
    arguments: KnownTerminalsTests.installed.map(\.name) + [
      "xterm-kitty", "foot", "wezterm", "xterm-ghostty", "unknown",
    ],
    ["C.UTF-8", "C"])
  func terminals(name: String, locale: String) throws {
    let terminal = try PseudoTerminal(
      BuiltProduct.path("downhill"), ["perceptron"],
      environment: ["TERM": name, "LC_ALL": locale, "COLORFGBG": "15;0"])
    try #require(terminal.wait { $0.text.contains("quit") })
    terminal.send("\u{1B}[?62c  e")
    terminal.waitForQuiet(40, milliseconds: 400)
    if locale == "C" { #expect(terminal.output.allSatisfy { $0 < 0x80 }) }
    terminal.send("q")
    #expect(terminal.waitForEnd(milliseconds: 3000) == .exit(0))
    WaysOutTests.expectRestored(terminal)
  }
}
