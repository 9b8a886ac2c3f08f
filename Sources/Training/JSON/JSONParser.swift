/// What is wrong with a JSON text, and where.
package struct JSONError: Error, Sendable, Equatable {
  /// What was wrong.
  package enum Fault: Sendable, Equatable {
    case unexpectedEnd
    /// This byte can't stand here; what could.
    case unexpected(UInt8, expected: String)
    case badNumber
    case badEscape
    /// Bytes that are no UTF-8, or a control character in a string.
    case badText
    case repeatedName(String)
    case tooDeep
    case trailingText
  }

  /// What was wrong.
  package let fault: Fault
  /// The line, from 1.
  package let line: Int
  /// The column in bytes, from 1.
  package let column: Int
}

/// Reads JSON (RFC 8259) strictly, to a limited depth, with the place of every fault.
package struct JSONParser {
  /// How deep arrays and objects may be nested; a model file needs five levels.
  package static let deepest = 64

  private let bytes: [UInt8]
  private var position = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads one value that fills the whole text.
  ///
  /// - Complexity: O(n), for objects with m members O(m²) in m.
  package static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONValue {
    var parser = JSONParser(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.position = 3 }
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.position == bytes.count else { throw parser.error(.trailingText) }
    return value
  }

  /// Reads one value that fills the whole text.
  package static func parse(_ text: String) throws(JSONError) -> JSONValue {
    try parse(Array(text.utf8))
  }

  private func error(_ fault: JSONError.Fault, at place: Int? = nil) -> JSONError {
    let before = bytes[..<min(place ?? position, bytes.count)]
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return JSONError(fault: fault, line: line, column: before.count - start + 1)
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }

  private mutating func next(expecting expected: String) throws(JSONError) -> UInt8 {
    skipSpace()
    guard position < bytes.count else { throw error(.unexpectedEnd) }
    return bytes[position]
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    guard depth <= JSONParser.deepest else { throw error(.tooDeep) }
    switch try next(expecting: "a value") {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case let other: throw error(.unexpected(other, expected: "a value"))
    }
  }

  private mutating func literal(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    let letters = word.withUTF8Buffer { Array($0) }
    guard bytes[position...].starts(with: letters) else {
      throw error(.unexpected(bytes[position], expected: "a value"))
    }
    position += letters.count
    return value
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    if try next(expecting: "a value or ]") == UInt8(ascii: "]") {
      position += 1
      return .array(values)
    }
    while true {
      values.append(try value(depth: depth + 1))
      let separator = try next(expecting: ", or ]")
      guard separator == UInt8(ascii: ",") || separator == UInt8(ascii: "]") else {
        throw error(.unexpected(separator, expected: "',' or ']'"))
      }
      position += 1
      if separator == UInt8(ascii: "]") { return .array(values) }
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var members: [(String, JSONValue)] = []
    if try next(expecting: "a name or }") == UInt8(ascii: "}") {
      position += 1
      return .object(members)
    }
    while true {
      let quote = try next(expecting: "a name")
      guard quote == UInt8(ascii: "\"") else { throw error(.unexpected(quote, expected: "a name in quotes")) }
      let place = position
      let name = try string()
      guard !members.contains(where: { $0.0 == name }) else { throw error(.repeatedName(name), at: place) }
      let colon = try next(expecting: ":")
      guard colon == UInt8(ascii: ":") else { throw error(.unexpected(colon, expected: "':'")) }
      position += 1
      members.append((name, try value(depth: depth + 1)))
      let separator = try next(expecting: ", or }")
      guard separator == UInt8(ascii: ",") || separator == UInt8(ascii: "}") else {
        throw error(.unexpected(separator, expected: "',' or '}'"))
      }
      position += 1
      if separator == UInt8(ascii: "}") { return .object(members) }
    }
  }

  private mutating func number() throws(JSONError) -> Double {
    let start = position
    func isDigit(_ index: Int) -> Bool {
      index < bytes.count && bytes[index] >= UInt8(ascii: "0") && bytes[index] <= UInt8(ascii: "9")
    }
    var end = start
    if bytes[end] == UInt8(ascii: "-") { end += 1 }
    guard isDigit(end) else { throw error(.badNumber) }
    if bytes[end] == UInt8(ascii: "0"), isDigit(end + 1) { throw error(.badNumber) }
    while isDigit(end) { end += 1 }
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      end += 1
      guard isDigit(end) else { throw error(.badNumber) }
      while isDigit(end) { end += 1 }
    }
    if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      end += 1
      if end < bytes.count, bytes[end] == UInt8(ascii: "+") || bytes[end] == UInt8(ascii: "-") { end += 1 }
      guard isDigit(end) else { throw error(.badNumber) }
      while isDigit(end) { end += 1 }
    }
    guard let value = Double(String(decoding: bytes[start..<end], as: UTF8.self)), value.isFinite else {
      throw error(.badNumber)
    }
    position = end
    return value
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    var text: [UInt8] = []
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "\""):
        guard let string = String(validating: text, as: UTF8.self) else { throw error(.badText, at: start) }
        position += 1
        return string
      case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
      case 0..<0x20: throw error(.badText)
      default:
        text.append(byte)
        position += 1
      }
    }
    throw error(.unexpectedEnd)
  }

  private mutating func escape() throws(JSONError) -> Unicode.Scalar {
    guard position + 1 < bytes.count else { throw error(.unexpectedEnd, at: bytes.count) }
    let letter = bytes[position + 1]
    if letter != UInt8(ascii: "u") {
      let plain: [UInt8: Unicode.Scalar] = [
        UInt8(ascii: "\""): "\"", UInt8(ascii: "\\"): "\\", UInt8(ascii: "/"): "/", UInt8(ascii: "b"): "\u{8}",
        UInt8(ascii: "f"): "\u{C}", UInt8(ascii: "n"): "\n", UInt8(ascii: "r"): "\r", UInt8(ascii: "t"): "\t",
      ]
      guard let scalar = plain[letter] else { throw error(.badEscape) }
      position += 2
      return scalar
    }
    let high = try codeUnit()
    if let scalar = Unicode.Scalar(high) { return scalar }
    // A surrogate: only the first of a pair is followed by a second.
    guard high < 0xDC00, position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
      bytes[position + 1] == UInt8(ascii: "u")
    else { throw error(.badEscape) }
    let low = try codeUnit()
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    else { throw error(.badEscape) }
    return scalar
  }

  /// Reads `\uXXXX`.
  private mutating func codeUnit() throws(JSONError) -> UInt32 {
    let digits = bytes.dropFirst(position + 2).prefix(4)
    let text = String(decoding: digits, as: UTF8.self)
    guard digits.count == 4, text.allSatisfy(\.isHexDigit), let unit = UInt32(text, radix: 16) else {
      throw error(.badEscape)
    }
    position += 6
    return unit
  }
}
