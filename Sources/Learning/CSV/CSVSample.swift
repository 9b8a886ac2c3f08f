/// The first rows of a file, taken apart completely to find out how the rest is to be read.
struct CSVSample {
  /// A row with the line it begins on.
  struct Row {
    var line: Int
    var fields: [[UInt8]]
  }

  /// What a column holds, as far as the sample shows.
  struct Summary {
    /// Whether it has values at all.
    var isPresent = false
    /// Whether all its values are numbers.
    var isNumeric = false
    /// How many different values it has, counted to 64.
    var distinct = 0
  }

  var delimiter: UInt8
  var rows: [Row]

  /// How many rows are looked at.
  static let rowLimit = 200

  /// Takes the first rows apart with the given delimiter, or with the one that makes most sense of them.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool, delimiter: UInt8?
  ) throws(CSVError) {
    if let delimiter {
      self = try CSVSample(bytes, isFinal: isFinal, with: delimiter)
      return
    }
    var best: (sample: CSVSample, score: [Int])?
    var failure: (error: CSVError, occurrences: Int)?
    for candidate in [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")] {
      do throws(CSVError) {
        let sample = try CSVSample(bytes, isFinal: isFinal, with: candidate)
        let score = sample.score
        if best.map({ $0.score.lexicographicallyPrecedes(score) }) ?? true { best = (sample, score) }
      } catch {
        // The byte that is most common knows best what is wrong and where.
        let occurrences = bytes.count { $0 == candidate }
        if failure.map({ $0.occurrences < occurrences }) ?? true { failure = (error, occurrences) }
      }
    }
    // A quotation mark may be stray under the wrong delimiter alone: then another makes an even table of the file.
    if let best, failure == nil || best.score[0] == 2 {
      self = best.sample
    } else {
      throw failure?.error ?? CSVError(.empty)
    }
  }

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool, with delimiter: UInt8
  ) throws(CSVError) {
    self.delimiter = delimiter
    rows = []
    var scanner = CSVScanner(bytes: bytes, delimiter: delimiter, isFinal: isFinal, position: 0, line: 1)
    scan: while scanner.position < bytes.count, rows.count < Self.rowLimit {
      var row = Row(line: scanner.line, fields: [])
      while true {
        let field = try scanner.next(column: row.fields.count + 1)
        if field.end == .incomplete { break scan }
        row.fields.append(scanner.content(field))
        if field.end == .row { break }
      }
      if row.fields != [[]] { rows.append(row) }
    }
  }

  /// How much sense the delimiter makes: rows of one width above 1, then columns of numbers, then columns.
  private var score: [Int] {
    guard let width = rows.first?.fields.count, width > 1 else { return [0, 0, 0] }
    let isEven = rows.allSatisfy { $0.fields.count == width }
    let numeric = isEven ? summaries(of: rows.count > 1 ? Array(rows.dropFirst()) : rows).count(where: \.isNumeric) : 0
    return [isEven ? 2 : 1, numeric, width]
  }

  /// Whether the first row names the columns: a text above a column of numbers.
  var looksLikeHeader: Bool {
    guard let first = rows.first else { return false }
    let below = summaries(of: Array(rows.dropFirst()))
    let isText = first.fields.map { field in !field.isEmpty && content(field) == .text }
    if rows.count == 1 { return isText.allSatisfy { $0 } }
    return isText.indices.contains { isText[$0] && below[$0].isNumeric }
  }

  /// What each column of the given rows holds; as many as the first row of the sample has.
  func summaries(of rows: [Row]) -> [Summary] {
    let width = self.rows.first?.fields.count ?? 0
    return (0..<width).map { column in
      var summary = Summary()
      var isNumeric = true
      var values: Set<[UInt8]> = []
      for row in rows where column < row.fields.count {
        let field = row.fields[column]
        let content = content(field)
        if content == .missing { continue }
        summary.isPresent = true
        if content == .text { isNumeric = false }
        if values.count < 64 { values.insert(field) }
      }
      summary.isNumeric = summary.isPresent && isNumeric
      summary.distinct = values.count
      return summary
    }
  }

  private func content(_ field: [UInt8]) -> DecimalText.Content {
    var text = DecimalText(mark: delimiter == UInt8(ascii: ",") ? .point : .unknown)
    let content = field.withUnsafeBufferPointer { text.read($0) }
    return content == .mixedDecimalMarks ? .text : content
  }
}
