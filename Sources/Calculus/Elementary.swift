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

  /// 1 above 0, -1 below, 0 at 0; NaN of NaN.
  @inline(__always)
  static func sign(_ value: Double) -> Double {
    value > 0 ? 1 : value < 0 ? -1 : value
  }

  /// The chance that a standard normal number is at most `value`, without cancellation on the left.
  static func normalShare(_ value: Double) -> Double {
    0.5 * Double.erfc(-value * 0.5.squareRoot())
  }

  /// The density of the standard normal distribution.
  static func normalDensity(_ value: Double) -> Double {
    Double.exp(-value * value / 2) * 0.3989422804014327
  }

  /// a Φ(a), with the normal distribution itself and no approximation of it (Hendrycks and Gimpel 2016).
  static func gelu(_ value: Double) -> Double {
    // Far to the left the share is exactly 0.
    let share = normalShare(value)
    return share == 0 && !value.isNaN ? 0 : value * share
  }

  /// a sigmoid(a), also called swish.
  static func silu(_ value: Double) -> Double {
    let share = sigmoid(value)
    return share == 0 ? 0 : value * share
  }

  /// The inverse of the hyperbolic cotangent, of numbers beyond -1 and 1: log((a + 1) / (a - 1)) / 2.
  static func inverseHyperbolicCotangent(_ value: Double) -> Double {
    guard value.magnitude >= 1 else { return .nan }
    let magnitude = value.magnitude
    guard magnitude.isFinite else { return 1 / value }
    let result = 0.5 * Double.log(onePlus: 2 / (magnitude - 1))
    return value < 0 ? -result : result
  }

  /// The inverse of the hyperbolic secant, of numbers from 0 to 1.
  ///
  /// acosh(1/a), which loses its digits near a = 1, as log1p((1 - a + sqrt(1 - a^2)) / a).
  static func inverseHyperbolicSecant(_ value: Double) -> Double {
    guard value >= 0, value <= 1 else { return .nan }
    return Double.log(onePlus: (1 - value + ((1 - value) * (1 + value)).squareRoot()) / value)
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
