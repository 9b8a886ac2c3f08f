import Foundation
import TestSupport
import Testing

/// Where files may not grow beyond a size, as on a disk that becomes full in the middle of a file.
@Suite struct FileLimitTests {
  /// Starts the program under a limit in blocks of 512 bytes.
  private func start(_ arguments: [String], blocks: Int) throws -> PseudoTerminal {
    try PseudoTerminal(
      "/bin/sh", ["-c", #"ulimit -f "$0"; exec "$@""#, "\(blocks)", BuiltProduct.path("downhill")] + arguments,
      environment: WaysOutTests.environment)
  }

  @Test("A save that ends half-way leaves the old file, and tells the path and the reason")
  func save() throws {
    try withScratchFolder { folder in
      let file = folder.appending(path: "model.json")
      let old = Data("the old one".utf8)
      try old.write(to: file)
      // A model of 50,000 bytes.
      let arguments = ["network", "--hidden", "64,64", "--epochs", "0", "--format", "csv", "--save-model", file.path]
      let terminal = try start(arguments, blocks: 16)
      #expect(terminal.waitForEnd() == .exit(73))
      #expect(terminal.text.contains("File too large") && terminal.text.contains("model.json"))
      #expect(try Data(contentsOf: file) == old)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["model.json"])
    }
  }

  @Test("Where there is not room enough for a picture there is no screen, and it is said")
  func picture() throws {
    let terminal = try start(["perceptron"], blocks: 100)
    #expect(terminal.waitForEnd() == .exit(1))
    #expect(terminal.text.contains("ulimit -f") && !terminal.text.contains("[?1049h"))
  }
}
