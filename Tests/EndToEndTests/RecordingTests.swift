import Foundation
import TestSupport
import Testing

/// A recording, played again in another terminal.
@Suite(.serialized) struct RecordingTests {
  @Test(
    "Played again, it ends on the screen that was seen last, colors included", arguments: ["perceptron", "surface"])
  func replay(scene: String) throws {
    try withScratchFolder { folder in
      let cast = folder.appending(path: "a.cast")
      let screen = try TmuxScreen(
        "\(BuiltProduct.path("downhill")) \(scene) --record \(cast.path)", environment: ["COLORFGBG": "15;0"],
        width: 100, height: 30)
      _ = try #require(try screen.waitFor("paused"))
      for _ in 0..<5 { try screen.send("\u{1B}OC") }
      _ = try #require(try screen.waitFor("step 5 of 5"))
      try screen.send("t")
      try screen.send("\u{1B}OC")
      _ = try #require(try screen.waitFor("step 6 of 6"))
      let last = try screen.styledRows()
      try screen.send("q")
      _ = try #require(try screen.waitFor("recorded"))
      // What the player would write, in one piece.
      var output = Data()
      let text = String(decoding: try Data(contentsOf: cast), as: UTF8.self)
      for line in text.split(separator: "\n").dropFirst() {
        let event = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any])
        output += Data(try #require(event[2] as? String).utf8)
      }
      let bytes = folder.appending(path: "bytes")
      try output.write(to: bytes)
      let player = try TmuxScreen("sh -c 'cat \(bytes.path); sleep 100'", width: 100, height: 30)
      let played = try #require(try player.waitFor("step 6 of 6"))
      #expect(try player.styledRows() == last)
      #expect(played.count == 30)
    }
  }
}
