import Plotting

/// Turns the bytes that a terminal sends into keys, mouse events, pastes and replies.
///
/// A pure state machine: it is fed byte by byte and told when a wait for more was in vain. It never traps on any bytes,
/// gives nothing for what it does not know, and reads a character as a character and a key as a key (U+0103 'ă' is no
/// arrow). Sequences are those of the terminal's description and of xterm, rxvt, the Linux console and PuTTY.
package struct InputDecoder: Sendable {
  /// Something that the bytes meant.
  package enum Input: Sendable, Equatable {
    /// A key.
    case key(KeyPress)
    /// The mouse.
    case mouse(MouseEvent)
    /// Pasted text.
    case paste(SafeText)
    /// The terminal's answer to a question.
    case reply(TerminalReply)
  }

  /// Pasted bytes beyond these are dropped.
  package static let longestPaste = 1 << 20
  /// Replies longer than this many bytes are forgotten as they come.
  static let longestReply = 4096
  /// The longest escape sequence that is looked at.
  static let longestSequence = 64

  enum State: Sendable {
    case ground
    /// In a UTF-8 sequence: the bits so far, how many bytes are missing, the smallest character that may need them.
    case character(bits: UInt32, missing: Int, smallest: UInt32)
    /// After Escape.
    case escape
    /// After `ESC [`.
    case control
    /// After `ESC O`.
    case shift
    /// In a sequence too long or unknown: skipped to its end.
    case skippedControl
    /// In a string (OSC, DCS and the like), which ends with BEL or `ESC \`.
    case string
    /// In a string, after Escape.
    case stringEscape
    /// In a classic mouse report: three bytes.
    case mouse
    /// In a paste; how many bytes of its end have been seen.
    case paste(matched: Int)
  }

  /// Whether the terminal has been asked something: then the beginning of an answer is given time, for it may come in
  /// pieces.
  package var expectsReply = false

  let keys: KeySequences
  let isUTF8: Bool
  var state = State.ground
  /// The bytes since Escape, or of the string, or of the paste.
  var bytes: [UInt8] = []
  var decoded: [Input] = []

  /// Makes a decoder.
  ///
  /// - Parameters:
  ///   - keys: The sequences of this terminal's keys.
  ///   - isUTF8: Whether bytes above 127 are UTF-8; otherwise they mean nothing.
  package init(keys: KeySequences = KeySequences(), isUTF8: Bool = true) {
    self.keys = keys
    self.isUTF8 = isUTF8
  }

  /// Milliseconds of silence after which to call ``giveUp()``; nil where nothing is half read.
  package var patience: Int? {
    switch state {
    case .ground: nil
    // Esc must answer within 60 ms; a sequence's bytes come together.
    case .escape, .shift: 35
    case .control where bytes.count <= 2, .string where bytes.count <= 2: expectsReply ? 500 : 35
    case .character: 250
    case .control, .skippedControl, .mouse: 500
    case .string, .stringEscape: 1000
    case .paste: 2000
    }
  }

  /// Takes what was decoded so far.
  package mutating func take() -> [Input] {
    defer { decoded = [] }
    return decoded
  }

  /// Decodes bytes and takes what they meant.
  package mutating func decode(_ input: some Sequence<UInt8>) -> [Input] {
    for byte in input { feed(byte) }
    return take()
  }

  /// Says that nothing came for ``patience`` milliseconds: what was half read is settled.
  package mutating func giveUp() {
    switch state {
    case .ground: break
    case .escape: emit(.escape)
    case .control where bytes.count <= 2, .shift where bytes.count <= 2, .string where bytes.count <= 2:
      // Escape and "[" (or Alt and "["): two keys.
      let second = bytes.last
      emit(.escape)
      if let second, bytes.count == 2 { emit(.character(Unicode.Scalar(second))) }
    case .paste: endPaste()
    case .character, .control, .shift, .skippedControl, .mouse, .string, .stringEscape: break
    }
    reset()
  }

  /// Decodes one byte.
  package mutating func feed(_ byte: UInt8) {
    switch state {
    case .ground: feedGround(byte)
    case .character(let bits, let missing, let smallest):
      feedCharacter(byte, bits: bits, missing: missing, smallest: smallest)
    case .escape: feedEscape(byte)
    case .control: feedControl(byte)
    case .shift: feedShift(byte)
    case .skippedControl: if (0x40...0x7E).contains(byte) || byte < 0x20 { endSequence(with: byte) }
    case .string: feedString(byte)
    case .stringEscape: feedStringEscape(byte)
    case .mouse: feedMouse(byte)
    case .paste(let matched): feedPaste(byte, matched: matched)
    }
  }

  mutating func emit(_ key: KeyPress) { decoded.append(.key(key)) }

  mutating func reset() {
    state = .ground
    bytes.removeAll(keepingCapacity: bytes.capacity <= InputDecoder.longestReply)
  }

  /// Ends a sequence without a meaning at a byte; a control character counts on its own.
  mutating func endSequence(with byte: UInt8) {
    reset()
    if byte < 0x20 { feed(byte) }
  }

  // MARK: Characters

  private mutating func feedGround(_ byte: UInt8) {
    switch byte {
    case 0x1B:
      state = .escape
      bytes = [byte]
    case 0x09: emit(.tab)
    case 0x0A, 0x0D: emit(.enter)
    case 0x08, 0x7F: emit(.backspace)
    case 0x00..<0x20: emit(.control(InputDecoder.controlCharacter(byte)))
    case 0x20..<0x7F: emit(.character(Unicode.Scalar(byte)))
    case 0xC2..<0xE0 where isUTF8: state = .character(bits: UInt32(byte & 0x1F), missing: 1, smallest: 0x80)
    case 0xE0..<0xF0 where isUTF8: state = .character(bits: UInt32(byte & 0x0F), missing: 2, smallest: 0x800)
    case 0xF0..<0xF5 where isUTF8: state = .character(bits: UInt32(byte & 0x07), missing: 3, smallest: 0x1_0000)
    default: break
    }
  }

  /// The key that is held with Control to send a byte below 32.
  static func controlCharacter(_ byte: UInt8) -> Character {
    let scalar = Unicode.Scalar(byte + 0x40)
    return Character(scalar.properties.lowercaseMapping)
  }

  private mutating func feedCharacter(_ byte: UInt8, bits: UInt32, missing: Int, smallest: UInt32) {
    guard byte & 0xC0 == 0x80 else {
      // The character was cut off: it is nothing, this byte is what it is.
      state = .ground
      feedGround(byte)
      return
    }
    let value = bits << 6 | UInt32(byte & 0x3F)
    if missing > 1 {
      state = .character(bits: value, missing: missing - 1, smallest: smallest)
      return
    }
    state = .ground
    // Too long a form, surrogates, beyond Unicode, C1 controls: nothing.
    guard value >= smallest, value >= 0xA0, let scalar = Unicode.Scalar(value) else { return }
    emit(.character(scalar))
  }
}
