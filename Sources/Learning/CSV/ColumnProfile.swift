/// What a column holds, as far as the beginning of a file shows.
struct ColumnProfile: Sendable {
  /// How many values it has.
  private(set) var present = 0
  /// How many of them are numbers, readable or not.
  private(set) var numbers = 0
  /// Whether all its numbers are whole.
  private(set) var isWhole = true
  /// Whether each number is greater than the one before.
  private(set) var isIncreasing = true
  /// Whether no number is less than the one before.
  private(set) var isSorted = true
  /// Whether equal numbers stand in rows one after another, as far as the first 1024 are known.
  private(set) var isInBlocks = true
  /// Whether each number is greater than the one before, but where it begins again with the first.
  private(set) var beginsAgain = true
  /// The least and the greatest number.
  private(set) var range: ClosedRange<Double>?
  /// What the numbers go up by, where that is always the same.
  private(set) var step: Double?
  /// The first number.
  private(set) var first: Double?
  /// The line of the first value that is in single quotes.
  private(set) var singleQuoted: Int?
  /// The first value that is no number, and its line.
  private(set) var firstText: (value: [UInt8], line: Int)?
  private(set) var reader: CSVNumbers
  private var last: Double?
  private var isCounting = true
  private var dates = 0
  private var values: Set<[UInt8]> = []

  private static let mostDistinct = 1024

  init(_ reader: CSVNumbers) {
    self.reader = reader
  }

  /// Looks at a value; `line` is where it stands.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, line: Int) {
    let content = reader.read(bytes)
    if content == .missing { return }
    present += 1
    let isNew = values.count >= Self.mostDistinct || values.insert(Array(bytes)).inserted
    if DateText.isDate(bytes) { dates += 1 }
    switch content {
    case .number(let value), .ambiguous(let value, _):
      numbers += 1
      if value != value.rounded() { isWhole = false }
      if !isNew, value != last { isInBlocks = false }
      follow(value)
    case .infinite, .outOfRange, .mixedDecimalMarks:
      numbers += 1
      isWhole = false
      isCounting = false
      isIncreasing = false
      isSorted = false
    case .missing: break
    case .text:
      isCounting = false
      if firstText == nil { firstText = (Array(bytes), line) }
      if singleQuoted == nil, bytes.count > 2, bytes[0] == 0x27, bytes[bytes.count - 1] == 0x27 {
        var inner = reader
        if case .number = inner.read(UnsafeBufferPointer(rebasing: bytes[1..<bytes.count - 1])) { singleQuoted = line }
      }
    }
  }

  private mutating func follow(_ value: Double) {
    range = min(range?.lowerBound ?? value, value)...max(range?.upperBound ?? value, value)
    if let last {
      if value <= last { isIncreasing = false }
      if value <= last, value != first { beginsAgain = false }
      if value < last { isSorted = false }
      if let step { if value - last != step { isCounting = false } } else { step = value - last }
    } else {
      first = value
    }
    last = value
  }

  /// Whether it has values at all.
  var isPresent: Bool { present > 0 }
  /// How many different values it has, counted to 1024.
  var distinct: Int { values.count }
  /// Whether a value is among its first 1024 different ones.
  func contains(_ value: [UInt8]) -> Bool { values.contains(value) }
  /// Whether no value comes twice, as far as that is known.
  var isUnique: Bool {
    distinct == present || isNumeric && isIncreasing && numbers == present
  }
  /// Whether it is a column of numbers: all but one of its values, or more than half.
  ///
  /// So one cell that can't be read changes nothing, and is an error when it is read.
  var isNumeric: Bool {
    let bad = present - numbers
    return numbers > 0 && (bad == 0 || bad < numbers || bad == 1)
  }
  /// Whether a third of its values are numbers, at least: it may have been meant to have nothing else.
  var isPartlyNumeric: Bool { isNumeric || numbers * 3 >= present && numbers > 0 }
  /// Whether all its values are numbers.
  var isPurelyNumeric: Bool { isPresent && numbers == present }
  /// Whether its numbers go up by the same whole number from each value to the next; two are needed at least.
  var counts: Bool { isCounting && isPurelyNumeric && isWhole && present > 1 && (step ?? 0) > 0 }
  /// Whether it is a column of whole numbers that come in their order, and not all the same.
  var isWholeAndSorted: Bool { isNumeric && isWhole && isSorted && distinct > 1 }
  /// Whether it has whole numbers as one gives them to groups or to the rows of each: in their order, equal ones together, or
  /// beginning again with the first.
  var numbersGroups: Bool {
    isWholeAndSorted || isPurelyNumeric && isWhole && distinct > 2 && present > 5 && (isInBlocks || beginsAgain)
  }
  /// Whether it says yes or no by 0 and 1, -1 and 1, or 1 and 2.
  var isFlag: Bool { isPurelyNumeric && isWhole && distinct == 2 && present > 2 && isWithin([-1...2]) }
  /// Whether its numbers can all be years.
  var areYears: Bool { isPurelyNumeric && isWhole && isWithin([1500...2100]) }
  /// Whether its numbers can all be seconds or milliseconds since 1970, from the year 1990 to 2100.
  var areMoments: Bool {
    isPurelyNumeric && isWithin([631_152_000...4_102_444_800, 631_152_000_000...4_102_444_800_000])
  }
  private func isWithin(_ ranges: [ClosedRange<Double>]) -> Bool {
    range.map { range in ranges.contains { $0.contains(range.lowerBound) && $0.contains(range.upperBound) } } ?? false
  }
  /// Whether all its values are dates or times of day.
  var isDate: Bool { isPresent && dates == present }
}

