import Training

/// What a table of records is of: its event, and all columns that a row of it can have.
///
/// The columns stand before the first row does, so that the header comes first even where no row follows, and every row
/// has as many fields, empty where it has nothing to say.
struct RecordTable: Equatable {
  /// The records that are its rows.
  let event: RecordWriter.Event
  /// The names of the columns.
  private(set) var columns: [String]

  /// A table of these columns.
  init(_ event: RecordWriter.Event, columns: [String]) {
    self.event = event
    self.columns = columns
  }

  /// One table for several runs: what one of them alone has comes after what it stands behind there.
  init(joining tables: [RecordTable]) {
    self.init(tables.first?.event ?? .step, columns: tables.first?.columns ?? [])
    for table in tables.dropFirst() {
      var place = 0
      for column in table.columns {
        if let known = columns.firstIndex(of: column) {
          place = known + 1
        } else {
          columns.insert(column, at: place)
          place += 1
        }
      }
    }
  }

  /// The same table with columns in front that tell the runs of a race apart.
  func with(prefix: [String]) -> RecordTable {
    func member(_ column: String) -> Substring { column.prefix { $0 != "." } }
    let taken = Set(prefix.map(member))
    let renamed = columns.map { column in
      let member = member(column)
      return taken.contains(member)
        ? RecordWriter.otherName(String(member)) + column.dropFirst(member.count) : column
    }
    return RecordTable(event, columns: prefix + renamed)
  }

  /// The fields of a record by the names of their columns.
  ///
  /// - Precondition: each has its column.
  func fields(_ members: Members) -> [(String, String)] {
    let fields = JSONValue.object(members).flattened
    assert(
      fields.allSatisfy { columns.contains($0.name) }, "\(fields.map(\.name)) are not all among \(columns)")
    return fields.map { ($0.name, $0.text) }
  }
}

/// The names of the columns that values within one another have: `train.loss`, `x.1`.
enum ColumnNames {
  /// Those of a list of numbers.
  static func list(_ name: String, _ count: Int) -> [String] {
    (0..<max(0, count)).map { "\(name).\($0 + 1)" }
  }

  /// Those of named values.
  static func group(_ name: String, _ members: [String]) -> [String] {
    members.map { "\(name).\($0)" }
  }
}
