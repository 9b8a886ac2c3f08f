/// Powers of two, which change a number without rounding it.
enum PowerOfTwo {
  /// The power of two that brings a positive number into 1/2...1; 1 for 0.
  static func scaling(_ largest: Double) -> Double {
    guard largest > 0, largest.isFinite else { return 1 }
    // Neither 2^-1074 nor its inverse can be had, so the ends are cut off.
    return Double(sign: .plus, exponent: max(-1022, min(1022, -largest.exponent - 1)), significand: 1)
  }
}
