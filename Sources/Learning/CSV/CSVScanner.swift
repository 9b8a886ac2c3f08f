/// Takes fields off a buffer of CSV bytes, one after another (RFC 4180).
///
/// Lines end in LF, CR LF or CR. A field in quotation marks may hold delimiters, line ends and doubled quotation marks;
/// blanks around quotation marks and around unquoted fields are left out. Where spaces separate the fields, several count
/// as one, and none counts at the ends of a row.
struct CSVScanner {
  /// What came after a field.
  enum End {
    case delimiter
    case row
    /// The buffer ended inside the field, and more may come.
    case incomplete
  }

  /// A field: where it is in the buffer, and how to read it.
  struct Field {
    var range: Range<Int>
    /// Whether it holds doubled quotation marks, each standing for one.
    var hasDoubledQuotes = false
    var end: End
  }

  let bytes: UnsafeBufferPointer<UInt8>
  let delimiter: UInt8
  /// Whether nothing comes after the buffer.
  let isFinal: Bool
  /// The next byte to be read.
  var position: Int
  /// The line of that byte, from 1.
  var line: Int

  /// The next field of the row; `column`, from 1, is for errors.
  ///
  /// - Precondition: there is a byte left, or a delimiter came last.
  @inline(__always)
  mutating func next(column: Int) throws(CSVError) -> Field {
    if delimiter == Self.space { position = behindBlanks(position) }
    let start = position
    var cursor = position
    let count = bytes.count
    var hasHighBytes = false
    while cursor < count {
      let byte = bytes[cursor]
      // Of the bytes below the quotation mark's only it, NUL, tab, CR and LF mean anything.
      if byte > 0x22 && byte < 0x80 && byte != delimiter {
        cursor += 1
        continue
      }
      if byte == delimiter {
        if hasHighBytes { try checkUTF8(start..<cursor, column: column) }
        return ended(Field(range: trimmed(start..<cursor), end: .delimiter), at: cursor)
      }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        guard let next = afterLineEnd(cursor) else { return Field(range: start..<start, end: .incomplete) }
        position = next
        line += 1
        if hasHighBytes { try checkUTF8(start..<cursor, column: column, line: line - 1) }
        return Field(range: trimmed(start..<cursor), end: .row)
      }
      if byte == UInt8(ascii: "\"") {
        guard trimmed(start..<cursor).isEmpty else { throw CSVError(.strayQuote, line: line, column: column) }
        return try quoted(from: cursor + 1, fieldStart: start, column: column)
      }
      if byte == 0 { throw CSVError(.nul, line: line, column: column) }
      if byte >= 0x80 { hasHighBytes = true }
      cursor += 1
    }
    guard isFinal else { return Field(range: start..<start, end: .incomplete) }
    position = count
    if hasHighBytes { try checkUTF8(start..<cursor, column: column) }
    return Field(range: trimmed(start..<cursor), end: .row)
  }

  /// The bytes of a field without its quotation marks, doubled ones made single.
  func content(_ field: Field) -> [UInt8] {
    let raw = bytes[field.range]
    guard field.hasDoubledQuotes else { return Array(raw) }
    var content: [UInt8] = []
    var isSecond = false
    for byte in raw {
      if byte == UInt8(ascii: "\""), !isSecond {
        isSecond = true
        continue
      }
      isSecond = false
      content.append(byte)
    }
    return content
  }

  /// Reads from behind the opening quotation mark.
  private mutating func quoted(from start: Int, fieldStart: Int, column: Int) throws(CSVError) -> Field {
    var field = Field(range: start..<start, end: .incomplete)
    var cursor = start
    var lines = 0
    while cursor < bytes.count {
      let byte = bytes[cursor]
      if byte == UInt8(ascii: "\"") {
        if cursor + 1 < bytes.count, bytes[cursor + 1] == byte {
          field.hasDoubledQuotes = true
          cursor += 2
          continue
        }
        // More quotation marks may follow in the next chunk.
        if cursor + 1 == bytes.count, !isFinal { return field }
        field.range = start..<cursor
        try checkUTF8(field.range, column: column)
        return try close(field, at: cursor + 1, lines: lines, column: column)
      }
      if byte == 0 { throw CSVError(.nul, line: line + lines, column: column) }
      if byte == UInt8(ascii: "\n") { lines += 1 }
      if byte == UInt8(ascii: "\r"), cursor + 1 == bytes.count || bytes[cursor + 1] != UInt8(ascii: "\n") {
        lines += 1
      }
      cursor += 1
    }
    guard isFinal else { return field }
    throw CSVError(.unterminatedQuote, line: line, column: column)
  }

  /// Finds what comes behind the closing quotation mark.
  private mutating func close(
    _ field: Field, at start: Int, lines: Int, column: Int
  ) throws(CSVError) -> Field {
    var field = field
    var cursor = start
    while cursor < bytes.count, isBlank(bytes[cursor]) { cursor += 1 }
    guard cursor < bytes.count else {
      guard isFinal else { return field }
      position = cursor
      line += lines
      field.end = .row
      return field
    }
    if bytes[cursor] == delimiter {
      field.end = .delimiter
      let ended = ended(field, at: cursor)
      if ended.end != .incomplete { line += lines }
      return ended
    }
    guard bytes[cursor] == UInt8(ascii: "\n") || bytes[cursor] == UInt8(ascii: "\r") else {
      throw CSVError(.textAfterQuote, line: line + lines, column: column)
    }
    guard let next = afterLineEnd(cursor) else { return field }
    position = next
    line += lines + 1
    field.end = .row
    return field
  }

  /// Goes behind the delimiter at `cursor`; spaces at the end of a row do not separate anything.
  @inline(__always)
  private mutating func ended(_ field: Field, at cursor: Int) -> Field {
    position = cursor + 1
    return delimiter == Self.space ? endedBySpaces(field) : field
  }

  private mutating func endedBySpaces(_ field: Field) -> Field {
    var field = field
    let next = behindBlanks(position)
    if next < bytes.count, bytes[next] != UInt8(ascii: "\n"), bytes[next] != UInt8(ascii: "\r") {
      position = next
    } else if next == bytes.count, isFinal {
      position = next
      field.end = .row
    } else if next < bytes.count, let behind = afterLineEnd(next) {
      position = behind
      line += 1
      field.end = .row
    } else {
      field.end = .incomplete
    }
    return field
  }

  private func behindBlanks(_ start: Int) -> Int {
    var cursor = start
    while cursor < bytes.count, bytes[cursor] == Self.space || bytes[cursor] == UInt8(ascii: "\t") { cursor += 1 }
    return cursor
  }

  private static let space = UInt8(ascii: " ")

  /// The position behind the line end at `cursor`, or nil while a line feed may still belong to it.
  func afterLineEnd(_ cursor: Int) -> Int? {
    guard bytes[cursor] == UInt8(ascii: "\r") else { return cursor + 1 }
    guard cursor + 1 < bytes.count else { return isFinal ? cursor + 1 : nil }
    return bytes[cursor + 1] == UInt8(ascii: "\n") ? cursor + 2 : cursor + 1
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")) && byte != delimiter
  }

  @inline(__always)
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, isBlank(bytes[low]) { low += 1 }
    while low < high, isBlank(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  private func checkUTF8(_ range: Range<Int>, column: Int, line: Int? = nil) throws(CSVError) {
    let part = UnsafeBufferPointer(rebasing: bytes[range])
    guard part.contains(where: { $0 >= 0x80 }) else { return }
    guard String(validating: part, as: UTF8.self) != nil else {
      throw CSVError(.notUTF8, line: line ?? self.line, column: column)
    }
  }
}
