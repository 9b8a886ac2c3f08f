import TestSupport
import Testing

@testable import Learning

@Suite("CSVReader") struct CSVReaderTests {
  static func table(_ text: String, _ options: CSVOptions = CSVOptions()) throws -> CSVTable {
    try CSVReader.table(Array(text.utf8), name: "file.csv", options: options)
  }

  static func error(_ bytes: [UInt8], _ options: CSVOptions = CSVOptions()) -> CSVError? {
    do throws(CSVError) {
      _ = try CSVReader.table(bytes, name: "file.csv", options: options)
      return nil
    } catch {
      return error
    }
  }

  static let simple = Dataset(
    name: "file.csv", inputNames: ["x", "y"], inputs: [1, 2, 3, 4.5], targets: .classes([0, 1], names: ["A", "B"]))

  @Test(
    "reads a table however it is written",
    arguments: [
      "x,y,c\n1,2,A\n3,4.5,B\n", "x,y,c\r\n1,2,A\r\n3,4.5,B\r\n", "x,y,c\r1,2,A\r3,4.5,B", "x,y,c\n1,2,A\n3,4.5,B",
      "\u{FEFF}x,y,c\n1,2,A\n3,4.5,B\n", "x;y;c\n1;2;A\n3;4,5;B\n", "x\ty\tc\n1\t2\tA\n3\t4.5\tB\n",
      "x;y;c\n1;2;A\n3;4.5;B\n", "\"x\",\"y\",\"c\"\n\"1\",\"2\",\"A\"\n\"3\",\"4.5\",\"B\"\n",
      "x, y, c\n1, 2, A\n3, 4.5, B\n", "x,y,c\n\n1,2,A\n\n3,4.5,B\n\n", "x, y ,\"c\"\n 1,\t2 , \"A\" \n3,4.5,B",
      "x,y,c\n1,2,A\n,2,A\nNA,1,B\n3,4.5,B\n5,5,\n5,nan,A\n", "x,y,c\n1e0,+2.,A\n3.0,45e-1,B",
    ])
  func spellings(text: String) throws {
    let table = try Self.table(text)
    #expect(table.dataset == Self.simple)
    #expect(table.hasHeader)
    #expect(table.inputColumns == [0, 1] && table.labelColumn == 2)
    #expect(table.areInputsGuessed && table.isLabelGuessed)
  }

