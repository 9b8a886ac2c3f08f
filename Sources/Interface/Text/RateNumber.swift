import Basics
import Plotting

/// How fast something goes, in a few characters that do not jump about.
enum RateNumber {
  /// 950, 12 k, 3.4 M, 1.2 G.
  static func text(_ rate: Double) -> String {
    let units: [(size: Double, name: String)] = [(1e9, " G"), (1e6, " M"), (1e3, " k")]
    for unit in units where rate >= unit.size {
      let value = rate / unit.size
      return "\(ShortNumber(value, decimals: value < 10 ? 1 : 0).text(.ascii))\(unit.name)"
    }
    return "\(ShortNumber(rate, decimals: 0).text(.ascii))"
  }
}
