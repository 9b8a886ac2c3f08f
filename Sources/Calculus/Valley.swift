/// A local minimum of a curve with its basin: the starts from which small steps downhill lead to it.
package struct Valley: Sendable, Equatable {
  /// Where the minimum is; the middle of a flat bottom.
  package let x: Double
  /// The curve's value there.
  package let value: Double
  /// From the border on the left, a local maximum, a pole or the end of the range, to the one on the right.
  package let basin: ClosedRange<Double>
  /// Whether the minimum is at an end of where the curve is defined or shown, so that a descent may leave there.
  package let isAtEnd: Bool
}

extension Expression {
  /// The valleys of a curve within a range, from left to right.
  ///
  /// The curve is sampled, and each turn between samples is then narrowed down to the last digit by the sign of the
  /// exact derivative. A valley narrower than two samples can be missed. Where the curve falls without end, at a pole,
  /// there is no valley but a border; where it is not a number, basins end.
  ///
  /// - Complexity: O(samples * operations).
  package func valleys(in range: ClosedRange<Double>, samples: Int = 2048) -> [Valley] {
    let count = max(samples, 3)
    let places = (0..<count).map { index in
      let part = Double(index) / Double(count - 1)
      return range.lowerBound * (1 - part) + range.upperBound * part
    }
    let values = curve(over: range, count: count)
    var valleys: [Valley] = []
    var start = 0
    while start < count {
      guard values[start].isFinite else {
        start += 1
        continue
      }
      let end = values[start...].firstIndex { !$0.isFinite } ?? count
      valleys += ValleyFinder(self, places[start..<end], values[start..<end]).valleys()
      start = end
    }
    return valleys
  }
}
