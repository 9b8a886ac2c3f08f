/// The examples read so far, with the labels in the order in which they appeared.
struct CSVExamples: Sendable {
  /// The fields of a row that are read.
  struct Cells {
    private let first: Int
    private let second: Int
    private let labelColumn: Int
    var x1 = CSVScanner.Field(range: 0..<0, end: .row)
    var x2 = CSVScanner.Field(range: 0..<0, end: .row)
    var label = CSVScanner.Field(range: 0..<0, end: .row)

    init(_ layout: CSVLayout) {
      first = layout.inputColumns[0]
      second = layout.inputColumns[1]
      labelColumn = layout.labelColumn
    }

    @inline(__always)
    mutating func take(_ field: CSVScanner.Field, column: Int) {
      if column == first { x1 = field }
      if column == second { x2 = field }
      if column == labelColumn { label = field }
    }
  }

  private(set) var missingCount = 0
  /// How many rows were left out for a class that was not asked for.
  var otherClassCount: Int { labels.otherClassCount }
  private let options: CSVOptions
  private var inputs: [Double] = []
  private var labels: CSVLabels
  private var numbers: CSVNumbers
  /// The units of the columns that are read, by the column; empty for none.
  private var units: [Int: String] = [:]
  /// The numbers that may be thousands or fractions, and where the first of them stands.
  private var ambiguities: [Ambiguity] = []
  private var firstAmbiguity: CSVError?

  /// A number that is a thousandth of what was noted, if its mark is the decimal one.
  private struct Ambiguity {
    /// Where it is among the inputs; nil for the label of the example.
    var input: Int?
    var example: Int
    var mark: DecimalMark
  }

  init(options: CSVOptions, numbers: CSVNumbers) {
    self.options = options
    self.numbers = numbers
    labels = CSVLabels(options: options)
  }

  /// Adds the example of a row, or counts it as one left out.
  mutating func add(
    _ cells: Cells, of scanner: CSVScanner, line: Int, layout: CSVLayout
  ) throws(CSVError) {
    let known = ambiguities.count
    let x1 = try number(cells.x1, of: scanner, line: line, column: layout.inputColumns[0], layout, input: inputs.count)
    let x2 = try number(
      cells.x2, of: scanner, line: line, column: layout.inputColumns[1], layout, input: inputs.count + 1)
    if labels.areTargets {
      let value = try number(cells.label, of: scanner, line: line, column: layout.labelColumn, layout, input: nil)
      guard let x1, let x2, let value else { return leaveOut(known) }
      labels.add(value)
      inputs.append(x1)
      inputs.append(x2)
      return
    }
    let bytes = UnsafeBufferPointer(rebasing: scanner.bytes[cells.label.range])
    let isMissing = bytes.isEmpty || options.missing.areAsked && options.missing.contains(bytes)
    guard let x1, let x2, !isMissing else { return leaveOut(known) }
    let isTaken = labels.add(
      scanner.bytes[cells.label.range], number: labels.wantsNumber ? labelNumber(bytes) : nil,
      content: { cells.label.hasDoubledQuotes ? scanner.content(cells.label) : nil })
    guard let isTaken else {
      throw error(
        .tooManyClasses(limit: options.maximumClasses, label: excerpt(cells.label, scanner)), line, layout.labelColumn,
        layout)
    }
    guard isTaken else {
      ambiguities.removeLast(ambiguities.count - known)
      return
    }
    inputs.append(x1)
    inputs.append(x2)
  }

  private mutating func leaveOut(_ known: Int) {
    ambiguities.removeLast(ambiguities.count - known)
    missingCount += 1
  }

  /// What the examples come to.
  struct Outcome {
    var dataset: Dataset
    var labels: CSVTable.Labels
    var numbers: CSVTable.NumberStyle
    var missingCount: Int
  }

