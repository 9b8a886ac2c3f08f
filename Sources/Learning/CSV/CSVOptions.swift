/// What to read from a CSV file; whatever is left out is guessed.
package struct CSVOptions: Sendable, Hashable {
  /// What the label column holds.
  package enum Target: String, Sendable {
    /// Names or numbers of classes.
    case classes
    /// Numbers to be predicted.
    case numbers
    /// Numbers to be predicted where there are more of them, or finer ones, than classes have; else classes.
    case either
  }

  /// The byte between fields, or nil to guess among comma, semicolon, tab, vertical line and spaces.
  package var delimiter: UInt8?
  /// Whether the first row names the columns, or nil to guess.
  package var hasHeader: Bool?
  /// The two input columns, by name or by number from 1; nil to take the first two that measure something.
  package var columns: [String]?
  /// The two input columns to take by name where the columns have names and none are chosen; nil to guess.
  package var preferredColumns: [String]?
  /// Whether it is an error where the preferred columns are not there; else others are guessed then.
  package var arePreferredRequired = true
  /// The label column, by name or by number from 1; nil to guess.
  package var label: String?
  /// What the label column holds.
  package var target: Target
  /// The classes to keep; nil for all.
  package var classNames: [String]?
  /// How many classes there may be.
  package var maximumClasses: Int
  /// The mark before fractions, or nil to guess.
  package var decimal: DecimalMark?
  /// The mark between thousands, or nil to guess.
  package var thousands: ThousandsMark?
  /// Which lines are comments.
  package var comments: CSVComments
  let missing: MissingWords

  /// Makes options; everything left out is guessed.
  ///
  /// - Parameter missing: the words that stand for a missing value, in labels as well; nil for the usual ones, in numbers
  ///   alone.
  package init(
    delimiter: UInt8? = nil, hasHeader: Bool? = nil, columns: [String]? = nil, label: String? = nil,
    target: Target = .classes, classNames: [String]? = nil, maximumClasses: Int = 10, decimal: DecimalMark? = nil,
    thousands: ThousandsMark? = nil, comments: CSVComments = .guessed, missing: [String]? = nil
  ) {
    self.delimiter = delimiter
    self.hasHeader = hasHeader
    self.columns = columns
    self.label = label
    self.target = target
    self.classNames = classNames
    self.maximumClasses = maximumClasses
    self.decimal = decimal
    self.thousands = thousands
    self.comments = comments
    self.missing = MissingWords(missing)
  }
}
