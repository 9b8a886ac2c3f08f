import Glibc
import TestSupport
import Testing

/// The terminal is asked for its background; whatever it answers, and whenever, no byte is taken for a key or left to
/// the shell.
@Suite(.serialized) struct RepliesTests {
  private static let question = "\u{1B}]11;?\u{1B}\\\u{1B}[c"
  private static let white = "\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\"
  private static let attributes = "\u{1B}[?62;22c"

  private func start(_ variables: [String: String] = [:]) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      BuiltProduct.path("ScreenProbe"), environment: WaysOutTests.environment.merging(variables) { $1 })
    try #require(terminal.wait { $0.text.contains(Self.question) })
    return terminal
  }

  private func expectNoKeys(_ terminal: PseudoTerminal, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      terminal.log.filter { $0.hasPrefix("event key") } == ["event key(Terminal.KeyPress.character(\"q\"))"],
      sourceLocation: sourceLocation)
  }

  private func quit(_ terminal: PseudoTerminal) {
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exit(0))
    WaysOutTests.expectRestored(terminal)
    expectNoKeys(terminal)
  }

  @Test("The start does not wait long for an answer that never comes")
  func never() throws {
    let terminal = try start()
    try #require(terminal.waitForLog("shown true", milliseconds: 300))
    quit(terminal)
  }

  @Test("An answer in time is heard before the first picture or told after it")
  func inTime() throws {
    let terminal = try start()
    terminal.send(Self.white + Self.attributes)
    try #require(terminal.waitForLog("shown true"))
    terminal.waitForQuiet(50)
    let isKnown = terminal.log.contains {
      $0.hasPrefix("capabilities") && $0.contains("background: Terminal.Brightness.light")
    }
    #expect(isKnown != terminal.log.contains("event background(Terminal.Brightness.light)"))
    quit(terminal)
  }

  @Test("An answer in pieces, with pauses")
  func split() throws {
    let terminal = try start()
    for piece in ["\u{1B}]11;rg", "b:ffff/ff", "ff/ffff\u{1B}", "\\\u{1B}[?6", "2c"] {
      terminal.send(piece)
      terminal.waitForQuiet(25, milliseconds: 25)
    }
    terminal.waitForQuiet(50)
    quit(terminal)
  }

  @Test("A late answer changes nothing and is swallowed")
  func late() throws {
    let terminal = try start()
    terminal.waitForQuiet(450)
    terminal.send(Self.white + Self.attributes)
    terminal.waitForQuiet(50)
    #expect(!terminal.log.contains { $0.hasPrefix("event background") })
    quit(terminal)
  }

  @Test("An answer that comes while the program ends is swallowed")
  func duringExit() throws {
    let terminal = try start()
    try #require(terminal.waitForLog("shown true"))
    terminal.send("q")
    try #require(terminal.waitForLog("event key"))
    terminal.waitForQuiet(60, milliseconds: 60)
    terminal.send(Self.white + Self.attributes)
    #expect(terminal.waitForEnd() == .exit(0))
    WaysOutTests.expectRestored(terminal)
    expectNoKeys(terminal)
  }

  @Test(
    "Answers to questions that were not asked, and false ones",
    arguments: [
      "\u{1B}]11;rgb:ffff/ffff/ffff\u{7}", "\u{1B}]11;rgb:gg/1/1\u{7}", "\u{1B}]11;\u{7}", "\u{1B}]4;1;rgb:1/1/1\u{7}",
      "\u{1B}]11;rgb:1/1/1/1/1/1\u{1B}\\", "\u{1B}P>|term\u{1B}\\", "\u{1B}[>41;354;0c", "\u{1B}[8;24;80t", "\u{1B}[0n",
    ])
  func forged(reply: String) throws {
    let terminal = try start()
    try #require(terminal.waitForLog("shown true"))
    terminal.send(Self.attributes + reply)
    terminal.waitForQuiet(40)
    #expect(!terminal.log.contains { $0.hasPrefix("event background") })
    quit(terminal)
  }

  @Test("Without an answer the environment's word counts")
  func environment() throws {
    let terminal = try start(["COLORFGBG": "0;15"])
    try #require(terminal.waitForLog("shown true"))
    let capabilities = try #require(terminal.log.first { $0.hasPrefix("capabilities") })
    #expect(capabilities.contains("background: Terminal.Brightness.light"))
    #expect(capabilities.contains("variable(\"COLORFGBG\")"))
    quit(terminal)
  }
}
