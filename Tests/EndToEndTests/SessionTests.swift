import Foundation
import TestSupport
import Testing

/// Saving and coming back in a real terminal.
@Suite(.serialized) struct SessionTests {
  private func start(_ arguments: String, in folder: URL, after command: String = ":") throws -> TmuxScreen {
    let screen = try TmuxScreen(
      "sh -c 'cd \(folder.path) && \(command) && exec \(BuiltProduct.path("downhill")) \(arguments)'",
      environment: ["COLORFGBG": "15;0"], width: 100, height: 30)
    try #require(try screen.waitFor("paused") != nil)
    return screen
  }

  @Test("S saves, open shows the same screen", arguments: ["perceptron", "network --data xor", "surface himmelblau"])
  func round(arguments: String) throws {
    try withScratchFolder { folder in
      let first = try start(arguments, in: folder)
      for _ in 0..<5 { try first.send("\u{1B}OC") }
      try first.send("]\u{1B}OC\u{1B}OD")
      _ = try #require(try first.waitFor("step 5 of 6"))
      try first.send("S")
      _ = try #require(try first.waitFor("saved downhill-session-1.json"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["downhill-session-1.json"])
      try first.send("\u{1B}OC\u{1B}OD")
      _ = try #require(try first.waitUntil { rows in rows.contains { $0.hasSuffix("step 5 of 6") } })
      let saved = try first.styledRows()
      let second = try start("open downhill-session-1.json", in: folder)
      _ = try #require(try second.waitFor("the very numbers that were saved"))
      try second.send("\u{1B}OC\u{1B}OD")
      _ = try #require(
        try second.waitUntil { rows in rows.contains { $0.hasSuffix("step 5 of 6") } && rows.last != "" })
      #expect(try second.styledRows() == saved)
    }
  }

  @Test("Where a session can't be written it is said, and the run goes on")
  func refused() throws {
    try withScratchFolder { folder in
      // The folder it runs in is gone.
      let screen = try start("perceptron", in: folder, after: "mkdir gone && cd gone && rmdir ../gone")
      try screen.send("S")
      _ = try #require(try screen.waitFor("cannot write"))
      try screen.send("\u{1B}OC")
      _ = try #require(try screen.waitFor("step 1 of 1"))
    }
  }
}
