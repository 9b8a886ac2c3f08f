import Glibc
import Testing

/// The program itself, training, gives the terminal back whatever ends it.
@Suite(.serialized) struct ProgramTests {
  private func start(_ arguments: [String]) throws -> PseudoTerminal {
    let environment = WaysOutTests.environment.merging(["COLORFGBG": "15;0"]) { $1 }
    let terminal = try PseudoTerminal(
      try BuiltProduct.path("downhill"), arguments, environment: environment, width: 100, height: 30)
    try #require(terminal.wait { $0.text.contains("loss") })
    terminal.send("\u{1B}[?62c")
    return terminal
  }

  @Test(
    "Signals and Ctrl-C while it trains",
    arguments: [(SIGINT, "\u{03}"), (SIGINT, ""), (SIGTERM, ""), (SIGHUP, ""), (SIGSEGV, "")])
  func signals(number: Int32, key: String) throws {
    let terminal = try start(["perceptron"])
    terminal.send(" ")
    terminal.waitForQuiet(50, milliseconds: 300)
    if key.isEmpty { terminal.signal(number) } else { terminal.send(key) }
    #expect(terminal.waitForEnd(milliseconds: 3000) == .signal(number))
    WaysOutTests.expectRestored(terminal)
  }

  @Test("Quitting ends with 0")
  func quit() throws {
    let terminal = try start(["perceptron"])
    terminal.send("q")
    #expect(terminal.waitForEnd(milliseconds: 3000) == .exit(0))
    WaysOutTests.expectRestored(terminal)
  }
}
