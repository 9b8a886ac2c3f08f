/// Reads the numbers of a file in whatever dress they come, and learns on the way which mark is the decimal one.
///
/// What is plain ASCII with the file's own mark goes straight to `DecimalText`; anything else is taken apart first.
struct CSVNumbers: Sendable {
  /// What a cell of a column of numbers holds.
  enum Content: Equatable {
    case number(Double)
    /// A number that is either what is given or a thousandth of it, depending on what its only mark means.
    case ambiguous(Double, DecimalMark)
    case missing
    case infinite
    case outOfRange
    /// A number by the rules of another file.
    case mixedDecimalMarks
    case text
  }

  /// The mark before fractions, as asked for or learned; nil while nothing has told.
  private(set) var decimal: DecimalMark?
  /// The marks between thousands that were met.
  private(set) var thousandsMet: Set<ThousandsMark> = []
  /// Whether minus signs, spaces or powers of typography were met.
  private(set) var hasTypography = false
  /// Whether exponents with a D were met.
  private(set) var hasFortranExponents = false
  /// The unit of the number read last: `%`, a currency, or empty.
  private(set) var unit = ""

  private let isDecimalAsked: Bool
  private let thousands: ThousandsMark?
  /// Whether numbers have points although no number has shown it: where commas separate the fields.
  private let assumesPoint: Bool
  private let missing: MissingWords

  init(_ options: CSVOptions, delimiter: UInt8) {
    isDecimalAsked = options.decimal != nil
    thousands = options.thousands
    missing = options.missing
    decimal = options.decimal
    if decimal == nil {
      switch options.thousands {
      case .comma: decimal = .point
      case .point: decimal = .comma
      // A space separated table comes from programs, which write points.
      default: if delimiter == UInt8(ascii: " ") { decimal = .point }
      }
    }
    assumesPoint = delimiter == UInt8(ascii: ",")
  }

  /// Takes over what another reader has learned of the same file.
  mutating func learn(_ mark: DecimalMark?) {
    if decimal == nil { decimal = mark }
  }

  /// Notes that numbers have a mark between thousands.
  mutating func met(_ mark: ThousandsMark) { thousandsMet.insert(mark) }

  /// Reads a cell, the blanks around it left out.
  mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Content {
    if missing.areAsked, missing.contains(bytes) { return .missing }
    if !unit.isEmpty { unit = "" }
    let isAssumed = decimal == nil
    var text = DecimalText(mark: decimal == .comma ? .comma : decimal == .point || assumesPoint ? .point : .unknown)
    switch text.read(bytes) {
    case .number(let value):
      guard isAssumed, text.hasMark else { return .number(value) }
      // In a table with commas between fields a point is the decimal mark; elsewhere it may stand between thousands.
      guard assumesPoint, thousands != .point else { return dressed(bytes) }
      decimal = .point
      return .number(value)
    case .infinite: return .infinite
    case .outOfRange: return .outOfRange
    case .mixedDecimalMarks: return dressed(bytes)
    case .text: return !missing.areAsked && missing.contains(bytes) ? .missing : dressed(bytes)
    }
  }

  private mutating func dressed(_ bytes: UnsafeBufferPointer<UInt8>) -> Content {
    guard let dress = NumberDress(bytes) else { return .text }
    var hasFraction = false
    switch dress.reading {
    case .none: return .text
    case .whole: break
    case .clear(let mark, let groups):
      if let groups {
        guard thousands == nil || thousands == groups else { return .mixedDecimalMarks }
      }
      if let mark {
        guard decimal == nil || decimal == mark, mark == .point || decimal == .comma || !assumesPoint else {
          return .mixedDecimalMarks
        }
        decimal = mark
        hasFraction = groups == nil || dress.marks.last != dress.marks.first
      }
      if let groups { thousandsMet.insert(groups) }
    case .either(let mark):
      if decimal == mark {
        hasFraction = true
      } else if decimal == mark.other {
        let groups: ThousandsMark = mark == .point ? .point : .comma
        guard thousands == nil || thousands == groups else { return .mixedDecimalMarks }
        thousandsMet.insert(groups)
      } else if thousands != nil {
        // Thousands are asked to be something else, or not there.
        guard mark == .point || !assumesPoint else { return .mixedDecimalMarks }
        decimal = mark
        hasFraction = true
      } else {
        note(dress)
        guard case .number(let value) = dress.value(hasFraction: false) else { return .text }
        return .ambiguous(value, mark)
      }
    }
    note(dress)
    switch dress.value(hasFraction: hasFraction) {
    case .number(let value): return .number(value)
    case .outOfRange: return .outOfRange
    case .infinite, .mixedDecimalMarks, .text: return .text
    }
  }

  private mutating func note(_ dress: NumberDress) {
    unit = dress.unit
    if dress.isTypographic { hasTypography = true }
    if dress.hasFortranExponent { hasFortranExponents = true }
  }
}

/// The words that stand for a value that is not there.
struct MissingWords: Sendable, Hashable {
  /// Whether they were asked for, so that they hold for labels as well.
  let areAsked: Bool
  private let words: Set<[UInt8]>

  /// The words asked for, or those that programs write.
  init(_ asked: [String]? = nil) {
    areAsked = asked != nil
    words = asked.map { Set($0.map { Array($0.utf8) }) } ?? Self.usual
  }

  /// Whether a cell says that its value is missing; an empty one always does.
  @inline(__always)
  func contains(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.isEmpty { return true }
    guard bytes.count <= 64 else { return false }
    return words.contains(Array(bytes))
  }

  /// What R, pandas, NumPy, SQL and spreadsheets write; `Na` is sodium.
  private static let usual = Set(
    [
      "NA", "na", "N/A", "n/a", "#N/A", "#NA", "<NA>", "NaN", "nan", "NAN", "-nan", "-NaN", "NULL", "null", "Null",
      "None", "none", "NONE", "nil", "?", "#DIV/0!", "#VALUE!", "#REF!", "#NUM!", "#NULL!", "#NAME?", "NaT", "\\N",
    ].map { Array($0.utf8) })
}
