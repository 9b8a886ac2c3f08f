import Testing

@testable import Plotting

@Suite("Export") struct ExportTests {
  private var picture: Frame {
    var frame = Frame(width: 8, height: 2)
    frame.put(
      "a<b&\"c", x: 0, y: 0, style: Style(foreground: Color(0xFF0000, index256: 196, index16: 9), attributes: .bold))
    frame.put("日", x: 0, y: 1, style: Style(background: Color(0x0000FF, index256: 21, index16: 4)))
    frame[3, 1] = Cell("▄", style: Style(foreground: Color(0x00FF00, index256: 46, index16: 10)))
    return frame
  }

  @Test("text has the characters alone")
  func text() {
    #expect(picture.text == "a<b&\"c\n日 ▄")
    #expect(Frame(width: 0, height: 0).text == "")
    #expect(Frame(width: 2, height: 2).text == "\n")
  }

  @Test("escape sequences by color depth; blanks at the end are left out")
  func ansi() {
    let e = "\u{1B}"
    #expect(
      picture.ansi(.direct)
        == "\(e)[0;1;38;2;255;0;0ma<b&\"c\(e)[0m\n\(e)[0;48;2;0;0;255m日\(e)[0m \(e)[0;38;2;0;255;0m▄\(e)[0m\n")
    #expect(picture.ansi(.indexed).contains("\(e)[0;1;38;5;196m") && picture.ansi(.indexed).contains("\(e)[0;48;5;21m"))
    #expect(picture.ansi(.sixteen).contains("\(e)[0;1;91m") && picture.ansi(.sixteen).contains("\(e)[0;44m"))
    #expect(picture.ansi(.eight).contains("\(e)[0;1;31m"))
    #expect(picture.ansi(.none) == "\(e)[0;1ma<b&\"c\(e)[0m\n\(e)[0m日\(e)[0m \(e)[0m▄\(e)[0m\n")
  }

  @Test("SVG escapes text, draws blocks as shapes, and paints backgrounds in runs")
  func svg() {
    let svg = picture.svg(foreground: 0x112233, background: 0x445566)
    #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"64\" height=\"32\""))
    #expect(svg.contains(">a&lt;b&amp;&quot;c</text>"))
    #expect(svg.contains("fill=\"#445566\""))
    #expect(svg.contains("<rect x=\"0\" y=\"16\" width=\"16\" height=\"16\" fill=\"#0000ff\"/>"))
    #expect(svg.contains("<path d=\"M24 24h8v8h-8z\" fill=\"#00ff00\""))
    #expect(svg.contains("fill=\"#112233\">日</text>"))
    #expect(svg.hasSuffix("</g>\n</svg>\n"))
  }

  @Test("a cell with a control character comes out as a placeholder everywhere")
  func hostile() {
    var frame = Frame(width: 3, height: 1)
    frame[0, 0] = Cell("\u{1B}")
    frame[1, 0] = Cell("\u{9B}")
    frame[2, 0] = Cell("\u{202E}")
    for text in [frame.ansi(.direct), frame.svg(), frame.text] {
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" || $0 == "\u{202E}" })
    }
  }

  @Test("looks as letters, for goldens")
  func golden() {
    #expect(
      picture.golden == """
        |a<b&"c  |
        |日 ▄    |

        |aaaaaa..|
        |bb.c....|
        a ff0000 on default bold
        b default on 0000ff
        c 00ff00 on default

        """)
  }

  @Test("every size exports", arguments: ChartTests.sizes.dropLast())
  func sizes(width: Int, height: Int) {
    let frame = Frame(width: width, height: height)
    #expect(frame.ansi(.direct).count == height)
    #expect(frame.svg().contains("width=\"\(width * 8)\""))
    #expect(frame.rows.allSatisfy { $0.unicodeScalars.count == width })
  }
}
