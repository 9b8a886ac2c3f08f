import Testing

@testable import Training

@Suite struct SpellingTests {
  @Test(
    "A word near enough is suggested, one that is not is not",
    arguments: [
      ("lerning-rate", "learning-rate"), ("optimiser", "optimizer"), ("sede", "seed"), ("DATA", "data"),
      ("epoch", "epochs"), ("learn", "learning-rate"), ("xyz", nil), ("", nil), ("e", nil),
    ])
  func nearest(text: String, expected: String?) {
    #expect(Spelling.nearest(to: text, among: Key.allCases.map(\.rawValue)) == expected)
  }

  @Test("A very long text is not compared at all")
  func long() {
    #expect(Spelling.nearest(to: String(repeating: "a", count: 1_000_000), among: ["seed"]) == nil)
  }
}
