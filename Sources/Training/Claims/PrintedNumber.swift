import Basics

/// A number as it is printed: rounded to a few digits, and from then on worth what its text says.
///
/// What is said about numbers is decided between these, so that "2 > 2" can't be printed.
package struct PrintedNumber: Sendable, Hashable {
  /// The text, with − and ∞: `0.3`, `−1.2e-7`.
  package let text: String
  /// What the text says.
  package let value: Double

  /// Prints a number with at most so many significant digits; digits before the point are always written, up to six.
  package init(_ number: Double, significant digits: Int = 4) {
    let short = ShortNumber(number, significant: digits)
    value = number.isFinite ? Double(short.plain) ?? number : number
    text = short.printed
  }

  private init(text: String) {
    self.text = text
    value = .nan
  }

  /// A number that is left open.
  package static let blank = PrintedNumber(text: "…")

  /// Whether it is a number at all.
  package var isFinite: Bool { value.isFinite }

  /// Two numbers with just so many digits that they can be told apart, or with the most where they can't.
  package static func apart(_ first: Double, _ second: Double, significant digits: ClosedRange<Int> = 4...8) -> (
    PrintedNumber, PrintedNumber
  ) {
    for count in digits.lowerBound..<digits.upperBound {
      let (one, other) = (PrintedNumber(first, significant: count), PrintedNumber(second, significant: count))
      if one != other { return (one, other) }
    }
    // Where the most digits don't tell them apart either, fewer say the same.
    let most = (
      PrintedNumber(first, significant: digits.upperBound), PrintedNumber(second, significant: digits.upperBound)
    )
    if most.0 != most.1 { return most }
    return (PrintedNumber(first, significant: digits.lowerBound), PrintedNumber(second, significant: digits.lowerBound))
  }
}

extension PrintedNumber: Comparable {
  /// By what the texts say.
  package static func < (first: PrintedNumber, second: PrintedNumber) -> Bool { first.value < second.value }
}

extension Sequence where Element == PrintedNumber {
  /// The numbers in parentheses: (1, −1, 0).
  package var vector: String { "(" + map(\.text).joined(separator: ", ") + ")" }
}
