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

  @Test("A storm of sizes ends at the last, with no more memory than before")
  func sizes() throws {
    let terminal = try WaysOutTests.start()
    func size(_ step: Int) -> (Int, Int) { (1 + step &* 7919 % 500, 1 + step &* 104_729 % 200) }
    func storm(_ steps: Range<Int>) throws -> Int {
      for step in steps {
        let (width, height) = size(step)
        terminal.resize(width: width, height: height)
        terminal.wait(milliseconds: 2) { _ in false }
      }
      terminal.resize(width: 123, height: 45)
      try #require(
        terminal.wait { $0.log.last { $0.hasPrefix("event resize") }?.contains("width: 123, height: 45") == true })
      terminal.waitForQuiet(50)
      return try #require(terminal.memory)
    }
    let before = try storm(0..<200)
    #expect(try storm(200..<600) < before + 8_000_000)
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exit(0))
    WaysOutTests.expectRestored(terminal)
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
