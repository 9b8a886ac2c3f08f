import Testing

@testable import Plotting

@Suite("SafeText") struct SafeTextTests {
  /// Sixty ways to harm a terminal or its reader.
  static let payloads: [String] = [
    // Sequences of ECMA-48 and of xterm.
    "\u{1B}[2J", "\u{1B}[H", "\u{1B}[31m", "\u{1B}[?1049h", "\u{1B}[?1000h", "\u{1B}[6n", "\u{1B}c",
    "\u{1B}]0;title\u{07}",
    "\u{1B}]52;c;cm0gLXJm\u{07}", "\u{1B}]8;;http://example.org\u{1B}\\", "\u{1B}P1$r\u{1B}\\",
    "\u{1B}_payload\u{1B}\\",
    "\u{1B}^privacy\u{1B}\\", "\u{1B}X", "\u{1B}(0", "\u{1B}#8", "\u{1B}[1;1r", "\u{1B}[200~", "\u{1B}[201~",
    "\u{1B}[8;1;1t",
    // C0.
    "\u{00}", "\u{07}", "\u{08}\u{08}\u{08}", "\t", "\n", "\u{0B}", "\u{0C}", "\r", "\r\n", "\u{0E}", "\u{0F}",
    "\u{1A}", "\u{7F}",
    // C1.
    "\u{84}", "\u{85}", "\u{90}", "\u{9B}31m", "\u{9D}0;x\u{9C}", "\u{98}", "\u{9E}", "\u{9F}",
    // Bidirectional controls and marks.
    "\u{202A}", "\u{202B}", "\u{202D}", "\u{202E}gnp.exe", "\u{2066}", "\u{2067}", "\u{2068}", "\u{200E}", "\u{200F}",
    "\u{061C}",
    // Nothing to see.
    "\u{200B}", "\u{200C}", "\u{200D}", "\u{2060}", "\u{FEFF}", "\u{00AD}", "\u{180E}", "\u{FE0F}", "\u{E0100}",
    "\u{E0041}\u{E0042}",
    "\u{2028}", "\u{2029}", "\u{115F}", "\u{3164}", "\u{FFA0}", "\u{2800}", "\u{3000}", "\u{2003}",
    // Piles.
    "a" + String(repeating: "\u{0301}", count: 500), "\u{20DD}", "\u{0488}", "\u{0E33}\u{0E31}", "\u{0903}",
    // Not characters.
    "\u{FFFE}", "\u{FFFF}", "\u{E000}", "\u{F0000}", "\u{10FFFF}", "\u{FFF9}", "\u{FFFC}",
  ]

  @Test("nothing that acts, hides or piles up is let through", arguments: payloads)
  func payload(payload: String) {
    let safe = SafeText("x" + payload + "y")
    for scalar in safe.description.unicodeScalars {
      let category = scalar.properties.generalCategory
      #expect(
        ![.control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator].contains(
          category))
      #expect(![.nonspacingMark, .enclosingMark, .spacingMark].contains(category))
      #expect(scalar.cellWidth > 0)
      #expect(!scalar.properties.isDefaultIgnorableCodePoint)
    }
    #expect(safe.description.unicodeScalars.count == payload.unicodeScalars.count + 2)
    #expect(safe.description != "x" + payload + "y" || payload == "\u{2800}")
    var frame = Frame(width: 20, height: 1)
    frame.put(safe, x: 0, y: 0)
    #expect(
      frame.rows[0].unicodeScalars.allSatisfy {
        $0.value >= 0x20 && $0.value != 0x7F && !(0x80...0x9F).contains($0.value)
      })
  }

  @Test("every character there is: either it takes its cells, or it is replaced")
  func everyScalar() {
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value), SafeText.isSafe(scalar) else { continue }
      let category = scalar.properties.generalCategory
      #expect(category != .control && category != .format && category != .unassigned && category != .nonspacingMark)
      #expect(
        scalar.cellWidth > 0 && !scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isWhitespace
          || value == 0x20 || value == 0xA0)
    }
  }

  @Test("ordinary text of many scripts is let through as it is")
  func ordinary() {
    for text in ["plain", "w₁ ← w₁ − η ∂L/∂w₁", "Größe", "日本語", "привет", "x²", "●✕■▲", "🙂", "a\u{A0}b"] {
      #expect(SafeText(text).description == text)
    }
  }

  @Test("a wide character is cut whole")
  func wide() {
    #expect(SafeText("日本").cellWidth == 4)
    #expect(SafeText("日本").truncated(to: 3, glyphs: .braille) == "日…")
    #expect(SafeText("日本").truncated(to: 2, glyphs: .braille) == "…")
    #expect(SafeText("日本").truncated(to: 0, glyphs: .braille) == "")
    #expect(SafeText("abc").truncated(to: 3, glyphs: .braille) == "abc")
    var frame = Frame(width: 3, height: 1)
    frame.put("日本", x: 0, y: 0)
    #expect(frame.rows == ["日 "])
  }
}
