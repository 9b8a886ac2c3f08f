import TestSupport
import Testing

@testable import Learning

@Suite("Penguins") struct PenguinsTests {
  @Test("the text in the program is the file in Assets") func sameAsFile() throws {
    #expect(try Penguins.text == SourceTree.text("Assets/penguins.csv"))
  }
}
