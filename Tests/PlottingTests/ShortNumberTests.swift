import Testing

@testable import Plotting

@Suite("ShortNumber") struct ShortNumberTests {
  @Test(
    "significant digits, shortest form",
    arguments: [
      (0.1 + 0.2, "0.3"), (1, "1"), (-1.5, "-1.5"), (0, "0"), (-0.0, "0"), (1234.5678, "1235"), (123_456, "123456"),
      (1_234_567, "1.23e6"), (0.000_123_4, "0.000123"), (0.000_012_34, "1.23e-5"), (999_999.6, "1e6"),
      (99.96, "100"), (0.9999, "1"), (1e300, "1e300"), (.leastNonzeroMagnitude, "5e-324"), (.nan, "nan"),
      (.infinity, "inf"),
      (-.infinity, "-inf"), (2.5, "2.5"), (100, "100"), (1e21, "1e21"),
    ])
  func significant(value: Double, expected: String) {
    #expect(ShortNumber(value).text(.ascii).description == expected)
  }

  @Test(
    "fixed decimals",
    arguments: [
      (0.125, 2, "0.13"), (1, 3, "1.000"), (-0.001, 2, "0.00"), (-0.006, 2, "-0.01"), (9.999, 2, "10.00"),
      (0, 1, "0.0"),
      (0.5, 0, "1"), (0.4, 0, "0"), (0.05, 0, "0"), (123.456, 1, "123.5"), (1e9, 2, "1e9"), (1e-9, 2, "0.00"),
      (0.999, 2, "1.00"), (12, 0, "12"),
    ])
  func fixed(value: Double, decimals: Int, expected: String) {
    #expect(ShortNumber(value, decimals: decimals).text(.ascii).description == expected)
  }

  @Test("Unicode has a minus sign and an infinity")
  func unicode() {
    #expect(ShortNumber(-0.5).text(.braille) == "−0.5")
    #expect(ShortNumber(-.infinity).text(.block) == "−∞")
  }

  @Test("absurd digits do not trap", arguments: [Int.min, -1, 0, 1, 17, 400, Int.max / 2])
  func absurd(digits: Int) {
    for value in ScaleTests.awkward {
      #expect(!ShortNumber(value, significant: digits).text(.ascii).description.isEmpty)
      #expect(!ShortNumber(value, decimals: digits).text(.ascii).description.isEmpty)
    }
  }
}
