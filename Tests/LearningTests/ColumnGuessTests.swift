import TestSupport
import Testing

@testable import Learning

/// What is taken as input, label and header when nobody says, and that no cell and no order changes it.
@Suite("Guessed columns") struct ColumnGuessTests {
  static func table(_ text: String, _ options: CSVOptions = CSVOptions()) throws -> CSVTable {
    try CSVReader.table(Array(text.utf8), name: "file.csv", options: options)
  }

  static func names(_ table: CSVTable) -> [String] {
    table.inputColumns.map { table.columnNames[$0] } + [table.columnNames[table.labelColumn]]
  }

  /// Twelve rows of a first column, two measures that do not count, and a class.
  static func rows(_ first: (Int) -> String) -> String {
    (0..<12).map { "\(first($0)),\($0 * 7 % 5).5,\($0 * 3 % 7),\($0 % 2 == 0 ? "a" : "b")\n" }.joined()
  }

  @Test(
    "No identifier is an input",
    arguments: [
      "", "id", "ID", "Id", "index", "no", "No.", "nr", "#", "Unnamed: 0", "rownames", "row_id", "PassengerId",
      "customer_id", "X", "obs", "Observation", "case", "sample no", "S.No", "serial", "subject", "...1", "gameno",
      "anything",
    ])
  func identifiers(name: String) throws {
    for offset in [0, 1, 101] where offset < 100 || name != "anything" {
      let table = try Self.table("\(name),a,b,kind\n" + Self.rows { "\($0 + offset)" })
      #expect(Self.names(table) == ["a", "b", "kind"], "\(name) from \(offset)")
      #expect(table.passedOver == [.init(column: 0, reason: .identifier)], "\(name)")
    }
    let told = try Self.table("\(name),a,b,kind\n" + Self.rows { "\($0)" }, CSVOptions(columns: ["1", "2"]))
    #expect(told.inputColumns == [0, 1] && told.passedOver.isEmpty)
  }

  @Test("A name that says so is an identifier in any order of the rows and anywhere in the table")
  func shuffled() throws {
    let shuffled = try Self.table("id,a,b,kind\n" + Self.rows { "\($0 * 7 % 12 + 1000)" })
    #expect(Self.names(shuffled) == ["a", "b", "kind"])
    let repeated = try Self.table("patient,a,b,kind\n" + Self.rows { "\($0 / 2)" })
    #expect(Self.names(repeated) == ["a", "b", "kind"])
    let last = try Self.table("a,row_id,b,kind\n1.5,1,3,x\n2.5,2,4,y\n0.5,3,9,x\n")
    #expect(Self.names(last) == ["a", "b", "kind"])
    let second = try Self.table(
      "kind,study,a,b\n" + (1...12).map { "\($0 % 2),\($0),\($0 * 7 % 5).5,\($0 % 7)\n" }.joined())
    #expect(second.inputColumns == [2, 3] && second.passedOver == [.init(column: 1, reason: .identifier)])
    let nothing = try Self.table("1,0.614,-7.798,a\n2,0.615,-7.798,b\n")
    #expect(nothing.inputColumns == [1, 2])
  }

  @Test("Where passing over leaves too little, it is refused and named, not taken")
  func refused() {
    do throws(CSVError) {
      _ = try CSVReader.table(Array("id,x,label\n1,0.5,a\n2,0.25,b\n".utf8), name: "f")
      Issue.record("taken")
    } catch {
      #expect(error.problem == .tooFewMeasures(found: ["x"], passedOver: ["id"]))
    }
  }

  @Test(
    "What measures is an input, whatever it is called",
    arguments: ["x", "temperature", "acid", "time", "number", "count", "age", "year", "t", "valid", "period"])
  func measures(name: String) throws {
    let table = try Self.table("\(name),a,b,kind\n" + Self.rows { "\($0 * 5 % 7)" })
    #expect(Self.names(table) == [name, "a", "kind"])
  }

  @Test("y is a label by its name, unless an x stands beside it or it leaves less than two inputs")
  func coordinateOrLabel() throws {
    let rows = Self.rows { "\($0 * 5 % 7)" }
    #expect(Self.names(try Self.table("y,a,b,kind\n" + rows)) == ["a", "b", "y"])
    #expect(Self.names(try Self.table("y,x,b,kind\n" + rows)) == ["y", "x", "kind"])
    #expect(Self.names(try Self.table("Y,X1,X2,kind\n" + rows)) == ["X1", "X2", "Y"])
    #expect(Self.names(try Self.table("a,y,kind\n1.5,2,p\n2.5,1,q\n0.5,2,p\n")) == ["a", "y", "kind"])
  }

