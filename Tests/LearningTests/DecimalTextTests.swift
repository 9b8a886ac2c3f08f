import Testing

@testable import Learning

@Suite("DecimalText") struct DecimalTextTests {
  static func read(_ text: String, mark: DecimalText.Mark = .unknown) -> DecimalText.Content {
    var decimal = DecimalText(mark: mark)
    return Array(text.utf8).withUnsafeBufferPointer { decimal.read($0) }
  }

  @Test(
    "reads what is written",
    arguments: [
      ("0", 0), ("1", 1), ("-1.5", -1.5), ("+2", 2), (".5", 0.5), ("5.", 5), ("1e3", 1000), ("1E-3", 0.001),
      ("1.5e+2", 150), ("0.1", 0.1), ("9007199254740993", 9_007_199_254_740_992), ("1e22", 1e22), ("1e23", 1e23),
      ("1.7976931348623157e308", 1.797_693_134_862_315_7e308), ("4.9e-324", 0x1p-1074), ("0e999", 0),
      ("0.000000000000000000000000000001", 1e-30), ("123456789012345678901234567890", 1.2345678901234568e29),
    ] as [(String, Double)])
  func values(text: String, value: Double) {
    #expect(Self.read(text) == .number(value))
  }

  /// The standard library's conversion, correctly rounded, is the oracle.
  @Test("rounds to the nearest double", arguments: 0..<8) func rounding(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    for _ in 0..<20_000 {
      let digits = 1 + generator.index(below: 21)
      var text = generator.index(below: 2) == 0 ? "-" : ""
      let mark = generator.index(below: digits + 1)
      for digit in 0..<digits {
        if digit == mark { text += "." }
        text += "\(generator.index(below: 10))"
      }
      if generator.index(below: 3) == 0 { text += "e\(generator.index(below: 60) - 30)" }
      guard let value = Double(text) else { continue }
      #expect(Self.read(text) == .number(value), "\(text)")
    }
    for _ in 0..<20_000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite else { continue }
      #expect(Self.read("\(value)") == .number(value), "\(value)")
      let small = generator.normal()
      #expect(Self.read("\(small)") == .number(small), "\(small)")
    }
  }

  /// Exactly halfway between two doubles, and a hair beside it: ties go to the even one.
  @Test("rounds ties to even") func ties() {
    #expect(Self.read("0.50000000000000005551115123125782702118158340454101562") == .number(0.5))
    #expect(Self.read("4503599627370496.5") == .number(4_503_599_627_370_496))
    #expect(Self.read("4503599627370497.5") == .number(4_503_599_627_370_498))
    #expect(Self.read("900719925474099.25") == .number(900_719_925_474_099.25))
    #expect(Self.read("9007199254740993.0") == .number(9_007_199_254_740_992))
    #expect(Self.read("9007199254740993.001") == .number(9_007_199_254_740_994))
  }

  @Test(
    "tells what is not a number",
    arguments: [
      ("", .text), ("NA", .text), ("inf", .infinite), ("-Infinity", .infinite), ("1e400", .outOfRange),
      ("-1e400", .outOfRange),
      ("1e-400", .outOfRange), ("0x1F", .text), ("1_000", .text), ("abc", .text), ("1e", .text), ("1e+", .text),
      ("--1", .text), ("1.2.3", .text), ("1 2", .text), (".", .text), ("-", .text), ("1f", .text), ("１", .text),
    ] as [(String, DecimalText.Content)])
  func words(text: String, content: DecimalText.Content) {
    #expect(Self.read(text) == content)
  }

  @Test("keeps to one decimal mark") func marks() {
    #expect(Self.read("1,5") == .number(1.5))
    #expect(Self.read("1,5", mark: .point) == .mixedDecimalMarks)
    #expect(Self.read("1.5", mark: .comma) == .mixedDecimalMarks)
    #expect(Self.read("1.234,5") == .text)
  }
}
