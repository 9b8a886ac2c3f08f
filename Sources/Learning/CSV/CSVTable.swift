/// What to read from a CSV file; whatever is left out is guessed.
public struct CSVOptions: Sendable, Hashable {
  /// What the label column holds.
  public enum Target: String, Sendable {
    /// Names or numbers of classes.
    case classes
    /// Numbers to be predicted.
    case numbers
  }

  /// The byte between fields, or nil to guess among comma, semicolon and tab.
  public var delimiter: UInt8?
  /// Whether the first row names the columns, or nil to guess.
  public var hasHeader: Bool?
  /// The two input columns, by name or by number from 1; nil to take the first two of numbers.
  public var columns: [String]?
  /// The label column, by name or by number from 1; nil to guess.
  public var label: String?
  /// What the label column holds.
  public var target: Target
  /// The classes to keep; nil for all.
  public var classNames: [String]?
  /// How many classes there may be.
  public var maximumClasses: Int

  /// Makes options; everything left out is guessed.
  public init(
    delimiter: UInt8? = nil, hasHeader: Bool? = nil, columns: [String]? = nil, label: String? = nil,
    target: Target = .classes, classNames: [String]? = nil, maximumClasses: Int = 10
  ) {
    self.delimiter = delimiter
    self.hasHeader = hasHeader
    self.columns = columns
    self.label = label
    self.target = target
    self.classNames = classNames
    self.maximumClasses = maximumClasses
  }
}

/// A data set read from a CSV file, and what a person should know about the reading.
public struct CSVTable: Sendable, Equatable {
  /// The examples, in the order of the file.
  public let dataset: Dataset
  /// The byte between fields.
  public let delimiter: UInt8
  /// Whether the first row named the columns.
  public let hasHeader: Bool
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
  /// How many rows of values the file has.
  public let rowCount: Int
  /// How many of them were left out for a missing value.
  public let missingCount: Int
  /// How many of them were left out for a class that was not asked for.
  public let otherClassCount: Int
}
