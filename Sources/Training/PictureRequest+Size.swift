extension PictureRequest {
  /// The columns and rows that are wanted; fewer of both, but not below 8, where that many would take too long.
  ///
  /// - Parameters:
  ///   - cost: What each place costs, in any unit.
  ///   - most: How much all places together may cost.
  func size(costing cost: Double, atMost most: Double) -> (columns: Int, rows: Int) {
    let (columns, rows) = (max(0, columns), max(0, rows))
    let total = Double(columns) * Double(rows) * cost
    guard total > most else { return (columns, rows) }
    let share = (most / total).squareRoot()
    func thinned(_ count: Int) -> Int { Int(Double(count) * share, within: min(8, count)...count) }
    return (thinned(columns), thinned(rows))
  }
}

extension Int {
  /// A number without its fraction, or the end of a range that it lies beyond; the lower end for NaN.
  init(_ number: Double, within range: ClosedRange<Int>) {
    if number >= Double(range.upperBound) {
      self = range.upperBound
    } else if number > Double(range.lowerBound) {
      self = Int(number)
    } else {
      self = range.lowerBound
    }
  }
}
