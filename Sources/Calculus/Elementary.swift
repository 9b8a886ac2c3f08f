import RealModule

/// The functions that the mathematical library lacks or defines differently.
enum Elementary {
  /// The natural logarithm; negative infinity at 0, NaN below.
  @inline(__always)
  static func logarithm(_ value: Double) -> Double {
    value < 0 ? .nan : .log(value)
  }

  /// The smaller of two numbers; NaN when either is.
  @inline(__always)
  static func smaller(_ left: Double, _ right: Double) -> Double {
    left < right || left.isNaN ? left : right
  }

  /// The larger of two numbers; NaN when either is.
  @inline(__always)
  static func larger(_ left: Double, _ right: Double) -> Double {
    left > right || left.isNaN ? left : right
  }

  /// 1 / (1 + e^-a), without overflow and without cancellation at either end.
  @inline(__always)
  static func sigmoid(_ value: Double) -> Double {
    let decay = Double.exp(-value.magnitude)
    return value < 0 ? decay / (1 + decay) : 1 / (1 + decay)
  }

  /// log(1 + e^a), without overflow; the integral of the sigmoid.
  @inline(__always)
  static func softplus(_ value: Double) -> Double {
    larger(value, 0) + Double.log(onePlus: .exp(-value.magnitude))
  }

  /// The largest magnitude of a constant exponent that is computed by repeated squaring.
  ///
  /// The relative error of repeated squaring grows like half an ulp times the exponent: below 4e-15 here.
  static let largestSquaredExponent = 32.0

  /// A power with a small whole exponent, by repeated squaring; an exponent of 0 gives 1.
  ///
  /// - Precondition: `exponent` is whole and its magnitude at most `largestSquaredExponent`.
  @inline(__always)
  static func integerPower(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 2 { return base * base }
    var remaining = Int(exponent.magnitude)
    var square = base
    var result = 1.0
    while remaining > 0 {
      if remaining & 1 == 1 { result *= square }
      square *= square
      remaining >>= 1
    }
    return exponent < 0 ? 1 / result : result
  }

  /// A power with any exponent, as C's `pow`: a negative base needs a whole exponent, 0^0 = 1.
  ///
  /// `Double.pow` of swift-numerics is exp(y log x) and so NaN for every negative base and for 0^0.
  static func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 || base == 1 { return 1 }
    if base < 0 {
      guard exponent == exponent.rounded() else { return .nan }
      let magnitude = Double.pow(-base, exponent)
      let half = exponent / 2
      return half == half.rounded() ? magnitude : -magnitude
    }
    return .pow(base, exponent)
  }
}
