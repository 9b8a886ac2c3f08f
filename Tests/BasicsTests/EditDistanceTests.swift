import Basics
import Testing

@Suite("EditDistance") struct EditDistanceTests {
  @Test(
    "The textbook's cases, and one edit for two neighbors swapped",
    arguments: [
      ("kitten", "sitting", 3), ("Saturday", "Sunday", 3), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0),
      ("ca", "ac", 1), ("CA", "ABC", 3), ("form", "from", 1), ("", "", 0),
    ])
  func cases(first: String, second: String, expected: Int) {
    #expect(EditDistance.between(Array(first), Array(second)) == expected)
    #expect(EditDistance.between(Array(second), Array(first)) == expected)
  }
}
