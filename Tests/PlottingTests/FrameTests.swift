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
}
