import Basics
import Testing

@testable import Plotting

@Suite("DotCanvas") struct DotCanvasTests {
  private static let red = Color(0xFF0000, index256: 196, index16: 1)

  private func drawn(_ width: Int, _ height: Int, _ glyphs: GlyphSet, _ draw: (inout DotCanvas) -> Void) -> [String] {
    var frame = Frame(width: width, height: height)
    var canvas = DotCanvas(over: frame.bounds, glyphs: glyphs)
    draw(&canvas)
    canvas.draw(on: &frame)
    return frame.rows
  }

  @Test("every dot of a braille cell is where it should be")
  func bits() {
    // Unicode 15.0, chapter 21.1: dots 1 to 8 are bits 0 to 7; 1 2 3 7 go down on the left, 4 5 6 8 on the right.
    let expected: [Unicode.Scalar] = ["⠁", "⠈", "⠂", "⠐", "⠄", "⠠", "⡀", "⢀"]
    for (index, scalar) in expected.enumerated() {
      #expect(drawn(1, 1, .braille) { $0.dot(index % 2, index / 2, color: Self.red) } == [String(Character(scalar))])
    }
  }

  @Test("a diagonal")
  func diagonal() {
    let line: (inout DotCanvas) -> Void = {
      $0.line(from: PlanePoint(x: 0, y: 0), to: PlanePoint(x: 8, y: 8), color: Self.red)
    }
    #expect(drawn(4, 2, .braille, line) == ["⠑⢄  ", "  ⠑⢄"])
    #expect(drawn(4, 2, .block, line) == ["▀▄  ", "  ▀▄"])
    #expect(drawn(4, 2, .ascii, line) == ["\\\\  ", "  \\\\"])
  }

  @Test("a horizontal line in ASCII shows which half of the row it is in")
  func horizontal() {
    for (y, expected) in [(0.5, "---"), (1.5, "___")] {
      #expect(
        drawn(3, 1, .ascii) { $0.line(from: PlanePoint(x: 0, y: y), to: PlanePoint(x: 3, y: y), color: Self.red) } == [
          expected
        ])
    }
  }

  @Test("a line that crosses the rectangle far outside is clipped, not bent")
  func clipped() {
    let near = drawn(6, 3, .braille) {
      $0.line(from: PlanePoint(x: 0, y: 12), to: PlanePoint(x: 12, y: 0), color: Self.red)
    }
    let far = drawn(6, 3, .braille) {
      $0.line(from: PlanePoint(x: -1e6, y: 1e6 + 12), to: PlanePoint(x: 1e6, y: 12 - 1e6), color: Self.red)
    }
    #expect(near == far)
    let absurd = drawn(6, 3, .braille) {
      $0.line(from: PlanePoint(x: -1e308, y: 6.5), to: PlanePoint(x: 1e308, y: 6.5), color: Self.red)
    }
    #expect(absurd == ["      ", "⠤⠤⠤⠤⠤⠤", "      "])
  }

  @Test(
    "any size and any number is drawn without a trap", arguments: [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2), (40, 10)])
  func robust(width: Int, height: Int) {
    for glyphs in GlyphSet.allCases {
      var frame = Frame(width: width, height: height)
      var canvas = DotCanvas(over: frame.bounds, glyphs: glyphs)
      for first in ScaleTests.awkward {
        for second in ScaleTests.awkward {
          let start = PlanePoint(x: first, y: second)
          let end = PlanePoint(x: second, y: 3)
          canvas.line(from: start, to: end, color: Self.red, thickness: 3)
          canvas.arrow(from: start, to: end, color: Self.red, head: first)
          canvas.circle(center: start, radius: second, color: Self.red)
          canvas.polyline([start, end, PlanePoint(x: .nan, y: 0), start], color: Self.red)
          canvas.dot(at: end, color: Self.red)
        }
      }
      canvas.dot(.min, .max, color: Self.red)
      canvas.draw(on: &frame)
      #expect(frame.cells.count == width * height)
    }
  }

  @Test("the background below stays, whichever half it is in")
  func background() {
    let blue = Color(0x0000FF, index256: 21, index16: 4)
    let green = Color(0x00FF00, index256: 46, index16: 2)
    var frame = Frame(width: 3, height: 1)
    frame[0, 0] = Cell("▀", style: Style(foreground: blue, background: green))
    frame[1, 0] = Cell("▀", style: Style(foreground: blue, background: green))
    frame[2, 0] = Cell(" ", style: Style(background: green))
    var canvas = DotCanvas(over: frame.bounds, glyphs: .block)
    canvas.dot(0, 0, color: Self.red)
    canvas.dot(1, 1, color: Self.red)
    canvas.dot(2, 1, color: Self.red)
    canvas.draw(on: &frame)
    #expect(frame[0, 0] == Cell("▀", style: Style(foreground: Self.red, background: green)))
    #expect(frame[1, 0] == Cell("▄", style: Style(foreground: Self.red, background: blue)))
    #expect(frame[2, 0] == Cell("▄", style: Style(foreground: Self.red, background: green)))
  }

  @Test("braille drawn over braille joins it")
  func joined() {
    var frame = Frame(width: 1, height: 1)
    for (x, y) in [(0, 0), (1, 3)] {
      var canvas = DotCanvas(over: frame.bounds, glyphs: .braille)
      canvas.dot(x, y, color: Self.red)
      canvas.draw(on: &frame)
    }
    #expect(frame.rows == ["⢁"])
  }

  @Test("a circle touches its four extremes")
  func circle() {
    var canvas = DotCanvas(over: Rect(x: 0, y: 0, width: 10, height: 5), glyphs: .braille)
    canvas.circle(center: PlanePoint(x: 10.5, y: 10.5), radius: 8, color: Self.red)
    var frame = Frame(width: 10, height: 5)
    canvas.draw(on: &frame)
    func isSet(_ x: Int, _ y: Int) -> Bool {
      let bits: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]
      return frame[x / 2, y / 4].scalar.value & bits[y % 4 * 2 + x % 2] != 0 && frame[x / 2, y / 4].scalar != " "
    }
    #expect(isSet(18, 10) && isSet(2, 10) && isSet(10, 2) && isSet(10, 18))
    #expect(!isSet(10, 10))
  }
}
