/// What is wrong with a CSV file, and where.
package struct CSVError: Error, Sendable, Hashable {
  /// What was found in place of what was expected.
  package enum Problem: Sendable, Hashable {
    /// Nothing is in the file.
    case empty
    /// There is a header and nothing below it.
    case noRows
    /// Every row lacks a value in a chosen column, or has a class that was not asked for.
    case noUsableRows(missing: Int, otherClasses: Int)
    /// Another kind of file.
    case foreign(ForeignFormat)
    /// Bytes that are not UTF-8.
    case notUTF8
    /// A NUL byte: not a text.
    case nul
    /// A quoted field that the file does not close.
    case unterminatedQuote
    /// A quotation mark inside an unquoted field.
    case strayQuote
    /// Something between a closing quotation mark and the next delimiter.
    case textAfterQuote
    /// A row longer than any table's.
    case rowTooLong(limit: Int)
    /// A row with another number of fields than the first.
    case raggedRow(expected: Int, found: Int)
    /// Fewer than three columns: two inputs and a label.
    case tooFewColumns(found: Int, header: Int? = nil)
    /// Fewer than two columns of numbers besides the label.
    case tooFewNumericColumns(found: [String])
    /// The same, where columns were passed over that only name or count the rows, or are dates.
    case tooFewMeasures(found: [String], passedOver: [String])
    /// The numbers are in single quotes, which mean nothing in CSV.
    case singleQuotes
    /// No column could be the label, besides the inputs.
    case noLabelColumn(inputs: [String])
    /// The number of input columns asked for, which is not two.
    case notTwoColumns(found: Int)
    /// A name that no column has.
    case unknownColumn(String, available: [String])
    /// A name that several columns have.
    case ambiguousColumn(String)
    /// A number that no column has.
    case columnOutOfRange(Int, count: Int)
    /// The same column for two purposes.
    case repeatedColumn(String)
    /// Something other than a number in a column of numbers.
    case notNumber(String)
    /// Infinity in a column of numbers.
    case infinite(String)
    /// A number too large, or too close to 0, for double precision.
    case outOfRange(String)
    /// A number whose only mark stands before three digits, in a file where nothing tells whether it is the decimal one.
    case ambiguousNumber(String, DecimalMark)
    /// A number with another unit (`%`, a currency, none) than those before in its column.
    case mixedUnits(String, before: String)
    /// A number with a decimal point where others have a comma, or the other way round.
    case mixedDecimalMarks(String)
    /// More classes than can be shown; the label that was one too many.
    case tooManyClasses(limit: Int, label: String)
    /// A class asked for that no row has.
    case unknownClass(String, available: [String])
  }

  /// What is wrong.
  package let problem: Problem
  /// The line of the file, from 1; nil where the whole file is meant.
  package let line: Int?
  /// The column, from 1; nil where the whole row is meant.
  package let column: Int?
  /// The column's name, where it has one.
  package let columnName: String?

  /// Describes a problem, and its place where it has one.
  package init(_ problem: Problem, line: Int? = nil, column: Int? = nil, columnName: String? = nil) {
    self.problem = problem
    self.line = line
    self.column = column
    self.columnName = columnName
  }
}
