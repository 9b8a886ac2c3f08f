import Foundation
import Learning
import TestSupport
import Testing

/// Ten thousand sizes one after another while it trains, ten times: the picture is that of a start at the last size.
@Suite(.serialized, .enabled(if: TmuxScreen.isAvailable)) struct ResizeStormTests {
  private static let sizes = 10_000

  private func start(width: Int, height: Int) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      BuiltProduct.path("downhill"), ["network", "--data", "xor", "--theme", "dark", "--speed", "max"],
      environment: WaysOutTests.environment.merging(["COLORFGBG": "15;0"]) { $1 }, width: width, height: height)
    try #require(terminal.wait { $0.output.count > 100 })
    terminal.send("\u{1B}[?62c")
    terminal.waitForQuiet(100)
    return terminal
  }

  /// What an emulator shows of the bytes a program sent.
  private func screen(of bytes: ArraySlice<UInt8>, width: Int, height: Int) throws -> [String] {
    try withScratchFolder { folder in
      let file = folder.appending(path: "bytes")
      try Data(bytes).write(to: file)
      let emulator = try TmuxScreen("sh -c 'cat \(file.path); sleep 60'", width: width, height: height)
      _ = try #require(try emulator.waitFor("step"))
      return try emulator.styledRows()
    }
  }

  /// The bytes of a whole picture, without the questions of the start: the emulator would answer them.
  private func redrawn(_ terminal: PseudoTerminal) -> ArraySlice<UInt8> {
    terminal.waitForQuiet(150)
    let beginning = terminal.output.count
    terminal.send("\u{0C}")
    terminal.waitForQuiet(150)
    return terminal.output[beginning...]
  }

  @Test("The last frame is that of a cold start, and memory is flat", arguments: 1...10 as ClosedRange<UInt64>)
  func storm(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let terminal = try start(width: 80, height: 24)
    terminal.send(" ")
    func storm(_ count: Int) throws -> Int {
      for step in 0..<count {
        terminal.resize(width: 1 + generator.index(below: 500), height: 1 + generator.index(below: 200))
        // About two thousand a second, four times as many as a hand on a window's corner makes in the matrix.
        if step % 20 == 0 { terminal.wait(milliseconds: 10) { _ in false } }
      }
      return try #require(terminal.memory)
    }
    let before = try storm(Self.sizes / 4)
    #expect(try storm(Self.sizes - Self.sizes / 4) < before + 16_000_000, "seed \(seed)")
    // Paused at its start again, so that both pictures are of one moment.
    terminal.resize(width: 100, height: 30)
    terminal.send("r")
    let cold = try start(width: 100, height: 30)
    cold.send(" r")
    let rows = try zip(
      screen(of: redrawn(terminal), width: 100, height: 30), screen(of: redrawn(cold), width: 100, height: 30))
    for (row, expected) in rows { #expect(row == expected, "seed \(seed)") }
    terminal.send("q")
    #expect(terminal.waitForEnd() == .exit(0))
    WaysOutTests.expectRestored(terminal)
  }
}
