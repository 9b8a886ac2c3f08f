import Plotting

// Escape sequences: keys, mouse reports, replies and pastes.
extension InputDecoder {
  mutating func feedEscape(_ byte: UInt8) {
    bytes.append(byte)
    if finishIfKnown() { return }
    switch byte {
    case 0x1B:
      emit(.escape)
      bytes = [byte]
    case UInt8(ascii: "["): state = .control
    case UInt8(ascii: "O"): state = .shift
    // OSC, DCS, APC, PM, SOS.
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"), UInt8(ascii: "X"):
      state = .string
    default:
      if keys.isPrefix(bytes) { return }
      // Escape and a key, typed quickly or with Alt: two keys.
      let pending = bytes.dropFirst()
      reset()
      emit(.escape)
      for pending in pending { feed(pending) }
    }
  }

  /// Emits the key whose sequence has been read; where it is also the beginning of a longer one, that is not waited for.
  private mutating func finishIfKnown() -> Bool {
    guard let key = keys[bytes] else { return false }
    reset()
    emit(key)
    return true
  }

  // MARK: ESC [

  mutating func feedControl(_ byte: UInt8) {
    if byte == 0x1B {
      reset()
      feed(byte)
      return
    }
    bytes.append(byte)
    if finishIfKnown() { return }
    switch byte {
    case UInt8(ascii: "["):
      // The Linux console's first function keys: ESC [ [ A.
      if bytes.count > 3 { reset() }
    case 0x20..<0x40:
      if bytes.count > InputDecoder.longestSequence { state = .skippedControl }
    case 0x40..<0x7F: finishControl(byte)
    default: endSequence(with: byte)
    }
  }

  private mutating func finishControl(_ final: UInt8) {
    let body = bytes.dropFirst(2).dropLast()
    if body.isEmpty, final == UInt8(ascii: "M") {
      state = .mouse
      return
    }
    if body.first == UInt8(ascii: "["), body.count == 1 {
      reset()
      // ESC [ [ A ... E.
      if (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(final) { emit(.function(Int(final) - 64)) }
      return
    }
    let mark = body.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
    let numbers = InputDecoder.numbers(in: mark == nil ? body : body.dropFirst())
    reset()
    guard let numbers else { return }
    switch (mark, final) {
    case (nil, _): finishKey(final, numbers)
    case (UInt8(ascii: "<"), UInt8(ascii: "M")), (UInt8(ascii: "<"), UInt8(ascii: "m")):
      finishMouse(numbers, isRelease: final == UInt8(ascii: "m"))
    case (UInt8(ascii: "?"), UInt8(ascii: "c")): decoded.append(.reply(.deviceAttributes))
    default: break
    }
  }

  /// The numbers between semicolons, 0 for one left out; nil where there is anything else.
  ///
  /// Numbers stop growing at a million, so that no report overflows.
  static func numbers(in body: some Sequence<UInt8>) -> [Int]? {
    var numbers = [0]
    for byte in body {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        numbers[numbers.count - 1] = min(1_000_000, numbers[numbers.count - 1] * 10 + Int(byte) - 48)
      case UInt8(ascii: ";"): numbers.append(0)
      default: return nil
      }
    }
    return numbers
  }

  private mutating func finishKey(_ final: UInt8, _ numbers: [Int]) {
    let modifier = numbers.count > 1 ? numbers[1] : 1
    switch (final, numbers[0]) {
    case (UInt8(ascii: "~"), 200):
      state = .paste(matched: 0)
    case (UInt8(ascii: "~"), let number):
      if let key = KeySequences.numbered[number] { emit(key) }
    default:
      if let key = KeySequences.lettered(final, modifier: modifier) { emit(key) }
    }
  }

  // MARK: ESC O

  mutating func feedShift(_ byte: UInt8) {
    if byte == 0x1B {
      reset()
      feed(byte)
      return
    }
    bytes.append(byte)
    if finishIfKnown() { return }
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ";"):
      if bytes.count > 8 { reset() }
    case 0x40..<0x7F:
      let numbers = InputDecoder.numbers(in: bytes.dropFirst(2).dropLast()) ?? [1]
      reset()
      // ESC O 2 P is Shift-F1 for some; the only number is the modifier.
      let modifier = numbers.last.flatMap { $0 > 0 ? $0 : nil } ?? 1
      if let key = KeySequences.keypad[byte] ?? KeySequences.lettered(byte, modifier: modifier) { emit(key) }
    default: endSequence(with: byte)
    }
  }

  // MARK: Mouse

  private mutating func finishMouse(_ numbers: [Int], isRelease: Bool) {
    guard numbers.count == 3 else { return }
    let event = MouseEvent(
      code: numbers[0], isRelease: isRelease, column: max(0, numbers[1] - 1), row: max(0, numbers[2] - 1))
    if let event { decoded.append(.mouse(event)) }
  }

  mutating func feedMouse(_ byte: UInt8) {
    bytes.append(byte)
    guard bytes.count == 6 else { return }
    let report = bytes.suffix(3).map { Int($0) - 32 }
    reset()
    let event = MouseEvent(
      code: report[0], isRelease: false, column: max(0, report[1] - 1), row: max(0, report[2] - 1))
    if let event { decoded.append(.mouse(event)) }
  }

  // MARK: Strings

  mutating func feedString(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .stringEscape
    case 0x07: finishString()
    case 0x18, 0x1A: reset()
    default: if bytes.count < InputDecoder.longestReply { bytes.append(byte) }
    }
  }

  mutating func feedStringEscape(_ byte: UInt8) {
    if byte == UInt8(ascii: "\\") {
      finishString()
    } else {
      // A new sequence has begun; the string never ended.
      state = .escape
      bytes = [0x1B]
      feed(byte)
    }
  }

  private mutating func finishString() {
    let reply = bytes[1] == UInt8(ascii: "]") ? TerminalReply(operatingSystemCommand: bytes.dropFirst(2)) : nil
    reset()
    if let reply { decoded.append(.reply(reply)) }
  }

  // MARK: Pastes

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  mutating func feedPaste(_ byte: UInt8, matched: Int) {
    let end = InputDecoder.pasteEnd
    if byte == end[matched] {
      if matched + 1 == end.count {
        endPaste()
        reset()
      } else {
        state = .paste(matched: matched + 1)
      }
      return
    }
    // Escape stands only at the beginning of the end mark, so what was matched cannot overlap another one.
    keepPasted(end[..<matched])
    if byte == end[0] {
      state = .paste(matched: 1)
    } else {
      state = .paste(matched: 0)
      keepPasted([byte])
    }
  }

  private mutating func keepPasted(_ more: some Collection<UInt8>) {
    if bytes.count + more.count <= InputDecoder.longestPaste { bytes.append(contentsOf: more) }
  }

  mutating func endPaste() {
    let text =
      isUTF8 ? String(decoding: bytes, as: UTF8.self) : String(decoding: bytes.filter { $0 < 0x80 }, as: UTF8.self)
    var spaced = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      // A line end in the text must not enter anything: it is a space, and none at the end.
      spaced.append(scalar == "\n" || scalar == "\r" || scalar == "\t" ? " " : scalar)
    }
    while spaced.last == " " { spaced.removeLast() }
    decoded.append(.paste(SafeText(String(spaced))))
  }
}
