import Plotting

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
