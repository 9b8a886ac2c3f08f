import Testing

@testable import Learning

/// Numbers as spreadsheets, programs and people write them; the values are what a reader of the text would say.
@Suite("Numbers of a table") struct CSVNumbersTests {
  static func read(_ text: String, _ options: CSVOptions = CSVOptions(), delimiter: Character = ";")
    -> CSVNumbers.Content
  {
    var numbers = CSVNumbers(options, delimiter: delimiter.asciiValue ?? 0)
    return Array(text.utf8).withUnsafeBufferPointer { numbers.read($0) }
  }

  @Test(
    "reads each dress",
    arguments: [
      ("−1.5", -1.5), ("–2", -2), ("‐3", -3), ("\u{A0}1.5", 1.5), ("1\u{A0}234", 1234),
      ("1\u{202F}234\u{202F}567", 1_234_567),
      ("1 234,5", 1234.5), ("10 237,65", 10237.65), ("−10 237,65", -10237.65), ("1.234,5", 1234.5), ("1,234.5", 1234.5),
      ("1,234,567", 1_234_567), ("1.234.567", 1_234_567), ("1.234.567,89", 1_234_567.89), ("12'345.5", 12345.5),
      ("12’345", 12345), ("0,123", 0.123), ("1,5", 1.5), ("1234,567", 1234.567), ("1,2345", 1.2345), (",5", 0.5),
      ("50,52 %", 50.52), ("12%", 12), ("50\u{A0}%", 50), ("$12", 12), ("-$12.5", -12.5), ("$-3", -3), ("€ 5", 5),
      ("5 €", 5), ("£1,200.50", 1200.5), ("¥300", 300), ("1.5D+02", 150), ("1d-3", 0.001), ("1.5·10³", 1500),
      ("2×10⁻⁴", 2e-4), ("1.5×10^3", 1500), ("+7", 7), ("1e5", 1e5), ("007", 7), ("1.5e−3", 0.0015),
    ] as [(String, Double)])
  func values(text: String, value: Double) {
    #expect(Self.read(text) == .number(value), "\(text)")
  }

  @Test(
    "knows what it can't know",
    arguments: [("1,234", 1234, DecimalMark.comma), ("12.345", 12345, .point), ("999.999", 999_999, .point)])
  func ambiguous(text: String, value: Double, mark: DecimalMark) {
    #expect(Self.read(text) == .ambiguous(value, mark))
    #expect(Self.read(text, CSVOptions(decimal: mark)) == .number(value / 1000))
    #expect(Self.read(text, CSVOptions(decimal: mark.other)) == .number(value))
    #expect(Self.read(text, CSVOptions(thousands: mark == .comma ? .comma : .point)) == .number(value))
    #expect(Self.read(text, CSVOptions(thousands: ThousandsMark.none)) == .number(value / 1000))
  }

  @Test("In a table with commas between the fields points are decimal, and a comma alone is none")
  func commas() {
    #expect(Self.read("1.234", delimiter: ",") == .number(1.234))
    #expect(Self.read("1,234", delimiter: ",") == .ambiguous(1234, .comma))
    #expect(Self.read("1,5", delimiter: ",") == .mixedDecimalMarks)
    #expect(Self.read("1,5", CSVOptions(decimal: .comma), delimiter: ",") == .number(1.5))
    #expect(Self.read("1.234.567", delimiter: ",") == .mixedDecimalMarks)
    #expect(Self.read("1.234", delimiter: " ") == .number(1.234))
  }

  @Test(
    "tells what is no number",
    arguments: [
      "1 2", "12 34", "1,2,3", "1,23,456", "1.2.3", "1,234,56", "1234,567,890", "0x1F", "1D2", "12abc", "%", "$",
      "1 000 00",
      "--1", "−−1", "1e", "1·10", "1×10^", "2²", "½", "٣", "１", "1..2", "1.234,567,8", "12:30", "5%%", "Na", "(5)",
    ])
  func texts(text: String) {
    #expect(Self.read(text) == .text, "\(text)")
  }

