/// Where the names of the columns come from.
package enum CSVHeader: Sendable, Hashable {
  /// There are none.
  case none
  /// The first row.
  case row
  /// The first row, whose names are whole numbers.
  case numberedRow
  /// A comment before the first row.
  case comment

  /// Guesses whether the first row names the columns, from it and what stands below.
  ///
  /// - Parameters:
  ///   - first: the fields of the first row.
  ///   - second: those of the second; nil without one.
  ///   - below: what the columns hold below the first row.
  static func guess(_ first: [[UInt8]], second: [[UInt8]]?, below: [ColumnProfile]) -> CSVHeader {
    guard let second else { return first.allSatisfy { isWord($0) } ? .row : .none }
    // A text above a column of numbers; what begins as a number does may be one that went wrong.
    let names = below.indices.contains { column in
      column < first.count && below[column].isNumeric && isWord(first[column])
        && first[column][0] &- UInt8(ascii: "0") > 9
    }
    if names { return .row }
    return isNumbered(first, second: second, below: below) ? .numberedRow : .none
  }

  private static func isWord(_ field: [UInt8]) -> Bool {
    var numbers = CSVNumbers(CSVOptions(), delimiter: UInt8(ascii: ";"))
    return !field.isEmpty && field.withUnsafeBufferPointer { numbers.read($0) } == .text
  }

  /// Whether the first row counts, as pandas and NumPy name columns, and years do; the rows below don't.
  ///
  /// Words may stand above columns of texts in which they do not come up again, and nothing above row names.
  private static func isNumbered(_ first: [[UInt8]], second: [[UInt8]], below: [ColumnProfile]) -> Bool {
    let columns = below.indices.filter { $0 < first.count && $0 < second.count }
    let hasCorner = first.first?.isEmpty == true
    let named = columns.filter { !first[$0].isEmpty }
    func isCounter(_ column: Int) -> Bool { below[column].isNumeric || !isWord(first[column]) }
    let counters = named.filter(isCounter)
    let words = named.filter { !isCounter($0) }
    guard words.allSatisfy({ !below[$0].contains(first[$0]) }) else { return false }
    guard counting(counters.map { first[$0] }), counters.count >= (hasCorner ? 2 : 3) else { return false }
    if hasCorner { return true }
    guard !counting(counters.map { second[$0] }) else { return false }
    return counters.contains { below[$0].isNumeric ? !below[$0].isWhole || !words.isEmpty : below[$0].isPresent }
  }

  /// Whether there are whole numbers alone, which go up by the same from each to the next.
  private static func counting(_ fields: [[UInt8]]) -> Bool {
    let numbers = fields.compactMap { Int(String(decoding: $0, as: UTF8.self)) }
    guard numbers.count == fields.count, numbers.count > 1, numbers.allSatisfy({ (0...1_000_000).contains($0) }),
      numbers[1] > numbers[0]
    else { return false }
    return zip(numbers, numbers.dropFirst()).allSatisfy { $1 - $0 == numbers[1] - numbers[0] }
  }
}
