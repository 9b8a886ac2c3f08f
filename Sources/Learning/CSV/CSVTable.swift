/// A data set read from a CSV file, and what a person should know about the reading.
public struct CSVTable: Sendable, Equatable {
  /// A column that could have been an input and was not taken.
  public struct PassedOver: Sendable, Equatable {
    /// Why it was not taken.
    public enum Reason: Sendable, Equatable {
      /// It names or counts the rows.
      case identifier
      /// It is a number with which nobody reckons: a postal code.
      case code
      /// It is a point in time.
      case date
    }

    /// The column, from 0.
    public let column: Int
    /// Why it was not taken.
    public let reason: Reason
  }

  /// How the numbers are written, where it is not the plain way.
  public struct NumberStyle: Sendable, Equatable {
    /// Whether fractions stand behind a comma.
    public var hasDecimalComma = false
    /// The marks between thousands, in the order of their names.
    public var thousands: [ThousandsMark] = []
    /// Whether there are minus signs, spaces or powers of ten of typography.
    public var hasTypography = false
    /// Whether there are exponents with a D.
    public var hasFortranExponents = false
    /// The units that were left out, by the column.
    public var units: [Int: String] = [:]
  }

  /// What the labels are.
  public struct Labels: Sendable, Equatable {
    /// How many examples each class has, in the order of the classes; empty for numbers.
    public var counts: [Int] = []
    /// The spellings of each class that has several.
    public var spellings: [[String]] = []
    /// Classes that differ in nothing but case and blanks.
    public var lookalikes: [[String]] = []
    /// Classes whose names often stand for a missing value.
    public var likeMissing: [String] = []
    /// Whether they are all numbers.
    public var areNumbers = false
    /// Whether it was guessed that they are classes, or numbers to predict.
    public var isTargetGuessed = false
  }

  /// The examples, in the order of the file.
  public internal(set) var dataset: Dataset
  /// The byte between fields.
  public let delimiter: UInt8
  /// Whether that was guessed.
  public let isDelimiterGuessed: Bool
  /// Whether the first line of the file names it, as Excel has it.
  public let hasSeparatorLine: Bool
  /// Where the columns' names come from.
  public let header: CSVHeader
  /// Whether that was guessed.
  public let isHeaderGuessed: Bool
  /// The names of all columns; `column 1` and so on where there is none.
  public let columnNames: [String]
  /// The two input columns, from 0.
  public let inputColumns: [Int]
  /// The label column, from 0.
  public let labelColumn: Int
  /// Whether the input columns were guessed.
  public let areInputsGuessed: Bool
  /// Whether the label column was guessed.
  public let isLabelGuessed: Bool
  /// What was passed over when the inputs were guessed.
  public let passedOver: [PassedOver]
  /// How the numbers are written.
  public let numbers: NumberStyle
  /// What the labels are.
  public let labels: Labels
  /// How many lines were comments.
  public let commentCount: Int
  /// How many rows of values the file has.
  public let rowCount: Int
  /// How many of them were left out for a missing value.
  public let missingCount: Int
  /// How many of them were left out for a class that was not asked for.
  public let otherClassCount: Int

  /// Whether the columns have names.
  public var hasHeader: Bool { header != .none }
}
