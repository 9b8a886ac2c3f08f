extension JSONValue {
  /// The value on one line, without spaces: numbers in their shortest form, `null` for NaN and the infinities.
  ///
  /// Control characters, C1 controls, bidirectional and other format characters and combining marks are written as `\u`
  /// escapes, so that a record on a terminal can't do anything to it and still reads back to the same text.
  ///
  /// - Complexity: O(n) in the length of the text.
  package var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// Appends the value's text.
  package func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .number(let value): text += value.isFinite ? value.shortestText : "null"
    case .string(let value): JSONValue.write(value, to: &text)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        JSONValue.write(member.0, to: &text)
        text += ":"
        member.1.write(to: &text)
      }
      text += "}"
    }
  }

  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default:
        if scalar.mustBeEscaped {
          for unit in String(scalar).utf16 { text += "\\u" + unit.fourHexDigits }
        } else {
          text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
  }
}

extension UInt16 {
  fileprivate var fourHexDigits: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension Unicode.Scalar {
  fileprivate var mustBeEscaped: Bool {
    if value >= 0x20 && value < 0x7F { return false }
    switch properties.generalCategory {
    case .control, .format, .privateUse, .unassigned, .surrogate, .lineSeparator, .paragraphSeparator: return true
    // Piled up they run over other rows.
    case .nonspacingMark, .enclosingMark, .spacingMark: return true
    default: return false
    }
  }
}
