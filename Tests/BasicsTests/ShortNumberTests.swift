import Basics
import Testing

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
    #expect(ShortNumber(value).plain == expected)
  }

  @Test(
    "five digits, and those before the point",
    arguments: [
      (0, "0"), (-0.0, "0"), (1, "1"), (-2.25, "-2.25"), (0.1, "0.1"), (1.0 / 3, "0.33333"), (2.0 / 3, "0.66667"),
      (99999.7, "100000"), (123456, "123456"), (1_234_567, "1.2346e6"), (0.000123456, "0.00012346"),
      (0.0000123456, "1.2346e-5"), (1e-300, "1e-300"), (9.99999e20, "1e21"), (100, "100"), (12345, "12345"),
      (0.99999999, "1"), (1e16, "1e16"), (-1.8845208, "-1.8845"),
    ] as [(Double, String)])
  func five(value: Double, expected: String) {
    #expect(ShortNumber(value, significant: 5).plain == expected)
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
    #expect(ShortNumber(value, decimals: decimals).plain == expected)
  }

  @Test("Print has a minus sign and an infinity")
  func unicode() {
    #expect(ShortNumber(-0.5).printed == "−0.5")
    #expect(ShortNumber(-.infinity).printed == "−∞")
  }

  @Test("absurd digits do not trap", arguments: [Int.min, -1, 0, 1, 17, 400, Int.max / 2])
  func absurd(digits: Int) {
    for value in Self.awkward {
      #expect(!ShortNumber(value, significant: digits).plain.isEmpty)
      #expect(!ShortNumber(value, decimals: digits).plain.isEmpty)
    }
  }

  static let awkward: [Double] = [
    .nan, .infinity, -.infinity, 0, -0.0, 1, -1, .leastNonzeroMagnitude, -.leastNonzeroMagnitude, 1e-300, 1e300, -1e300,
    .greatestFiniteMagnitude,
    -.greatestFiniteMagnitude, 1e16, 1e16 + 2, 0.1,
  ]
}
