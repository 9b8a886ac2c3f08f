import Basics
import Plotting

/// Numbers and formulas as the lecture writes them: subscripts, a proper minus, products with a dot.
struct MathText: Sendable {
  /// The characters there are.
  let glyphs: GlyphSet

  /// A number in at most so many significant digits.
  func number(_ value: Double, significant: Int = 4) -> String {
    ShortNumber(value, significant: significant).text(glyphs).description
  }

  /// A number with its sign, also where it is positive.
  func signed(_ value: Double) -> String {
    value > 0 ? "+\(number(value))" : number(value)
  }

  /// A factor of a product: a negative number in parentheses.
  func factor(_ value: Double) -> String {
    value < 0 ? "(\(number(value)))" : number(value)
  }

  /// A letter with a number below it: w₁, in ASCII w1.
  func indexed(_ letter: String, _ index: Int) -> String {
    guard glyphs.isUnicode else { return "\(letter)\(index)" }
    let digits = String(index).unicodeScalars.map { digit in
      Character(Unicode.Scalar(0x2080 + digit.value - 0x30) ?? digit)
    }
    return letter + String(digits)
  }

  /// The sign between two products.
  var dot: String { glyphs.isUnicode ? "·" : "*" }

  /// A term of a sum, with the sign that joins it to what stands before.
  func term(_ value: Double, isFirst: Bool = false) -> String {
    if isFirst { return number(value) }
    let minus = glyphs.isUnicode ? "−" : "-"
    return value < 0 ? " \(minus) \(number(-value))" : " + \(number(value))"
  }

  /// A product as a term of a sum: weight times value.
  func product(_ weight: Double, _ value: Double, isFirst: Bool) -> String {
    let minus = glyphs.isUnicode ? "−" : "-"
    if isFirst { return "\(number(weight))\(dot)\(factor(value))" }
    return weight < 0
      ? " \(minus) \(number(-weight))\(dot)\(factor(value))" : " + \(number(weight))\(dot)\(factor(value))"
  }

  /// Some numbers in parentheses: (1, −1, 0).
  func vector(_ values: [Double], significant: Int = 3) -> String {
    "(" + values.map { number($0, significant: significant) }.joined(separator: ", ") + ")"
  }
}

extension MathText {
  /// A number in at most so many columns, with four significant digits where there is room for them.
  ///
  /// Digits give way one by one; a number that has no room even with one is given with that, and too long.
  func number(_ value: Double, fitting width: Int) -> String {
    for digits in [4, 3, 2] {
      let text = number(value, significant: digits)
      if SafeText(text).cellWidth <= width { return text }
    }
    return number(value, significant: 1)
  }
}
