/// The first rows of a file, taken apart completely to find out the delimiter and whether they have a header.
struct CSVSample {
  /// A row with the line it begins on.
  struct Row {
    var line: Int
    var fields: [[UInt8]]
  }

  private(set) var delimiter: UInt8
  private(set) var rows: [Row]
  /// Whether each row has one field more than the first: a header says nothing about row names.
  private(set) var hasUnnamedFirst = false
  private let options: CSVOptions

  /// How many rows are looked at.
  static let rowLimit = 200
  private static let candidates = ",;\t|".utf8

  /// Takes the first rows apart with the given delimiter, or with the one that makes most sense of them.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ preamble: CSVPreamble, isFinal: Bool, options: CSVOptions
  ) throws(CSVError) {
    if let delimiter = options.delimiter ?? preamble.separator {
      self = try CSVSample(bytes, preamble, isFinal: isFinal, with: delimiter, options)
      return
    }
    var best: (sample: CSVSample, score: [Int])?
    var failure: (error: CSVError, occurrences: Int)?
    for candidate in Self.candidates {
      do throws(CSVError) {
        let sample = try CSVSample(bytes, preamble, isFinal: isFinal, with: candidate, options)
        let score = sample.score
        if best.map({ $0.score.lexicographicallyPrecedes(score) }) ?? true { best = (sample, score) }
      } catch {
        // The byte that is most common knows best what is wrong and where.
        let occurrences = bytes.count { $0 == candidate }
        if failure.map({ $0.occurrences < occurrences }) ?? true { failure = (error, occurrences) }
      }
    }
    // Spaces stand in most texts: they separate fields where nothing else makes an even table.
    if best?.score[0] ?? 0 < 2, let spaced = try? CSVSample(bytes, preamble, isFinal: isFinal, with: 0x20, options),
      spaced.score[0] == 2, spaced.rows[0].fields.count > 2 || best?.score[0] ?? 0 == 0, spaced.score[1] > 0
    {
      self = spaced
      return
    }
    // A quotation mark may be stray under the wrong delimiter alone: then another makes an even table of the file.
    if let best, failure == nil || best.score[0] == 2 {
      self = best.sample
    } else {
      throw failure?.error ?? CSVError(.empty)
    }
  }

  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ preamble: CSVPreamble, isFinal: Bool, with delimiter: UInt8,
    _ options: CSVOptions
  ) throws(CSVError) {
    self.delimiter = delimiter
    self.options = options
    rows = []
    var scanner = CSVScanner(
      bytes: bytes, delimiter: delimiter, isFinal: isFinal, position: preamble.position, line: preamble.line)
    while rows.count < Self.rowLimit {
      let line = scanner.line
      guard let fields = try scanner.row(comments: preamble.comments, width: rows.first?.fields.count) else { break }
      let row = Row(line: line, fields: fields.map(scanner.content))
      if row.fields != [[]] { rows.append(row) }
    }
    hasUnnamedFirst = namesNoRows
  }

  /// The line that names the columns where what stands above has too few fields for a table: a title.
  var headerBelowTitle: Int? {
    guard let start = rows.firstIndex(where: { $0.fields.count > 2 }), start > 0, start + 1 < rows.count,
      rows[start + 1].fields.count == rows[start].fields.count
    else { return nil }
    return rows[start].line
  }

  /// How much sense the delimiter makes: rows of one width above 1, then columns of numbers, then columns.
  private var score: [Int] {
    guard let width = rows.first?.fields.count, width > 1 else { return [0, 0, headerBelowTitle == nil ? 0 : 1] }
    let isEven = hasUnnamedFirst || rows.allSatisfy { $0.fields.count == width }
    guard isEven else { return [1, 0, width] }
    return [2, profiles(of: rows.count > 1 ? Array(rows.dropFirst()) : rows).count(where: \.isNumeric), width]
  }

  /// What the columns of the given rows hold; as many as the second row has, or the only one.
  private func profiles(of rows: [Row]) -> [ColumnProfile] {
    let reader = CSVNumbers(options, delimiter: delimiter)
    var profiles = Array(repeating: ColumnProfile(reader), count: rows.first?.fields.count ?? 0)
    for row in rows {
      for (column, field) in row.fields.enumerated() where column < profiles.count {
        field.withUnsafeBufferPointer { profiles[column].add($0, line: row.line) }
      }
    }
    return profiles
  }

  /// Whether the rows are as R writes them with names: one field more than the header, the first of them a name.
  private var namesNoRows: Bool {
    guard rows.count > 2, let header = rows.first, options.hasHeader ?? true else { return false }
    let width = header.fields.count + 1
    guard width > 2, rows.dropFirst().allSatisfy({ $0.fields.count == width }) else { return false }
    // A delimiter at the end of each row is no further column.
    guard rows.dropFirst().contains(where: { $0.fields.last != [] }) else { return false }
    guard let names = profiles(of: Array(rows.dropFirst())).first else { return false }
    return names.isUnique && (!names.isNumeric || names.counts && names.step == 1)
  }
}

extension CSVScanner {
  /// The fields of the next row, comments before it left out; nil where there is none that is complete.
  mutating func row(comments: CSVComments, width: Int?) throws(CSVError) -> [Field]? {
    guard skipComments(comments, width: width).isOver, position < bytes.count else { return nil }
    var fields: [Field] = []
    while true {
      let field = try next(column: fields.count + 1)
      if field.end == .incomplete { return nil }
      fields.append(field)
      if field.end == .row { return fields }
    }
  }
}
