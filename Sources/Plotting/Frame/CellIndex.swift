/// The one conversion from a number to a cell, dot or level: rounds down and never traps.
///
/// `Int(value)` ends the process on NaN, infinity and anything above 2^63; drawing code meets all three.
///
/// - Parameters:
///   - value: Any number, NaN and infinities included.
///   - range: The indices that exist.
/// - Returns: The largest whole number not above `value` where that lies in `range`, otherwise nil.
@inlinable
package func cellIndex(_ value: Double, in range: Range<Int>) -> Int? {
  guard value >= Double(range.lowerBound), value < Double(range.upperBound) else { return nil }
  return roundedDown(value)
}

/// The index nearest to a number, at the ends of the range where the number lies outside; nil only for NaN or an
/// empty range.
@inlinable
package func clampedIndex(_ value: Double, in range: Range<Int>) -> Int? {
  guard !range.isEmpty, !value.isNaN else { return nil }
  if value < Double(range.lowerBound) { return range.lowerBound }
  if value >= Double(range.upperBound) { return range.upperBound - 1 }
  return roundedDown(value)
}

/// The largest whole number not above a value that is known to fit.
///
/// Truncation and a correction: `rounded(.down)` is a function call where the processor's level has no instruction.
@inlinable
func roundedDown(_ value: Double) -> Int {
  let truncated = Int(value)
  return Double(truncated) > value ? truncated - 1 : truncated
}
