import Testing

@testable import Plotting

@Suite("GlyphSet") struct GlyphSetTests {
  @Test("ASCII is ASCII, and every glyph takes one cell", arguments: GlyphSet.allCases)
  func oneCell(glyphs: GlyphSet) {
    var used: [Unicode.Scalar] = [glyphs.full]
    for index in -3..<25 { used += [glyphs.mark(of: index), glyphs.mark(of: index, hollow: true)] }
    for eighths in -1...10 { used += [glyphs.bar(eighths: eighths), glyphs.bar(eighthsFromLeft: eighths)] }
    for focus in [false, true] {
      let box = glyphs.box(isFocused: focus)
      used += [box.topLeft, box.topRight, box.bottomLeft, box.bottomRight, box.horizontal, box.vertical]
      used += [box.branchRight, box.branchLeft, box.branchDown, box.branchUp, box.cross]
    }
    for x in [-1.0, 0, 1, .nan] { for y in [-1.0, 0, 1, .infinity] { used.append(glyphs.arrow(x: x, y: y)) } }
    #expect(used.allSatisfy { $0.cellWidth == 1 && (glyphs.isUnicode || $0.isASCII) })
  }

  @Test("the ten classes have ten marks, twice", arguments: GlyphSet.allCases)
  func marks(glyphs: GlyphSet) {
    let filled = (0..<10).map { glyphs.mark(of: $0) }
    let hollow = (0..<10).map { glyphs.mark(of: $0, hollow: true) }
    #expect(Set(filled).count == 10)
    #expect(Set(hollow).count == 10)
    #expect(zip(filled, hollow).allSatisfy { $0 != $1 || $0 == "@" })
  }

  @Test("arrows point where they should, y up")
  func arrows() {
    #expect(GlyphSet.braille.arrow(x: 1, y: 0) == "→")
    #expect(GlyphSet.braille.arrow(x: 0, y: 1) == "↑")
    #expect(GlyphSet.braille.arrow(x: -1, y: -1) == "↙")
    #expect(GlyphSet.ascii.arrow(x: 0, y: -2) == "v")
  }

  @Test("mathematics is spelled out in ASCII and left alone in Unicode")
  func spelling() {
    let text: SafeText = "w₁ ← w₁ − η ∂L/∂w₁ · ½ ≤ λ"
    #expect(GlyphSet.braille.text(text) == text)
    #expect(GlyphSet.ascii.text(text) == "w1 <- w1 - eta dL/dw1 * 1/2 <= lambda")
    #expect(GlyphSet.ascii.text("日") == "?")
  }

  @Test("a frame restricted to ASCII has nothing else, in the same cells")
  func restricted() {
    var frame = Frame(width: 12, height: 1)
    frame.put("╭─ η 日 ●⠑░█", x: 0, y: 0)
    frame.restrictToASCII()
    #expect(frame.rows == ["+- n ?  o.:#"])
  }
}