  @Test("knows the words for nothing, letter by letter")
  func missing() {
    for word in [
      "", "NA", "na", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "-nan", "NULL", "null", "None", "none", "?",
      "#DIV/0!",
    ] {
      #expect(Self.read(word) == .missing, "\(word)")
    }
    for word in ["Na", "nA", "Nan", "-", ".", "missing"] { #expect(Self.read(word) == .text, "\(word)") }
    #expect(Self.read("-999", CSVOptions(missing: ["-999", "."])) == .missing)
    #expect(Self.read(".", CSVOptions(missing: ["-999", "."])) == .missing)
    #expect(Self.read("NA", CSVOptions(missing: ["-999"])) == .text)
    #expect(Self.read("", CSVOptions(missing: [])) == .missing)
  }

  @Test("One number that tells settles what the others mean, before it and behind it")
  func settled() throws {
    func inputs(_ rows: [String]) throws -> [Double] {
      let text = "x;y;label\n" + rows.map { "\($0);a\n" }.joined()
      return try CSVReader.table(Array(text.utf8), name: "f").dataset.inputs
    }
    #expect(try inputs(["1.234;1", "12.345;2", "1.234,5;3"]) == [1234, 1, 12345, 2, 1234.5, 3])
    #expect(try inputs(["1,234;1", "0,5;2"]) == [1.234, 1, 0.5, 2])
    #expect(try inputs(["1.234;1", "2.345;0.25"]) == [1.234, 1, 2.345, 0.25])
    #expect(throws: CSVError.self) { try inputs(["1.234;1", "2.345;2"]) }
    #expect(throws: CSVError.self) { try inputs(["0,5;1", "0.5;2"]) }
    // Far behind what the guesses are made from.
    var text = "x;y;label\n"
    for row in 0..<130_000 { text += "\(row % 9 + 1).234;\(row % 7);\(row % 2)\n" }
    #expect(text.utf8.count > CSVReader.sampleSize)
    let late = try CSVReader.table(Array((text + "1.234,5;1;0\n").utf8), name: "f").dataset.inputs
    #expect(late.first == 1234 && late[260_000] == 1234.5)
    let point = try CSVReader.table(Array((text + "0.5;1;0\n").utf8), name: "f").dataset.inputs
    #expect(point.first == 1.234 && point[260_000] == 0.5)
  }

  @Test("A unit holds for its whole column")
  func units() {
    func problem(_ cells: [String]) -> CSVError? {
      let text = "x;y;label\n" + cells.map { "\($0);1;a\n" }.joined()
      do throws(CSVError) {
        _ = try CSVReader.table(Array(text.utf8), name: "f")
        return nil
      } catch { return error }
    }
    #expect(problem(["12%", "5 %", "0,5%"]) == nil)
    #expect(problem(["12%", "0.5"]) == CSVError(.mixedUnits("0.5", before: "%"), line: 3, column: 1, columnName: "x"))
    #expect(problem(["12", "$5"]) == CSVError(.mixedUnits("$5", before: ""), line: 3, column: 1, columnName: "x"))
  }

  @Test(
    "Other kinds of files are told by their first bytes",
    arguments: [
      ([0x1F, 0x8B, 8], .gzip), ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0], .xz), (Array("BZh91AY".utf8), .bzip2),
      ([0x28, 0xB5, 0x2F, 0xFD], .zstandard), (archive("data.csv"), .zip), (archive("[Content_Types].xml"), .xlsx),
      (archive("arr_0.npy"), .npz), ([0x93] + Array("NUMPY".utf8), .npy), (Array("PAR1".utf8), .parquet),
      (Array("ARROW1".utf8), .arrow), ([0x89] + Array("HDF\r\n".utf8), .hdf5),
      (Array("SQLite format 3\0".utf8), .sqlite),
      (Array("RDX3\n".utf8), .rdata), ([0x80, 4, 0x95], .pickle), (Array("%PDF-1.7".utf8), .pdf),
      ([0x89] + Array("PNG\r\n".utf8), .image), (Array(#"{"a": 1}"#.utf8), .json), (Array("[[1,2],[3,4]]".utf8), .json),
      (Array("  [\n {\"a\":1}]".utf8), .json), ([0xEF, 0xBB, 0xBF] + Array("{\"a\":1}".utf8), .json),
      (Array("<!DOCTYPE html><html>".utf8), .html), (Array("<?xml version=\"1.0\"?>".utf8), .xml),
      (Array("@RELATION iris".utf8), .arff), ([0xFF, 0xFE, 0x31, 0], .utf16), ([0xD0, 0xCF, 0x11, 0xE0], .xls),
    ] as [([UInt8], ForeignFormat)])
  func foreign(bytes: [UInt8], format: ForeignFormat) {
    #expect(ForeignFormat(beginning: bytes) == format)
  }

  @Test(
    "Tables are none of them",
    arguments: ["x,y,label\n", "[x],y\n", "{x},y\n", "BZ,1\n", "PA,1", "@x,y", "<x>,y", "%x"])
  func tables(text: String) {
    #expect(ForeignFormat(beginning: text.utf8) == nil)
  }

  /// The beginning of a zip archive whose first file has this name.
  private static func archive(_ name: String) -> [UInt8] {
    [0x50, 0x4B, 3, 4] + Array(repeating: 0, count: 22) + [UInt8(name.utf8.count), 0, 0, 0] + Array(name.utf8)
  }
}
