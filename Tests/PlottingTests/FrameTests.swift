import Testing

@testable import Plotting

@Suite("Frame") struct FrameTests {
  @Test("drawing outside does nothing", arguments: [(0, 0), (0, 1), (1, 0), (1, 1), (2, 2)])
  func tiny(width: Int, height: Int) {
    var frame = Frame(width: width, height: height)
    frame.put("日本語 text", x: -3, y: 0)
    frame.put("text", x: 0, y: 5)
    frame.fill(Rect(x: -5, y: -5, width: 100, height: 100), with: Cell("#"))
    #expect(frame.cells.count == width * height)
    #expect(frame.cells.allSatisfy { $0.scalar == "#" })
  }

  @Test("numbers that are no cell are refused, not trapped on")
  func checked() {
    #expect(cellIndex(.nan, in: 0..<10) == nil)
    #expect(cellIndex(.infinity, in: 0..<10) == nil)
    #expect(cellIndex(-0.1, in: 0..<10) == nil)
    #expect(cellIndex(9.99, in: 0..<10) == 9)
    #expect(cellIndex(10, in: 0..<10) == nil)
    #expect(clampedIndex(1e300, in: 0..<10) == 9)
    #expect(clampedIndex(.nan, in: 0..<10) == nil)
  }

  @Test("no place is too far away", arguments: [Int.min, Int.min + 1, -1, Int.max - 1, Int.max])
  func absurd(place: Int) {
    var frame = Frame(width: 4, height: 2)
    frame.put("日本語 text", x: place, y: place)
    frame.put("text", x: place, y: 0)
    frame.fill(Rect(x: place, y: place, width: 10, height: .max), with: Cell("#"))
    frame[place, place] = Cell("#")
    #expect(frame[place, 0] == Cell())
    let rect = Rect(x: place, y: place, width: .max, height: 3)
    #expect(rect.intersection(frame.bounds).width <= 4)
    #expect(frame.bounds.intersection(rect) == rect.intersection(frame.bounds))
    #expect(!frame.bounds.contains(place, place))
  }

  @Test("a clip confines drawing and is undone afterwards")
  func clip() {
    var frame = Frame(width: 6, height: 2)
    frame.clipped(to: Rect(x: 1, y: 0, width: 3, height: 1)) { frame in
      frame.put("abcdef", x: 0, y: 0)
      frame.clipped(to: Rect(x: 2, y: 0, width: 100, height: 100)) { $0.fill($0.bounds, with: Cell("*")) }
      frame.put("xyz", x: 0, y: 1)
    }
    #expect(frame.rows == [" b**  ", "      "])
    frame.put("z", x: 5, y: 1)
    #expect(frame.rows[1] == "     z")
  }

  @Test("text keeps the background below, the color of a solid block included")
  func backdrop() {
    let blue = Color(0x0000FF)
    var frame = Frame(width: 2, height: 1)
    frame[0, 0] = Cell(" ", style: Style(background: blue))
    frame[1, 0] = Cell("█", style: Style(foreground: blue))
    frame.put("ab", x: 0, y: 0, keepingBackground: true)
    #expect(frame[0, 0].style.background == blue)
    #expect(frame[1, 0].style.background == blue)
    frame.put("ab", x: 0, y: 0)
    #expect(frame[0, 0].style.background == .inherit)
  }
}
