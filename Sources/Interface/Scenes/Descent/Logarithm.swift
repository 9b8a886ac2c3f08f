import Glibc

/// The two functions of the C library that stretch heights.
enum Logarithm {
  /// log(1 + number), exact for small numbers too.
  static func onePlus(_ number: Double) -> Double { log1p(number) }
  /// e^number - 1, exact for small numbers too.
  static func exponentialMinusOne(_ number: Double) -> Double { expm1(number) }
}