  @Test("a file comes out the same in chunks of any size", arguments: 1...20) func chunks(size: Int) throws {
    let text = "x;y;\"the \"\"class\"\"\"\r\n1;2;\"A\"\r\n3;4,5;\"line one\r\nline two; \"\"quoted\"\"\"\r\n-1;1;Ä\r\n"
    let bytes = Array(String(repeating: "# ", count: 0).utf8) + Array(text.utf8)
    var reader = CSVReader(name: "file.csv")
    for start in stride(from: 0, to: bytes.count, by: size) {
      try reader.consume(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    let table = try reader.finish()
    #expect(table.dataset.inputs == [1, 2, 3, 4.5, -1, 1])
    #expect(table.dataset.classNames == ["A", "line one\r\nline two; \"quoted\"", "Ä"])
    #expect(table.columnNames == ["x", "y", "the \"class\""])
    #expect(reader.byteCount == bytes.count && reader.rowCount == 3)
  }

  @Test("large files come out the same in chunks of any size", arguments: [1000, 4096, 65_536, 70_001, 1 << 20])
  func largeChunks(size: Int) throws {
    var generator = SplitMix64(seed: 1)
    var bytes = Array("id,x,\"y, the second\",label\n".utf8)
    var inputs: [Double] = []
    var labels: [Int] = []
    for row in 0..<20_000 {
      let (x, y, label) = (generator.normal(), generator.normal(), row < 2 ? row : generator.index(below: 2))
      inputs += [x, y]
      labels.append(label)
      bytes += Array("row \(row),\(x),\"\(y)\",\(label == 0 ? "yes" : "\"n\"\"o\"")\r\n".utf8)
    }
    var reader = CSVReader(name: "file.csv")
    for start in stride(from: 0, to: bytes.count, by: size) {
      try reader.consume(Array(bytes[start..<min(start + size, bytes.count)]))
    }
    let table = try reader.finish()
    #expect(table.dataset.inputs == inputs)
    #expect(table.dataset.targets == .classes(labels, names: ["yes", "n\"o"]))
    #expect(table.inputColumns == [1, 2] && table.labelColumn == 3 && table.rowCount == 20_000)
  }

  @Test("guesses header, columns and label, and takes them as told") func choices() throws {
    let text = "id,species,length,year,depth\na,X,1,2007,5\nb,Y,2,2008,6\nc,Z,3,2009,7\nd,X,4,2007,NA\n"
    let guessed = try Self.table(text)
    #expect(guessed.inputColumns == [2, 4] && guessed.labelColumn == 1)
    let told = try Self.table(
      text, CSVOptions(columns: ["length", "5"], label: "species", classNames: ["Z", "X"]))
    #expect(told.dataset.inputNames == ["length", "depth"])
    #expect(told.dataset.inputs == [1, 5, 3, 7])
    #expect(told.dataset.targets == .classes([0, 1], names: ["X", "Z"]))
    #expect(told.missingCount == 1 && told.otherClassCount == 1 && told.rowCount == 4)
    #expect(!told.areInputsGuessed && !told.isLabelGuessed)
    let headless = try Self.table("1,2,0\n3,4,1\n5,6,1\n")
    #expect(!headless.hasHeader && headless.labelColumn == 2)
    #expect(headless.columnNames == ["column 1", "column 2", "column 3"])
    let forced = try Self.table("1,2,0\n3,4,1\n", CSVOptions(hasHeader: true))
    #expect(forced.dataset.count == 1)
    let numbers = try Self.table("a,b,t\n1,2,0.5\n3,4,0.25\n", CSVOptions(target: .numbers))
    #expect(numbers.dataset.targets == .numbers([0.5, 0.25]))
    let single = try Self.table("1,2,A")
    #expect(single.dataset.count == 1)
  }

  @Test("orders classes by number where they are numbers") func classOrder() throws {
    let binary = try Self.table("x,y,c\n1,2,0\n3,4,1\n")
    #expect(binary.dataset.targets == .classes([1, 0], names: ["1", "0"]))
    let signed = try Self.table("x,y,c\n1,2,1\n3,4,-1\n")
    #expect(signed.dataset.targets == .classes([0, 1], names: ["1", "-1"]))
    let several = try Self.table("x,y,c\n1,2,10\n3,4,9\n5,6,2\n")
    #expect(several.dataset.targets == .classes([2, 1, 0], names: ["2", "9", "10"]))
    #expect(ClassOrder.indices(of: ["b", "a"]) == [0, 1])
    #expect(ClassOrder.indices(of: []) == [])
  }

  typealias Refusal = (text: String, problem: CSVError.Problem, line: Int?, column: Int?)

  static let refusals: [Refusal] = [
    ("", .empty, nil, nil), ("\n\n", .empty, nil, nil), ("x,y,c\n", .noRows, 1, nil), ("x,y,c", .noRows, 1, nil),
    ("x,y,c\n1,2,A\n1,2\n", .raggedRow(expected: 3, found: 2), 3, nil),
    ("x,y,c\n1,2,A\n1,2,B,4\n", .raggedRow(expected: 3, found: 4), 3, nil),
    ("1\n2\n", .tooFewColumns(found: 1), 1, nil),
    ("A title\n\nx,y,label\n1,2,a\n", .tooFewColumns(found: 1, header: 3), 1, nil),
    ("Birds; 2024\nx;y;label\n1;2;a\n", .tooFewColumns(found: 2, header: 2), 1, nil),
    ("Birds\nx\ty\tlabel\n1\t2\ta\n", .tooFewColumns(found: 1, header: 2), 1, nil),
    ("x,y\n1,2\n", .tooFewColumns(found: 2), 1, nil),
    ("x,y,c\na,b,A\nc,d,B\n", .tooFewNumericColumns(found: []), nil, nil),
    ("x,y,c\n1,b,A\n2,d,B\n", .tooFewNumericColumns(found: ["x"]), nil, nil),
    ("x,y,c\n1,2,A\n\"3,4,B\n", .unterminatedQuote, 3, 1), ("x,y,c\n1,2,A\n3,4,B\"C\n", .strayQuote, 3, 3),
    ("x,y,c\n1,2,A\n3,4,\"B\"C\n", .textAfterQuote, 3, 3), ("x,y,c\n1,2,A\n3,\u{0},B\n", .nul, 3, 2),
    ("x,y,c\n1,2,A\n3,inf,B\n", .infinite("inf"), 3, 2), ("x,y,c\n1,2,A\n1e400,1,B\n", .outOfRange("1e400"), 3, 1),
    ("x,y,c\n1,2,A\n\n1,1e-999,B\n", .outOfRange("1e-999"), 4, 2),
    ("x;y;c\n1,5;2;A\n1.5;2;B\n", .mixedDecimalMarks("1.5"), 3, 1),
    ("x,y,c\nNA,2,A\n", .tooFewNumericColumns(found: ["y"]), nil, nil),
  ]

  @Test("refuses with the place", arguments: refusals.indices) func refusal(index: Int) {
    let refusal = Self.refusals[index]
    let error = Self.error(Array(refusal.text.utf8))
    #expect(error?.problem == refusal.problem, "\(refusal.text)")
    #expect(error?.line == refusal.line)
    #expect(error?.column == refusal.column)
  }

  @Test("refuses what is wrong with a choice") func choiceRefusals() {
    let bytes = Array("x,x,c,\n1,2,A,3\n4,5,B,6\n".utf8)
    func problem(_ columns: [String]?, _ label: String?, _ classes: [String]? = nil) -> CSVError.Problem? {
      Self.error(bytes, CSVOptions(columns: columns, label: label, classNames: classes))?.problem
    }
    #expect(problem(["x", "4"], "c") == .ambiguousColumn("x"))
    #expect(problem(["1", "z"], "c") == .unknownColumn("z", available: ["x", "x", "c", "column 4"]))
    #expect(problem(["1", "5"], "c") == .columnOutOfRange(5, count: 4))
    #expect(problem(["1", "0"], "c") == .columnOutOfRange(0, count: 4))
    #expect(problem(["1"], "c") == .notTwoColumns(found: 1))
    #expect(problem(["1", "1"], "c") == .repeatedColumn("x"))
    #expect(problem(["1", "3"], "c") == .repeatedColumn("c"))
    #expect(problem(["3", "1"], "2") == .notNumber("A"))
    #expect(problem(["1", "2"], "c", ["A", "Z"]) == .unknownClass("Z", available: ["A", "B"]))
    #expect(problem(["1", "column 4"], "c") == nil)
  }

  @Test("text far below a column of numbers is refused with its line and name") func lateText() {
    var text = "x,y,c\n"
    for row in 0..<1000 { text += "\(row),1,A\n" }
    text += "1,hello,B\n"
    let error = Self.error(Array(text.utf8))
    #expect(error == CSVError(.notNumber("hello"), line: 1002, column: 2, columnName: "y"))
    let hex = Self.error(Array((text.dropLast(10) + "1,0x1F,B\n").utf8))
    #expect(hex?.problem == .notNumber("0x1F"))
    let comma = Self.error(Array((text.dropLast(10) + "1,\"1,5\",B\n").utf8))
    #expect(comma?.problem == .notNumber("1,5"))
  }

  @Test(
    "refuses what is no text",
    arguments: [
      ([0x1F, 0x8B, 8, 0, 0, 0], .foreign(.gzip)), ([0x50, 0x4B, 3, 4, 20, 0], .foreign(.zip)),
      ([0xFF, 0xFE, 0x31, 0, 0x2C, 0], .foreign(.utf16)), ([0xFE, 0xFF, 0, 0x31, 0, 0x2C], .foreign(.utf16)),
      ([0x31, 0, 0x2C, 0], .nul), (Array(repeating: 0, count: 200_000), .nul),
      (Array("x,y,c\n1,2,".utf8) + [0xE4, 0x0A], .notUTF8),
      (Array("1,2,\"".utf8) + [0xC0, 0x80, 0x22, 0x0A], .notUTF8),
      (Array(repeating: UInt8(ascii: "a"), count: 1_200_000), .rowTooLong(limit: 1 << 20)),
      ([UInt8(ascii: "\"")] + Array(repeating: UInt8(ascii: "a"), count: 1_200_000), .rowTooLong(limit: 1 << 20)),
    ] as [([UInt8], CSVError.Problem)])
  func binaries(bytes: [UInt8], problem: CSVError.Problem) {
    #expect(Self.error(bytes)?.problem == problem)
  }

  @Test("more classes than can be shown are refused at the row") func classes() {
    let text = "x,y,c\n" + (0..<12).map { "1,2,k\($0)\n" }.joined()
    #expect(
      Self.error(Array(text.utf8))
        == CSVError(.tooManyClasses(limit: 10, label: "k10"), line: 12, column: 3, columnName: "c"))
    #expect(Self.error(Array(text.utf8), CSVOptions(maximumClasses: 12)) == nil)
  }

  @Test("ten thousand columns are read") func wide() throws {
    let names = (1...10_000).map { "c\($0)" }.joined(separator: ",")
    let row = (1...10_000).map { "\($0)" }.joined(separator: ",")
    let table = try Self.table(
      names + "\n" + row + "\n" + row + "\n", CSVOptions(columns: ["c9000", "2"], label: "c7"))
    #expect(table.dataset.inputs == [9000, 2, 9000, 2])
  }

  @Test("only missing values are refused as such") func allMissing() {
    let text = "x,y,c\n1,2,A\n"
    let missing = Self.error(Array("x,y,c\n1,NA,A\nNA,2,B\n".utf8), CSVOptions(columns: ["x", "y"], label: "c"))
    #expect(missing?.problem == .noUsableRows(missing: 2, otherClasses: 0))
    #expect(Self.error(Array(text.utf8)) == nil)
  }

  @Test("random bytes never trap", arguments: 0..<200) func fuzz(seed: Int) {
    var generator = SplitMix64(seed: UInt64(seed))
    let damage = Damage("x,y;c\t\"\r\n1.5,e-+A\u{0}\u{FEFF}ÄNAinf0x".unicodeScalars.map { String($0) }, most: 11)
    for _ in 0..<25 {
      let bytes = damage.damaged("x,y,c\n1,2,A\n3,4.5,\"B\"\n".utf8, using: &generator)
      // Whole or in two chunks: the same answer.
      let whole = try? CSVReader.table(bytes, name: "f")
      var reader = CSVReader(name: "f")
      let cut = generator.index(below: bytes.count + 1)
      let parts = try? { () throws(CSVError) -> CSVTable in
        try reader.consume(Array(bytes[..<cut]))
        try reader.consume(Array(bytes[cut...]))
        return try reader.finish()
      }()
      #expect(whole == parts)
    }
  }
}
