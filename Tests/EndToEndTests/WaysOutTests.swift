import Glibc
import TestSupport
import Testing

/// However the program ends, the terminal comes back as it was and the status is the right one.
@Suite(.serialized) struct WaysOutTests {
  static let environment = [
    "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "TERMINFO": TerminalDescriptions.folder,
  ]

  static func start(_ arguments: String..., noisy: Bool = false) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      BuiltProduct.path("ScreenProbe"), ["dark"] + arguments, environment: environment)
    try #require(terminal.waitForLog("shown true"))
    terminal.waitForQuiet(30)
    if noisy {
      terminal.send("n")
      try #require(terminal.wait { $0.output.count > 50_000 })
    }
    return terminal
  }

  static func expectRestored(_ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(terminal.changedModes == [], sourceLocation: sourceLocation)
    #expect(terminal.modes == terminal.modesBefore, sourceLocation: sourceLocation)
    #expect(terminal.unread == [], sourceLocation: sourceLocation)
  }

  @Test("While it runs the screen is the alternate one, with mouse and paste reports and without a cursor")
  func whileItRuns() throws {
    let terminal = try Self.start()
    #expect(terminal.changedModes == [1, 25, 1000, 1002, 1006, 1049, 2004])
    #expect(terminal.modes != terminal.modesBefore)
  }

  @Test("Quitting leaves nothing behind")
  func quit() throws {
    let terminal = try Self.start()
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exit(0))
    Self.expectRestored(terminal)
  }

  @Test(
    "A signal gives the terminal back and keeps its own status",
    arguments: [
      SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGUSR1, SIGUSR2, SIGPIPE,
      SIGALRM, SIGXCPU, SIGSYS,
    ], [false, true])
  func signal(number: Int32, noisy: Bool) throws {
    let terminal = try Self.start(noisy: noisy)
    terminal.signal(number)
    #expect(terminal.waitForEnd() == .signal(number))
    Self.expectRestored(terminal)
  }

  @Test("Ctrl-C and Ctrl-\\ arrive as signals")
  func controlKeys() throws {
    for (key, number) in [("\u{03}", SIGINT), ("\u{1C}", SIGQUIT)] {
      let terminal = try Self.start()
      terminal.send(key)
      #expect(terminal.waitForEnd() == .signal(number))
      Self.expectRestored(terminal)
    }
  }

  @Test("A trap's message is readable afterwards, on the normal screen")
  func trap() throws {
    let terminal = try Self.start()
    terminal.send("i")
    let ending = terminal.waitForEnd()
    #expect(ending == .signal(SIGILL) || ending == .signal(SIGTRAP))
    Self.expectRestored(terminal)
    let after = try #require(terminal.text.ranges(of: "\u{1B}[?1049l").last)
    #expect(terminal.text[after.upperBound...].contains("Index out of range"))
  }

  @Test("A stack overflow, on the main thread and on another", arguments: ["o", "O"])
  func stackOverflow(key: String) throws {
    let terminal = try Self.start()
    terminal.send(key)
    #expect(terminal.waitForEnd() == .signal(SIGSEGV))
    Self.expectRestored(terminal)
  }

  @Test("Abort, and an exit that forgets the screen")
  func abortAndExit() throws {
    for (key, ending) in [("a", PseudoTerminal.Ending.signal(SIGABRT)), ("x", .exit(7))] {
      let terminal = try Self.start()
      terminal.send(key)
      #expect(terminal.waitForEnd() == ending)
      Self.expectRestored(terminal)
    }
  }

  @Test("What was written to standard error comes after the picture")
  func message() throws {
    let terminal = try Self.start()
    terminal.send("e")
    #expect(terminal.waitForEnd() == .exit(0))
    Self.expectRestored(terminal)
    #expect(terminal.text.hasSuffix("an error message\r\n"))
  }

  @Test("When the terminal is closed the program is gone within a second", arguments: [false, true])
  func hangUp(noisy: Bool) throws {
    let terminal = try Self.start(noisy: noisy)
    terminal.hangUp()
    #expect(terminal.waitForEnd(milliseconds: 1000) == .signal(SIGHUP))
  }

  @Test("A program that ignores hang-ups (nohup) is gone too when its terminal is")
  func hangUpIgnored() throws {
    let terminal = try Self.startInShell("trap '' HUP; exec $PROBE dark")
    terminal.hangUp()
    #expect(terminal.waitForEnd(milliseconds: 1000) == .exit(0))
    #expect(terminal.log.contains("event closed"))
  }

  @Test("Keys come from the terminal where standard input is something else")
  func pipedInput() throws {
    let terminal = try Self.startInShell("echo q | $PROBE dark")
    #expect(terminal.waitForEnd(milliseconds: 200) == nil)
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exit(0))
    Self.expectRestored(terminal)
  }

  private static func startInShell(_ command: String) throws -> PseudoTerminal {
    let variables = ["PROBE": BuiltProduct.path("ScreenProbe")].merging(environment) { $1 }
    let terminal = try PseudoTerminal("/bin/sh", ["-c", command], environment: variables)
    try #require(terminal.waitForLog("shown true"))
    return terminal
  }

  @Test("A second Ctrl-C ends a program that has not answered the first for a second")
  func secondInterrupt() throws {
    let terminal = try Self.start("stubborn")
    terminal.send("\u{03}")
    try #require(terminal.waitForLog("busy"))
    terminal.send("\u{03}")
    #expect(terminal.waitForEnd(milliseconds: 1100) == nil)
    terminal.send("\u{03}")
    #expect(terminal.waitForEnd() == .signal(SIGINT))
    Self.expectRestored(terminal)
  }

  @Test("A terminal that reads nothing does not keep the program from ending", arguments: ["q", "TERM"])
  func stoppedTerminal(way: String) throws {
    let terminal = try Self.start(noisy: true)
    // Reads nothing until the program cannot send any more.
    _ = terminal.waitForEnd(milliseconds: 150, reading: false)
    if way == "q" { terminal.send("q") } else { terminal.signal(SIGTERM) }
    let ending = terminal.waitForEnd(milliseconds: 1500, reading: false)
    #expect(ending == (way == "q" ? .exit(0) : .signal(SIGTERM)))
    #expect(terminal.modes == terminal.modesBefore)
  }
}