  /// The examples as a data set, the classes in the order that the rest of the program expects.
  mutating func outcome(name: String, inputNames: [String]) throws(CSVError) -> Outcome {
    try resolve()
    let outcome = try labels.outcome()
    var kept = inputs
    if let rows = outcome.kept {
      missingCount += inputs.count / 2 - rows.count
      kept = rows.flatMap { [inputs[2 * $0], inputs[2 * $0 + 1]] }
    }
    guard !kept.isEmpty else {
      throw CSVError(.noUsableRows(missing: missingCount, otherClasses: otherClassCount))
    }
    var style = CSVTable.NumberStyle()
    style.hasDecimalComma = numbers.decimal == .comma
    style.thousands = numbers.thousandsMet.sorted { $0.rawValue < $1.rawValue }
    style.hasTypography = numbers.hasTypography
    style.hasFortranExponents = numbers.hasFortranExponents
    style.units = units.filter { !$0.value.isEmpty }
    return Outcome(
      dataset: Dataset(name: name, inputNames: inputNames, inputs: kept, targets: outcome.targets),
      labels: outcome.facts, numbers: style, missingCount: missingCount)
  }

  /// Gives the numbers that could be read two ways the meaning that the others have.
  private mutating func resolve() throws(CSVError) {
    guard let firstAmbiguity, !ambiguities.isEmpty else { return }
    guard let decimal = numbers.decimal else { throw firstAmbiguity }
    for ambiguity in ambiguities {
      guard ambiguity.mark == decimal else {
        numbers.met(ambiguity.mark == .comma ? .comma : .point)
        continue
      }
      if let input = ambiguity.input { inputs[input] /= 1000 } else { labels.divide(at: ambiguity.example) }
    }
  }

  /// The number that a label is; NaN where it says that a value is missing, nil where it is none.
  private mutating func labelNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    switch numbers.read(bytes) {
    case .number(let value): return value
    case .missing: return .nan
    case .ambiguous(let value, let mark):
      ambiguities.append(Ambiguity(input: nil, example: labels.numbers.count, mark: mark))
      return value
    case .infinite, .outOfRange, .mixedDecimalMarks, .text: return nil
    }
  }

  /// The number in a field, or nil where it is missing; `input` is where it will stand among the inputs.
  private mutating func number(
    _ field: CSVScanner.Field, of scanner: CSVScanner, line: Int, column: Int, _ layout: CSVLayout, input: Int?
  ) throws(CSVError) -> Double? {
    let content = numbers.read(UnsafeBufferPointer(rebasing: scanner.bytes[field.range]))
    let problem: CSVError.Problem
    switch content {
    case .number(let value):
      // Most numbers have no unit, and most columns know by now.
      if units[column] != numbers.unit { try note(unit: numbers.unit, field, scanner, line, column, layout) }
      return value
    case .ambiguous(let value, let mark):
      if firstAmbiguity == nil {
        firstAmbiguity = error(.ambiguousNumber(excerpt(field, scanner), mark), line, column, layout)
      }
      ambiguities.append(Ambiguity(input: input, example: labels.numbers.count, mark: mark))
      return value
    case .missing: return nil
    case .infinite: problem = .infinite(excerpt(field, scanner))
    case .outOfRange: problem = .outOfRange(excerpt(field, scanner))
    case .mixedDecimalMarks:
      let isComma = layout.delimiter == UInt8(ascii: ",")
      problem = isComma ? .notNumber(excerpt(field, scanner)) : .mixedDecimalMarks(excerpt(field, scanner))
    case .text: problem = .notNumber(excerpt(field, scanner))
    }
    throw error(problem, line, column, layout)
  }

  private mutating func note(
    unit: String, _ field: CSVScanner.Field, _ scanner: CSVScanner, _ line: Int, _ column: Int, _ layout: CSVLayout
  ) throws(CSVError) {
    guard let known = units[column] else {
      units[column] = unit
      return
    }
    throw error(.mixedUnits(excerpt(field, scanner), before: known), line, column, layout)
  }

  private func error(_ problem: CSVError.Problem, _ line: Int, _ column: Int, _ layout: CSVLayout) -> CSVError {
    CSVError(
      problem, line: line, column: column + 1,
      columnName: layout.header == .none ? nil : layout.columnNames[column])
  }

  /// The first characters of a field, for an error.
  private func excerpt(_ field: CSVScanner.Field, _ scanner: CSVScanner) -> String {
    let text = String(decoding: scanner.content(field), as: UTF8.self)
    return text.count > 40 ? text.prefix(40) + "..." : text
  }
}