  @Test(
    "Names in other words and languages are identifiers and labels as well",
    arguments: [
      "Record ID", "uid", "identifiant", "Kundennr", "zip_code", "PLZ", "isbn", "编号", "numéro", "account number",
      "phone_number", "product code", "№",
    ])
  func otherIdentifiers(name: String) throws {
    let table = try Self.table("\(name),a,b,kind\n" + Self.rows { "\(10000 + $0 * 7919 % 8999)" })
    #expect(Self.names(table) == ["a", "b", "kind"])
    let isCode = ["zip_code", "PLZ", "isbn", "product code"].contains(name)
    #expect(table.passedOver == [.init(column: 0, reason: isCode ? .code : .identifier)])
  }

  @Test(
    "A label is known by its name wherever it stands, in other words and languages as well",
    arguments: [
      "Label", " label ", "class_label", "target_class", "true_label", "class_", "is_fraud", "Survived", "churn",
      "Klasse",
      "classe", "étiquette", "类别", "ground_truth",
    ])
  func otherLabels(name: String) throws {
    let rows = (0..<12).map { "\($0 / 3 % 2),\($0 * 7 % 5).5,\($0 * 5 % 12),\("pqr".map(String.init)[$0 % 3])\n" }
      .joined()
    let first = try Self.table("\(name),a,b,group\n" + rows)
    #expect(first.labelColumn == 0 && first.inputColumns == [1, 2])
  }

  @Test("Row names without a name, years and moments in their order are no inputs; other numbers of that size are")
  func otherIndices() throws {
    func inputs(_ name: String, _ value: (Int) -> String) throws -> [Int] {
      try Self.table("\(name),a,b,kind\n" + Self.rows(value)).inputColumns
    }
    #expect(try inputs("") { "\($0 * 7 % 12)" } == [1, 2])
    #expect(try inputs("") { "\(300 - $0).1" } == [1, 2])
    #expect(try inputs("nr") { "\($0 / 3)" } == [1, 2])
    #expect(try inputs("year") { "\(1990 + $0 / 2)" } == [1, 2])
    #expect(try inputs("created_at") { "\(1_700_000_000 + $0 * 3601)" } == [1, 2])
    #expect(try inputs("weight") { "\(1990 + $0 / 2)" } == [0, 1])
    #expect(try inputs("year") { "\(70 + $0 / 2)" } == [0, 1])
    #expect(try Self.table("year,a,kind\n1990,2.5,p\n1991,1.5,q\n1992,2.5,p\n").inputColumns == [0, 1])
  }

  /// Twenty-four rows: eight of each of three subjects.
  static func panel(_ value: (_ subject: Int, _ visit: Int) -> String) -> String {
    (0..<24).map { row in
      "\(value(row / 8, row % 8)),\(row * 7 % 5).5,\(row * 3 % 7),\(row % 2 == 0 ? "a" : "b")\n"
    }.joined()
  }

  @Test(
    "An identifier that comes again in the rows of its subject is one all the same",
    arguments: [
      "subject", "studyid", "nr", "mid", "hid", "individual", "persnum", "Sample Number", "choiceid", "gameno", "firm",
      "state", "entity", "herd", "district", "caseno", "cusip", "distcod", "cowcode2", "inst",
    ])
  func repeated(name: String) throws {
    // Subjects in no order, and counting within each.
    let subjects = try Self.table("\(name),a,b,kind\n" + Self.panel { subject, _ in "\([13, 7, 45][subject])" })
    #expect(Self.names(subjects) == ["a", "b", "kind"], "\(name)")
    #expect(subjects.passedOver.map(\.column) == [0])
    let counts = try Self.table("\(name),a,b,kind\n" + Self.panel { _, visit in "\(visit + 1)" })
    #expect(Self.names(counts) == ["a", "b", "kind"], "\(name)")
  }

  @Test(
    "What measures may come again in the rows of a subject", arguments: ["acid", "humid", "dose", "visit", "school"])
  func repeatedMeasures(name: String) throws {
    let table = try Self.table("\(name),a,b,kind\n" + Self.panel { subject, visit in "\(subject + visit * 5 % 7)" })
    #expect(table.inputColumns == [0, 1], "\(name)")
  }

  @Test(
    "Years are dates in any order, in other languages, from 1500 to 2100",
    arguments: ["year", "Yr", "Jahr", "año", "decade"])
  func years(name: String) throws {
    func inputs(_ first: Int) throws -> [Int] {
      try Self.table("\(name),a,b,kind\n" + Self.panel { _, visit in "\(first + visit * 5 % 8)" }).inputColumns
    }
    #expect(try inputs(1970) == [1, 2] && inputs(1500) == [1, 2] && inputs(2093) == [1, 2])
    #expect(try inputs(1499) == [0, 1] && inputs(2094) == [0, 1])
    // Where no two others remain beside a label of numbers, the years are taken.
    let few = try Self.table("\(name),a,label\n1990,2.5,0\n1992,1.5,1\n1991,2.5,0\n")
    #expect(few.inputColumns == [0, 1] && few.labelColumn == 2)
  }

