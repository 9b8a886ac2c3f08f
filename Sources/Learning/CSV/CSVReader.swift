/// Reads examples from the bytes of a CSV file as they come, and says where it fails.
///
/// RFC 4180 with commas, semicolons, tabs, vertical lines or spaces, with or without a header and comments, UTF-8 with or
/// without a byte order mark, numbers in the dress of spreadsheets. Rows with a missing value (nothing, NA, nan, null,
/// none, ?) in a column of numbers that is read, or without a label, are left out and counted; anything else out of order
/// is a `CSVError` with line and column, never a silent 0. How the file is to be read is found out from its first
/// megabyte. Memory: the examples and the last chunk.
///
///     var reader = CSVReader(name: "points.csv")
///     while let chunk = next() { try reader.consume(chunk) }
///     let table = try reader.finish()
package struct CSVReader: Sendable {
  /// How many bytes were consumed so far, for showing progress.
  package private(set) var byteCount = 0
  /// How many rows of values were read so far.
  package private(set) var rowCount = 0

  private let name: String
  private let options: CSVOptions
  private var layout: CSVLayout?
  private var examples: CSVExamples?
  /// Bytes that were consumed and not yet read: less than a row, once the layout is known.
  private var pending: [UInt8] = []
  private var line = 1
  private var isHeaderRead = false
  private var hasStarted = false
  private var commentCount = 0

  /// How many bytes the layout is found out from.
  static let sampleSize = 1 << 20
  /// How many bytes a row may have.
  package static let rowLimit = 1 << 20

  /// Makes a reader for a file called `name`.
  package init(name: String, options: CSVOptions = CSVOptions()) {
    self.name = name
    self.options = options
  }

  /// Reads the next bytes of the file, in chunks of any size.
  ///
  /// - Throws: `CSVError` as soon as something is wrong; the reader is of no use afterwards.
  /// - Complexity: O(bytes).
  package mutating func consume(_ chunk: [UInt8]) throws(CSVError) {
    byteCount += chunk.count
    pending += chunk
    if layout == nil, pending.count < Self.sampleSize { return }
    try readRows(isFinal: false)
    guard pending.count <= Self.rowLimit else {
      throw CSVError(.rowTooLong(limit: Self.rowLimit), line: line)
    }
  }

  /// Reads what is left and makes the table.
  package mutating func finish() throws(CSVError) -> CSVTable {
    // The mark with which some editors end a text.
    if let last = pending.last(where: { $0 != 0x0A && $0 != 0x0D }), last == 0x1A {
      while let last = pending.last, last == 0x1A || last == 0x0A || last == 0x0D { pending.removeLast() }
    }
    try readRows(isFinal: true)
    guard let layout, var examples else { throw CSVError(.empty) }
    guard rowCount > 0 else { throw CSVError(.noRows) }
    let outcome = try examples.outcome(name: name, inputNames: layout.inputColumns.map { layout.columnNames[$0] })
    return CSVTable(
      dataset: outcome.dataset, delimiter: layout.delimiter, isDelimiterGuessed: layout.isDelimiterGuessed,
      hasSeparatorLine: layout.hasSeparatorLine, header: layout.header, isHeaderGuessed: layout.isHeaderGuessed,
      columnNames: layout.columnNames, inputColumns: layout.inputColumns, labelColumn: layout.labelColumn,
      areInputsGuessed: layout.areInputsGuessed, isLabelGuessed: layout.isLabelGuessed, passedOver: layout.passedOver,
      numbers: outcome.numbers, labels: outcome.labels, commentCount: commentCount, rowCount: rowCount,
      missingCount: outcome.missingCount, otherClassCount: examples.otherClassCount)
  }

  /// The table of a file that is in memory already.
  package static func table(
    _ bytes: [UInt8], name: String, options: CSVOptions = CSVOptions()
  ) throws(CSVError) -> CSVTable {
    var reader = CSVReader(name: name, options: options)
    try reader.consume(bytes)
    return try reader.finish()
  }

  // MARK: Beginning

  /// Refuses what is not text, and drops a byte order mark.
  private mutating func checkMagic() throws(CSVError) {
    guard !hasStarted else { return }
    hasStarted = true
    if let format = ForeignFormat(beginning: pending) { throw CSVError(.foreign(format)) }
    if pending.starts(with: [0xEF, 0xBB, 0xBF]) { pending.removeFirst(3) }
  }

  // MARK: Rows

  /// Reads the rows that are complete, or all when nothing more comes.
  private mutating func readRows(isFinal: Bool) throws(CSVError) {
    try checkMagic()
    let bytes = pending
    pending = []
    let end = try bytes.withUnsafeBufferPointer { buffer throws(CSVError) -> Int in
      if layout == nil {
        // A beginning without a complete row waits for more.
        guard let layout = try CSVLayout(buffer, isFinal: isFinal, options: options) else { return 0 }
        self.layout = layout
        examples = CSVExamples(options: options, numbers: layout.numbers)
        commentCount = layout.commentCount
        line = layout.startLine
        return try readRows(buffer, from: layout.start, layout: layout, isFinal: isFinal)
      }
      guard let layout else { return 0 }
      return try readRows(buffer, from: 0, layout: layout, isFinal: isFinal)
    }
    pending = Array(bytes[end...])
  }

  /// Reads rows from `buffer` and returns where the first incomplete one begins.
  private mutating func readRows(
    _ buffer: UnsafeBufferPointer<UInt8>, from position: Int, layout: CSVLayout, isFinal: Bool
  ) throws(CSVError) -> Int {
    var scanner = CSVScanner(
      bytes: buffer, delimiter: layout.delimiter, isFinal: isFinal, position: position, line: line)
    var cells = CSVExamples.Cells(layout)
    let width = layout.columnNames.count
    while scanner.position < buffer.count {
      let gap = scanner.skipComments(layout.comments, width: width)
      commentCount += gap.comments
      guard gap.isOver else {
        line = scanner.line
        return scanner.position
      }
      guard scanner.position < buffer.count else { break }
      let start = scanner.position
      let firstLine = scanner.line
      var column = 0
      var isBlank = false
      while true {
        let field = try scanner.next(column: column + 1)
        if field.end == .incomplete {
          line = firstLine
          return start
        }
        cells.take(field, column: column)
        column += 1
        if field.end == .row {
          isBlank = column == 1 && field.range.isEmpty
          break
        }
      }
      if isBlank { continue }
      if layout.hasHeaderRow, !isHeaderRead {
        isHeaderRead = true
        guard column == layout.firstWidth else {
          throw CSVError(.raggedRow(expected: width, found: column), line: firstLine)
        }
        continue
      }
      guard column == width else {
        throw CSVError(.raggedRow(expected: width, found: column), line: firstLine)
      }
      rowCount += 1
      try examples?.add(cells, of: scanner, line: firstLine, layout: layout)
    }
    line = scanner.line
    return buffer.count
  }
}
