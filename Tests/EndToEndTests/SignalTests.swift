import Glibc
import Learning
import TestSupport
import Testing

/// Every signal there is, by itself and in storms, whatever the program does: the terminal comes back, nothing is said.
@Suite(.serialized) struct SignalTests {
  /// Those that end nothing: what they do, if anything, is none of this suite's affair.
  private static let harmless: Set<Int32> = [SIGCHLD, SIGURG, SIGWINCH, SIGCONT, SIGXFSZ]
  /// Those that stop a program, and the two that nobody can do anything about.
  private static let others: Set<Int32> = [SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU, SIGKILL]
  /// The real-time ones, and the two below them that the C library keeps to itself, included.
  static let fatal: [Int32] = (1...64).filter { !harmless.contains($0) && !others.contains($0) }

  private func start(_ doing: ProgramTests.Doing, in folder: String) throws -> PseudoTerminal {
    // Without what the tests say of Swift's backtraces: this is about a terminal as people have it.
    let variables = ["PROGRAM": BuiltProduct.path("downhill"), "COLORFGBG": "15;0", "FOLDER": folder]
    return try PseudoTerminal(
      "/bin/sh", ["-c", "cd $FOLDER; unset SWIFT_BACKTRACE; exec $PROGRAM network --data xor"],
      environment: WaysOutTests.environment.merging(variables) { $1 }, width: 100, height: 30)
  }

  private func expectQuietEnd(_ terminal: PseudoTerminal, _ place: String) {
    WaysOutTests.expectRestored(terminal)
    // What follows the picture is what the shell shows: nothing of a debugger, no backtrace.
    let after = terminal.text.ranges(of: "\u{1B}[?1049l").last.map { terminal.text[$0.upperBound...] } ?? ""
    #expect(after.count < 200 && !after.contains("crash") && !after.contains("acktrace"), "\(place): \(after)")
  }

  @Test("Each signal ends it with its own status", arguments: ProgramTests.Doing.allCases + [.saving])
  func each(doing: ProgramTests.Doing) throws {
    try withScratchFolder { folder in
      for first in stride(from: 0, to: Self.fatal.count, by: 6) {
        let numbers = Self.fatal[first..<min(first + 6, Self.fatal.count)]
        let started = try numbers.map { ($0, try start(doing, in: folder.path)) }
        for (number, terminal) in started {
          try ProgramTests.bring(terminal, to: doing)
          terminal.signal(number)
          #expect(terminal.waitForEnd(milliseconds: 3000) == .signal(number), "signal \(number), \(doing)")
          expectQuietEnd(terminal, "signal \(number), \(doing)")
        }
      }
    }
  }

  @Test("In a storm of all kinds at once it ends by one of them, and the terminal comes back", arguments: 1...40)
  func storm(seed: UInt64) throws {
    try withScratchFolder { folder in
      var generator = SplitMix64(seed: seed)
      let states = ProgramTests.Doing.allCases + [.saving]
      let doing = states[generator.index(below: states.count)]
      let terminal = try start(doing, in: folder.path)
      try ProgramTests.bring(terminal, to: doing)
      var sent: [Int32] = []
      while sent.count < 64 {
        let number = Int32(1 + generator.index(below: 64))
        guard !Self.others.contains(number) else { continue }
        sent.append(number)
        terminal.signal(number)
      }
      let ending = terminal.waitForEnd(milliseconds: 3000)
      // Ctrl-C alone may be answered in the usual way, with its own status too.
      let isOne = sent.contains { ending == .signal($0) }
      #expect(isOne, "seed \(seed), \(doing): \(String(describing: ending))")
      expectQuietEnd(terminal, "seed \(seed), \(doing)")
    }
  }

  @Test("Signals that end nothing change nothing, however many", arguments: [false, true])
  func harmless(isTraining: Bool) throws {
    try withScratchFolder { folder in
      let terminal = try start(.idle, in: folder.path)
      try ProgramTests.bring(terminal, to: isTraining ? .training : .idle)
      for _ in 0..<200 { for number in Self.harmless { terminal.signal(number) } }
      terminal.waitForQuiet(40, milliseconds: 500)
      terminal.send("q")
      #expect(terminal.waitForEnd(milliseconds: 3000) == .exit(0))
      WaysOutTests.expectRestored(terminal)
    }
  }
}
