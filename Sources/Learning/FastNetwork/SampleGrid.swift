/// The points of the plane at which a field is sampled: the centers of `columns` by `rows` equal cells of a rectangle.
///
/// Column 0 is at the left (smallest x1), row 0 at the top (largest x2), rows one after another, as on a screen.
public struct SampleGrid: Sendable, Hashable {
  /// The left and right edge.
  public var x1: ClosedRange<Double>
  /// The lower and upper edge.
  public var x2: ClosedRange<Double>
  /// How many cells lie side by side.
  public var columns: Int
  /// How many cells lie one above another.
  public var rows: Int

  /// A grid over a rectangle.
  ///
  /// - Precondition: columns and rows are not negative.
  public init(x1: ClosedRange<Double>, x2: ClosedRange<Double>, columns: Int, rows: Int) {
    precondition(columns >= 0 && rows >= 0, "a grid of \(columns) by \(rows) cells")
    self.x1 = x1
    self.x2 = x2
    self.columns = columns
    self.rows = rows
  }

  /// How many cells there are.
  public var count: Int { columns * rows }

  /// The x1 of a column's centers.
  public func x1(ofColumn column: Int) -> Double {
    x1.lowerBound + (x1.upperBound - x1.lowerBound) * (Double(column) + 0.5) / Double(columns)
  }

  /// The x2 of a row's centers.
  public func x2(ofRow row: Int) -> Double {
    x2.upperBound - (x2.upperBound - x2.lowerBound) * (Double(row) + 0.5) / Double(rows)
  }
}
