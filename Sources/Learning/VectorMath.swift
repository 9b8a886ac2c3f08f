/// Sums over rows of numbers.
enum VectorMath {
  /// The inner product of two rows; what one of them has more is left out.
  static func dot(_ a: [Double], _ b: [Double]) -> Double {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        guard let first = a.baseAddress, let second = b.baseAddress else { return 0 }
        return dot(first, second, count: Swift.min(a.count, b.count))
      }
    }
  }

  /// The inner product of two rows of so many numbers.
  ///
  /// Sixteen sums side by side: one alone waits for each of its additions.
  @inline(__always)
  static func dot(_ a: UnsafePointer<Double>, _ b: UnsafePointer<Double>, count: Int) -> Double {
    let whole = count & ~15
    let (left, right) = (UnsafeRawPointer(a), UnsafeRawPointer(b))
    var (even, odd) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
    for place in stride(from: 0, to: 8 * whole, by: 128) {
      even +=
        left.loadUnaligned(fromByteOffset: place, as: SIMD8<Double>.self)
        * right.loadUnaligned(fromByteOffset: place, as: SIMD8<Double>.self)
      odd +=
        left.loadUnaligned(fromByteOffset: place + 64, as: SIMD8<Double>.self)
        * right.loadUnaligned(fromByteOffset: place + 64, as: SIMD8<Double>.self)
    }
    var sum = 0.0
    if whole > 0 { sum = (even + odd).sum() }
    for index in whole..<count { sum += a[index] * b[index] }
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
