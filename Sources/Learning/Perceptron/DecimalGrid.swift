/// Decimal arithmetic carried out on binary numbers, so that a run can be followed with pencil and paper.
///
/// 0.1 has no binary form; three updates by 0.1 end at 0.30000000000000004, and a score that should be 0 at -2.8e-17.
/// Both are wrong by a few units in the last place of the numbers that were added, which is far less than the distance
/// between the decimals that anyone writes. So a result within its own rounding error of a decimal with few digits
/// *is* that decimal, and is replaced by the double nearest to it. As long as the numbers of a run have at most 12
/// digits after the point (9 when they reach 8, 6 when they reach 8192), every result is then the double nearest to
/// what exact decimal arithmetic gives. Any other number stays as it is, or moves by no more than its rounding error.
enum DecimalGrid {
  /// The double nearest to the decimal that `value` stands for, or `value` itself.
  ///
  /// - Parameters:
  ///   - value: the rounded result of some additions and multiplications; may be infinite or NaN, which stay.
  ///   - magnitude: the largest number that went into it, at least `abs(value) / 2`.
  ///   - tolerance: the largest error that rounding can have left in it.
  @inline(__always)
  static func snapped(_ value: Double, magnitude: Double, tolerance: Double) -> Double {
    let linesPerUnit: Double
    if magnitude < 8 {
      linesPerUnit = 1e12
    } else if magnitude < 8192 {
      linesPerUnit = 1e9
    } else if magnitude < 0x1p23 {
      linesPerUnit = 1e6
    } else {
      return value
    }
    let scaled = value * linesPerUnit
    // Adding 1.5 * 2^52 rounds to a whole number; `rounded()` is a library call without SSE 4.1.
    let whole = (scaled + 0x1.8p52) - 0x1.8p52
    // A whole number over a power of ten, both exact: the quotient is the double nearest to the decimal.
    return abs(scaled - whole) <= tolerance * linesPerUnit ? whole / linesPerUnit : value
  }

  /// The weight after an update, `weight + change`, in decimal arithmetic.
  ///
  /// The change is a product of the learning rate and a feature, itself perhaps a product: at most five roundings of
  /// half a unit, one in the weight, one in the sum (which may be twice as large), one more in scaling.
  @inline(__always)
  static func sum(_ weight: Double, _ change: Double) -> Double {
    let magnitude = max(abs(weight), abs(change))
    return snapped(weight + change, magnitude: magnitude, tolerance: magnitude * 0x1.8p-50)
  }

  /// The score whose terms sum to `score` and whose terms' magnitudes sum to `magnitude`, in decimal arithmetic.
  ///
  /// Whatever lies within the rounding error of 0 is 0, however large the terms. The error of a sum of `terms` products
  /// is at most `terms + 6` roundings of half a unit in the last place of `magnitude`.
  @inline(__always)
  static func score(_ score: Double, magnitude: Double, terms: Int) -> Double {
    guard magnitude.isFinite else { return score }
    let tolerance = tolerance(terms: terms) * magnitude
    if abs(score) <= tolerance { return 0 }
    return snapped(score, magnitude: magnitude, tolerance: tolerance)
  }

  /// The rounding error of a score relative to the sum of its terms' magnitudes; `terms` counts the bias.
  @inline(__always)
  static func tolerance(terms: Int) -> Double {
    Double(terms + 6) * 0x1p-53
  }
}
