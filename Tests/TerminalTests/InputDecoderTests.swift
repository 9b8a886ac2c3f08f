import Plotting
import Testing

@testable import Terminal

/// The expected meanings are those of xterm's "Control Sequences", of rxvt's manual and of the Linux console's
/// console_codes(4).
@Suite struct InputDecoderTests {
  private static func decode(_ text: String, giveUp: Bool = true) -> [InputDecoder.Input] {
    decode(Array(text.utf8), giveUp: giveUp)
  }

  private static func decode(_ bytes: [UInt8], giveUp: Bool = true) -> [InputDecoder.Input] {
    var decoder = InputDecoder()
    var inputs = decoder.decode(bytes)
    if giveUp {
      decoder.giveUp()
      inputs += decoder.take()
    }
    return inputs
  }

  @Test(
    "A key's bytes are that key",
    arguments: [
      ("a", .character("a")), ("é", .character("é")), ("漢", .character("漢")), ("🙂", .character("🙂")),
      ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{08}", .backspace),
      ("\u{1B}", .escape), ("\u{01}", .control("a")), ("\u{0C}", .control("l")), ("\u{1A}", .control("z")),
      ("\u{00}", .control("@")), ("\u{1F}", .control("_")),
      ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left),
      ("\u{1B}OA", .up), ("\u{1B}OB", .down), ("\u{1B}OC", .right), ("\u{1B}OD", .left),
      ("\u{1B}[1;2A", .shiftUp), ("\u{1B}[1;2B", .shiftDown), ("\u{1B}[1;2C", .shiftRight),
      ("\u{1B}[1;2D", .shiftLeft), ("\u{1B}[1;6D", .shiftLeft), ("\u{1B}[1;5D", .left), ("\u{1B}[1;3C", .right),
      ("\u{1B}[a", .shiftUp), ("\u{1B}[d", .shiftLeft),
      ("\u{1B}[H", .home), ("\u{1B}[F", .end), ("\u{1B}OH", .home), ("\u{1B}OF", .end), ("\u{1B}[1~", .home),
      ("\u{1B}[4~", .end), ("\u{1B}[7~", .home), ("\u{1B}[8~", .end), ("\u{1B}[1;2H", .home),
      ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[3;2~", .delete), ("\u{1B}[5~", .pageUp),
      ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)), ("\u{1B}OS", .function(4)),
      ("\u{1B}[11~", .function(1)), ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)),
      ("\u{1B}[21~", .function(10)), ("\u{1B}[24~", .function(12)), ("\u{1B}[34~", .function(20)),
      ("\u{1B}[[A", .function(1)), ("\u{1B}[[E", .function(5)), ("\u{1B}[1;2P", .function(1)),
      ("\u{1B}OM", .enter), ("\u{1B}Op", .character("0")), ("\u{1B}Ok", .character("+")),
    ] as [(String, KeyPress)])
  func keys(text: String, key: KeyPress) {
    #expect(Self.decode(text) == [.key(key)])
  }

  @Test("A character whose number is a curses key code is a character: U+0103 is 259, KEY_UP")
  func characterIsNoKeyCode() {
    for value in UInt32(0x100)...0x21F {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(Self.decode(String(Character(scalar))) == [.key(.character(scalar))])
    }
  }

  @Test("Bytes mean the same however they are split")
  func splits() {
    let text = "aă漢🙂\u{1B}[A\u{1B}[1;2D\u{1B}OP\u{1B}[<0;5;7M\u{1B}[200~x\ny\u{1B}[201~\u{1B}]11;rgb:ffff/0/8\u{07}q"
    let whole = Self.decode(text)
    #expect(whole.count == 11)
    let bytes = Array(text.utf8)
    for cut in 0...bytes.count {
      var decoder = InputDecoder()
      #expect(decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...]) == whole)
    }
  }

  @Test(
    "Bytes that are no UTF-8 mean nothing, and what follows is unharmed",
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xF5], [0xFF], [0xC3], [0xE2, 0x82], [0xF0, 0x9F, 0x99], [0xC2, 0x9B],
    ] as [[UInt8]])
  func badUTF8(bytes: [UInt8]) {
    #expect(Self.decode(bytes + [UInt8(ascii: "q")]) == [.key(.character("q"))])
  }

  @Test("Outside a UTF-8 locale bytes above 127 mean nothing")
  func noUTF8() {
    var decoder = InputDecoder(isUTF8: false)
    #expect(decoder.decode("é漢q".utf8) == [.key(.character("q"))])
  }

  @Test("Escape and a key are two keys")
  func escapeAndKey() {
    #expect(Self.decode("\u{1B}x") == [.key(.escape), .key(.character("x"))])
    #expect(Self.decode("\u{1B}\u{1B}[A") == [.key(.escape), .key(.up)])
    #expect(Self.decode("\u{1B}\u{1B}") == [.key(.escape), .key(.escape)])
    #expect(Self.decode("\u{1B}é") == [.key(.escape), .key(.character("é"))])
    #expect(Self.decode("\u{1B}[") == [.key(.escape), .key(.character("["))])
    #expect(Self.decode("\u{1B}O") == [.key(.escape), .key(.character("O"))])
    #expect(Self.decode("\u{1B}]") == [.key(.escape), .key(.character("]"))])
  }

  @Test("A lone Escape is given up within 60 ms, a started report is waited for longer")
  func patience() throws {
    var decoder = InputDecoder()
    #expect(decoder.patience == nil)
    decoder.feed(0x1B)
    #expect(try #require(decoder.patience) <= 50)
    for byte in "[<0;1".utf8 { decoder.feed(byte) }
    #expect(try #require(decoder.patience) >= 200)
    decoder.giveUp()
    #expect(decoder.take().isEmpty)
    #expect(decoder.patience == nil)
  }

  @Test("While an answer is expected, its beginning is waited for; Escape alone is not")
  func expectedReply() throws {
    var decoder = InputDecoder()
    decoder.expectsReply = true
    decoder.feed(0x1B)
    #expect(try #require(decoder.patience) <= 50)
    decoder.feed(UInt8(ascii: "]"))
    #expect(try #require(decoder.patience) >= 200)
  }

  @Test(
    "Unknown sequences mean nothing, and what follows is unharmed",
    arguments: [
      "\u{1B}[?25h", "\u{1B}[99~", "\u{1B}[1;2;3;4x", "\u{1B}[>0;1c", "\u{1B}[I", "\u{1B}[12;40R", "\u{1B}[38:2::1;m",
      "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_kitty\u{07}", "\u{1B}]52;c;bHM=\u{07}", "\u{1B}]11;rgb:zz/1/1\u{07}",
      "\u{1B}]11;rgb:1/2\u{07}", "\u{1B}[<1;2M", "\u{1B}[<999;2;3M", "\u{1B}[<;;M", "\u{1B}[[Z",
    ])
  func unknownSequences(text: String) {
    let inputs = Self.decode(text + "q").filter { $0 != .key(.end) }
    #expect(inputs.last == .key(.character("q")))
    #expect(!inputs.contains { if case .key(.character(let scalar)) = $0 { scalar != "q" } else { false } })
  }

  @Test("A sequence without an end is cut short by Escape, and its flood is not kept")
  func endless() {
    let flood = String(repeating: "1;", count: 100_000)
    #expect(Self.decode("\u{1B}[" + flood + "mq") == [.key(.character("q"))])
    #expect(Self.decode("\u{1B}]" + flood + "\u{1B}[Aq") == [.key(.up), .key(.character("q"))])
  }

  @Test("A description's sequences come before the common ones")
  func described() {
    let keys = KeySequences([
      (Array("\u{1B}[224z".utf8), .function(1)), (Array("\u{1B}\t".utf8), .backTab), (Array("\u{1B}[3$".utf8), .delete),
    ])
    var decoder = InputDecoder(keys: keys)
    #expect(
      decoder.decode("\u{1B}[224z\u{1B}\t\u{1B}[3$q".utf8) == [
        .key(.function(1)), .key(.backTab), .key(.delete), .key(.character("q")),
      ])
  }

  // MARK: Mouse

  @Test(
    "Mouse reports, in xterm's SGR protocol and in the classic one",
    arguments: [
      ("\u{1B}[<0;1;1M", MouseEvent(kind: .press, button: .left, column: 0, row: 0)),
      ("\u{1B}[<2;300;60M", MouseEvent(kind: .press, button: .right, column: 299, row: 59)),
      ("\u{1B}[<0;12;5m", MouseEvent(kind: .release, button: .left, column: 11, row: 4)),
      ("\u{1B}[<32;12;5M", MouseEvent(kind: .drag, button: .left, column: 11, row: 4)),
      ("\u{1B}[<64;12;5M", MouseEvent(kind: .wheelUp, button: .other, column: 11, row: 4)),
      ("\u{1B}[<65;12;5M", MouseEvent(kind: .wheelDown, button: .other, column: 11, row: 4)),
      ("\u{1B}[<20;2;2M", MouseEvent(kind: .press, button: .left, column: 1, row: 1, modifiers: [.shift, .control])),
      ("\u{1B}[<8;2;2M", MouseEvent(kind: .press, button: .left, column: 1, row: 1, modifiers: .alt)),
      ("\u{1B}[M !!", MouseEvent(kind: .press, button: .left, column: 0, row: 0)),
      ("\u{1B}[M#\"#", MouseEvent(kind: .release, button: .other, column: 1, row: 2)),
      ("\u{1B}[M`!!", MouseEvent(kind: .wheelUp, button: .other, column: 0, row: 0)),
      ("\u{1B}[M\"!!", MouseEvent(kind: .press, button: .right, column: 0, row: 0)),
    ] as [(String, MouseEvent)])
  func mouse(text: String, event: MouseEvent) {
    #expect(Self.decode(text) == [.mouse(event)])
  }

  @Test("Absurd coordinates stay numbers")
  func absurdMouse() {
    let digits = String(repeating: "9", count: 20)
    let inputs = Self.decode("\u{1B}[<0;\(digits);\(digits)M\u{1B}[<0;0;0M")
    #expect(
      inputs == [
        .mouse(MouseEvent(kind: .press, column: 999_999, row: 999_999)),
        .mouse(MouseEvent(kind: .press, column: 0, row: 0)),
      ])
  }

  // MARK: Pastes

  @Test("A paste is text, never keys, whatever it contains")
  func paste() {
    let inputs = Self.decode("\u{1B}[200~q:\r\n\u{03}\u{1B}[A\u{1B}[201x\u{1B}[200~\u{1B}\u{1B}[201~z")
    #expect(inputs.count == 2)
    #expect(inputs.last == .key(.character("z")))
    guard case .paste(let text)? = inputs.first else {
      Issue.record("no paste")
      return
    }
    #expect(text.description == "q:  \u{FFFD}\u{FFFD}[A\u{FFFD}[201x\u{FFFD}[200~\u{FFFD}")
  }

  @Test("A paste's line end at its end is dropped")
  func pasteLineEnd() {
    #expect(Self.decode("\u{1B}[200~a b\n\u{1B}[201~") == [.paste("a b")])
  }

  @Test("A paste keeps a megabyte and drops the rest")
  func longPaste() {
    let text = String(repeating: "0123456789abcdef", count: 80_000)
    let inputs = Self.decode("\u{1B}[200~" + text + "\u{1B}[201~q")
    guard case .paste(let kept)? = inputs.first else {
      Issue.record("no paste")
      return
    }
    #expect(kept.description.utf8.count == InputDecoder.longestPaste)
    #expect(inputs.last == .key(.character("q")))
  }

  @Test("A paste that never ends is settled as a paste")
  func unendedPaste() {
    #expect(Self.decode("\u{1B}[200~abc\u{1B}[20") == [.paste("abc")])
  }

  // MARK: Replies

  @Test(
    "The background's color in X11's forms",
    arguments: [
      ("11;rgb:ffff/0000/8000\u{1B}\\", 1, 0, Double(0x8000) / 65535), ("11;rgb:f/0/8\u{07}", 1, 0, Double(8) / 15),
      ("11;rgba:ff/00/80/ff\u{07}", 1, 0, Double(0x80) / 255),
    ])
  func background(text: String, red: Double, green: Double, blue: Double) {
    #expect(Self.decode("\u{1B}]" + text) == [.reply(.background(red: red, green: green, blue: blue))])
  }

  @Test("Device attributes")
  func deviceAttributes() {
    #expect(Self.decode("\u{1B}[?62;22;52c") == [.reply(.deviceAttributes)])
  }

  @Test("Black and dark gray are dark, white and beige are light")
  func brightness() {
    #expect(TerminalReply.brightness(red: 0, green: 0, blue: 0) == .dark)
    #expect(TerminalReply.brightness(red: 0.2, green: 0.2, blue: 0.25) == .dark)
    #expect(TerminalReply.brightness(red: 1, green: 1, blue: 1) == .light)
    #expect(TerminalReply.brightness(red: 0.96, green: 0.96, blue: 0.86) == .light)
  }

  @Test(
    "Random bytes never trap and never leave the decoder waiting for ever", arguments: 1...20 as ClosedRange<UInt64>)
  func randomBytes(seed: UInt64) {
    var state = seed
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 33
    }
    let pieces: [[UInt8]] = [
      "\u{1B}", "\u{1B}[", "\u{1B}]", "\u{1B}[<", "\u{1B}[M", ";", "\u{1B}[200~", "\u{1B}[201~", "🙂",
    ]
    .map { Array($0.utf8) }
    var decoder = InputDecoder()
    for _ in 0..<20_000 {
      if next() % 3 == 0 {
        for byte in pieces[Int(next()) % pieces.count].prefix(1 + Int(next() % 6)) { decoder.feed(byte) }
      } else {
        decoder.feed(UInt8(truncatingIfNeeded: next()))
      }
      if next() % 500 == 0 {
        decoder.giveUp()
        #expect(decoder.patience == nil)
      }
    }
    for input in decoder.take() {
      if case .key(.character(let scalar)) = input {
        #expect(scalar.value >= 0x20 && scalar.properties.generalCategory != .control)
      }
    }
    decoder.giveUp()
    _ = decoder.take()
    #expect(decoder.decode("\u{1B}[A".utf8) == [.key(.up)])
  }
}
