import Learning

/// What is to be said of a table that was read: what was left out, what was guessed, what is odd about it.
struct TableNotes {
  private let table: CSVTable
  private let name: String

  init(_ table: CSVTable) {
    self.table = table
    name = table.dataset.name
  }

  /// The notes, in the order in which they are said.
  var all: [DataNote] {
    var notes = leftOut.map { DataNote(.leftOut, "\(name): \($0)") }
    notes += warnings.map { DataNote(.warning, "\(name): \($0)") }
    if let columns { notes.append(DataNote(.guess, "\(name): \(columns) (guessed)")) }
    notes += (passedOver + form + numbers + labels).map { DataNote(.guess, "\(name): \($0) (guessed)") }
    return notes
  }

  private var leftOut: [String] {
    var parts: [String] = []
    if table.missingCount > 0 {
      parts.append("\(table.missingCount) of \(table.rowCount) rows left out, a value is missing")
    }
    if table.otherClassCount > 0 {
      parts.append("\(table.otherClassCount) of \(table.rowCount) rows left out, another class")
    }
    return parts
  }

  private var warnings: [String] {
    guard table.dataset.classCount == 1, let only = table.dataset.classNames.first else { return [] }
    return ["one class only, \(only): there is nothing to tell apart; --label takes another column"]
  }

  /// Inputs, label and its classes.
  private var columns: String? {
    guard table.areInputsGuessed || table.isLabelGuessed else { return nil }
    let inputs = table.inputColumns.map(column).joined(separator: " and ")
    let label = column(table.labelColumn)
    let classes = table.dataset.classNames
    guard !classes.isEmpty else { return "inputs \(inputs), target \(label), a number to predict" }
    return "inputs \(inputs), label \(label): \(list(classes))"
  }

  /// The name of a column, and its number where the name is another's as well.
  private func column(_ index: Int) -> String {
    let name = table.columnNames[index]
    return table.columnNames.count { $0 == name } > 1 ? "\(name) (column \(index + 1))" : name
  }

  private func list(_ names: [String]) -> String {
    let listed = names.prefix(10).map { $0.count > 30 ? "\($0.prefix(30))…" : $0 }.joined(separator: ", ")
    return names.count > 10 ? "\(listed), … (\(names.count) in all)" : listed
  }

  private var passedOver: [String] {
    func names(_ reason: CSVTable.PassedOver.Reason) -> String? {
      let columns = table.passedOver.filter { $0.reason == reason }.map { column($0.column) }
      guard !columns.isEmpty else { return nil }
      return columns.prefix(4).joined(separator: ", ") + (columns.count > 4 ? ", …" : "")
    }
    return [
      names(.identifier).map { "\($0) passed over: it names or counts the rows; --columns takes it" },
      names(.code).map { "\($0) passed over: a code, not a measure; --columns takes it" },
      names(.date).map { "\($0) passed over: a date; --columns takes it" },
    ].compactMap(\.self)
  }

  /// Delimiter, header and comments.
  private var form: [String] {
    var parts: [String] = []
    if table.isDelimiterGuessed {
      switch table.delimiter {
      case UInt8(ascii: ";"): parts.append("fields are separated by semicolons")
      case UInt8(ascii: "\t"): parts.append("fields are separated by tabs")
      case UInt8(ascii: "|"): parts.append("fields are separated by |")
      case UInt8(ascii: " "): parts.append("fields are separated by spaces")
      default: break
      }
    } else if table.hasSeparatorLine {
      parts.append("the line sep= names the delimiter")
    }
    if table.isHeaderGuessed {
      switch table.header {
      case .row: parts.append("the first row names the columns")
      case .none: parts.append("no row names the columns: the first is data; --header yes takes it as names")
      case .numberedRow:
        parts.append("the first row, of whole numbers, names the columns; --header no takes it as data")
      case .comment: parts.append("a comment names the columns")
      }
    }
    if table.commentCount > 0 {
      parts.append(
        table.commentCount == 1 ? "1 line left out, a comment" : "\(table.commentCount) lines left out, comments")
    }
    return parts
  }

  private var numbers: [String] {
    let style = table.numbers
    var parts: [String] = []
    let thousands = style.thousands.compactMap { mark -> String? in
      switch mark {
      case .none: nil
      case .comma: "commas"
      case .point: "points"
      case .space: "spaces"
      }
    }
    if style.hasDecimalComma { parts.append("fractions stand behind a comma") }
    if !thousands.isEmpty { parts.append("\(thousands.joined(separator: " and ")) stand between thousands") }
    if style.hasFortranExponents { parts.append("1D+02 is read as 1e+02") }
    if style.hasTypography { parts.append("signs and spaces of typography in numbers are read as they look") }
    for (column, unit) in style.units.sorted(by: { $0.key < $1.key }) {
      parts.append("\(self.column(column)) is in \(unit), left out")
    }
    return parts
  }

  private var labels: [String] {
    let labels = table.labels
    var parts: [String] = []
    for spellings in labels.spellings.prefix(4) {
      parts.append("\(list(spellings)) are one class")
    }
    for names in labels.lookalikes.prefix(4) {
      parts.append("\(names.prefix(4).map { "'\($0)'" }.joined(separator: " and ")) are different classes")
    }
    if !labels.likeMissing.isEmpty {
      let words = labels.likeMissing.joined(separator: ",")
      parts.append("\(list(labels.likeMissing)) is taken as a class; --missing \(words) leaves such rows out")
    }
    if labels.isTargetGuessed, labels.areNumbers {
      let label = column(table.labelColumn)
      if table.dataset.classNames.isEmpty {
        parts.append("\(label) has numbers to predict; --target classes tells them apart")
      } else if table.dataset.classCount > 2 {
        parts.append("the numbers of \(label) are classes; --target number predicts them")
      }
    }
    return parts
  }
}
