import Foundation
import TestSupport
import Testing

/// Two programs in one folder: neither takes the other's place, and nothing is lost.
@Suite(.serialized) struct SharedFolderTests {
  private static let rounds = TestShare.of(200, least: 20)

  private func start(_ folder: URL, _ arguments: [String] = []) throws -> PseudoTerminal {
    let command =
      "cd '\(folder.path)' && exec '\(BuiltProduct.path("downhill"))' curve \(arguments.joined(separator: " "))"
    return try PseudoTerminal("/bin/sh", ["-c", command], environment: WaysOutTests.environment)
  }

  /// Waits until the run stands.
  private func waitForRun(_ program: PseudoTerminal) throws {
    try #require(program.wait { String(decoding: $0.output, as: UTF8.self).contains("paused") })
    program.waitForQuiet(100)
  }

  private func count(_ folder: URL, _ ending: String) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).count { $0.hasSuffix(ending) }
  }

  @Test("saved at the same moment, over and over: every session and every picture is there", arguments: ["S", "s"])
  func saving(key: String) throws {
    let endings = key == "S" ? [".json"] : [".svg", ".ansi", ".txt"]
    try withScratchFolder { folder in
      let programs = [try start(folder), try start(folder)]
      for program in programs { try waitForRun(program) }
      for round in 1...Self.rounds {
        for program in programs { program.send(key) }
        let isThere = programs[0].wait { _ in
          endings.allSatisfy { ((try? count(folder, $0)) ?? 0) == 2 * round }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        try #require(isThere, "round \(round): \(names)")
        programs[1].waitForQuiet(1)
      }
      for program in programs { program.send("q") }
      for program in programs { #expect(program.waitForEnd() == .exit(0)) }
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
        let size = try FileManager.default.attributesOfItem(atPath: folder.appending(path: name).path)[.size] as? Int
        #expect((size ?? 0) > 100, "\(name)")
      }
    }
  }

  @Test("recorded to one file: the second is refused with status 64, and the first goes on")
  func recording() throws {
    try withScratchFolder { folder in
      let first = try start(folder, ["--record", "a.cast"])
      try waitForRun(first)
      let second = try start(folder, ["--record", "a.cast"])
      #expect(second.waitForEnd() == .exit(64))
      first.send(".")
      first.waitForQuiet(200)
      first.send("q")
      #expect(first.waitForEnd() == .exit(0))
      let text = try String(contentsOf: folder.appending(path: "a.cast"), encoding: .utf8)
      let lines = text.split(separator: "\n")
      #expect(lines.first?.hasPrefix(#"{"version":2"#) == true)
      #expect(lines.count >= 3)
      #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("[") && $0.hasSuffix("]") })
    }
  }
}
