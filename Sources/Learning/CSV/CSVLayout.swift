/// How the rows of a file are to be read: found out from its first rows and what was asked for.
struct CSVLayout {
  var delimiter: UInt8
  var hasHeader: Bool
  var columnNames: [String]
  var inputColumns: [Int]
  var labelColumn: Int
  var areInputsGuessed: Bool
  var isLabelGuessed: Bool

  /// The name of a column that has none.
  static func unnamed(_ column: Int) -> String { "column \(column + 1)" }

  /// Finds the layout of the rows at the beginning of a file.
  init(sample: CSVSample, options: CSVOptions) throws(CSVError) {
    guard let first = sample.rows.first else { throw CSVError(.empty) }
    delimiter = sample.delimiter
    let hasHeader = options.hasHeader ?? sample.looksLikeHeader
    self.hasHeader = hasHeader
    columnNames = first.fields.enumerated().map { column, field in
      hasHeader && !field.isEmpty ? String(decoding: field, as: UTF8.self) : Self.unnamed(column)
    }
    guard first.fields.count >= 3 else {
      throw CSVError(.tooFewColumns(found: first.fields.count), line: first.line)
    }
    let rows = hasHeader ? Array(sample.rows.dropFirst()) : sample.rows
    guard !rows.isEmpty else { throw CSVError(.noRows, line: first.line) }
    let names = columnNames
    var chosen: [Int]?
    if let columns = options.columns {
      guard columns.count == 2 else { throw CSVError(.notTwoColumns(found: columns.count)) }
      chosen = [try Self.column(columns[0], of: names), try Self.column(columns[1], of: names)]
    }
    var label: Int?
    if let name = options.label { label = try Self.column(name, of: names) }

    let summaries = sample.summaries(of: rows)
    isLabelGuessed = label == nil
    areInputsGuessed = chosen == nil
    guard let label = label ?? Self.guessedLabel(summaries, names, taken: chosen ?? [], options) else {
      throw CSVError(.noLabelColumn)
    }
    labelColumn = label
    let numeric = summaries.indices.filter { summaries[$0].isNumeric && $0 != label }
    guard let inputs = chosen ?? (numeric.count >= 2 ? Array(numeric.prefix(2)) : nil) else {
      throw CSVError(.tooFewNumericColumns(found: numeric.map { names[$0] }))
    }
    inputColumns = inputs
    for column in [label, inputs[1]] where column == inputs[0] || (column == label && column == inputs[1]) {
      throw CSVError(.repeatedColumn(names[column]), column: column + 1)
    }
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

  /// The column most likely to be the label.
  ///
  /// For classes: a column called so; else the last column of texts; else the last column of few numbers. For numbers:
  /// the last column of numbers.
  private static func guessedLabel(
    _ summaries: [CSVSample.Summary], _ names: [String], taken: [Int], _ options: CSVOptions
  ) -> Int? {
    let free = summaries.indices.filter { !taken.contains($0) }
    if options.target == .numbers { return free.last { summaries[$0].isNumeric } }
    let few = free.filter { summaries[$0].isPresent && summaries[$0].distinct <= options.maximumClasses }
    let usual: Set = ["label", "class", "species", "target", "category", "y"]
    if let named = few.first(where: { usual.contains(names[$0].lowercased()) && !isInput($0, summaries, taken) }) {
      return named
    }
    let texts = few.filter { !summaries[$0].isNumeric }
    if let text = texts.last { return text }
    if let text = free.last(where: { !summaries[$0].isNumeric && summaries[$0].isPresent }) { return text }
    return few.last { !isInput($0, summaries, taken) }
  }

  /// Whether a column would be one of the first two of numbers, which are the inputs when none are chosen.
  private static func isInput(_ column: Int, _ summaries: [CSVSample.Summary], _ taken: [Int]) -> Bool {
    taken.isEmpty && summaries.indices.filter { summaries[$0].isNumeric }.prefix(2).contains(column)
  }
}
