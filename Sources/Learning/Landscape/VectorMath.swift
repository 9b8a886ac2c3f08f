/// Sums over rows of numbers.
enum VectorMath {
  /// The inner product of two rows; what one of them has more is left out.
  static func dot(_ a: [Double], _ b: [Double]) -> Double {
    var sum = 0.0
    for index in 0..<Swift.min(a.count, b.count) { sum += a[index] * b[index] }
    return sum
  }

  /// The Euclidean length of a row.
  ///
  /// Scaled by the largest number, so that squares neither overflow nor vanish.
  static func length(_ a: [Double]) -> Double {
    let largest = a.reduce(0) { Double.maximum($0, $1.magnitude) }
    guard largest > 0, largest.isFinite else { return a.contains(where: \.isNaN) ? .nan : largest }
    return largest * a.reduce(0) { $0 + ($1 / largest) * ($1 / largest) }.squareRoot()
  }

  /// The row at length 1; nil where it has none.
  static func unit(_ a: [Double]) -> [Double]? {
    let length = length(a)
    guard length > 0, length.isFinite else { return nil }
    return a.map { $0 / length }
  }

  /// A row less its part along another.
  static func perpendicular(_ a: [Double], to b: [Double]) -> [Double] {
    let square = dot(b, b)
    guard square > 0, square.isFinite else { return a }
    let along = dot(a, b) / square
    return zip(a, b).map { $0 - along * $1 }
  }
}
