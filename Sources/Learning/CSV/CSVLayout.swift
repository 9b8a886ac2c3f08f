/// How the rows of a file are to be read: found out from its beginning and what was asked for.
struct CSVLayout {
  private(set) var delimiter: UInt8
  private(set) var header: CSVHeader
  private(set) var columnNames: [String]
  private(set) var inputColumns: [Int] = []
  private(set) var labelColumn = 0
  private(set) var isDelimiterGuessed: Bool
  private(set) var isHeaderGuessed: Bool
  private(set) var areInputsGuessed: Bool
  private(set) var isLabelGuessed: Bool
  /// The columns of numbers that were not taken as inputs, for what they are.
  private(set) var passedOver: [CSVTable.PassedOver] = []
  /// Which lines are comments.
  private(set) var comments: CSVComments
  /// How many comments stand before the first row.
  private(set) var commentCount: Int
  /// Whether a line of the file names the delimiter.
  private(set) var hasSeparatorLine: Bool
  /// The reader of numbers, with what the beginning of the file has taught it.
  private(set) var numbers: CSVNumbers
  /// Whether the label's values are all numbers, as far as the beginning shows.
  private(set) var isLabelNumeric = false
  /// Where the first row, the header included, begins.
  private(set) var start: Int
  private(set) var startLine: Int

  /// Whether the first row is the header.
  var hasHeaderRow: Bool { header == .row || header == .numberedRow }
  /// How many fields the first row has; another number than the others where it does not name the first of them.
  private(set) var firstWidth: Int

  /// The name of a column that has none.
  static func unnamed(_ column: Int) -> String { "column \(column + 1)" }

  /// Finds the layout of what the buffer begins with; nil where it has not even one row.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool, options: CSVOptions) throws(CSVError) {
    guard let preamble = CSVPreamble(bytes, isFinal: isFinal, options: options) else { return nil }
    let sample = try CSVSample(bytes, preamble, isFinal: isFinal, options: options)
    guard let first = sample.rows.first else {
      guard isFinal else { return nil }
      throw CSVError(.empty)
    }
    delimiter = sample.delimiter
    isDelimiterGuessed = options.delimiter == nil && preamble.separator == nil
    hasSeparatorLine = preamble.separator != nil
    comments = preamble.comments
    commentCount = preamble.commentCount
    start = preamble.position
    startLine = preamble.line
    firstWidth = first.fields.count
    numbers = CSVNumbers(options, delimiter: sample.delimiter)
    let width = first.fields.count + (sample.hasUnnamedFirst ? 1 : 0)
    guard width >= 3 else {
      throw CSVError(.tooFewColumns(found: width, header: sample.headerBelowTitle), line: first.line)
    }

