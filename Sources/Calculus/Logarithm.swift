import RealModule

/// The logarithm and its inverse near 0, where the plain functions lose their digits.
package enum Logarithm {
  /// log(1 + number), exact for small numbers too.
  package static func onePlus(_ number: Double) -> Double { Double.log(onePlus: number) }
  /// e^number - 1, exact for small numbers too.
  package static func exponentialMinusOne(_ number: Double) -> Double { Double.expMinusOne(number) }
}
