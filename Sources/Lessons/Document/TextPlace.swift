/// A place in a text: line and column counted from 1, columns in characters of Unicode.
package struct TextPlace: Sendable, Equatable, Comparable {
  /// The line.
  package let line: Int
  /// The column.
  package let column: Int

  /// Makes a place.
  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Whether a place comes before another one.
  package static func < (left: TextPlace, right: TextPlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}