    let beginning = ColumnProfiles(bytes, isFinal: isFinal, preamble, sample, width: width, reader: numbers)
    header =
      options.hasHeader.map { $0 ? .row : .none }
      ?? (sample.hasUnnamedFirst
        ? .row : .guess(first.fields, second: sample.rows.dropFirst().first?.fields, below: beginning.below))
    isHeaderGuessed = options.hasHeader == nil
    var names = first.fields
    if header == .none, options.hasHeader != false, let comment = preamble.lastComment {
      if let fields = Self.fields(of: comment, sample.delimiter, options), fields.count == width,
        CSVHeader.guess(fields, second: first.fields, below: beginning.all) != .none
      {
        (header, names) = (.comment, fields)
      }
    }
    if sample.hasUnnamedFirst { names.insert([], at: 0) }
    let profiles = header == .row || header == .numberedRow ? beginning.below : beginning.all
    guard header == .none || header == .comment || sample.rows.count > 1 else {
      throw CSVError(.noRows, line: first.line)
    }
    let hasNames = header != .none
    columnNames = names.enumerated().map { column, field in
      hasNames && !field.isEmpty ? String(decoding: field, as: UTF8.self) : Self.unnamed(column)
    }
    isLabelGuessed = options.label == nil
    areInputsGuessed = true
    try choose(profiles, isUnnamed: names.map { !hasNames || $0.isEmpty }, sample, options)
    // Which mark is the decimal one is seen in any column of numbers.
    for profile in profiles where profile.isNumeric { numbers.learn(profile.reader.decimal) }
    isLabelNumeric = profiles[labelColumn].isPurelyNumeric
  }

  /// The fields of a comment; nil where it is no row.
  private static func fields(of comment: [UInt8], _ delimiter: UInt8, _ options: CSVOptions) -> [[UInt8]]? {
    comment.withUnsafeBufferPointer { bytes in
      var scanner = CSVScanner(bytes: bytes, delimiter: delimiter, isFinal: true, position: 0, line: 1)
      guard let fields = try? scanner.row(comments: .none, width: nil) else { return nil }
      return fields.map(scanner.content)
    }
  }

  // MARK: Choice of columns

  private mutating func choose(
    _ profiles: [ColumnProfile], isUnnamed: [Bool], _ sample: CSVSample, _ options: CSVOptions
  ) throws(CSVError) {
    let names = columnNames
    var chosen: [Int]?
    if let columns = options.columns ?? preferredColumns(options) {
      guard columns.count == 2 else { throw CSVError(.notTwoColumns(found: columns.count)) }
      chosen = [try Self.column(columns[0], of: names), try Self.column(columns[1], of: names)]
    }
    var label: Int?
    if let name = options.label { label = try Self.column(name, of: names) }
    let guess = ColumnGuess(profiles, names: names, isUnnamed: isUnnamed, hasHeader: header != .none, options)
    guard let label = label ?? guess.label(taken: chosen) else {
      throw badCell(profiles)
        ?? CSVError(.noLabelColumn(inputs: (chosen ?? guess.inputs(label: nil)).map { names[$0] }))
    }
    labelColumn = label
    areInputsGuessed = chosen == nil
    let inputs = chosen ?? guess.inputs(label: label)
    if chosen == nil { passedOver = guess.passedOver(before: inputs.dropFirst().first, label: label) }
    guard inputs.count == 2 else {
      if let line = profiles.compactMap(\.singleQuoted).first { throw CSVError(.singleQuotes, line: line) }
      if let cell = badCell(profiles.enumerated().map { $0 == label ? nil : $1 }) { throw cell }
      let found = inputs.map { names[$0] }
      let skipped = passedOver.map { names[$0.column] }
      throw CSVError(
        skipped.isEmpty ? .tooFewNumericColumns(found: found) : .tooFewMeasures(found: found, passedOver: skipped))
    }
    inputColumns = inputs
    for column in [label, inputs[1]] where column == inputs[0] || (column == label && column == inputs[1]) {
      throw CSVError(.repeatedColumn(names[column]), column: column + 1)
    }
    if [options.label].compactMap(\.self).contains(where: names.contains)
      || options.columns?.contains(where: names.contains) == true
    {
      // Who calls a column by its name knows that the names are there.
      isHeaderGuessed = false
    }
  }

  /// The first cell that is no number in a column that has numbers: what is said where the columns don't suffice.
  private func badCell(_ profiles: [ColumnProfile?]) -> CSVError? {
    let cells = profiles.enumerated().compactMap { column, profile in
      profile.flatMap { $0.isPartlyNumeric && !$0.isDate ? $0.firstText : nil }.map { (column: column, cell: $0) }
    }
    guard let (column, cell) = cells.min(by: { ($0.cell.line, $0.column) < ($1.cell.line, $1.column) }) else {
      return nil
    }
    let text = String(decoding: cell.value, as: UTF8.self)
    return CSVError(
      .notNumber(text.count > 40 ? text.prefix(40) + "..." : text), line: cell.line, column: column + 1,
      columnName: header == .none ? nil : columnNames[column])
  }

  /// The columns that are preferred, where they can be told by their names.
  private func preferredColumns(_ options: CSVOptions) -> [String]? {
    guard header != .none, let columns = options.preferredColumns else { return nil }
    return options.arePreferredRequired || columns.allSatisfy(columnNames.contains) ? columns : nil
  }

  /// The column with a name, or with a number from 1; a name comes first.
  private static func column(_ text: String, of names: [String]) throws(CSVError) -> Int {
    let matches = names.indices.filter { names[$0] == text }
    if matches.count > 1 { throw CSVError(.ambiguousColumn(text)) }
    if let match = matches.first { return match }
    guard let number = Int(text) else { throw CSVError(.unknownColumn(text, available: Array(names.prefix(20)))) }
    guard 1...names.count ~= number else { throw CSVError(.columnOutOfRange(number, count: names.count)) }
    return number - 1
  }
}

/// What the columns hold, with the first row and without it.
struct ColumnProfiles {
  private(set) var all: [ColumnProfile]
  private(set) var below: [ColumnProfile]

  /// Looks through the beginning of a file, up to the first row that can't be taken apart.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool, _ preamble: CSVPreamble, _ sample: CSVSample, width: Int,
    reader: CSVNumbers
  ) {
    all = Array(repeating: ColumnProfile(reader), count: width)
    below = all
    var scanner = CSVScanner(
      bytes: UnsafeBufferPointer(rebasing: bytes.prefix(CSVReader.sampleSize)), delimiter: sample.delimiter,
      isFinal: isFinal && bytes.count <= CSVReader.sampleSize, position: preamble.position, line: preamble.line)
    var isFirst = true
    let first = sample.rows[0].fields
    while true {
      let line = scanner.line
      guard let fields = try? scanner.row(comments: preamble.comments, width: width) else { break }
      if fields.count == 1, fields[0].range.isEmpty { continue }
      if isFirst {
        isFirst = false
        if first.count == width { add(first, line: line, to: &all) }
        continue
      }
      for (column, field) in fields.enumerated() where column < width {
        if field.hasDoubledQuotes {
          scanner.content(field).withUnsafeBufferPointer { add($0, column, line) }
        } else {
          add(UnsafeBufferPointer(rebasing: scanner.bytes[field.range]), column, line)
        }
      }
    }
  }

  private mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, _ column: Int, _ line: Int) {
    all[column].add(bytes, line: line)
    below[column].add(bytes, line: line)
  }

  private func add(_ fields: [[UInt8]], line: Int, to profiles: inout [ColumnProfile]) {
    for (column, field) in fields.enumerated() {
      field.withUnsafeBufferPointer { profiles[column].add($0, line: line) }
    }
  }
}
