// Logarithm, exponential, sine and cosine, so that this module imports nothing. They are right to about 1e-15
// relative, far below what a dot can show; training does not use them.

/// The natural logarithm.
///
/// x = m · 2ᵉ with m in (√½, √2), and ln m = 2 artanh s = 2 (s + s³/3 + s⁵/5 + …) with s = (m − 1)/(m + 1).
///
/// - Returns: NaN below 0 and for NaN, −∞ at 0, ∞ at ∞.
func naturalLogarithm(_ x: Double) -> Double {
  guard x > 0 else { return x == 0 ? -.infinity : .nan }
  guard x < .infinity else { return .infinity }
  var mantissa = x.significand
  var exponent = Double(x.exponent)
  if mantissa > 1.414_213_562_373_095_1 {
    mantissa /= 2
    exponent += 1
  }
  let s = (mantissa - 1) / (mantissa + 1)
  let square = s * s
  var sum = 0.0
  for n in stride(from: 23, through: 1, by: -2) { sum = sum * square + 1 / Double(n) }
  return 2 * s * sum + exponent * 0.693_147_180_559_945_3
}

/// The logarithm to base 10, exact at powers of ten.
func decimalLogarithm(_ x: Double) -> Double {
  let result = naturalLogarithm(x) / 2.302_585_092_994_045_7
  let whole = result.rounded()
  guard let exponent = clampedIndex(whole, in: -330..<310), abs(result - whole) < 1e-12 else { return result }
  return powerOfTen(exponent) == x ? whole : result
}

/// The exponential function: 2ⁿ times the Taylor series of the remainder, which is at most ½ ln 2.
func exponential(_ x: Double) -> Double {
  guard x < 709.8 else { return x.isNaN ? x : .infinity }
  guard x > -745.2 else { return 0 }
  let n = (x / 0.693_147_180_559_945_3).rounded()
  let r = (x - n * 0.693_147_180_369_123_8) - n * 1.908_214_929_270_587_7e-10
  var sum = 1.0
  for k in stride(from: 14, through: 1, by: -1) { sum = 1 + sum * r / Double(k) }
  return Double(sign: .plus, exponent: clampedIndex(n, in: -1100..<1100) ?? 0, significand: sum)
}

/// A power with a positive base; 0 where the base is 0 or negative.
func power(_ base: Double, _ exponent: Double) -> Double {
  base > 0 ? exponential(exponent * naturalLogarithm(base)) : 0
}

/// The correctly rounded power of ten.
func powerOfTen(_ exponent: Int) -> Double {
  Double("1e\(exponent)") ?? (exponent < 0 ? 0 : .infinity)
}

/// Sine and cosine of an angle in radians; (0, 1) where the angle is not a usable number.
func sineAndCosine(_ angle: Double) -> (sine: Double, cosine: Double) {
  guard angle.magnitude < 1e9 else { return (0, 1) }
  let quarters = (angle / (Double.pi / 2)).rounded()
  let r = angle - quarters * (Double.pi / 2)
  let square = r * r
  var sine = 1.0
  var cosine = 1.0
  for k in stride(from: 10, through: 1, by: -1) {
    sine = 1 - sine * square / Double(2 * k * (2 * k + 1))
    cosine = 1 - cosine * square / Double((2 * k - 1) * 2 * k)
  }
  sine *= r
  let turn = quarters - 4 * (quarters / 4).rounded(.down)
  if turn == 0 { return (sine, cosine) }
  if turn == 1 { return (cosine, -sine) }
  if turn == 2 { return (-sine, -cosine) }
  return (-cosine, sine)
}
