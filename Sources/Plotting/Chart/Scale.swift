import RealModule

/// How an interval of numbers is laid out along an axis: evenly, or evenly in the logarithm.
///
/// 0 is the lower end and 1 the upper one, whichever way the axis points on the screen.
package struct Scale: Sendable, Hashable {
  /// The ways of laying out.
  package enum Kind: Sendable, Hashable {
    /// Equal differences take equal lengths.
    case linear
    /// Equal ratios take equal lengths; only for positive numbers.
    case logarithmic
  }

  /// How the numbers are laid out.
  package let kind: Kind
  /// The number at 0; finite, and positive where the scale is logarithmic.
  package let lower: Double
  /// The number at 1; greater than `lower`.
  package let upper: Double

  /// Makes a scale from one number to another.
  ///
  /// Exchanged ends are put in order. A range of no width widens around its value, ends that are no numbers become
  /// 0...1 (logarithmic: 0.1...10), and where a logarithmic range touches 0 it ends six decades below its upper end.
  package init(_ kind: Kind = .linear, from first: Double, to second: Double) {
    self.kind = kind
    var low = min(first, second)
    var high = max(first, second)
    if !low.isFinite || !high.isFinite {
      low = high.isFinite ? min(high - 1, 0) : (low.isFinite ? low : 0)
      high = max(high.isFinite ? high : low + 1, low)
    }
    switch kind {
    case .linear:
      if low == high {
        let margin = low == 0 ? 0.5 : max(low.magnitude * 0.1, low.ulp * 4)
        (low, high) = (low - margin, high + margin)
      }
      // Numbers so large that the margin overflowed, or so close that no number lies between them.
      if !low.isFinite { low = -Double.greatestFiniteMagnitude }
      if !high.isFinite { high = Double.greatestFiniteMagnitude }
      if !(low.nextUp < high) { (low, high) = (low - low.ulp * 2, high + high.ulp * 2) }
    case .logarithmic:
      if high <= 0 {
        (low, high) = (0.1, 10)
      } else {
        let smallest = Double.leastNormalMagnitude
        high = max(high, smallest * 10)
        if low < smallest { low = max(high * 1e-6, smallest) }
        if !(low < high * 0.999_999) {
          (low, high) = (max(low / 3, smallest), min(high * 3, Double.greatestFiniteMagnitude))
        }
      }
    }
    lower = low
    upper = high
  }

  /// Makes a scale that holds all finite numbers of a list, with a margin on both sides as a fraction of the range.
  ///
  /// - Complexity: O(n).
  package init(_ kind: Kind = .linear, covering values: some Sequence<Double>, margin: Double = 0) {
    var low = Double.infinity
    var high = -Double.infinity
    for value in values where value.isFinite && (kind == .linear || value > 0) {
      low = min(low, value)
      high = max(high, value)
    }
    guard low <= high else {
      self.init(kind, from: .nan, to: .nan)
      return
    }
    let plain = Scale(kind, from: low, to: high)
    guard margin > 0, low < high else {
      self = plain
      return
    }
    self.init(kind, from: plain.value(at: -margin), to: plain.value(at: 1 + margin))
  }

  /// Where a number lies: 0 at the lower end, 1 at the upper, beyond them outside; NaN where it has no place.
  package func fraction(of value: Double) -> Double {
    switch kind {
    case .linear:
      let range = upper - lower
      if range.isFinite { return (value - lower) / range }
      return (value / 2 - lower / 2) / (upper / 2 - lower / 2)
    case .logarithmic:
      let low = Double.log10(lower)
      return value > 0 ? (Double.log10(value) - low) / (Double.log10(upper) - low) : .nan
    }
  }

  /// The number at a fraction of the way; the inverse of ``fraction(of:)``.
  package func value(at fraction: Double) -> Double {
    switch kind {
    case .linear:
      return lower * (1 - fraction) + upper * fraction
    case .logarithmic:
      let low = Double.log10(lower)
      return Double.exp10(low + fraction * (Double.log10(upper) - low))
    }
  }

  /// Whether a number lies in it, both ends included.
  package func contains(_ value: Double) -> Bool { value >= lower && value <= upper }

  /// The same scale with its middle kept and its length multiplied.
  package func scaled(by factor: Double) -> Scale {
    Scale(kind, from: value(at: 0.5 - factor / 2), to: value(at: 0.5 + factor / 2))
  }
}
