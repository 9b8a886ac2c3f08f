/// The scale of a quantity that a field and the marks on it share: equal numbers look alike wherever they stand.
package struct QuantityScale: Sendable, Hashable {
  /// From the lowest number to the highest.
  package let range: Scale

  /// Makes a scale from the lowest of some numbers to the highest; what is not finite doesn't count.
  ///
  /// - Complexity: O(n).
  package init(covering values: some Sequence<Double>) { range = Scale(covering: values) }

  /// Makes a scale from the lowest to the highest of numbers that are known to lie in some ranges.
  package init(covering ranges: [ClosedRange<Double>]) {
    self.init(covering: ranges.flatMap { [$0.lowerBound, $0.upperBound] })
  }

  /// A number's share of the way from the low end to the high one; beyond them outside 0...1, NaN for no number.
  package func share(of value: Double) -> Double { range.fraction(of: value) }

  /// How far apart two numbers are, in parts of the scale.
  package func distance(_ first: Double, _ second: Double) -> Double {
    (share(of: first) - share(of: second)).magnitude
  }
}
