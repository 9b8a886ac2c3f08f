/// Which lines of a file are comments.
package enum CSVComments: Sendable, Hashable {
  /// Those that begin with `#`, unless they are rows by the number of their fields.
  case guessed
  /// None.
  case none
  /// All that begin with this byte.
  case character(UInt8)

  fileprivate var marker: UInt8? {
    switch self {
    case .guessed: UInt8(ascii: "#")
    case .none: nil
    case .character(let byte): byte
    }
  }
}

extension CSVScanner {
  /// What stood between two rows.
  struct Gap {
    /// How many comments.
    var comments = 0
    /// Whether the scanner is at a row, or at the end; else the buffer ended inside a line that may be a comment.
    var isOver = true
  }

  /// Goes behind comments, and behind the mark with which some editors end a text.
  ///
  /// - Parameters:
  ///   - width: how many fields a row has; nil before that is known.
  ///   - take: is given each comment's text.
  mutating func skipComments(
    _ comments: CSVComments, width: Int?, _ take: (Range<Int>) -> Void = { _ in }
  ) -> Gap {
    var gap = Gap()
    while position < bytes.count {
      let byte = bytes[position]
      if byte == 0x1A {
        guard isFinal else {
          gap.isOver = false
          return gap
        }
        if bytes[position...].allSatisfy({ $0 == 0x1A || $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }) {
          position = bytes.count
        }
        break
      }
      guard byte == comments.marker else { break }
      let end = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D }
      guard let next = end.map(afterLineEnd) ?? (isFinal ? bytes.count : nil) else {
        gap.isOver = false
        return gap
      }
      let text = position + 1..<(end ?? bytes.count)
      if comments == .guessed, isRow(text, width: width) { break }
      take(text)
      position = next
      line += 1
      gap.comments += 1
    }
    return gap
  }

  /// Whether a line that begins with `#` is a row all the same: `#` is a column's name, or the fields are as many as a row's.
  private func isRow(_ text: Range<Int>, width: Int?) -> Bool {
    if text.isEmpty || bytes[text.lowerBound] == delimiter && delimiter != UInt8(ascii: " ") { return !text.isEmpty }
    guard let width else { return false }
    return bytes[text].count { $0 == delimiter } == width - 1
  }
}

/// What stands before the first row of a file: comments, blank lines, and the line with which Excel is told the delimiter.
struct CSVPreamble {
  /// Where the first row begins.
  private(set) var position = 0
  /// The line of the first row.
  private(set) var line = 1
  /// How many comments there are.
  private(set) var commentCount = 0
  /// The text of the last comment right before the first row; nil without one.
  private(set) var lastComment: [UInt8]?
  /// The delimiter that `sep=` names.
  private(set) var separator: UInt8?
  /// Which lines are comments, as it has turned out.
  private(set) var comments: CSVComments

  /// Reads what is there; nil where the first row may not have been reached.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, isFinal: Bool, options: CSVOptions) {
    comments = options.comments
    var scanner = CSVScanner(
      bytes: bytes, delimiter: options.delimiter ?? UInt8(ascii: ","), isFinal: isFinal, position: 0, line: 1)
    if bytes.starts(with: "sep=".utf8) || bytes.starts(with: "\"sep=".utf8) || bytes.starts(with: "SEP=".utf8) {
      guard let end = bytes.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) ?? (isFinal ? bytes.count : nil),
        let next = end == bytes.count ? end : scanner.afterLineEnd(end)
      else { return nil }
      let name = bytes[..<end].drop { $0 != UInt8(ascii: "=") }.dropFirst().filter { $0 != UInt8(ascii: "\"") }
      if name.count == 1 {
        separator = name[0]
        scanner.position = next
        scanner.line = 2
      }
    }
    let (start, startLine) = (scanner.position, scanner.line)
    while true {
      var last: [UInt8]?
      let gap = scanner.skipComments(comments, width: nil) { last = Array(bytes[$0]) }
      guard gap.isOver else { return nil }
      commentCount += gap.comments
      if let last { lastComment = last }
      guard scanner.position < bytes.count else { break }
      let byte = bytes[scanner.position]
      guard byte == 0x0A || byte == 0x0D else { break }
      guard let next = scanner.afterLineEnd(scanner.position) else { return nil }
      scanner.position = next
      scanner.line += 1
    }
    if scanner.position == bytes.count {
      guard isFinal else { return nil }
      // A table whose rows all begin with `#`, such as colors.
      if commentCount > 0, comments == .guessed {
        (scanner.position, scanner.line, commentCount, lastComment) = (start, startLine, 0, nil)
        comments = .none
      }
    }
    position = scanner.position
    line = scanner.line
  }
}
