import TestSupport
import Testing

/// Going back and forth in a real terminal, read by an emulator.
@Suite(.serialized) struct TimeTravelTests {
  /// The arrow keys as a terminal in application mode sends them.
  private static let right = "\u{1B}OC"
  private static let left = "\u{1B}OD"

  private func start(_ arguments: String, width: Int = 100, height: Int = 30) throws -> TmuxScreen {
    let screen = try TmuxScreen(
      "\(BuiltProduct.path("downhill")) \(arguments)", environment: ["COLORFGBG": "15;0"], width: width,
      height: height)
    try #require(try screen.waitFor("paused") != nil)
    return screen
  }

  private func screen(of terminal: TmuxScreen, atStep step: String) throws -> [String] {
    // The status line and the bar are of one frame; the styles are read once both are there.
    _ = try #require(try terminal.waitUntil { rows in rows.contains { $0.hasSuffix("step \(step)") } })
    return try terminal.styledRows()
  }

  @Test(
    "Five forward, five back, five forward: identical screens, colors included",
    arguments: ["perceptron", "network --data xor", "surface himmelblau", "curve two-valleys"])
  func backAndForth(arguments: String) throws {
    let terminal = try start(arguments)
    let start = try terminal.styledRows()
    for _ in 0..<5 { try terminal.send(Self.right) }
    let first = try screen(of: terminal, atStep: "5 of 5")
    for _ in 0..<5 { try terminal.send(Self.left) }
    let back = try screen(of: terminal, atStep: "0 of 5")
    #expect(back.first == start.first)
    for _ in 0..<5 { try terminal.send(Self.right) }
    #expect(try screen(of: terminal, atStep: "5 of 5") == first)
    #expect(first != back)
  }

  @Test("To 20x8 and back: the same screen as before")
  func small() throws {
    let terminal = try start("perceptron")
    try terminal.send(Self.right)
    let before = try screen(of: terminal, atStep: "1 of 1")
    try terminal.resize(width: 20, height: 8)
    _ = try #require(try terminal.waitUntil { $0.count == 8 && $0[0].contains("perceptron") })
    try terminal.resize(width: 100, height: 30)
    let after = try #require(try terminal.waitUntil { $0.count == 30 && $0.contains { $0.contains("step 1 of 1") } })
    #expect(after.count == before.count)
    #expect(try terminal.styledRows() == before)
  }
}
