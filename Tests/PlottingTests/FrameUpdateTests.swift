import Testing

@testable import Plotting

/// A terminal that knows CUP, ED 2 and SGR, and nothing else.
struct PlainTerminal {
  private(set) var cells: [[String]]
  private var row = 0
  private var column = 0
  private var look = "0"

  init(width: Int, height: Int) {
    cells = Array(repeating: Array(repeating: "0: ", count: width), count: height)
  }

  mutating func write(_ text: String) {
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      guard scalar == "\u{1B}" else {
        cells[row][column] = "\(look):\(scalar)"
        if scalar.cellWidth == 2 { cells[row][column + 1] = "" }
        column += scalar.cellWidth
        continue
      }
      _ = rest.popFirst()
      let parameters = rest.prefix { !("A"..."z" ~= $0) }
      rest = rest.dropFirst(parameters.count)
      let words = String(String.UnicodeScalarView(parameters))
      switch rest.popFirst() {
      case "H":
        let place = words.split(separator: ";").compactMap { Int($0) }
        (row, column) = (place[0] - 1, place[1] - 1)
      case "J": cells = cells.map { $0.map { _ in "0: " } }
      case "m": look = words
      case let other: Issue.record("an unknown sequence: \(String(describing: other))")
      }
    }
  }
}

@Suite("Frame+Update") struct FrameUpdateTests {
  private struct Source {
    var state: UInt64
    mutating func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
  }

  /// Writes here and there, wide characters too.
  private func scribble(on frame: inout Frame, _ source: inout Source) {
    let texts: [SafeText] = ["a", "xyz", "⣿⣀", "漢字", "   ", "─"]
    for _ in 0..<source.below(12) {
      let style = Style(
        foreground: [.inherit, Color(0x0072B2), Color(0xD55E00)][source.below(3)],
        background: [.inherit, Color(0x101010)][source.below(2)], attributes: [[], .bold, .reverse][source.below(3)])
      frame.put(texts[source.below(texts.count)], x: source.below(38), y: source.below(6), style: style)
    }
  }

  @Test("One update after another shows the last frame, cell for cell", arguments: 1...40)
  func replay(seed: UInt64) {
    var source = Source(state: seed)
    var terminal = PlainTerminal(width: 40, height: 6)
    var frame = Frame(width: 40, height: 6)
    var previous: Frame?
    for _ in 0..<20 {
      if source.below(8) == 0 { frame = Frame(width: 40, height: 6) }
      scribble(on: &frame, &source)
      terminal.write(frame.update(from: previous, .direct))
      previous = frame
    }
    var fresh = PlainTerminal(width: 40, height: 6)
    fresh.write(frame.update(from: nil, .direct))
    #expect(terminal.cells == fresh.cells)
    // And the fresh one is the frame.
    for (y, row) in fresh.cells.enumerated() {
      for (x, cell) in row.enumerated() where !cell.isEmpty {
        let scalar = frame[x, y].scalar
        // Half of a wide character that lost the other half is a blank.
        let isHalf = scalar == Cell.continuation || scalar.cellWidth == 2 && frame[x + 1, y].scalar != Cell.continuation
        #expect(cell.hasSuffix(":\(isHalf ? " " : scalar)"), "\(x), \(y)")
      }
    }
  }

  @Test("Nothing is sent where nothing differs, and little where little does")
  func little() {
    var frame = Frame(width: 120, height: 40)
    frame.put("abc", x: 3, y: 7)
    #expect(frame.update(from: frame, .direct).isEmpty)
    let before = frame
    frame.put("x", x: 4, y: 7)
    #expect(frame.update(from: before, .direct) == "\u{1B}[8;5Hx")
  }

  @Test("Sizes of nothing are fine", arguments: [(0, 0), (0, 3), (3, 0), (1, 1)])
  func tiny(width: Int, height: Int) {
    let frame = Frame(width: width, height: height)
    #expect(frame.update(from: nil, .none) == "\u{1B}[0m\u{1B}[2J")
    #expect(frame.update(from: frame, .none).isEmpty)
  }
}
