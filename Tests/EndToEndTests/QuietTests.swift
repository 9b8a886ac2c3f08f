import Glibc
import Testing

/// What a program does that has nothing to do, or a terminal that is slow.
@Suite(.serialized) struct QuietTests {
  @Test("Idle, it sends nothing and uses no processor")
  func idle() throws {
    let terminal = try WaysOutTests.start()
    let bytes = terminal.output.count
    let time = try #require(terminal.processorTime)
    terminal.waitForQuiet(700)
    #expect(terminal.output.count == bytes)
    #expect(try #require(terminal.processorTime) - time <= 10)
  }

  @Test("A thousand calls from another thread are a few wakes")
  func wakes() throws {
    let terminal = try WaysOutTests.start()
    terminal.send("W")
    try #require(terminal.waitForLog("woken"))
    try #require(terminal.waitForLog("event wake"))
    terminal.waitForQuiet(50)
    #expect(terminal.log.filter { $0 == "event wake" }.count < 1000)
  }

  @Test("A picture that a slow terminal could not take is drawn when it can")
  func slowTerminal() throws {
    let terminal = try WaysOutTests.start(noisy: true)
    _ = terminal.waitForEnd(milliseconds: 100, reading: false)
    terminal.resize(width: 61, height: 13)
    terminal.send("n")
    try #require(terminal.waitForLog("event resize(width: 61, height: 13)"))
    terminal.waitForQuiet()
    #expect(terminal.text.contains("probe 61x13"))
  }
}
