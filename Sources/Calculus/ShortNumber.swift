/// Numbers in few digits, for people.
public enum ShortNumber {
  /// A number with at most five significant digits: `2.25`, `-0.62817`, `1.2e-07`, `3e+20`, `nan`, `inf`.
  ///
  /// Rounded to nearest; trailing zeros are left out. From 1e6 and below 1e-4 with an exponent.
  public static func text(_ number: Double) -> String {
    text(number, digits: 5)
  }

  /// A number with at most a given number of significant digits, 1 to 15.
  public static func text(_ number: Double, digits: Int) -> String {
    guard number.isFinite else { return number.isNaN ? "nan" : number < 0 ? "-inf" : "inf" }
    guard number != 0 else { return "0" }
    let count = min(max(digits, 1), 15)
    let (mantissa, exponent) = rounded(number.magnitude, count)
    let sign = number < 0 ? "-" : ""
    if exponent >= 6 || exponent < -4 {
      let tail = mantissa.dropFirst()
      return sign + mantissa.prefix(1) + (tail.isEmpty ? "" : "." + tail)
        + (exponent < 0 ? "e-" : "e+") + padded(exponent.magnitude)
    }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + mantissa }
    let whole = exponent + 1
    if mantissa.count <= whole { return sign + mantissa + String(repeating: "0", count: whole - mantissa.count) }
    return sign + mantissa.prefix(whole) + "." + mantissa.dropFirst(whole)
  }

  /// The significant digits without trailing zeros, and the power of ten of the first, from the shortest decimal that
  /// reads back to the number.
  private static func rounded(_ magnitude: Double, _ count: Int) -> (digits: String, exponent: Int) {
    let written = "\(magnitude)"
    let parts = written.split(separator: "e")
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let point = parts[0].firstIndex(of: ".") ?? parts[0].endIndex
    var exponent = power + parts[0].distance(from: parts[0].startIndex, to: point) - 1
    var digits = parts[0].compactMap(\.wholeNumberValue)
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    if digits.count > count {
      let isUp = digits[count] >= 5
      digits.removeLast(digits.count - count)
      if isUp {
        while digits.last == 9 { digits.removeLast() }
        if digits.isEmpty {
          digits = [1]
          exponent += 1
        } else {
          digits[digits.count - 1] += 1
        }
      }
    }
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    return (digits.map(String.init).joined(), exponent)
  }

  private static func padded(_ exponent: UInt) -> String {
    exponent < 10 ? "0\(exponent)" : "\(exponent)"
  }
}
