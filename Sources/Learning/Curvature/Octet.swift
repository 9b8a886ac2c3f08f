/// Eight examples side by side, in double precision.
typealias Octet = SIMD8<Double>

extension Octet {
  /// The sum of all eight numbers.
  @inline(__always)
  var total: Double {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }
}
