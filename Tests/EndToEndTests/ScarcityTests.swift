import Glibc
import TestSupport
import Testing

/// Where the system gives too little of something there is a sentence and a status, or it works all the same: never a
/// trap, and the terminal is as before.
@Suite(.serialized) struct ScarcityTests {
  /// Something there is little of, as a shell's `ulimit` says it.
  static let limits: [String] =
    ["-n 4", "-n 5", "-n 6", "-n 7", "-n 8", "-n 9", "-n 10", "-n 11", "-n 12", "-n 16"]
    + [32, 64, 128, 192, 256, 512, 1024, 4096].map { "-s \($0)" }
    + [120, 130, 150, 200, 300, 500].map { "-v \($0 * 1024)" } + [8, 16, 32, 40, 48, 64, 100].map { "-d \($0 * 1024)" }

  private func start(_ limit: String, _ arguments: String) throws -> PseudoTerminal {
    let variables = ["PROGRAM": BuiltProduct.path("downhill"), "COLORFGBG": "15;0"]
    return try PseudoTerminal(
      "/bin/bash", ["-c", "ulimit \(limit); exec $PROGRAM \(arguments)"],
      environment: WaysOutTests.environment.merging(variables) { $1 })
  }

  /// It has ended by itself with a sentence, or it answers keys and is left.
  private func expectAnswer(_ terminal: PseudoTerminal) {
    let isDone: (PseudoTerminal) -> Bool = { $0.text.contains("quit") || $0.text.contains("downhill: ") }
    #expect(terminal.wait(until: { isDone($0) || $0.hasEnded }), "\(terminal.text)")
    if terminal.text.contains("quit") {
      terminal.send("\u{1B}[?62c e]")
      terminal.waitForQuiet(40, milliseconds: 300)
      terminal.send("q")
    }
    let ending = terminal.waitForEnd(milliseconds: 5000)
    // 127: the system's loader has said that it has not enough to load the program.
    let isLoader = terminal.text.contains("error while loading shared libraries")
    #expect(ending == .exit(0) || ending == .exit(1) || ending == .exit(127) && isLoader, "\(terminal.text)")
    if ending == .exit(1) {
      let lines = terminal.text.split(whereSeparator: \.isNewline).filter { $0.contains("downhill: ") }
      #expect(lines.count == 1 && lines[0].contains("ulimit"), "\(terminal.text)")
    }
    WaysOutTests.expectRestored(terminal)
  }

  @Test("Files, stack, memory", arguments: limits)
  func limited(limit: String) throws {
    expectAnswer(try start(limit, "perceptron"))
    expectAnswer(try start(limit, "network --data spiral"))
    let plain = try start(limit, "network --plain --epochs 2 --examples 20")
    let ending = plain.waitForEnd(milliseconds: 10_000)
    #expect(ending == .exit(0) || ending == .exit(1) || ending == .exit(127), "\(plain.text)")
    if ending == .exit(1) { #expect(plain.text.contains("downhill: ")) }
  }

  @Test(
    "Where there are no threads that is said before there is a screen",
    arguments: [["perceptron"], ["race", "surface", "sphere"], ["landscape"], []])
  func noThreads(arguments: [String]) throws {
    let terminal = try PseudoTerminal(
      BuiltProduct.path("downhill"), arguments, environment: WaysOutTests.environment, hasThreads: false)
    #expect(terminal.waitForEnd(milliseconds: 5000) == .exit(1))
    #expect(terminal.text.contains("downhill: no thread can be started") && terminal.changedModes.isEmpty)
    #expect(terminal.modes == terminal.modesBefore)
  }

  @Test(
    "Without a screen one thread is enough, and the numbers are the same",
    arguments: [
      "race surface sphere --vary learning-rate=0.1,0.2 --steps 200 --format csv",
      "landscape network --epochs 2 --resolution 9 --format csv",
    ])
  func oneThread(words: String) throws {
    let arguments = words.split(separator: " ").map(String.init)
    func output(hasThreads: Bool) throws -> String {
      let terminal = try PseudoTerminal(
        BuiltProduct.path("downhill"), arguments, environment: WaysOutTests.environment, hasThreads: hasThreads)
      #expect(terminal.waitForEnd(milliseconds: 30_000) == .exit(0), "\(terminal.text.suffix(200))")
      return terminal.text
    }
    #expect(try output(hasThreads: false) == output(hasThreads: true))
  }
}
