/// A whole picture of the screen: a grid of cells, drawn completely each time and compared by whoever shows it.
///
/// Writing outside the grid, or outside the clip, does nothing; there is no size at which drawing traps.
package struct Frame: Sendable, Equatable {
  /// How many columns.
  package let width: Int
  /// How many rows.
  package let height: Int
  /// The cells, row by row from the top.
  package internal(set) var cells: [Cell]
  /// Only cells in this rectangle can be written.
  package private(set) var clip: Rect

  /// Makes a blank frame; a negative size counts as 0.
  package init(width: Int, height: Int) {
    self.width = max(0, width)
    self.height = max(0, height)
    cells = Array(repeating: Cell(), count: self.width * self.height)
    clip = Rect(x: 0, y: 0, width: self.width, height: self.height)
  }

  /// The whole of the frame.
  package var bounds: Rect { Rect(x: 0, y: 0, width: width, height: height) }

  /// The cell at a column and row.
  ///
  /// Reading outside gives a blank, writing outside the clip does nothing.
  package subscript(x: Int, y: Int) -> Cell {
    get { bounds.contains(x, y) ? cells[y * width + x] : Cell() }
    set { if clip.contains(x, y) { cells[y * width + x] = newValue } }
  }

  /// Draws with writing confined to a rectangle.
  package mutating func clipped<Result>(to rect: Rect, _ draw: (inout Frame) -> Result) -> Result {
    let outer = clip
    clip = outer.intersection(rect)
    defer { clip = outer }
    return draw(&self)
  }

  /// Fills a rectangle with one cell.
  package mutating func fill(_ rect: Rect, with cell: Cell) {
    let target = rect.intersection(clip)
    for row in target.y..<max(target.y, target.maxY) {
      for column in target.x..<max(target.x, target.maxX) { cells[row * width + column] = cell }
    }
  }

  /// Gives direct access to all cells, row by row from the top, past the clip: for whoever fills thousands of them.
  mutating func mutateCells<Result>(_ body: (inout UnsafeMutableBufferPointer<Cell>) -> Result) -> Result {
    cells.withUnsafeMutableBufferPointer { body(&$0) }
  }

  /// Puts colors in the place of the terminal's own, in every cell.
  package mutating func replaceInherited(foreground: Color, background: Color) {
    for index in cells.indices {
      if cells[index].style.foreground.isInherited { cells[index].style.foreground = foreground }
      if cells[index].style.background.isInherited { cells[index].style.background = background }
    }
  }

  /// Takes all colors away, from every cell; bold, reverse and the other attributes stay.
  package mutating func removeColors() {
    for index in cells.indices {
      cells[index].style.foreground = .inherit
      cells[index].style.background = .inherit
    }
  }

  /// Writes text on one row, starting at a column; what does not fit in the clip is cut off.
  ///
  /// A wide character that would stick out is left out. Where the style's background is inherited, the background
  /// already there is kept when `keepingBackground` is true.
  ///
  /// - Returns: How many columns the whole text takes, whether or not it was all visible.
  @discardableResult
  package mutating func put(
    _ text: SafeText, x: Int, y: Int, style: Style = .plain, keepingBackground: Bool = false
  ) -> Int {
    var column = x
    for scalar in text.description.unicodeScalars {
      let width = scalar.cellWidth
      guard width > 0 else { continue }
      if width == 1 || clip.contains(column &+ 1, y) {
        var cellStyle = style
        if keepingBackground && style.background.isInherited { cellStyle.background = self[column, y].backdrop }
        self[column, y] = Cell(scalar, style: cellStyle)
        if width == 2 { self[column &+ 1, y] = Cell(Cell.continuation, style: cellStyle) }
      }
      column &+= width
    }
    return column &- x
  }
}

extension SafeText {
  /// How many columns the text takes.
  package var cellWidth: Int { description.unicodeScalars.reduce(0) { $0 + $1.cellWidth } }
}

