/// A data set read from a CSV file, and what a person should know about the reading.
package struct CSVTable: Sendable, Equatable {
  /// A column that could have been an input and was not taken.
  package struct PassedOver: Sendable, Equatable {
    /// Why it was not taken.
    package enum Reason: Sendable, Equatable {
      /// It names or counts the rows.
      case identifier
      /// It is a number with which nobody reckons: a postal code.
      case code
      /// It is a point in time.
      case date
    }

    /// The column, from 0.
    package let column: Int
    /// Why it was not taken.
    package let reason: Reason
  }

  /// How the numbers are written, where it is not the plain way.
  package struct NumberStyle: Sendable, Equatable {
    /// Whether fractions stand behind a comma.
    package var hasDecimalComma = false
    /// The marks between thousands, in the order of their names.
    package var thousands: [ThousandsMark] = []
    /// Whether there are minus signs, spaces or powers of ten of typography.
    package var hasTypography = false
    /// Whether there are exponents with a D.
    package var hasFortranExponents = false
    /// The units that were left out, by the column.
    package var units: [Int: String] = [:]
  }

  /// What the labels are.
  package struct Labels: Sendable, Equatable {
    /// How many examples each class has, in the order of the classes; empty for numbers.
    package var counts: [Int] = []
    /// The spellings of each class that has several.
    package var spellings: [[String]] = []
    /// Classes that differ in nothing but case and blanks.
    package var lookalikes: [[String]] = []
    /// Classes whose names often stand for a missing value.
    package var likeMissing: [String] = []
    /// Whether they are all numbers.
    package var areNumbers = false
    /// Whether it was guessed that they are classes, or numbers to predict.
    package var isTargetGuessed = false
  }

  /// The examples, in the order of the file.
  package internal(set) var dataset: Dataset
  /// The byte between fields.
  package let delimiter: UInt8
  /// Whether that was guessed.
  package let isDelimiterGuessed: Bool
  /// Whether the first line of the file names it, as Excel has it.
  package let hasSeparatorLine: Bool
  /// Where the columns' names come from.
  package let header: CSVHeader
  /// Whether that was guessed.
  package let isHeaderGuessed: Bool
  /// The names of all columns; `column 1` and so on where there is none.
  package let columnNames: [String]
  /// The two input columns, from 0.
  package let inputColumns: [Int]
  /// The label column, from 0.
  package let labelColumn: Int
  /// Whether the input columns were guessed.
  package let areInputsGuessed: Bool
  /// Whether the label column was guessed.
  package let isLabelGuessed: Bool
  /// What was passed over when the inputs were guessed.
  package let passedOver: [PassedOver]
  /// How the numbers are written.
  package let numbers: NumberStyle
  /// What the labels are.
  package let labels: Labels
  /// How many lines were comments.
  package let commentCount: Int
  /// How many rows of values the file has.
  package let rowCount: Int
  /// How many of them were left out for a missing value.
  package let missingCount: Int
  /// How many of them were left out for a class that was not asked for.
  package let otherClassCount: Int

  /// Whether the columns have names.
  package var hasHeader: Bool { header != .none }
}