  @Test("Where nothing but numbers could be the label, what numbers the runs is an input")
  func nothingElse() throws {
    // As the table of Michelson’s speeds of light: five experiments of twenty runs, with three values to tell apart.
    let rows = (0..<100).map { "\"\($0)\",\($0 / 20 + 1),\($0 % 20 + 1),\(850 + $0 * 7 % 3)" }
    let table = try Self.table("\"\",Expt,Run,Speed\n" + rows.joined(separator: "\n") + "\n")
    #expect(table.inputColumns == [1, 2] && table.labelColumn == 3)
  }

  @Test("A table of twenty thousand columns is guessed about at once")
  func wide() throws {
    let names = (0..<20_000).map { "c\($0)" }.joined(separator: ",")
    let rows = (0..<3).map { row in (0..<20_000).map { "\(($0 + row * 3) % 7).5" }.joined(separator: ",") }
    let clock = ContinuousClock()
    let time = try clock.measure { _ = try Self.table(names + "\n" + rows.joined(separator: "\n")) }
    #expect(time < TestShare.patience(.seconds(10)))
  }

  @Test("Coordinates that count are coordinates")
  func coordinates() throws {
    for name in ["x", "time", "day"] {
      let table = try Self.table("\(name),a,b,kind\n" + Self.rows { "\($0)" })
      #expect(Self.names(table) == [name, "a", "kind"])
    }
    #expect(try Self.table("1,2,a\n3,4,b\n").inputColumns == [0, 1])
  }

  @Test(
    "No date is an input",
    arguments: [
      "2024-01-0#", "2024/1/#", "#.1.2024", "1/#/2024", "1/#/24", "2024010#", "2024-01-0#T10:00:00", "12:3#",
      "12:3#:01",
    ])
  func dates(pattern: String) throws {
    func date(_ row: Int) -> String { pattern.replacing("#", with: "\(row % 9 + 1)") }
    let table = try Self.table("day,a,b,kind\n" + Self.rows(date))
    #expect(Self.names(table) == ["a", "b", "kind"])
    let headless = try Self.table(Self.rows(date))
    #expect(headless.inputColumns == [1, 2] && headless.labelColumn == 3)
  }

  typealias Naming = (columns: String, label: String)

  static let namings: [Naming] = [
    ("id,x,y,label", "label"), ("label,x,y,id", "label"), ("x,y,class,kind", "class"), ("x,y,kind,target", "target"),
    ("x1,x2,y,species", "species"), ("a,b,y", "y"), ("y,x,label", "label"), ("target,x,y,class", "class"),
    ("a,b,Class,c", "Class"), ("LABEL,a,b", "LABEL"),
  ]

  @Test("A label is looked for by its name before by its values", arguments: namings.indices)
  func labels(index: Int) throws {
    let naming = Self.namings[index]
    let columns = naming.columns.split(separator: ",").map(String.init)
    var text = naming.columns + "\n"
    for row in 0..<8 {
      text +=
        columns.enumerated().map { column, name in
          name == "id" ? "\(row)" : name == "kind" ? ["p", "q"][row % 2] : "\((row * (column + 2) + column) % 3)"
        }.joined(separator: ",") + "\n"
    }
    let table = try Self.table(text)
    #expect(table.columnNames[table.labelColumn] == naming.label)
    #expect(!table.inputColumns.contains(table.labelColumn))
  }

  @Test("Names of things are no label where few values are")
  func things() throws {
    let people = try Self.table("name,height,weight,sick\nAnn,1.6,60,0\nBob,1.8,90,1\nCy,1.7,70,0\nDi,1.5,80,1\n")
    #expect(Self.names(people) == ["height", "weight", "sick"])
    let cars = try Self.table(
      "model,a,b,gears\nMazda RX4,1.5,2,4\nDatsun 710,2.5,3,4\nValiant,3.5,9,3\nDuster 360,2,2,3\nMerc 240D,1,1,4\n")
    #expect(Self.names(cars) == ["a", "b", "gears"])
  }

  // MARK: One bad cell

