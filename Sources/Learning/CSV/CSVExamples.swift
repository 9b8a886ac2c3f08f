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
  private(set) var otherClassCount = 0
  private let options: CSVOptions
  private var inputs: [Double] = []
  private var numbers: [Double] = []
  private var labels: [Int] = []
  private var names: [[UInt8]] = []
  /// Labels that were met and not asked for, as far as an error would list them.
  private var otherNames: [[UInt8]] = []
  private let wanted: [[UInt8]]?
  private var text: DecimalText?

  init(options: CSVOptions) {
    self.options = options
    wanted = options.classNames.map { $0.map { Array($0.utf8) } }
  }

  /// Adds the example of a row, or counts it as one left out.
  mutating func add(
    _ cells: Cells, of scanner: CSVScanner, line: Int, layout: CSVLayout
  ) throws(CSVError) {
    let x1 = try number(cells.x1, of: scanner, line: line, column: layout.inputColumns[0], layout: layout)
    let x2 = try number(cells.x2, of: scanner, line: line, column: layout.inputColumns[1], layout: layout)
    if options.target == .numbers {
      let value = try number(cells.label, of: scanner, line: line, column: layout.labelColumn, layout: layout)
      guard let x1, let x2, let value else {
        missingCount += 1
        return
      }
      numbers.append(value)
      inputs.append(x1)
      inputs.append(x2)
      return
    }
    let isLabelMissing = DecimalText.isMissing(UnsafeBufferPointer(rebasing: scanner.bytes[cells.label.range]))
    guard let x1, let x2, !isLabelMissing else {
      missingCount += 1
      return
    }
    guard let label = try label(cells.label, of: scanner, line: line, layout: layout) else {
      otherClassCount += 1
      return
    }
    labels.append(label)
    inputs.append(x1)
    inputs.append(x2)
  }

  /// The examples as a data set, the classes in the order that the rest of the program expects.
  func dataset(name: String, inputNames: [String]) throws(CSVError) -> Dataset {
    let seen = names.map { String(decoding: $0, as: UTF8.self) }
    let others = otherNames.map { String(decoding: $0, as: UTF8.self) }
    for name in options.classNames ?? [] where options.target == .classes && !seen.contains(name) {
      throw CSVError(.unknownClass(name, available: seen + others))
    }
    guard !inputs.isEmpty else {
      throw CSVError(.noUsableRows(missing: missingCount, otherClasses: otherClassCount))
    }
    if options.target == .numbers {
      return Dataset(name: name, inputNames: inputNames, inputs: inputs, targets: .numbers(numbers))
    }
    let order = ClassOrder.indices(of: seen)
    var index = Array(repeating: 0, count: order.count)
    for (new, old) in order.enumerated() { index[old] = new }
    return Dataset(
      name: name, inputNames: inputNames, inputs: inputs,
      targets: .classes(labels.map { index[$0] }, names: order.map { seen[$0] }))
  }

  /// The number in a field, or nil where it is missing.
  private mutating func number(
    _ field: CSVScanner.Field, of scanner: CSVScanner, line: Int, column: Int, layout: CSVLayout
  ) throws(CSVError) -> Double? {
    var text = text ?? DecimalText(mark: layout.delimiter == UInt8(ascii: ",") ? .point : .unknown)
    let content = text.read(UnsafeBufferPointer(rebasing: scanner.bytes[field.range]))
    self.text = text
    let problem: CSVError.Problem
    switch content {
    case .number(let value): return value
    case .missing: return nil
    case .infinite: problem = .infinite(excerpt(field, scanner))
    case .outOfRange: problem = .outOfRange(excerpt(field, scanner))
    case .mixedDecimalMarks:
      let isComma = layout.delimiter == UInt8(ascii: ",")
      problem = isComma ? .notNumber(excerpt(field, scanner)) : .mixedDecimalMarks(excerpt(field, scanner))
    case .text: problem = .notNumber(excerpt(field, scanner))
    }
    throw CSVError(
      problem, line: line, column: column + 1, columnName: layout.hasHeader ? layout.columnNames[column] : nil)
  }

  /// The number of the label in the order of appearance, or nil for a class that was not asked for.
  private mutating func label(
    _ field: CSVScanner.Field, of scanner: CSVScanner, line: Int, layout: CSVLayout
  ) throws(CSVError) -> Int? {
    let bytes = scanner.bytes[field.range]
    if !field.hasDoubledQuotes {
      for index in names.indices where names[index].elementsEqual(bytes) { return index }
    }
    let name = scanner.content(field)
    if let index = names.firstIndex(of: name) { return index }
    if let wanted, !wanted.contains(name) {
      if otherNames.count < 20, !otherNames.contains(name) { otherNames.append(name) }
      return nil
    }
    guard names.count < options.maximumClasses else {
      throw CSVError(
        .tooManyClasses(limit: options.maximumClasses, label: excerpt(field, scanner)), line: line,
        column: layout.labelColumn + 1,
        columnName: layout.hasHeader ? layout.columnNames[layout.labelColumn] : nil)
    }
    names.append(name)
    return names.count - 1
  }

  /// The first characters of a field, for an error.
  private func excerpt(_ field: CSVScanner.Field, _ scanner: CSVScanner) -> String {
    let text = String(decoding: scanner.content(field), as: UTF8.self)
    return text.count > 40 ? text.prefix(40) + "..." : text
  }
}
