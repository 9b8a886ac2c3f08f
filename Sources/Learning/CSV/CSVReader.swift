/// Reads examples from the bytes of a CSV file as they come, and says where it fails.
///
/// RFC 4180 with commas, semicolons or tabs, with or without a header, UTF-8 with or without a byte order mark, decimal
/// commas where commas do not separate fields. Rows with a missing value (nothing, NA, nan, null, none, ?) in a column
/// that is read are left out and counted; anything else out of order is a `CSVError` with line and column, never a
/// silent 0. Memory: the examples and the last chunk.
///
///     var reader = CSVReader(name: "points.csv")
///     while let chunk = next() { try reader.consume(chunk) }
///     let table = try reader.finish()
public struct CSVReader: Sendable {
  /// How many bytes were consumed so far, for showing progress.
  public private(set) var byteCount = 0
  /// How many rows of values were read so far.
  public private(set) var rowCount = 0

  private let name: String
  private let options: CSVOptions
  private var layout: CSVLayout?
  private var examples: CSVExamples
  /// Bytes that were consumed and not yet read: less than a row, once the layout is known.
  private var pending: [UInt8] = []
  private var line = 1
  private var isHeaderRead = false
  private var hasStarted = false

  /// How many bytes the layout is found out from.
  static let sampleSize = 1 << 16
  /// How many bytes a row may have.
  public static let rowLimit = 1 << 20

  /// Makes a reader for a file called `name`.
  public init(name: String, options: CSVOptions = CSVOptions()) {
    self.name = name
    self.options = options
    examples = CSVExamples(options: options)
  }

  /// Reads the next bytes of the file, in chunks of any size.
  ///
  /// - Throws: `CSVError` as soon as something is wrong; the reader is of no use afterwards.
  /// - Complexity: O(bytes).
  public mutating func consume(_ chunk: [UInt8]) throws(CSVError) {
    byteCount += chunk.count
    pending += chunk
    if layout == nil, pending.count < Self.sampleSize { return }
    try readRows(isFinal: false)
    guard pending.count <= Self.rowLimit else {
      throw CSVError(.rowTooLong(limit: Self.rowLimit), line: line)
    }
  }

  /// Reads what is left and makes the table.
  public mutating func finish() throws(CSVError) -> CSVTable {
    try readRows(isFinal: true)
    guard let layout else { throw CSVError(.empty) }
    guard rowCount > 0 else { throw CSVError(.noRows) }
    return CSVTable(
      dataset: try examples.dataset(
        name: name, inputNames: layout.inputColumns.map { layout.columnNames[$0] }),
      delimiter: layout.delimiter, hasHeader: layout.hasHeader, columnNames: layout.columnNames,
      inputColumns: layout.inputColumns, labelColumn: layout.labelColumn,
      areInputsGuessed: layout.areInputsGuessed, isLabelGuessed: layout.isLabelGuessed, rowCount: rowCount,
      missingCount: examples.missingCount, otherClassCount: examples.otherClassCount)
  }

  /// The table of a file that is in memory already.
  public static func table(
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
    if pending.starts(with: [0x1F, 0x8B]) || pending.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      throw CSVError(.compressed)
    }
    if pending.starts(with: [0xFF, 0xFE]) || pending.starts(with: [0xFE, 0xFF]) { throw CSVError(.utf16) }
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
        let sample = try CSVSample(buffer, isFinal: isFinal, delimiter: options.delimiter)
        // A sample without a complete row waits for more.
        if sample.rows.isEmpty, !isFinal { return 0 }
        layout = try CSVLayout(sample: sample, options: options)
      }
      guard let layout else { return 0 }
      return try readRows(buffer, layout: layout, isFinal: isFinal)
    }
    pending = Array(bytes[end...])
  }

  /// Reads rows from `buffer` and returns where the first incomplete one begins.
  private mutating func readRows(
    _ buffer: UnsafeBufferPointer<UInt8>, layout: CSVLayout, isFinal: Bool
  ) throws(CSVError) -> Int {
    var scanner = CSVScanner(
      bytes: buffer, delimiter: layout.delimiter, isFinal: isFinal, position: 0, line: line)
    var cells = CSVExamples.Cells(layout)
    while scanner.position < buffer.count {
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
      guard column == layout.columnNames.count else {
        throw CSVError(.raggedRow(expected: layout.columnNames.count, found: column), line: firstLine)
      }
      if layout.hasHeader, !isHeaderRead {
        isHeaderRead = true
        continue
      }
      rowCount += 1
      try examples.add(cells, of: scanner, line: firstLine, layout: layout)
    }
    line = scanner.line
    return buffer.count
  }
}