  @Test(
    "One cell that can't be read is an error with its place, wherever it stands, and changes no column",
    arguments: ["4x", "?x", "n.d.", "0x1F", "1.2.3", "--", "1 2", "cm"])
  func badCell(text: String) throws {
    let count = 300
    let header = "a,b,c,kind\n"
    func cells(_ row: Int) -> [String] {
      ["\(row * 7 % 11).5", "\(row * 3 % 13)", "\(row % 17)", row % 2 == 0 ? "p" : "q"]
    }
    for row in [0, 1, 2, 3, 150, 199, 200, 201, 298, 299] {
      for column in 0..<3 {
        var rows = (0..<count).map(cells)
        rows[row][column] = text
        let bytes = Array((header + rows.map { $0.joined(separator: ",") + "\n" }.joined()).utf8)
        do throws(CSVError) {
          let table = try CSVReader.table(bytes, name: "f")
          #expect(column == 2, "row \(row), column \(column)")
          #expect(table.inputColumns == [0, 1] && table.labelColumn == 3)
        } catch {
          #expect(column < 2 && error.line == row + 2 && error.column == column + 1, "\(error)")
          #expect(error.problem == .notNumber(text))
        }
      }
    }
  }

  // MARK: Headers

  static let headers: [(text: String, header: CSVHeader)] = [
    ("0,1,2\n5.1,3.5,0\n4.9,3.0,1\n", .numberedRow), (",0,1,2\n0,5.1,3.5,a\n1,4.9,3,b\n2,4.7,3,a\n", .numberedRow),
    ("1,2,3\n5.1,3.5,0\n4.9,3.0,1\n", .numberedRow), ("0,1,2\n5,3,a\n4,1,b\n", .numberedRow),
    ("country,1990,1991,1992\nA,1.5,2,1\nB,1,2.5,0\nC,3,1,1\n", .numberedRow), ("1,2,0\n3,4,1\n", .none),
    ("1,2,3\n4,5,6\n7,8,9\n", .none), ("0,1,0\n0.5,1,1\n0.5,3,0\n", .none), ("x,y,label\n1,2,a\n", .row),
    ("1,2x,a\n3,4,b\n5,6,a\n7,8,b\n", .none), ("# x,y,label\n1,2,a\n3,4,b\n", .comment),
    ("#x,y,label\n1,2,a\n3,4,b\n", .comment), ("#,x,y,label\n1,2,3,a\n2,4,3,b\n", .row),
    ("# made by hand\n1,2,a\n3,4,b\n", .none), ("x,y,label\n# a comment, with one comma\n1,2,a\n3,4,b\n", .row),
  ]

  @Test("A header is told from data", arguments: headers.indices)
  func header(index: Int) throws {
    let (text, header) = Self.headers[index]
    do {
      let table = try Self.table(text)
      #expect(table.header == header, "\(text)")
      #expect(table.isHeaderGuessed)
    } catch let error as CSVError {
      // The only table with a bad cell.
      #expect(error == CSVError(.notNumber("2x"), line: 1, column: 2), "\(text)")
    }
    if header == .numberedRow { #expect(try Self.table(text, CSVOptions(hasHeader: false)).header == .none) }
  }

  @Test("Comments are lines that begin with #, unless they are rows; another sign can be asked for")
  func comments() throws {
    let between = try Self.table("x,y,label\n1,2,a\n# half time\n3,4,b\n")
    #expect(between.dataset.count == 2 && between.commentCount == 1)
    let missing = try Self.table("x,y,label\n#N/A,2,a\n1,2,a\n3,4,b\n")
    #expect(missing.missingCount == 1 && missing.commentCount == 0)
    let colors = try Self.table("#ff0000,1,2\n#00ff00,3,4\n#ff0000,5,6\n", CSVOptions(columns: ["2", "3"], label: "1"))
    #expect(colors.dataset.classNames == ["#ff0000", "#00ff00"])
    let percent = try Self.table("% note\n1,2,a\n%3,4,b\n5,6,b\n", CSVOptions(comments: .character(UInt8(ascii: "%"))))
    #expect(percent.dataset.count == 2 && percent.commentCount == 2)
    #expect(throws: CSVError.self) { try Self.table("x,y,label\n# note\n1,2,a\n", CSVOptions(comments: .none)) }
  }

  @Test("R's row names need no name, and Excel may name the delimiter")
  func otherPrograms() throws {
    let r = try Self.table("\"x\",\"y\",\"label\"\n\"1\",0.5,2,\"a\"\n\"2\",3,4,\"b\"\n\"3\",5,1,\"a\"\n")
    #expect(Self.names(r) == ["x", "y", "label"] && r.dataset.inputs == [0.5, 2, 3, 4, 5, 1])
    #expect(try Self.table("sep=|\nx|y|label\n1|2|a\n3|4|b\n").delimiter == UInt8(ascii: "|"))
    let spaced = try Self.table("  x   y label \n 1  2.5   a\n3 4 b  \n")
    #expect(spaced.dataset.inputs == [1, 2.5, 3, 4] && spaced.dataset.classNames == ["a", "b"])
    let colon = try Self.table("x:y:label\n1:2:a\n3:4:b\n", CSVOptions(delimiter: UInt8(ascii: ":")))
    #expect(colon.dataset.inputs == [1, 2, 3, 4])
  }
}