extension Unicode.Scalar {
  /// How many columns a character takes in a terminal: 0, 1 or 2.
  ///
  /// After Unicode's East Asian Width (UAX 11, wide and full-width) and the emoji that terminals draw wide.
  package var cellWidth: Int {
    switch value {
    case 0: 0
    case 0x20..<0x1100: 1
    case 0x1100...0x115F, 0x231A...0x231B, 0x2329...0x232A, 0x23E9...0x23EC, 0x23F0, 0x23F3, 0x25FD...0x25FE,
      0x2614...0x2615, 0x2648...0x2653, 0x267F, 0x2693, 0x26A1, 0x26AA...0x26AB, 0x26BD...0x26BE, 0x26C4...0x26C5,
      0x26CE, 0x26D4, 0x26EA, 0x26F2...0x26F3, 0x26F5, 0x26FA, 0x26FD, 0x2705, 0x270A...0x270B, 0x2728, 0x274C,
      0x274E, 0x2753...0x2755, 0x2757, 0x2795...0x2797, 0x27B0, 0x27BF, 0x2B1B...0x2B1C, 0x2B50, 0x2B55,
      0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97F,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
      0x1F004, 0x1F0CF, 0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F320, 0x1F32D...0x1F335, 0x1F337...0x1F37C,
      0x1F37E...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3CF...0x1F3D3, 0x1F3E0...0x1F3F0, 0x1F3F4, 0x1F3F8...0x1F43E,
      0x1F440, 0x1F442...0x1F4FC, 0x1F4FF...0x1F53D, 0x1F54B...0x1F54E, 0x1F550...0x1F567, 0x1F57A,
      0x1F595...0x1F596, 0x1F5A4, 0x1F5FB...0x1F64F, 0x1F680...0x1F6C5, 0x1F6CC, 0x1F6D0...0x1F6D2,
      0x1F6D5...0x1F6D7, 0x1F6DC...0x1F6DF, 0x1F6EB...0x1F6EC, 0x1F6F4...0x1F6FC, 0x1F7E0...0x1F7EB, 0x1F7F0,
      0x1F90C...0x1F93A, 0x1F93C...0x1F945, 0x1F947...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x2FFFD,
      0x30000...0x3FFFD:
      2
    default: 1
    }
  }
}

extension Frame {
  /// The frame in the colors that a terminal of so many is sent: what could not be told from what is behind it is changed
  /// as ``ReadableColors`` says.
  ///
  /// For files, which are drawn from frames and not by a terminal. Of 16 colors and fewer there are none: such files are
  /// written with 256.
  ///
  /// - Parameter isDark: Whether what the file is shown on is dark.
  /// - Complexity: O(cells).
  package func readable(_ depth: ColorDepth, isDark: Bool) -> Frame {
    switch depth {
    case .none, .eight, .sixteen: return self
    case .indexed, .direct: break
    }
    var colors = ReadableColors(depth, isDark: isDark)
    var frame = self
    var (before, role) = (Style.plain, CellRole.text)
    for index in cells.indices {
      let (scalar, style) = (cells[index].scalar, cells[index].style)
      // A blank is sent with what stands before it, where that looks the same.
      if scalar != " " || style != before || index.isMultiple(of: width) { role = scalar.role }
      before = style
      frame.cells[index].style.foreground = colors.foreground(style.foreground, on: style.background, as: role)
    }
    return frame
  }
}

extension Frame {
  /// The characters of each row, from the top; a wide character stands once, for both its cells.
  ///
  /// A character that is not safe (``SafeText``) comes out as the placeholder.
  package var rows: [String] {
    (0..<height).map { row in
      var text = String.UnicodeScalarView()
      for column in 0..<width {
        let scalar = cells[row * width + column].scalar
        if scalar != Cell.continuation { text.append(SafeText.isSafe(scalar) ? scalar : SafeText.placeholder) }
      }
      return String(text)
    }
  }

  /// The characters alone, one line a row, without blanks at the ends of lines.
  package var text: String {
    rows.map { row in
      let kept = row.unicodeScalars.reversed().drop { $0 == " " }.reversed()
      var line = String.UnicodeScalarView()
      line.append(contentsOf: kept)
      return String(line)
    }.joined(separator: "\n")
  }
}
