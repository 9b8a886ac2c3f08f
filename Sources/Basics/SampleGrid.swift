/// Where a function of x and y is sampled: a rectangle cut into columns and rows of equal boxes, one sample in the
/// middle of each.
///
/// Row 0 is the top one, with the largest y, as on a screen; column 0 is the left one, with the smallest x. Samples are
/// stored row after row.
package struct SampleGrid: Sendable, Hashable {
  /// The x of the left and of the right edge.
  package var xRange: ClosedRange<Double>
  /// The y of the bottom and of the top edge.
  package var yRange: ClosedRange<Double>
  /// How many columns; never negative.
  package var columns: Int
  /// How many rows; never negative.
  package var rows: Int

  /// Makes a grid over a rectangle; a negative number of columns or rows counts as 0.
  package init(xRange: ClosedRange<Double>, yRange: ClosedRange<Double>, columns: Int, rows: Int) {
    self.xRange = xRange
    self.yRange = yRange
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// How many samples there are.
  @inlinable
  package var count: Int { columns * rows }

  /// The x of a column's middle.
  @inlinable
  package func x(column: Int) -> Double {
    let part = (Double(column) + 0.5) / Double(columns)
    return xRange.lowerBound * (1 - part) + xRange.upperBound * part
  }

  /// The y of a row's middle.
  @inlinable
  package func y(row: Int) -> Double {
    let part = (Double(row) + 0.5) / Double(rows)
    return yRange.upperBound * (1 - part) + yRange.lowerBound * part
  }
}