/// Telling dates from other texts and numbers.
enum DateText {
  /// Whether bytes are a date as 2024-01-31, 31.1.2024, 1/31/24 or 20240131, with a time behind it or not, or a time.
  static func isDate(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count >= 5, bytes.count <= 40 else { return false }
    if bytes.count == 8, bytes.allSatisfy({ $0 &- 48 < 10 }) { return isCompact(bytes) }
    var groups: [Int] = []
    var lengths: [Int] = []
    var separator: UInt8?
    var index = 0
    while index < bytes.count, groups.count < 3 {
      var value = 0
      let start = index
      while index < bytes.count, bytes[index] &- 48 < 10, index - start < 5 {
        value = value * 10 + Int(bytes[index] - 48)
        index += 1
      }
      guard index > start else { return false }
      groups.append(value)
      lengths.append(index - start)
      guard index < bytes.count, groups.count < 3 else { break }
      guard "-/.:".utf8.contains(bytes[index]), separator == nil || separator == bytes[index] else { break }
      separator = bytes[index]
      index += 1
    }
    guard let separator else { return false }
    let isEnd = index == bytes.count || " T,+Z".utf8.contains(bytes[index]) || bytes[index] == UInt8(ascii: ".")
    if separator == UInt8(ascii: ":") { return isEnd && groups[0] < 25 && groups.dropFirst().allSatisfy { $0 < 60 } }
    guard groups.count == 3, isEnd else { return false }
    if lengths[0] == 4 { return (1...12).contains(groups[1]) && (1...31).contains(groups[2]) }
    return lengths[0] <= 2 && lengths[1] <= 2 && [2, 4].contains(lengths[2])
      && (1...31).contains(groups[0]) && (1...31).contains(groups[1]) && min(groups[0], groups[1]) <= 12
  }

  /// Whether eight digits are a year from 1800 to 2199, a month and a day.
  private static func isCompact(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let value = bytes.reduce(0) { $0 * 10 + Int($1 - 48) }
    return (1800...2199).contains(value / 10_000) && (1...12).contains(value / 100 % 100)
      && (1...31).contains(value % 100)
  }
}
