import Basics
import Plotting
import Training

/// Numbers as somebody says them: three digits, and no more.
enum SpokenNumber {
  /// The number with three significant digits.
  static func text(_ value: Double) -> String { ShortNumber(value, significant: 3).plain }

  /// A point: `(3, -2)`, or the number alone where there is one coordinate.
  static func text(_ coordinates: [Double]) -> String {
    let texts = coordinates.map { text($0) }
    return texts.count == 1 ? texts[0] : "(\(texts.joined(separator: ", ")))"
  }

  /// A number and how it has changed: `0.3, down from 0.5`.
  static func text(_ value: Double, since before: Double?) -> String {
    guard let before else { return text(value) }
    return ValueChange(.init(value, before: before, significant: 3)).plainWords
  }
}
