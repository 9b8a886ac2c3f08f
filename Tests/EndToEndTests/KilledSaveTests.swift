import Foundation
import Learning
import TestSupport
import Testing

/// Killed while it saves, the program leaves the file that was or the one that was to be, never a mix.
@Suite(.serialized) struct KilledSaveTests {
  /// Begins to save one of two models, which are as large as one another.
  private func save(_ seed: Int, as file: URL) throws -> PseudoTerminal {
    try PseudoTerminal(
      BuiltProduct.path("downhill"),
      ["network", "--hidden", "64,64", "--epochs", "0", "--seed", "\(seed)", "--format", "csv"]
        + ["--save-model", file.path], environment: WaysOutTests.environment)
  }

  /// Waits until something is in the folder that was not, or the file is another one.
  private func waitForSave(of file: URL, since number: UInt64) throws {
    let end = ContinuousClock.now + .seconds(10)
    while ContinuousClock.now < end, try names(beside: file).count == 1, try inode(file) == number { continue }
  }

  private func names(beside file: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: file.deletingLastPathComponent().path)
  }

  private func inode(_ file: URL) throws -> UInt64 {
    try #require(FileManager.default.attributesOfItem(atPath: file.path)[.systemFileNumber] as? UInt64)
  }

  @Test("200 kills at random moments of a save")
  func killed() throws {
    try withScratchFolder { folder in
      let file = folder.appending(path: "model.json")
      let models = try [1, 2].map { seed in
        #expect(try save(seed, as: file).waitForEnd() == .exit(0))
        return try Data(contentsOf: file)
      }
      try #require(models[0] != models[1] && models[0].count > 50_000)
      var generator = SplitMix64(seed: 1)
      var old = 1
      var interrupted = 0
      for kill in 0..<TestShare.of(200, least: 20) {
        let before = try inode(file)
        let terminal = try save(2 - old, as: file)
        try waitForSave(of: file, since: before)
        // Every fourth at once, when little more than the temporary file is there.
        let moment = ContinuousClock.now + .microseconds(kill % 4 == 0 ? 0 : generator.index(below: 3000))
        while ContinuousClock.now < moment { continue }
        terminal.signal(SIGKILL)
        _ = terminal.waitForEnd()
        let found = try Data(contentsOf: file)
        #expect(models.contains(found), "kill \(kill) left \(found.count) bytes")
        if found == models[old] { interrupted += 1 } else { old = 1 - old }
        // Nobody can tidy up after such an end; what stays bears the file's name.
        for name in try names(beside: file) where name != "model.json" {
          #expect(name.hasPrefix("model.json."))
          try FileManager.default.removeItem(at: folder.appending(path: name))
        }
      }
      #expect(interrupted > 0)
    }
  }
}
