import Foundation
import Testing

@testable import Learning

@Suite("Penguins") struct PenguinsTests {
  @Test("the text in the program is the file in Assets") func sameAsFile() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = try String(contentsOf: root.appending(path: "Assets/penguins.csv"), encoding: .utf8)
    #expect(Penguins.text == file)
  }
}
